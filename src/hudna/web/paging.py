"""Long lists in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SIZE = 50  # rows of a part, where a page has no reason for fewer
MOST = 1000  # rows of a part that a reader may ask for


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a list.

    Attributes:
        rows: these.
        number: of the part, from 1.
        of: how many parts there are, at least one.
        total: rows of the list.
        first: place of the first of the rows in the list, from 1; 0 where there is none.

    """

    rows: tuple[Any, ...]
    number: int
    of: int
    total: int
    first: int

    @property
    def last(self) -> int:
        """Place of the last of the rows."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def part(rows: Sequence[Any], query: Mapping[str, str], usual: int = SIZE) -> Part:
    """The part that a query asks for by ``page`` and ``size``; what it cannot mean is the nearest that there is."""
    size = min(max(_whole(query.get("size"), usual), 1), MOST)
    of = max(1, -(-len(rows) // size))
    number = min(max(_whole(query.get("page"), 1), 1), of)
    start = (number - 1) * size
    return Part(tuple(rows[start : start + size]), number, of, len(rows), start + 1 if rows else 0)


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < len(str(10**9)) else otherwise
