"""What people decided to be one, or not to be one: constraints on the members of a group, which win over the rules.

Each item that a judgement names carries its part of it, a bond, so that what must be one and what must stay apart is
known from the items of a group alone. Judgements that contradict are settled from the latest back: a join that would
unite what a later split keeps apart does not count, nor a split of what a later join unites.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from hudna.record.model import Join

RULE = "judgement"
_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """An item's part in a judgement.

    Attributes:
        order: place of the judgement in the log.
        judgement: its id.
        splits: whether it says that the first of its places is not one with the others, else that all are one.
        place: which of its places the item stands at.
        why: who decided it, when, and the note.

    """

    order: int
    judgement: str
    splits: bool
    place: int
    why: str


Bonds = Mapping[str, tuple[Bond, ...]]  # id of a member, telling or truce telling → its bonds


def taken_out(bonds: Iterable[Bond]) -> bool:
    """Whether somebody decided that the item of these bonds does not belong to its group."""
    return any(b.splits and b.place == 0 for b in bonds)


@dataclass(frozen=True, slots=True)
class Settled(Generic[_T]):
    """What must be one, with the evidence, and what must not be one with what."""

    joins: tuple[tuple[_T, _T, Join], ...]
    apart: Mapping[_T, frozenset[_T]]


def settle(items: Iterable[tuple[_T, str, tuple[Bond, ...]]]) -> Settled[_T]:
    """What the bonds of some items come to; each item is given with its id and its bonds."""
    parts: dict[Bond, list[tuple[_T, str]]] = defaultdict(list)
    for item, own, bonds in items:
        for bond in bonds:
            parts[bond].append((item, own))
    judged: dict[tuple[int, str], list[Bond]] = defaultdict(list)
    for bond in sorted(parts):
        judged[bond.order, bond.judgement].append(bond)
    one = _One[_T]()
    joins: list[tuple[_T, _T, Join]] = []
    for _, held in sorted(judged.items(), reverse=True):
        first = [x for b in held if b.place == held[0].place for x in sorted(parts[b], key=lambda x: x[1])]
        rest = [x for b in held if b.place != held[0].place for x in sorted(parts[b], key=lambda x: x[1])]
        pairs = [(a, b) for a in first for b in rest if a[0] != b[0]]
        if held[0].splits:
            if held[0].place == 0:
                one.keep_apart((a[0], b[0]) for a, b in pairs)
        elif one.unite([(a[0], b[0]) for a, b in pairs]):
            joins.extend((a[0], b[0], Join(RULE, a[1], b[1], held[0].why)) for a, b in pairs)
    return Settled(tuple(joins[::-1]), {item: frozenset(others) for item, others in one.apart.items()})


class _One(Generic[_T]):
    """What is one so far, and what is to stay apart."""

    def __init__(self) -> None:
        self._parent: dict[_T, _T] = {}
        self.apart: dict[_T, set[_T]] = defaultdict(set)

    def keep_apart(self, pairs: Iterable[tuple[_T, _T]]) -> None:
        """Keep two apart, unless they are one already."""
        for left, right in pairs:
            if self._root(left) != self._root(right):
                self.apart[left].add(right)
                self.apart[right].add(left)

    def unite(self, pairs: Iterable[tuple[_T, _T]]) -> bool:
        """Make the pairs one; False, and nothing done, where two would be one that are to stay apart."""
        before = dict(self._parent)
        for left, right in pairs:
            one, two = self._root(left), self._root(right)
            if one != two:
                self._parent[two] = one
        if any(self._root(a) == self._root(b) for a, others in self.apart.items() for b in others):
            self._parent = before
            return False
        return True

    def _root(self, item: _T) -> _T:
        while item in self._parent:
            item = self._parent[item]
        return item
