"""The step that finds which tellings are of one event."""

from collections.abc import Iterable

from hudna.record import events
from hudna.record.coreference import Sketch
from hudna.record.steps.run import Regrouping, Run, number
from hudna.record.workings import Pool


def renew(run: Run, pool: Pool[Sketch], retold: Iterable[str]) -> Regrouping[Sketch]:
    """Bring the events up to date.

    Args:
        run: the run.
        pool: the tellings.
        retold: documents of which something changed, be it the side of somebody they name.

    Returns:
        What was regrouped.

    """
    groups = Regrouping(run, pool, "events")
    also = {own for owned in pool.owned(retold).values() for own in owned}
    for component in pool.components(also):
        held = component.members.values()
        made, _ = events.group(held, run.sides, run.lines, {s.telling.id: s.bonds for s in held if s.bonds})
        groups.add(component, [(event, [number(t) for t in event.tellings]) for event in made])
    groups.close()
    for table, key in (("tellings", "id"), ("tolls", "telling"), ("losses", "telling")):
        run.saved.tie(table, "event", key, {f"t{own:012x}": event for own, event in groups.moved.items()})
    return groups
