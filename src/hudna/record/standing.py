"""The standing of an event: computed from who tells it, never a probability."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from hudna.record.model import Event, Link, Telling

HARM = frozenset({"ASSAULT", "COERCE"})  # counts against those who do it, once others allege it
_SETBACK = "RETREAT"  # counts against those who do it
_INDEPENDENT = 2


def standing(tellings: Sequence[Telling], sides: Mapping[str, str], line_of: Mapping[str, str]) -> str:
    """reported, claimed, disputed, corroborated or admitted.

    - disputed: somebody denies it, some tell it as happening and others as denied, or independent lineages lay a harm
      to sides that have nobody in common.
    - admitted: a harm that others allege and somebody of the side that did it tells of, or a setback told by who
      suffered it; an attack that only the attackers tell of is their claim, and letting prisoners go is no setback.
    - corroborated: at least two independent lineages tell it, and not all on the word of one side; to tell that it
      was planned is not to tell that it was done.
    - claimed: no document tells it in its own voice.
    - reported: one lineage's own voice.

    Args:
        tellings: those of one event.
        sides: entity id → its side, or itself.
        line_of: document name → id of its lineage; documents of one lineage count once.

    """
    statuses = {t.status for t in tellings}
    if "actual" in statuses:  # who only tells of a plan does not tell that it was done
        tellings = [t for t in tellings if t.status in ("actual", "denied")]
    if any(t.disputed_by for t in tellings) or {"actual", "denied"} <= statuses or _strangers(tellings, sides, line_of):
        return "disputed"
    if _admitted(tellings, sides):
        return "admitted"
    voices = {_voice(t, sides, line_of) for t in tellings}
    lines = {line_of[t.document] for t in tellings}
    if len(lines) >= _INDEPENDENT and len(voices) >= _INDEPENDENT:
        return "corroborated"
    return "claimed" if all(t.claimed_by for t in tellings) else "reported"


def contested(events: Iterable[Event], tellings: Iterable[Telling], links: Iterable[Link]) -> tuple[Event, ...]:
    """The events with what links say of their standing: a deed that others tell of as denied is disputed.

    The denial itself is too: somebody tells of what it denies.
    """
    told = {t.id: t for t in tellings}
    deniers: dict[str, set[str]] = {}
    for link in links:
        if link.kind == "denies":
            held = [t for t in map(told.__getitem__, link.facts) if t.event == link.left]
            by = {x for t in held for x in (t.disputed_by or t.claimed_by)}
            for event in (link.left, link.right):
                deniers.setdefault(event, set()).update(by)
    return tuple(_denied(e, deniers[e.id]) if e.id in deniers else e for e in events)


def _denied(event: Event, by: Iterable[str]) -> Event:
    return replace(event, standing="disputed", disputed_by=tuple(sorted({*event.disputed_by, *by})))


def _admitted(tellings: Sequence[Telling], sides: Mapping[str, str]) -> bool:
    claimants = {sides.get(x, x) for t in tellings for x in t.claimed_by}
    for telling in tellings:
        actors = {sides.get(x, x) for x in telling.actors}
        if len(actors) == 1 and actors <= claimants:
            setback = telling.type == _SETBACK and not telling.targets
            if setback or (telling.type in HARM and claimants > actors):
                return True
    return False


def _strangers(tellings: Sequence[Telling], sides: Mapping[str, str], line_of: Mapping[str, str]) -> bool:
    """Whether lineages lay a harm to different sides, each of them known to the record."""
    held = [
        (line_of[t.document], frozenset(sides[x] for x in t.actors))
        for t in tellings
        if t.type in HARM and t.actors and all(sides.get(x, x) != x for x in t.actors)
    ]
    return any(a != b and not one & two for (a, one), (b, two) in combinations(held, 2))


def _voice(telling: Telling, sides: Mapping[str, str], line_of: Mapping[str, str]) -> tuple[str, ...]:
    """On whose word a telling stands: the sides that claim it, else its lineage's own."""
    return tuple(sorted({sides.get(x, x) for x in telling.claimed_by})) or ("", line_of[telling.document])
