"""Items that meet: kept from run to run, compared only where something changed, and grouped by what was found."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from sqlalchemy import Connection

from hudna.record.workings.component import Component, Found
from hudna.record.workings.terms import Terms

_T = TypeVar("_T")


class Pool(ABC, Generic[_T]):
    """All items of one kind in a record.

    Attributes:
        touched: numbers of the items that came, changed or went in this run.
        disturbed: those that are something to another since, or no more.
        left: groups that items were in which went.

    """

    def __init__(self, connection: Connection, terms: Terms[_T]) -> None:
        """The items that earlier runs left in the tables."""
        self.touched: set[int] = set()
        self.disturbed: set[int] = set()
        self.left: set[str] = set()
        self._connection = connection
        self._terms = terms

    # --- what is there ---

    @abstractmethod
    def get(self, wanted: Iterable[int]) -> Mapping[int, _T]:
        """The items of these numbers that there are."""

    @abstractmethod
    def owned(self, owners: Iterable[str]) -> Mapping[str, set[int]]:
        """Owner → the numbers of its items."""

    @abstractmethod
    def owners(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → the owner of the item."""

    @abstractmethod
    def groups(self, wanted: Iterable[int]) -> Mapping[int, str]:
        """Number → id of the group that the item is in, for those that are in one."""

    @abstractmethod
    def members(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items, for those that have any."""

    @abstractmethod
    def owners_in(self, groups: Iterable[str]) -> set[str]:
        """The owners of the items of these groups."""

    @abstractmethod
    def sizes(self, groups: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Group → how many items it has and the smallest number, for those that have any."""

    @abstractmethod
    def of_first(self, groups: Iterable[str]) -> Mapping[str, list[int]]:
        """Group → the numbers of its items that its first owner has, in order."""

    # --- coming and going ---

    @abstractmethod
    def put(self, given: Mapping[int, tuple[str, _T]]) -> None:
        """Put items with their owners in; those that are the same as before are not touched."""

    @abstractmethod
    def drop(self, gone: Iterable[int]) -> None:
        """Take items out."""

    @abstractmethod
    def assign(self, groups: Mapping[int, str]) -> None:
        """Note the group that each of these items is in."""

    def replace(self, given: Mapping[str, Mapping[int, _T]]) -> None:
        """Put the items of these owners in place of what they had: an owner without items loses all."""
        held = self.owned(given)
        self.drop({own for owner, mine in held.items() for own in mine if own not in given[owner]})
        self.put({own: (owner, item) for owner, items in given.items() for own, item in items.items()})

    def save(self) -> None:
        """Write what the tables do not hold yet; nothing more is asked of the pool in this run."""

    # --- meeting ---

    @abstractmethod
    def meet(self) -> None:
        """Compare all that can be something to an item that was touched; forget what no longer holds."""

    @abstractmethod
    def found(self, items: Iterable[int]) -> Iterator[Found]:
        """What these items are to others that come second to them."""

    @abstractmethod
    def components(self, also: Iterable[int] = (), /) -> Iterator[Component[_T]]:
        """The components that have an item which was touched, lost or gained something, or is one of ``also``."""
