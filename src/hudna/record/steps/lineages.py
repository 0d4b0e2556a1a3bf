"""The step that finds which documents go back to one text."""

from hudna.record import lineage
from hudna.record.lineage import sheet
from hudna.record.steps.run import Regrouping, Run, number
from hudna.record.workings import open_pool


def renew(run: Run) -> set[str]:
    """Bring the lineages up to date; the documents whose lineage is another now."""
    sheets = open_pool(run.connection, lineage.TERMS)
    sheets.replace({name: {} for name in run.gone})
    for told, _ in run.documents(run.came):
        taken = (sheet(document, reading) for document, reading in told)
        sheets.replace({s.name: {number(s.id): s} for s in taken})
    groups = Regrouping(run, sheets, "lineages")
    for component in sheets.components():
        held = sorted(component.members.values(), key=lambda s: s.name)
        found = [
            (component.members[f.left], component.members[f.right], *f.what) for f in sheets.found(component.members)
        ]
        groups.add(component, [(lineage.lineage(held, found), component.members)])
    groups.close()
    moved = set(sheets.owners(groups.moved).values())
    sheets.save()
    return moved
