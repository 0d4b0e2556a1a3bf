"""Figures that sources give, as they are compared: how many were killed, how many breaches were counted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf

from hudna.record.dates import Days, days
from hudna.record.disagreements.shares import AND
from hudna.record.model import Breach, Loss, Toll

_NUMBER = re.compile(r"(?P<bound>>=|<=|~)?(?P<low>\d+)(?:-(?P<high>\d+))?")
UNCOUNTED = "unknown"  # the count of those of whom somebody says that nobody says how many they are
_ROUNDED = 0.1  # of a number given as about: «نحو 500» and 512 do not differ
_LOOSE = 1.2  # «مئات» of some 1,100 is no contradiction
_VAGUE = {
    "tens": (10, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
}

Allowed = tuple[float, float]


@dataclass(frozen=True, slots=True)
class About:
    """What the sentences of tolls say beside them.

    Attributes:
        concerns: id of a toll without side → the sides that its sentence names.
        shares: id of a toll → how it belongs to one before it, and that one's id (``shares``).
        words: id of a running total → the words of its sentence.
        windows: ids of the totals of some days, a month or a year.
        fighting: id of a running total → the sides that fight in its document.
        above: ids of the tolls told as more than a number.
        leaders: ids of the tolls that count commanders only.
        uncounted: ids of the tolls told as of an unknown number: «عدد غير محدد من الجنود».

    """

    concerns: Mapping[str, frozenset[str]]
    shares: Mapping[str, tuple[str, str]]
    words: Mapping[str, frozenset[str]]
    windows: frozenset[str]
    fighting: Mapping[str, frozenset[str]]
    above: frozenset[str]
    leaders: frozenset[str]
    uncounted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        id: fact id.
        facts: ids of the facts that it is made of: its own, and those told on top of it.
        document: where it stands.
        what: kind and what is counted: («killed», «military»), («destroyed», «tank»), («violations»,).
        side: whose losses, or by whom the breaches; None if unknown.
        concerns: sides named in the sentence of a figure without side.
        place: entity id.
        when: its days.
        published: days on which its document appeared.
        standing: whether it is a state or running total rather than the toll of an incident.
        event: id of the event, or of the truce, that it counts for.
        count: as told.
        allowed: least and greatest number that fit it.
        claimed_by: who gives it.
        words: of a running total, those of its sentence.
        window: whether it is the total of some days, a month or a year.
        fighting: of a running total, the sides that fight in its document.
        above: whether it is told as more than a number, not only as no less.
        sentence: where the sentence begins that tells it; -1 of breaches.

    """

    id: str
    facts: tuple[str, ...]
    document: str
    what: tuple[str, ...]
    side: str | None
    concerns: frozenset[str]
    place: str | None
    when: Days | None
    published: Days | None
    standing: bool
    event: str | None
    count: str
    allowed: Allowed
    claimed_by: tuple[str, ...]
    words: frozenset[str] = frozenset()
    window: bool = False
    fighting: frozenset[str] = frozenset()
    above: bool = False
    sentence: int = -1

    @property
    def vague(self) -> bool:
        """Whether it is told by no number: «الآلاف»."""
        return not any(letter.isdigit() for letter in self.count)


def figures(
    tolls: Iterable[Toll],
    losses: Iterable[Loss],
    breaches: Iterable[Breach],
    about: About,
    published: Mapping[str, str | None],
) -> list[Figure]:
    """All figures that say how many, sorted by id.

    What is counted in another figure of its sentence is none of its own; what comes on top of another is added to it.

    Args:
        tolls: human losses.
        losses: material losses.
        breaches: alleged violations of truces; those counted are figures of their truce.
        about: what the sentences of the tolls say beside them.
        published: document name → when it appeared.

    """
    out = []
    for toll in tolls:
        if held := allowed(toll.count) or ((0.0, inf) if toll.id in about.uncounted else None):
            standing = toll.cumulative or toll.kind == "displaced"
            named = about.concerns.get(toll.id, frozenset())
            what = (toll.kind, toll.victims, *(["leaders"] if toll.id in about.leaders else ()))
            figure = _figure(toll, what, toll.side, published, held)
            if standing:
                words, window = about.words.get(toll.id, frozenset()), toll.id in about.windows
                fighting = about.fighting.get(toll.id, frozenset())
                figure = replace(figure, standing=True, words=words, window=window, fighting=fighting)
            out.append(replace(figure, concerns=named, above=toll.id in about.above))
    lost = ((x, allowed(x.count)) for x in losses)
    out.extend(_figure(x, (x.kind, x.item), x.side, published, held) for x, held in lost if held)
    counted = ((b, allowed(b.count)) for b in breaches if b.count and b.by)
    out.extend(_violations(breach, published, held) for breach, held in counted if held)
    return sorted(_whole(out, about.shares), key=lambda f: f.id)


def _whole(found: Iterable[Figure], shares: Mapping[str, tuple[str, str]]) -> Iterator[Figure]:
    """The figures, those that come on top of others added, those that are counted in others left out."""
    added: dict[str, Figure] = {}
    parts = {f.id: f for f in found}
    for own, (relation, first) in shares.items():
        if own in parts and first in parts and relation == AND:
            added[first] = parts[own]
    for figure in parts.values():
        if figure.id in added:
            more = added[figure.id]
            total = (figure.allowed[0] + more.allowed[0], figure.allowed[1] + more.allowed[1])
            count = f"{figure.count} + {more.count}"
            yield replace(figure, count=count, allowed=total, facts=(figure.id, more.id))
        elif figure.id not in shares:
            yield figure


def allowed(count: str) -> Allowed | None:
    """Least and greatest number that fit a count as told; None for «unknown»."""
    if vague := _VAGUE.get(count.removeprefix("~")):
        return vague[0], vague[1] * _LOOSE
    found = _NUMBER.fullmatch(count.replace(" ", ""))
    if not found:
        return None
    low = float(found["low"])
    high = float(found["high"] or low)
    if found["bound"] == "~":
        return low * (1 - _ROUNDED), high * (1 + _ROUNDED)
    return (0.0 if found["bound"] == "<=" else low), (inf if found["bound"] == ">=" else high)


def exclude(left: Figure, right: Figure) -> bool:
    """Whether no number fits both; «more than 3,000» does not hold for 3,000."""
    above = any(one.above and two.allowed[1] <= one.allowed[0] for one, two in ((left, right), (right, left)))
    return above or left.allowed[1] < right.allowed[0] or right.allowed[1] < left.allowed[0]


def apart(left: str, right: str) -> bool:
    """Whether no number fits two counts as told."""
    one, two = allowed(left), allowed(right)
    return one is not None and two is not None and (one[1] < two[0] or two[1] < one[0])


def grown(left: Figure, right: Figure) -> bool:
    """Whether two running totals are given as least numbers that differ: «more than 6,500», «more than 6,800»."""
    open_ended = left.allowed[1] == inf == right.allowed[1]
    return left.standing and right.standing and open_ended and left.allowed[0] != right.allowed[0]


def _figure(
    fact: Toll | Loss,
    what: tuple[str, ...],
    side: str | None,
    published: Mapping[str, str | None],
    held: Allowed,
) -> Figure:
    return Figure(
        fact.id,
        (fact.id,),
        fact.document,
        what,
        side,
        frozenset(),
        fact.place,
        days(fact.date),
        days(published[fact.document]),
        False,  # noqa: FBT003 a field
        fact.event,
        fact.count,
        held,
        fact.claimed_by,
        sentence=fact.evidence.start,
    )


def _violations(breach: Breach, published: Mapping[str, str | None], held: Allowed) -> Figure:
    return Figure(
        breach.id,
        (breach.id,),
        breach.document,
        ("violations",),
        ", ".join(breach.by),
        frozenset(),
        None,
        days(breach.date),
        days(published[breach.document]),
        False,  # noqa: FBT003 a field
        breach.truce,
        breach.count or "",
        held,
        breach.claimed_by,
    )
