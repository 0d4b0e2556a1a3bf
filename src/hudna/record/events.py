"""Events: groups of tellings with what they say together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hudna.record.coreference import Sketch, happenings
from hudna.record.coreference.likeness import VAGUE
from hudna.record.dates import narrowest
from hudna.record.identity import EVENT, group_id, is_country
from hudna.record.judgements.bonds import Bonds
from hudna.record.model import Event, Join, Telling
from hudna.record.standing import HARM, standing

_SEVERAL = 3  # tellings from which what one alone adds is left to it
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
        held = sorted((_tied(s.telling, own) for s in members), key=lambda t: (t.document, t.trigger, t.id))
        tellings.extend(held)
        events.append(event(own, held, joins, sides, line_of))
    return tuple(events), tuple(tellings)


def _tied(telling: Telling, event: str) -> Telling:
    return telling if telling.event == event else replace(telling, event=event)


def event(
    own: str, held: Sequence[Telling], joins: tuple[Join, ...], sides: Mapping[str, str], line_of: Mapping[str, str]
) -> Event:
    """What tellings say together.

    Args:
        own: the event's id.
        held: its tellings by document and place in the text.
        joins: why they were taken for one happening.
        sides: entity id → its side, or itself.
        line_of: document name → id of its lineage.

    """
    mode = _most_told((t.mode, t) for t in held)
    return Event(
        id=own,
        type=held[0].type,
        mode=mode,
        topic=_most_told((t.topic, t) for t in held),
        actors=_agreed([t.actors for t in held], held[0].type, sides),
        targets=_agreed([t.targets for t in held], held[0].type, sides),
        place=_place(held, sides),
        date=narrowest(t.date for t in held),
        status=min((t.status for t in held), key=_furthest),
        claimed_by=every(t.claimed_by for t in held),
        disputed_by=every(t.disputed_by for t in held),
        weapon=_most_told((t.weapon, t) for t in held if t.mode == mode),
        standing=standing(held, sides, line_of),
        tellings=tuple(t.id for t in held),
        documents=tuple(sorted({t.document for t in held})),
        lineages=tuple(sorted({line_of[t.document] for t in held})),
        joins=joins,
    )


def _most_told(told: Iterable[tuple[str | None, Telling]]) -> str | None:
    """The value that most tellings give, one that says nothing only where no other is given.

    Of several that of the telling with the smallest id: a hash, which prefers neither a side nor an outlet.
    """
    by_value: dict[str, list[str]] = {}
    for value, telling in told:
        if value:
            by_value.setdefault(value, []).append(telling.id)
    return min(by_value, key=lambda v: (v == VAGUE, -len(by_value[v]), min(by_value[v])), default=None)


def _agreed(told: Sequence[tuple[str, ...]], kind: str, sides: Mapping[str, str]) -> tuple[str, ...]:
    """Whom the tellings name in one role, without those whom one of several adds to what the others agree on.

    One misread sentence would else add its names to an event that many others tell alike. Who lays a deed to others
    altogether adds no names but contradicts: its names stay, however few tell it so.
    """
    naming = [names for names in told if names]
    agreed = {x for x, times in Counter(x for names in naming for x in set(names)).items() if times > 1}
    if len(naming) < _SEVERAL or not agreed:
        return every(naming)
    known = {sides.get(x, x) for x in agreed}
    rivals = [names for names in naming if kind in HARM and known.isdisjoint(sides.get(x, x) for x in names)]
    return every([agreed, *rivals])


def _place(held: Sequence[Telling], sides: Mapping[str, str]) -> str | None:
    """The most told of the places smaller than a country that lie in the country most told, as far as is known."""
    told = [(t.place, t) for t in held if t.place]
    country = _most_told((place, t) for place, t in told if is_country(place))
    land = (country or "").removeprefix("loc.")
    inside = [(p, t) for p, t in told if not is_country(p) and (not land or sides.get(p, p) in (p, land))]
    return _most_told(inside or told)


def _furthest(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)


def usual(values: Iterable[str | None]) -> str | None:
    """The most frequent of the known values; of several the first in order."""
    return most_usual(Counter(v for v in values if v))


def most_usual(counts: Mapping[str, int]) -> str | None:
    """The most frequent of counted values; of several the first in order."""
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def every(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All that any of the lists names, sorted."""
    return tuple(sorted({x for names in lists for x in names}))
