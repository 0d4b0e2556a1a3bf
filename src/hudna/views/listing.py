"""Rows in their order, each made when somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

_Item = TypeVar("_Item")
_Row_co = TypeVar("_Row_co", covariant=True)


class Listing(Sequence[_Row_co], Generic[_Item, _Row_co]):
    """What a view finds, without the rows that nobody looks at: of ten thousand a page shows fifty.

    A row is made once; a slice is a tuple of rows.
    """

    def __init__(self, items: Sequence[_Item], make: Callable[[_Item], _Row_co]) -> None:
        """Rows that ``make`` gives of each of some items, in their order."""
        self._items = items
        self._make = make
        self._rows: dict[int, _Row_co] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> _Row_co: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[_Row_co, ...]: ...

    def __getitem__(self, at: int | slice) -> _Row_co | tuple[_Row_co, ...]:
        """A row, or some."""
        places = range(len(self._items))[at]
        return self._row(places) if isinstance(places, int) else tuple(map(self._row, places))

    def _row(self, place: int) -> _Row_co:
        if place not in self._rows:
            self._rows[place] = self._make(self._items[place])
        return self._rows[place]
