"""What a page is, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import UnionType
from typing import TYPE_CHECKING, Any

from hudna.web.paging import SIZE

if TYPE_CHECKING:
    from hudna.web.asking import Ask
    from hudna.web.edition import View


class NotHeld(LookupError):  # noqa: N818 an answer, not a fault
    """The record holds nothing under the address that was asked for."""


class Moved(LookupError):  # noqa: N818 an answer, not a fault
    """What was asked for is found under another address: ``address``, without an ending."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class NotReady(LookupError):  # noqa: N818 an answer, not a fault
    """What was asked for is being worked out.

    Attributes:
        done: how many parts of what pages need are worked out.
        parts: of how many.
        why: what keeps the record from being read; "" while nothing does.

    """

    def __init__(self, done: int, parts: int, why: str = "") -> None:
        super().__init__(why)
        self.done = done
        self.parts = parts
        self.why = why


@dataclass(frozen=True, slots=True)
class Rows:
    """A list: on the page, a slice of it; as ``.json`` the same slice with the total; as ``.csv`` all of it.

    Attributes:
        kind: the dataclass of its rows.
        rows: those asked for.
        more: what the template is given besides.

    """

    kind: type[Any]
    rows: Sequence[Any]
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class One:
    """A single thing, a dataclass; as ``.json`` its fields.

    Attributes:
        value: the template has it under this name.
        more: what the template is given besides.
        table: where its page has a table of it, as ``.csv`` the rows of that.

    """

    value: Any
    more: Mapping[str, Any] = field(default_factory=dict)
    table: Rows | None = None


Answer = Rows | One


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter that a page reads of the query.

    Attributes:
        name: as it stands in addresses.
        about: what it asks for, one English sentence for the description of the API.
        pattern: a regular expression, without anchors, that its value fits; what does not fit asks for nothing.
        required: whether there is no answer without it.

    """

    name: str
    about: str
    pattern: str = r"[\s\S]*\S[\s\S]*"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the application.

    Attributes:
        name: of its template ``pages/<name>.html.j2``, its catalogue ``locale/*/<name>.po`` and its bundles
            ``pages/<name>.css`` and ``.js``, where there are such.
        path: its address, with parameters in braces.
        title: message id of its name.
        show: answers a request.
        order: its place in the navigation; None where only other pages lead to it.
        filters: names of the filters that it takes, of ``asking.FILTERS``.
        lists: whether it answers with ``Rows``, and so as ``.csv`` too.
        tabled: of a page that does not list, whether what it answers with has a table, and so a ``.csv``.
        warm: views that it needs without filters, worked out before anyone asks.
        waits: a parameter of the query without which it needs none of them: a search for nothing waits for nothing.
        kind: of a page that does not list, the dataclass that it answers with, as the API describes it; of a list with
            rows of several kinds, all of them.
        takes: what it reads of the query besides filters and paging; the API refuses what nobody takes.
        size: rows of a part where nobody asks for another number.
        most: rows that ``.json`` and the API give of each list within a single thing.

    """

    name: str
    path: str
    title: str
    show: "Callable[[Ask], Answer]"
    order: int | None = None
    filters: tuple[str, ...] = ()
    lists: bool = True
    tabled: bool = False
    warm: "tuple[View[Any], ...]" = ()
    waits: str = ""
    kind: type[Any] | UnionType | None = None
    takes: "tuple[Taken, ...]" = ()
    size: int = SIZE
    most: int = 1000

    def needs(self, query: Mapping[str, str]) -> "tuple[View[Any], ...]":
        """The views that an answer to a query waits for."""
        return () if self.waits and not query.get(self.waits, "").strip() else self.warm

    @property
    def forms(self) -> tuple[str, ...]:
        """In which forms it answers besides HTML."""
        return ("json", "csv") if self.lists or self.tabled else ("json",)
