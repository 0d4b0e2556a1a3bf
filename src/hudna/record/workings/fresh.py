"""The pool of a run that finds none: all in memory, and written when it is done."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection

from hudna.record.workings.block import Block, Seat
from hudna.record.workings.codec import encode, pack
from hudna.record.workings.component import Component, Found, Joined
from hudna.record.workings.pool import Pool
from hudna.record.workings.schema import fill
from hudna.record.workings.terms import Terms, number

_T = TypeVar("_T")
_Places = tuple[
    tuple[str, str, "array[int]"], ...
]  # place and rule with the keys: a tuple for each takes ten times as much


class Fresh(Pool[_T]):
    """Items of which nothing was kept so far; what it does is what ``Kept`` does if everything came."""

    def __init__(self, connection: Connection, terms: Terms[_T]) -> None:
        """No items yet; the tables must be empty."""
        super().__init__(connection, terms)
        self._clear()

    def _clear(self) -> None:
        self._items: dict[int, _T] = {}
        self._owner: dict[int, str] = {}
        self._owned: dict[str, set[int]] = {}
        self._group: dict[int, str] = {}
        self._members: dict[str, list[int]] | None = None  # by group; None if it has to be looked up
        self._places: dict[int, _Places] = {}
        self._found: dict[int, dict[tuple[int, str], Found]] = {}  # by left item, by right item and rule

    # --- what is there ---

    def get(self, wanted: Iterable[int]) -> Mapping[int, _T]:
        """The items of these numbers that there are."""
        return {own: self._items[own] for own in wanted if own in self._items}

    def owned(self, owners: Iterable[str]) -> Mapping[str, set[int]]:
        """Owner → the numbers of its items."""
        return {owner: set(self._owned.get(owner, ())) for owner in owners}

    def owners(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → the owner of the item."""
        return {own: self._owner[own] for own in wanted if own in self._owner}

    def groups(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → id of the group that the item is in, for those that are in one."""
        return {own: self._group[own] for own in wanted if own in self._group}

    def members(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items, for those that have any."""
        if self._members is None:
            self._members = {}
            for own, group in self._group.items():
                self._members.setdefault(group, []).append(own)
        return {group: self._members[group] for group in groups if group in self._members}

    def owners_in(self, groups: Iterable[str]) -> set[str]:
        """The owners of the items of these groups."""
        return {self._owner[own] for held in self.members(groups).values() for own in held}

    def sizes(self, groups: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Group → how many items it has and the smallest number, for those that have any."""
        return {group: (len(held), min(held)) for group, held in self.members(groups).items()}

    def of_first(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items that its first owner has, in order."""
        out = {}
        for group, held in self.members(groups).items():
            first = min(self._owner[own] for own in held)
            out[group] = sorted(own for own in held if self._owner[own] == first)
        return out

    # --- coming and going ---

    def put(self, given: Mapping[int, tuple[str, _T]]) -> None:
        """Put items with their owners in."""
        self.touched.update(given)
        for own, (owner, item) in given.items():
            self._items[own] = item
            self._owner[own] = owner
            self._owned.setdefault(owner, set()).add(own)
            self._places[own] = self._placed(item)

    def _placed(self, item: _T) -> _Places:
        held: dict[tuple[str, str], set[int]] = {}
        for rule, value, place in self._terms.keys(item):
            held.setdefault((place, rule), set()).add(number(rule, value))
        return tuple((*seat, array("q", keys)) for seat, keys in held.items())

    def drop(self, gone: Iterable[int]) -> None:
        """Take items out."""
        for own in gone:
            if own in self._items:
                self._owned[self._owner.pop(own)].discard(own)
                self._group.pop(own, None)
                del self._items[own], self._places[own]
        self._members = None

    def assign(self, groups: Mapping[int, str]) -> None:
        """Note the group that each of these items is in."""
        self._group.update(groups)
        self._members = None

    def save(self) -> None:
        """Write all to the tables and let go of it: after this the pool knows of nothing, as of what never came."""
        terms, group = self._terms, self._group
        indexes = [index for table in (terms.items, terms.held, terms.pairs) for index in table.indexes]
        for index in indexes:  # one that is made of all rows at once takes a fraction
            index.drop(self._connection)
        items = sorted(self._items)  # in the order of the tables' keys, so that these grow at their end
        fill(self._connection, terms.items, ((n, self._owner[n], pack(self._items[n]), group.get(n)) for n in items))
        places = ((k, p, n, rule) for n in items for p, rule, keys in self._places[n] for k in keys)
        fill(self._connection, terms.held, sorted(places))
        found = (self._found[n][pair] for n in items if n in self._found for pair in sorted(self._found[n]))
        fill(self._connection, terms.pairs, ((f.left, f.right, f.rule, encode(f.what)) for f in found))
        for index in indexes:
            index.create(self._connection)
        self._clear()

    # --- meeting ---

    def meet(self) -> None:
        """Compare all that stand under one key."""
        blocks = self._blocks()
        self._found = {}
        for own in sorted(self._items):
            pairs = {
                (rule, pair)
                for _, rule, keys in self._places[own]
                for key in keys
                if key in blocks
                for pair in blocks[key].met(own, self._terms.rules[rule])
                if max(pair) != own
            }
            for rule, (left, right) in sorted(pairs):
                self._compare(rule, left, right)

    def _blocks(self) -> dict[int, Block]:
        """Key → who stands under it, where that is more than one."""
        several = self._several()
        seats: dict[int, list[Seat]] = {}
        named: dict[int, str] = {}
        for own, places in self._places.items():
            for place, rule, keys in places:
                if self._terms.rules[rule].compare:
                    for key in several.intersection(keys):
                        seats.setdefault(key, []).append((place, own))
                        named[key] = rule
        return {key: Block(sorted(held), self._terms.rules[named[key]]) for key, held in seats.items() if len(held) > 1}

    def _several(self) -> set[int]:
        """The keys under which something is compared that stand more than once; most are of one item alone."""
        import numpy as np  # noqa: PLC0415 - takes a tenth of a second, and most commands compare nothing

        every = array("q")
        for places in self._places.values():
            for _, rule, keys in places:
                if self._terms.rules[rule].compare:
                    every.extend(keys)
        ordered = np.sort(np.array(every, np.int64))
        return set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())

    def _compare(self, rule: str, left: int, right: int) -> None:
        compare = self._terms.rules[rule].compare
        if compare and (what := compare(self._items[left], self._items[right])) is not None:
            self._found.setdefault(left, {})[right, rule] = Found(left, right, rule, what)

    def found(self, items: Iterable[int]) -> Iterator[Found]:
        """What these items are to others that come second to them."""
        return (pair for own in items for _, pair in sorted(self._found.get(own, {}).items()))

    def components(self, _: Iterable[int] = (), /) -> Iterator[Component[_T]]:
        """All components."""
        self.meet()
        joined = Joined()
        for own, held in self._found.items():
            for right, _rule in held:
                joined.join(own, right)
        first: dict[int, int] = {}
        for own, places in self._places.items():
            for _place, rule, keys in places:
                if self._terms.rules[rule].compare is None:
                    for key in keys:
                        joined.join(first.setdefault(key, own), own)
        for members in joined.components(self._items):
            yield Component({n: self._items[n] for n in members}, {n: self._group.get(n) for n in members})
