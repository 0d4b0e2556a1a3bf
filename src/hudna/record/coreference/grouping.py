"""Groups of tellings that are one happening.

Tellings are joined from the best pair down, as long as all pairs of both groups reach the bar on average and no
document tells twice: a long row of tellings of which each is like the next does not become one happening.
"""

from collections.abc import Iterable, Iterator, Sequence

from hudna.record.coreference.likeness import BAR, reasons, weigh
from hudna.record.coreference.meeting import pairs
from hudna.record.coreference.sketch import Sketch
from hudna.record.groups import Groups
from hudna.record.judgements.bonds import Bonds, settle
from hudna.record.model import Join

_WITNESSES = 6  # members of a group that a newcomer is compared with


def happenings(told: Iterable[Sketch], bonds: Bonds) -> list[tuple[list[Sketch], tuple[Join, ...]]]:
    """The tellings in groups of one happening each, with the evidence; ``bonds`` are what people decided."""
    sketched = sorted(told, key=lambda s: s.telling.id)
    if len(sketched) == 1:
        return [(sketched, ())]
    scale = _Scale()
    scored = sorted(_likely(sketched, scale), key=lambda s: (-s[0], s[1].telling.id, s[2].telling.id))
    settled = settle((s, s.telling.id, bonds[s.telling.id]) for s in sketched if s.telling.id in bonds)
    groups: Groups[Sketch] = Groups(sketched, lambda _: {}, settled.apart)
    members = {s: [s] for s in sketched}
    for left, right, join in settled.joins:
        _unite(groups, members, left, right)
        groups.note(left, join)
    for points, left, right in scored:
        one, two = groups.find(left), groups.find(right)
        if one is two or groups.barred(one, two) or not _fit(members[one], members[two], scale):
            continue
        _unite(groups, members, one, two)
        why = f"{points:.1f} of {BAR} points: {reasons(left, right)}"
        groups.note(one, Join("same-happening", left.telling.id, right.telling.id, why))
    return groups.all()


def _unite(groups: Groups[Sketch], members: dict[Sketch, list[Sketch]], left: Sketch, right: Sketch) -> None:
    """Make one group of two, with the members of both."""
    one, two = groups.find(left), groups.find(right)
    if one is not two:
        groups.force(one, two)
        held = sorted([*members.pop(one), *members.pop(two)], key=lambda s: s.telling.id)
        members[groups.find(one)] = held


class _Scale:
    """Weighs pairs of tellings, each pair once: of a group each newcomer is held against the same members."""

    def __init__(self) -> None:
        self._known: dict[tuple[Sketch, Sketch], float] = {}

    def points(self, one: Sketch, two: Sketch) -> float:
        """The points of two tellings, whichever comes first."""
        pair = (one, two) if one.telling.id < two.telling.id else (two, one)
        if (points := self._known.get(pair)) is None:
            points = self._known[pair] = weigh(*pair)
        return points


def _likely(sketched: Sequence[Sketch], scale: _Scale) -> Iterator[tuple[float, Sketch, Sketch]]:
    """The pairs at or above the bar, with their points."""
    for left, right in pairs(sketched):
        if (points := scale.points(left, right)) >= BAR:
            yield points, left, right


def _fit(left: Sequence[Sketch], right: Sequence[Sketch], scale: _Scale) -> bool:
    """Whether two groups tell of one happening on the whole, no document twice."""
    if {s.telling.document for s in left} & {s.telling.document for s in right}:
        return False
    points = [scale.points(a, b) for a in left[:_WITNESSES] for b in right[:_WITNESSES]]
    return sum(points) / len(points) >= BAR
