"""The truces of a record: tellings joined from the best reason down, as long as nothing contradicts."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from hudna.reading import TRUCE_STATUSES
from hudna.record.dates import narrowest
from hudna.record.events import every, usual
from hudna.record.groups import Groups
from hudna.record.identity import TRUCE, group_id
from hudna.record.judgements.bonds import Bond, Bonds, settle
from hudna.record.model import Breach, Join, Truce, TruceTelling
from hudna.record.truces.life import steps
from hudna.record.truces.meeting import Held, Meeting, meet
from hudna.record.truces.sketch import Sketch
from hudna.record.workings import Key, Rule, Terms

_CROWD = 48  # truce tellings around the same side beyond which each is compared with its neighbours in time only
_NEIGHBOURS = 24
_SHARED = 10.0  # points for an event in common

_Pair = tuple[Meeting, Sketch, Sketch]


@dataclass(frozen=True, slots=True)
class Alone:
    """A truce telling by itself.

    Attributes:
        sketch: what of it is compared.
        breaches: the violations that it alleges.
        events: its tellings and those of its breaches, each with its event.
        bonds: what people decided of it.

    """

    sketch: Sketch
    breaches: tuple[Breach, ...]
    events: tuple[tuple[str, str], ...]
    bonds: tuple[Bond, ...]

    @classmethod
    def of(cls, sketch: Sketch, breaches: Iterable[Breach], event_of: Mapping[str, str], bonds: Bonds) -> "Alone":
        """That of a sketch, with those of its document's breaches that are its own."""
        own = tuple(b for b in breaches if b.truce == sketch.telling.truce)
        tellings = sorted({*sketch.telling.tellings, *(b.telling for b in own if b.telling)})
        return cls(sketch, own, tuple((t, event_of[t]) for t in tellings), bonds.get(sketch.telling.id, ()))

    @property
    def telling(self) -> TruceTelling:
        """The truce telling."""
        return self.sketch.telling

    def tied(self, event_of: Mapping[str, str]) -> "Alone":
        """Itself with the events that its tellings belong to now."""
        return replace(self, events=tuple((t, event_of[t]) for t, _ in self.events))


def _keys(alone: Alone) -> Iterator[Key]:
    """Truce tellings meet where they tell of one event, and around the same side, there in the order of their days."""
    yield from (Key("judgement", bond.judgement) for bond in alone.bonds)
    event_of = dict(alone.events)
    for event in {event_of[t] for t in alone.sketch.telling.tellings}:
        yield Key("event", event)
    for side in alone.sketch.sides | alone.sketch.around:
        yield Key("side", side, f"{_day(alone.sketch):08}")


def _compare(left: Alone, right: Alone) -> bool | None:
    return True if meet(left.sketch, right.sketch) else None


TERMS = Terms(
    "truce_tellings",
    Alone,
    _keys,
    {"judgement": Rule(), "event": Rule(), "side": Rule(_compare, _CROWD, _NEIGHBOURS)},
)


def group(
    alone: Iterable[Sketch], breaches: Iterable[Breach], event_of: Mapping[str, str], bonds: Bonds
) -> tuple[tuple[Truce, ...], tuple[TruceTelling, ...], tuple[Breach, ...]]:
    """The truces that single tellings are about, the tellings with their truce and the breaches with theirs.

    Args:
        alone: all truce tellings, each a truce of its own.
        breaches: all alleged violations.
        event_of: telling id → id of its event.
        bonds: what people decided of the truce tellings.

    """
    alleged: dict[str, list[Breach]] = defaultdict(list)
    for breach in breaches:
        alleged[breach.truce].append(breach)
    truces: list[Truce] = []
    tellings: list[TruceTelling] = []
    violations: list[Breach] = []
    for held, joins in _joined(sorted(alone, key=lambda s: s.telling.id), event_of, bonds):
        own = group_id(TRUCE, (s.telling.id for s in held))
        broken = sorted((replace(b, truce=own) for s in held for b in alleged[s.telling.truce]), key=lambda b: b.id)
        tellings.extend(replace(s.telling, truce=own) for s in held)
        violations.extend(broken)
        truces.append(_truce(own, held, broken, joins, event_of))
    return tuple(truces), tuple(tellings), tuple(violations)


def _joined(
    ordered: Sequence[Sketch], event_of: Mapping[str, str], bonds: Bonds
) -> list[tuple[list[Sketch], tuple[Join, ...]]]:
    settled = settle((s, s.telling.id, bonds[s.telling.id]) for s in ordered if s.telling.id in bonds)
    groups: Groups[Sketch] = Groups(ordered, lambda _: {}, settled.apart)
    held = {s: Held.of(s) for s in ordered}
    for left, right, join in settled.joins:
        both = held[groups.find(left)] | held[groups.find(right)]
        groups.force(left, right)
        held[groups.find(left)] = both
        groups.note(left, join)
    pairs = [*_same_event(ordered, event_of), *_met(ordered)]
    for reason, left, right in sorted(pairs, key=lambda p: (-p[0].points, p[1].telling.id, p[2].telling.id)):
        one, two = groups.find(left), groups.find(right)
        if one is two or groups.barred(one, two) or held[one].contradicts(held[two]):
            continue
        groups.join(one, two)
        held[groups.find(one)] = held[one] | held[two]
        groups.note(left, Join(reason.rule, left.telling.id, right.telling.id, reason.why))
    return groups.all()


def _same_event(tellings: Sequence[Sketch], event_of: Mapping[str, str]) -> Iterator[_Pair]:
    """Truce tellings that tell of one call, announcement or acceptance."""
    first: dict[str, Sketch] = {}
    for sketch in tellings:
        for event in sorted({event_of[t] for t in sketch.telling.tellings}):
            before = first.setdefault(event, sketch)
            if before.telling.document != sketch.telling.document:
                yield Meeting("same-event", _SHARED, f"both tell of event {event}"), before, sketch


def _met(tellings: Sequence[Sketch]) -> Iterator[_Pair]:
    """The pairs that something says to be one truce."""
    blocks: dict[str, array[int]] = defaultdict(lambda: array("L"))
    for seat, sketch in enumerate(tellings):
        for side in sketch.sides | sketch.around:
            blocks[side].append(seat)
    pairs = {pair for block in blocks.values() for pair in _compared(block, tellings)}
    for one, two in sorted(pairs):
        if reason := meet(tellings[one], tellings[two]):
            yield reason, tellings[one], tellings[two]


def _compared(block: "array[int]", tellings: Sequence[Sketch]) -> Iterable[tuple[int, int]]:
    """The pairs of a block, of a crowded one only those near in time."""
    if len(block) <= _CROWD:
        return combinations(block, 2)

    held = sorted(block, key=lambda seat: (_day(tellings[seat]), seat))
    near = ((one, two) for n, one in enumerate(held) for two in held[n + 1 : n + 1 + _NEIGHBOURS])
    return ((min(pair), max(pair)) for pair in near)


def _day(sketch: Sketch) -> int:
    return (sketch.begin or sketch.wanted or sketch.day or (0, 0))[0]


def _truce(
    own: str, held: Sequence[Sketch], broken: Sequence[Breach], joins: tuple[Join, ...], event_of: Mapping[str, str]
) -> Truce:
    told = [s.telling for s in held]
    return Truce(
        id=own,
        kind=usual(t.kind for t in told) or "ceasefire",
        status=max((t.status for t in told), key=_furthest),
        parties=every(t.parties for t in told),
        announced_by=every(t.announced_by for t in told),
        brokers=every(t.brokers for t in told),
        announced=narrowest(t.announced for t in told),
        start=narrowest(t.start for t in told),
        end=narrowest(t.end for t in told),
        duration=usual(t.duration for t in told),
        place=usual(t.place for t in told),
        terms=every(t.terms for t in told),
        mechanisms=every([t.mechanism] for t in told if t.mechanism),
        events=tuple(sorted({event_of[x] for t in told for x in t.tellings})),
        tellings=tuple(t.id for t in told),
        breaches=tuple(b.id for b in broken),
        steps=steps(held, broken),
        joins=joins,
    )


def _furthest(status: str) -> int:
    return TRUCE_STATUSES.index(status) if status in TRUCE_STATUSES else -1
