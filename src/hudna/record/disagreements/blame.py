"""Two sides that lay the same to each other: mutual accusations, and attacks that each tells of the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from hudna.record.disagreements.account import account, disagreement
from hudna.record.groups import Groups
from hudna.record.model import Disagreement, Link, Telling

_PAIR = 2
_CROWD = 48  # attacks of one day between two sides beyond which they are no more told apart
_NEAR = 400  # characters between two accusations that answer each other
_Pair = tuple[str, str]
_Blame = tuple[
    _Pair, str, Telling, str, tuple[str, ...]
]  # the two sides, where, the telling, whom it blames, who so says


@dataclass(slots=True)
class _Quarrel:
    """What two sides lay to each other in one place of the record."""

    pair: _Pair
    blaming: dict[str, dict[str, set[str]]] = field(default_factory=dict)  # side blamed → fact → who blames it
    events: set[str] = field(default_factory=set)

    def add(self, telling: Telling, blamed: str, by: Iterable[str]) -> None:
        self.blaming.setdefault(blamed, {}).setdefault(telling.id, set()).update(by)
        self.events.add(telling.event)


def blame(tellings: Mapping[str, Telling], links: Iterable[Link], sides: Mapping[str, str]) -> Iterator[Disagreement]:
    """The quarrels of a record over who did it, each of two sides.

    Accusations of a document between two sides are one quarrel, and so are those of documents that tell of one and
    the same accusation or attack.

    Args:
        tellings: all by id.
        links: all; ``counters`` ties attacks that each side tells of the other.
        sides: entity id → its side, or itself.

    """
    found: dict[tuple[_Pair, str], _Quarrel] = {}
    for pair, where, telling, blamed, by in (
        *_accused(tellings.values(), sides),
        *_countered(tellings, links, sides),
        *_of_one_day(tellings.values(), sides),
    ):
        found.setdefault((pair, where), _Quarrel(pair)).add(telling, blamed, by)
    for held in _joined(found.values()):
        if len(held.blaming) == _PAIR:
            told = ((side, held.blaming[side]) for side in held.pair)
            accounts = [account(side, facts.values(), facts) for side, facts in told]
            yield disagreement("actors", next(iter(held.events)) if len(held.events) == 1 else None, accounts)


def _accused(tellings: Iterable[Telling], sides: Mapping[str, str]) -> Iterator[_Blame]:
    """Accusations of two sides by each other: in one telling, or in two of one document that stand near."""
    charges: dict[tuple[str, _Pair], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: (t.document, t.trigger, t.id)):
        if telling.type != "ACCUSE":
            continue
        if pair := _mutual(telling, sides):
            for blamed, other in (pair, pair[::-1]):
                by = tuple(x for x in telling.actors if sides.get(x, x) == other)
                yield pair, telling.document, telling, blamed, by
        elif pair := _pair(telling.actors, telling.targets, sides):
            charges[telling.document, pair].append(telling)
    for (document, pair), held in charges.items():
        for one, two in pairwise(held):
            if _side(one.targets, sides) != _side(two.targets, sides) and two.trigger.start - one.trigger.end <= _NEAR:
                for telling in (one, two):
                    yield pair, document, telling, _side(telling.targets, sides), telling.actors


def _side(names: Iterable[str], sides: Mapping[str, str]) -> str:
    return min(sides.get(x, x) for x in names)


def _mutual(telling: Telling, sides: Mapping[str, str]) -> _Pair | None:
    """The two sides that accuse each other in a telling."""
    actors = {sides.get(x, x) for x in telling.actors}
    if actors != {sides.get(x, x) for x in telling.targets} or len(actors) != _PAIR:
        return None
    first, second = sorted(actors)
    return first, second


def _pair(left: Iterable[str], right: Iterable[str], sides: Mapping[str, str]) -> _Pair | None:
    one, two = ({sides.get(x, x) for x in names} for names in (left, right))
    if len(one) != 1 or len(two) != 1 or one == two:
        return None
    first, second = sorted(one | two)
    return first, second


def _countered(tellings: Mapping[str, Telling], links: Iterable[Link], sides: Mapping[str, str]) -> Iterator[_Blame]:
    """The tellings of counter-claims."""
    for link in links:
        if link.kind != "counters":
            continue
        held = [tellings[f] for f in link.facts]
        left, right = ([t for t in held if t.event == end and t.actors] for end in (link.left, link.right))
        pair = _pair((x for t in left for x in t.actors), (x for t in right for x in t.actors), sides)
        if pair is None:
            continue
        for telling in held:
            yield pair, min(t.document for t in held), telling, _side(telling.actors, sides), telling.claimed_by


def day_key(telling: Telling, sides: Mapping[str, str]) -> tuple[str, _Pair] | None:
    """The day and the two sides of an attack that is told by who is attacked."""
    claimants, targets = ({sides.get(x, x) for x in names} for names in (telling.claimed_by, telling.targets))
    told = telling.type == "ASSAULT" and telling.status == "actual" and claimants & targets
    pair = _pair(telling.actors, telling.targets, sides) if told else None
    return (telling.date, pair) if pair and telling.date else None


def _of_one_day(tellings: Iterable[Telling], sides: Mapping[str, str]) -> Iterator[_Blame]:
    """The attacks of one day that two sides each ascribe to the other, each told by who is attacked."""
    blocks: dict[tuple[str, _Pair], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if key := day_key(telling, sides):
            blocks[key].append(telling)
    for (day, pair), block in sorted(blocks.items()):
        if len(block) <= _CROWD and len({_side(t.actors, sides) for t in block}) == _PAIR:
            for telling in sorted(block, key=lambda t: t.id):
                yield pair, day, telling, _side(telling.actors, sides), telling.claimed_by


def _joined(quarrels: Iterable[_Quarrel]) -> Iterator[_Quarrel]:
    """The quarrels, those of two sides that share an event made one."""
    held = list(quarrels)
    groups: Groups[int] = Groups(range(len(held)), lambda _: {})
    first: dict[tuple[_Pair, str], int] = {}
    for number, quarrel in enumerate(held):
        for event in sorted(quarrel.events):
            groups.join(first.setdefault((quarrel.pair, event), number), number)
    for numbers, _ in groups.all():
        whole = _Quarrel(held[numbers[0]].pair)
        for quarrel in (held[n] for n in numbers):
            whole.events |= quarrel.events
            for blamed, facts in quarrel.blaming.items():
                for fact, by in facts.items():
                    whole.blaming.setdefault(blamed, {}).setdefault(fact, set()).update(by)
        yield whole
