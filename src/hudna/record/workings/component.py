"""Which items hang together by what was found of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Connection, select

from hudna.record.workings.schema import chunks, portions
from hudna.record.workings.terms import Terms

_T = TypeVar("_T")


class Found(NamedTuple):
    """What two items are to each other."""

    left: int
    right: int
    rule: str
    what: Any


@dataclass(frozen=True, slots=True)
class Component(Generic[_T]):
    """Items of which each is something to another, whether at first or at tenth hand."""

    members: Mapping[int, _T]  # by number, in order
    former: Mapping[int, str | None]  # number → id of the group it was in


def gather(connection: Connection, terms: Terms[Any], start: Iterable[int]) -> Iterator[list[list[int]]]:
    """The components of these items, by their smallest, as many at a time as one statement takes."""
    web = _Web(connection, terms)
    web.spin(set(start))
    return portions(web.components(), len)


class Joined:
    """Items that hang together, by which were joined to which."""

    def __init__(self) -> None:
        """Each by itself."""
        self._parent: dict[int, int] = {}

    def join(self, one: int, two: int) -> None:
        """Put what hangs on one with what hangs on the other."""
        one, two = self._root(one), self._root(two)
        if one != two:
            self._parent[max(one, two)] = min(one, two)

    def components(self, items: Iterable[int]) -> Iterator[list[int]]:
        """These items, those that hang together in one list, by their smallest."""
        out: dict[int, list[int]] = {}
        for own in sorted(items):
            out.setdefault(self._root(own), []).append(own)
        return iter(out.values())

    def _root(self, own: int) -> int:
        while (up := self._parent.get(own, own)) != own:
            self._parent[own] = own = self._parent.get(up, up)
        return own


class _Web:
    """All that can be reached from some items."""

    def __init__(self, connection: Connection, terms: Terms[Any]) -> None:
        self._connection = connection
        self._terms = terms
        self._together = [name for name, rule in terms.rules.items() if rule.compare is None]
        self._joined = Joined()
        self._first: dict[int, int] = {}  # key → an item that stands under it
        self._reached: set[int] = set()

    def spin(self, start: set[int]) -> None:
        """Go from item to item until nothing new is reached."""
        waiting = start
        while waiting:
            self._reached |= waiting
            near = {other for some in chunks(sorted(waiting)) for other in (*self._paired(some), *self._grouped(some))}
            waiting = near - self._reached

    def components(self) -> Iterator[list[int]]:
        """The items reached, those that hang together in one list, by their smallest."""
        return self._joined.components(self._reached)

    def _paired(self, items: list[int]) -> Iterator[int]:
        """What these items were found to be something to."""
        table = self._terms.pairs
        for end, other in ((table.c.left, table.c.right), (table.c.right, table.c.left)):
            for own, near in self._connection.execute(select(end, other).where(end.in_(items))).all():
                self._joined.join(own, near)
                yield near

    def _grouped(self, items: list[int]) -> Iterator[int]:
        """What stands under a key whose items all go together."""
        if not self._together:
            return
        table = self._terms.held
        mine = select(table.c.item, table.c.key).where(table.c.item.in_(items), table.c.rule.in_(self._together))
        new = set()
        for item, key in self._connection.execute(mine):
            if key in self._first:
                self._joined.join(self._first[key], item)
            else:
                self._first[key] = item
                new.add(key)
        for some in chunks(sorted(new)):
            for key, other in self._connection.execute(select(table.c.key, table.c.item).where(table.c.key.in_(some))):
                self._joined.join(self._first[key], other)
                yield other
