"""The items under one key, and which of them are compared."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Any

from sqlalchemy import Connection, select

from hudna.record.workings.schema import chunks
from hudna.record.workings.terms import Rule, Terms

Seat = tuple[str, int]  # place, item
Pair = tuple[int, int]


class Block:
    """The items under one key by place and number."""

    __slots__ = ("_seats", "items", "places")

    def __init__(self, seats: Iterable[Seat], rule: Rule[Any]) -> None:
        """``seats`` in their order; places are kept where the rule looks at them."""
        held = list(seats)
        self.items = array("q", (item for _, item in held))
        self.places = [place for place, _ in held] if rule.apart else []
        self._seats: dict[int, int] | None = None

    def met(self, item: int, rule: Rule[Any]) -> Iterator[Pair]:
        """The pairs to compare in which this item is."""
        if rule.apart:
            yield from self._met_apart(item)
            return
        near: Iterable[int] = self.items
        if crowded(len(self.items), rule):
            seat = self._seat(item)
            near = self.items[max(0, seat - rule.reach) : seat + rule.reach + 1]
        for other in near:
            if other != item:
                yield (item, other) if item < other else (other, item)

    def meet(self, pair: Pair, rule: Rule[Any]) -> bool:
        """Whether these two, both under the key, are compared."""
        return not crowded(len(self.items), rule) or abs(self._seat(pair[0]) - self._seat(pair[1])) <= rule.reach

    def _met_apart(self, item: int) -> Iterator[Pair]:
        for place, own in zip(self.places, self.items, strict=True):
            if own != item:
                continue
            for there, other in zip(self.places, self.items, strict=True):
                if there != place and other != item:
                    yield (item, other) if place < there else (other, item)

    def _seat(self, item: int) -> int:
        if self._seats is None:
            self._seats = {other: seat for seat, other in enumerate(self.items)}
        return self._seats[item]


def crowded(count: int, rule: Rule[Any]) -> bool:
    """Whether a key with so many items is compared among neighbours only."""
    return rule.crowd is not None and count > rule.crowd


def shifted(before: list[Seat], after: list[Seat], rule: Rule[Any]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of items that stayed which are no more compared, and those that now are, as others came and went."""
    stayed = set(before).intersection(after)
    kept = sorted(stayed)
    if crowded(len(before), rule) != crowded(len(after), rule):
        concerned = set(combinations(kept, 2))
    elif crowded(len(after), rule):
        moved = {seat for seats in (before, after) for seat in seats if seat not in stayed}
        places = (bisect_left(kept, seat) for seat in moved)
        windows = (kept[max(0, place - rule.reach) : place + rule.reach] for place in places)
        concerned = {pair for window in windows for pair in combinations(window, 2)}
    else:
        return set(), set()
    then, now = ({_by_item(pair) for pair in concerned if _near(pair, seats, rule)} for seats in (before, after))
    return then - now, now - then


def _near(pair: tuple[Seat, Seat], seats: list[Seat], rule: Rule[Any]) -> bool:
    return not crowded(len(seats), rule) or abs(bisect_left(seats, pair[0]) - bisect_left(seats, pair[1])) <= rule.reach


def _by_item(pair: tuple[Seat, Seat]) -> Pair:
    left, right = pair[0][1], pair[1][1]
    return (left, right) if left < right else (right, left)


class Blocks:
    """The blocks of the items of one kind, as far as they were asked for."""

    def __init__(self, connection: Connection, terms: Terms[Any]) -> None:
        """Nothing is known before ``fetch``."""
        self._connection = connection
        self._terms = terms
        self._known: dict[int, Block] = {}

    def __getitem__(self, key: int) -> Block:
        """The block of a key that was fetched."""
        return self._known[key]

    def fetch(self, wanted: Iterable[tuple[int, str]]) -> None:
        """Make the blocks of these keys, each with its rule, known."""
        missing = {key: rule for key, rule in wanted if key not in self._known}
        table = self._terms.held
        for some in chunks(missing):
            query = select(table.c.key, table.c.place, table.c.item).where(table.c.key.in_(some))
            rows = self._connection.execute(query.order_by(table.c.key, table.c.place, table.c.item))
            for key, seats in groupby(rows, key=lambda row: row[0]):
                self._known[key] = Block(((place, item) for _, place, item in seats), self._terms.rules[missing[key]])

    def seats(self, keys: Iterable[int]) -> dict[int, list[Seat]]:
        """Who stands under each of some keys now, in order."""
        table = self._terms.held
        out: dict[int, list[Seat]] = {}
        for some in chunks(keys):
            query = select(table.c.key, table.c.place, table.c.item).where(table.c.key.in_(some))
            for key, place, item in self._connection.execute(query.order_by(table.c.key, table.c.place, table.c.item)):
                out.setdefault(key, []).append((place, item))
        return out

    def keys_of(self, items: Iterable[int]) -> dict[int, set[tuple[int, str]]]:
        """Item → the keys, each with its rule, under which it is compared."""
        table = self._terms.held
        compared = [name for name, rule in self._terms.rules.items() if rule.compare]
        out: dict[int, set[tuple[int, str]]] = {item: set() for item in items}
        for some in chunks(out):
            query = select(table.c.item, table.c.key, table.c.rule).where(table.c.item.in_(some))
            for item, key, rule in self._connection.execute(query.where(table.c.rule.in_(compared))):
                out[item].add((key, rule))
        return out
