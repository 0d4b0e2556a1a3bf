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
    new: set[int] = set()  # tellings that are saved as events of their own so far
    for component in pool.components(also):
        new.update(own for own, event in component.former.items() if event is None)
        held = component.members.values()
        made, _ = events.group(held, run.sides, run.lines, {s.telling.id: s.bonds for s in held if s.bonds})
        groups.add(component, [(event, [number(t) for t in event.tellings]) for event in made])
    groups.close()
    tied = {f"t{own:012x}": event for own, event in groups.moved.items() if own not in new or number(event) != own}
    for table, key in (("tellings", "id"), ("tolls", "telling"), ("losses", "telling")):
        run.saved.tie(table, "event", key, tied)
    return groups
