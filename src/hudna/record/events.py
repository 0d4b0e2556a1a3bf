"""Events: groups of tellings with what they say together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hudna.record.coreference import Sketch, happenings
from hudna.record.dates import narrowest
from hudna.record.identity import EVENT, group_id
from hudna.record.judgements.bonds import Bonds
from hudna.record.model import Event, Join, Telling
from hudna.record.standing import standing

STATUSES = ("actual", "denied", "planned", "called_for", "possible")  # what is furthest from being only words first


def group(
    alone: Iterable[Sketch], sides: Mapping[str, str], line_of: Mapping[str, str], bonds: Bonds
) -> tuple[tuple[Event, ...], tuple[Telling, ...]]:
    """The events that single tellings are about, and the tellings with their event.

    Args:
        alone: the tellings, each an event of its own.
        sides: entity id → its side, or itself.
        line_of: document name → id of its lineage.
        bonds: what people decided of them.

    """
    events: list[Event] = []
    tellings: list[Telling] = []
    for members, joins in happenings(alone, bonds):
        own = group_id(EVENT, (s.telling.id for s in members))
        held = sorted((replace(s.telling, event=own) for s in members), key=lambda t: (t.document, t.trigger, t.id))
        tellings.extend(held)
        events.append(_event(own, held, joins, sides, line_of))
    return tuple(events), tuple(tellings)


def _event(
    own: str, held: Sequence[Telling], joins: tuple[Join, ...], sides: Mapping[str, str], line_of: Mapping[str, str]
) -> Event:
    return Event(
        id=own,
        type=held[0].type,
        mode=usual(t.mode for t in held),
        topic=usual(t.topic for t in held),
        actors=every(t.actors for t in held),
        targets=every(t.targets for t in held),
        place=usual(t.place for t in held),
        date=narrowest(t.date for t in held),
        status=min((t.status for t in held), key=_furthest),
        claimed_by=every(t.claimed_by for t in held),
        disputed_by=every(t.disputed_by for t in held),
        weapon=usual(t.weapon for t in held),
        standing=standing(held, sides, line_of),
        tellings=tuple(t.id for t in held),
        documents=tuple(sorted({t.document for t in held})),
        lineages=tuple(sorted({line_of[t.document] for t in held})),
        joins=joins,
    )


def _furthest(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)


def usual(values: Iterable[str | None]) -> str | None:
    """The most frequent of the known values; of several the first in order."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def settled(values: Iterable[str | None]) -> str | None:
    """The most frequent of the known values; None where several are, so that none is preferred to another."""
    first = Counter(v for v in values if v).most_common(2)
    return None if not first or (len(first) > 1 and first[0][1] == first[1][1]) else first[0][0]


def every(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All that any of the lists names, sorted."""
    return tuple(sorted({x for names in lists for x in names}))
