"""The step that finds which tellings are of one truce."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hudna.record import truces
from hudna.record.steps.run import Regrouping, Run, number
from hudna.record.truces import Alone
from hudna.record.workings import Component, Pool


def renew(run: Run, pool: Pool[Alone], retold: Iterable[str], retied: Iterable[str]) -> set[str]:
    """Bring the truces up to date.

    Args:
        run: the run.
        pool: the truce tellings.
        retold: documents of which something changed.
        retied: documents of which a telling belongs to another event now.

    Returns:
        The documents that tell of the truces that were looked at.

    """
    owned = pool.owned(retied)
    known = pool.get(own for owns in owned.values() for own in owns)
    pool.put({own: (document, known[own].tied(run.events)) for document, owns in owned.items() for own in owns})
    again = pool.owned(retold)
    for table in ("truce_tellings", "breaches"):
        run.saved.replace(table, "document", {name: [] for name in again})
    groups = Regrouping(run, pool, "truces")
    rows: dict[str, dict[str, list[Any]]] = {"truce_tellings": {}, "breaches": {}}
    for component in pool.components(own for owns in again.values() for own in owns):
        made, tellings, breaches = _grouped(component)
        groups.add(component, [(truce, [number(t) for t in truce.tellings]) for truce in made])
        rows["truce_tellings"] |= {t.id: [t] for t in tellings}
        rows["breaches"] |= {b.id: [b] for b in breaches}
    groups.close()
    for table, held in rows.items():
        run.saved.replace(table, "id", held)
    return {telling.document for (telling,) in rows["truce_tellings"].values()}


def _grouped(component: Component[Alone]) -> Any:
    held = component.members.values()
    event_of = dict(pair for alone in held for pair in alone.events)
    broken = (replace(b, event=event_of[b.telling]) if b.telling else b for alone in held for b in alone.breaches)
    bonds = {alone.sketch.telling.id: alone.bonds for alone in held if alone.bonds}
    return truces.group([alone.sketch for alone in held], broken, event_of, bonds)
