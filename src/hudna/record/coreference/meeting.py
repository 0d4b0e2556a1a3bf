"""Which tellings are compared, without comparing all with all."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from hudna.record.coreference.likeness import BAR, FORCE, weigh
from hudna.record.coreference.sketch import Sketch
from hudna.record.dates import Numbers
from hudna.record.workings import Key, Rule, Terms

_CROWD = 32  # tellings under a key beyond which each is compared with its neighbours only
_REACH = 12  # neighbours to each side
_FEW = 4  # names of a sentence of which any two can find their like


def pairs(sketched: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Every pair of tellings that can be one happening, once, the smaller id first; ``sketched`` is sorted by id."""
    blocks = _blocks(sketched)
    seats = [array("L") for _ in sketched]  # of each telling: a block, its place there, the next block, …
    for number, block in enumerate(blocks):
        for seat, own in enumerate(block):
            seats[own].extend((number, seat))
    for own, one in enumerate(sketched):
        held = iter(seats[own])
        others = {other for number, seat in zip(held, held, strict=True) for other in _near(blocks[number], seat)}
        for two in (sketched[other] for other in others if other > own):
            if can_meet(one, two):
                yield one, two


def keys(sketch: Sketch) -> set[tuple[str, ...]]:
    """Under which keys a telling meets others.

    Its type with two words in a row, or with a month and a place, a word that tells it and a side, whom its
    sentence names or, of anything but force, all its sides. Of all pairs at or above the bar in 550 reports of a
    fortnight nine in ten meet so, and of every telling's possible partners one in a hundred is looked at.
    """
    kind = sketch.telling.type
    traits = {f"{word} {side}" for word in sketch.trigger for side in (sketch.actors | sketch.targets or {"-"})}
    if kind != FORCE:
        traits.add("+".join(sorted(sketch.actors | sketch.targets)))
    if sketch.place:
        traits.add("@" + sketch.place)
    traits.update(" with ".join(own) for own in _named(sketch))
    phrases = ((kind, "phrase", str(number)) for number in sketch.phrases)
    return {*phrases, *((kind, trait, month) for trait in traits for month in sketch.months)}


def _named(sketch: Sketch) -> Iterator[tuple[str, ...]]:
    """Any two whom a sentence names; of one with many names all: to choose some would prefer one side to another."""
    return combinations(sketch.named, 2) if len(sketch.named) <= _FEW else iter([sketch.named])


def place(sketch: Sketch) -> tuple[Numbers, str, list[str]]:
    """Where a telling stands in a crowd, next to what is alike."""
    return (sketch.when or sketch.published or (0, 0), sketch.place or "", sorted(sketch.trigger))


def can_meet(one: Sketch, two: Sketch) -> bool:
    """Whether two tellings are of two documents and of days in common; copies may be off by one."""
    if one.telling.document == two.telling.document:
        return False
    apart = one.when and two.when and max(one.when[0], two.when[0]) > min(one.when[1], two.when[1])
    return not apart or one.line == two.line


def _blocks(sketched: Sequence[Sketch]) -> "list[array[int]]":
    """The places in the list of tellings that stand under one key."""
    blocks: dict[tuple[str, ...], array[int]] = defaultdict(lambda: array("L"))
    for own, sketch in enumerate(sketched):
        for key in keys(sketch):
            blocks[key].append(own)
    return [_ordered(block, sketched) for block in blocks.values() if len(block) > 1]


def _ordered(block: "array[int]", sketched: Sequence[Sketch]) -> "array[int]":
    if len(block) <= _CROWD:
        return block
    return array("L", sorted(block, key=lambda own: (place(sketched[own]), own)))


def _near(block: "array[int]", seat: int) -> "array[int]":
    """With whom of a block the one at ``seat`` is compared."""
    return block if len(block) <= _CROWD else block[max(0, seat - _REACH) : seat + _REACH + 1]


def _keys(sketch: Sketch) -> Iterator[Key]:
    (first, last), where, words = place(sketch)
    seat = "\0".join((f"{first:08}{last:08}", where, *words))
    yield from (Key("happening", "\0".join(key), seat) for key in keys(sketch))
    yield from (Key("judgement", bond.judgement) for bond in sketch.bonds)


def _compare(left: Sketch, right: Sketch) -> float | None:
    points = weigh(left, right) if can_meet(left, right) else 0.0
    return points if points >= BAR else None


TERMS = Terms("tellings", Sketch, _keys, {"happening": Rule(_compare, crowd=_CROWD, reach=_REACH), "judgement": Rule()})
