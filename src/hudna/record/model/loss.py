"""Human and material losses, as claims give them."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Toll:
    """Human losses as one claim gives them.

    Attributes:
        id: fact id.
        document: where it stands.
        kind: killed, wounded, missing, captured, displaced or killed_or_wounded.
        count: as in the reading: "12", ">=12", "10-12", "~tens", "unknown".
        low: least number that the count allows; None where it sets no bound.
        high: greatest number that the count allows; None where it sets no bound.
        victims: military, civilian, mixed or unspecified.
        side: whose losses they are.
        place: entity id.
        date: ISO 8601.
        cumulative: whether it is a running total; never added to others.
        claimed_by: who gives the figure.
        event: the event that is said to have caused it.
        telling: that event's telling in the document.
        blamed: whom the teller says caused it.
        quote: the words that carry it.
        evidence: the sentence.
        rule: id of the rule that found it.

    """

    id: str
    document: str
    kind: str
    count: str
    low: int | None
    high: int | None
    victims: str
    side: str | None
    place: str | None
    date: str | None
    cumulative: bool
    claimed_by: tuple[str, ...]
    event: str | None
    telling: str | None
    blamed: tuple[str, ...]
    quote: Span
    evidence: Span
    rule: str


@made_fast
@dataclass(frozen=True, slots=True)
class Loss:
    """Material losses as one claim gives them; fields as in ``Toll``."""

    id: str
    document: str
    kind: str  # destroyed, damaged, downed or captured
    item: str
    count: str
    low: int | None
    high: int | None
    side: str | None
    place: str | None
    date: str | None
    claimed_by: tuple[str, ...]
    event: str | None
    telling: str | None
    blamed: tuple[str, ...]
    quote: Span
    evidence: Span
    rule: str
