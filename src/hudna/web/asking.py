"""What a request asks of a page: an edition of the record, a language, and the rows of interest."""

import re
from calendar import monthrange
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from starlette.requests import Request

from hudna.export.brief import Voice
from hudna.views import EVERYTHING, Choice, NobodyOfThatName, choose
from hudna.web import words
from hudna.web.edition import Edition, View
from hudna.web.guard import ANYBODY, User, user
from hudna.web.language import Tongue, tongue
from hudna.web.page import Moved, NotHeld
from hudna.web.signing import author

FILTERS = ("actor", "place", "side", "since", "until")
EVENTS = (*FILTERS, "type", "standing")  # the filters of pages whose rows are events
_DAY = re.compile(words.DAY)
_PARTS = re.compile(r"[-/.]")
LONGEST = 200  # characters of what a filter or a search takes
_Row = TypeVar("_Row")


class Unclear(ValueError):  # noqa: N818 what it is called on the page
    """A filter means nothing; ``field`` is its name, ``problem`` a key of the catalogue's messages."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Ask:
    """A request as pages see it.

    Attributes:
        edition: the record.
        tongue: the language of the answer.
        parts: the parameters of the address.
        query: what stands behind «?», the last of each name.
        choice: the rows that the filters ask for.
        unclear: the filter that means nothing, if one does; ``choice`` then asks for everything.
        user: who asks.
        author: the name under which they judge; "" where they gave none yet.

    """

    edition: Edition
    tongue: Tongue
    parts: Mapping[str, str]
    query: Mapping[str, str]
    choice: Choice = EVERYTHING
    unclear: Unclear | None = None
    user: User = ANYBODY
    author: str = ""

    @property
    def voice(self) -> Voice:
        """The words of the brief in the language of the answer."""
        return self.edition.voice(self.tongue.language)

    def among(self, name: str, known: Container[str]) -> str | None:
        """What the query says under a name, if it is one of the values that are known."""
        given = self.query.get(name)
        return given if given is not None and given in known else None

    def ident(self, name: str, held: Container[str], address: Callable[[str], str]) -> str:
        """The id that stands in the path under ``name``, one of ``held``; ``address`` tells where another is found.

        Raises:
            Moved: it became another, which is held.
            NotHeld: it did not.

        """
        given = self.parts[name]
        if given in held:
            return given
        now = self.edition.store.resolve(given)
        raise Moved(address(now)) if now in held else NotHeld(given)

    def rows(self, view: View[_Row]) -> Sequence[_Row]:
        """The rows of a view that are asked for; none where a filter means nothing."""
        return () if self.unclear else self.edition.rows(view, self.choice)


def asked(request: Request, edition: Edition, filters: tuple[str, ...]) -> Ask:
    """What a request asks, by the filters that its page takes."""
    query = {key: value.strip()[:LONGEST] for key, value in request.query_params.items() if value.strip()}
    parts = {key: str(value) for key, value in request.path_params.items()}
    given = {name: query[name] for name in filters if name in query}
    try:
        choice, unclear = _choice(edition, given), None
    except Unclear as error:
        choice, unclear = EVERYTHING, error
    return Ask(edition, tongue(request), parts, query, choice, unclear, user(request), author(request))


def _choice(edition: Edition, given: Mapping[str, str]) -> Choice:
    """The choice that filters describe, found once for each description. Raises Unclear."""
    if not given:
        return EVERYTHING
    for name, known in words.CHOICES.items():
        if given.get(name, known[0]) not in known:
            raise Unclear(name, "word")
    days = {name: _day(name, given[name]) for name in ("since", "until") if name in given}
    if len(days) > 1 and days["since"] > days["until"]:
        raise Unclear("since", "later")
    names = {name: value for name, value in given.items() if name not in days and name not in words.CHOICES}
    found = [_named(edition, name, value) for name, value in names.items()]
    return Choice(
        tuple(a for c in found for a in c.actors),
        next((c.places for c in found if c.places), None),
        days.get("since"),
        days.get("until"),
        next((c.side for c in found if c.side), None),
        given.get("type"),
        given.get("standing"),
    )


def _named(edition: Edition, name: str, value: str) -> Choice:
    """The choice of one filter by name, or by an id that its thing has or had. Raises Unclear."""
    try:
        found = edition.keep((__name__, name, value), lambda dossier: choose(dossier.record, **{name: value}))
    except NobodyOfThatName as error:
        now = edition.store.resolve(value)
        if now == value:
            raise Unclear(name, "nobody") from error
        return _named(edition, name, now)
    assert isinstance(found, Choice)  # noqa: S101 made just here
    return found


def _day(name: str, value: str) -> str:
    """The day that is meant; of a year or month its first, or as the end of a stretch its last. Raises Unclear."""
    if not _DAY.fullmatch(value):
        raise Unclear(name, "day")
    year, *rest = (int(part) for part in _PARTS.split(value))
    last = name == "until"
    try:
        month = rest[0] if rest else 12 if last else 1
        day = rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1
        return date(year, month, day).isoformat()
    except ValueError as error:  # of which IllegalMonthError is one
        raise Unclear(name, "day") from error
