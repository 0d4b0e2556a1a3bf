"""Groups that grow by joins, as long as nothing in them contradicts."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from hudna.record.model import Join

_T = TypeVar("_T", bound=Hashable)


class Groups(Generic[_T]):
    """Disjoint sets of items, each with facts of which it can have but one value (its side, its lexicon entry)."""

    def __init__(
        self,
        items: Iterable[_T],
        facts: Callable[[_T], Mapping[str, str]],
        apart: Mapping[_T, AbstractSet[_T]] | None = None,
    ) -> None:
        """One group for each item.

        Args:
            items: all of them.
            facts: gives the facts that an item's group must agree on.
            apart: what must not be one with what, told from both sides.

        """
        self._items = list(items)
        self._apart = dict(apart or {})  # of a group, what must not come into it
        self._held: dict[_T, set[_T]] = {item: {item} for item in self._apart}  # of its items those with such a rule
        self._parent: dict[_T, _T] = {}  # of those that do not stand for their group: most items stay alone
        self._given = facts
        self._facts: dict[_T, Mapping[str, str]] = {}  # of groups of several
        self._notes: list[tuple[_T, Join]] = []

    def find(self, item: _T) -> _T:
        """The item that stands for the group."""
        root = item
        while root in self._parent:
            root = self._parent[root]
        while item in self._parent and self._parent[item] is not root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, left: _T, right: _T) -> bool:
        """Make one group of two; False where they are one already, must stay apart or their facts contradict."""
        left, right = self.find(left), self.find(right)
        if left == right or self.barred(left, right):
            return False
        mine, other = (self._facts.get(one) or self._given(one) for one in (left, right))
        if any(mine.get(key, value) != value for key, value in other.items()):
            return False
        self._merge(left, right, {**mine, **other})
        return True

    def force(self, left: _T, right: _T) -> None:
        """Make one group of two whatever their facts; where these contradict, the left one's stand for the group."""
        left, right = self.find(left), self.find(right)
        if left != right:
            mine, other = (self._facts.get(one) or self._given(one) for one in (left, right))
            self._merge(left, right, {**other, **mine})

    def barred(self, left: _T, right: _T) -> bool:
        """Whether the groups of two items hold what must stay apart."""
        one, two = self.find(left), self.find(right)
        return not self._held.get(one, frozenset()).isdisjoint(self._apart.get(two, frozenset()))

    def _merge(self, left: _T, right: _T, facts: Mapping[str, str]) -> None:
        self._parent[right] = left
        self._facts.pop(right, None)
        if facts:
            self._facts[left] = facts
        if right in self._held:
            self._held.setdefault(left, set()).update(self._held.pop(right))
            self._apart[left] = {*self._apart.get(left, ()), *self._apart.pop(right)}

    def note(self, item: _T, join: Join) -> None:
        """Keep the evidence of a join that made the item's group."""
        self._notes.append((item, join))

    def all(self) -> list[tuple[list[_T], tuple[Join, ...]]]:
        """Each group with the evidence that made it, in the order of their first items."""
        out: dict[_T, tuple[list[_T], list[Join]]] = {}
        for item in self._items:
            out.setdefault(self.find(item), ([], []))[0].append(item)
        for item, join in self._notes:
            out[self.find(item)][1].append(join)
        return [(items, tuple(joins)) for items, joins in out.values()]
