"""On which terms items meet: under which keys, with how many others, and what two of them can be to each other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Table

from hudna.record.workings import schema

_T = TypeVar("_T")
_BYTES = 8


class Key(NamedTuple):
    """Where an item can be met: items of one rule and value meet, in the order of their places."""

    rule: str
    value: str
    place: str = ""


def number(*parts: str) -> int:
    """63 bits that stand for these words, the same in every run."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=_BYTES).digest(), "big") >> 1


@dataclass(frozen=True, slots=True)
class Rule(Generic[_T]):
    """What becomes of items under one key.

    Attributes:
        compare: what two items are to each other, as anything that JSON holds, None for nothing; a pure function of
            the two. The one with the smaller id comes first, with ``apart`` the one at the smaller place. A rule
            without it says that all items under a key go together.
        crowd: items under a key beyond which each is compared only with its neighbours by place; None for no limit.
        reach: how many neighbours to each side that is.
        apart: only items at different places are compared: those that ask with those that answer.

    """

    compare: Callable[[_T, _T], Any] | None = None
    crowd: int | None = None
    reach: int = 0
    apart: bool = False


@dataclass(frozen=True)
class Terms(Generic[_T]):
    """A kind of items and on which terms they meet.

    Attributes:
        name: of the tables that keep them.
        kind: the dataclass that they are of.
        keys: under which keys an item stands; a pure function of the item.
        rules: by the names that the keys bear.

    """

    name: str
    kind: type[_T]
    keys: Callable[[_T], Iterable[Key]]
    rules: Mapping[str, Rule[_T]]

    def __post_init__(self) -> None:
        """Make the tables known."""
        _ = self.items, self.held, self.pairs

    def places(self, item: _T) -> set[tuple[int, str, str]]:
        """Where an item stands: the number of each key, its place under it, and the rule."""
        return {(number(rule, value), place, rule) for rule, value, place in self.keys(item)}

    @cached_property
    def items(self) -> Table:
        """The items."""
        return schema.items(self.name)

    @cached_property
    def held(self) -> Table:
        """Their keys."""
        return schema.keys(self.name)

    @cached_property
    def pairs(self) -> Table:
        """Which two are something to each other."""
        return schema.pairs(self.name)
