"""The way back from a row to the words that carry it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a fact stands.

    Attributes:
        document: name of the document.
        span: the words that carry the fact.
        sentence: the sentence around them.
        fact: id of the fact.
        quote: the words themselves.

    """

    document: str
    span: Span
    sentence: Span
    fact: str
    quote: str

    def __str__(self) -> str:
        return f"{self.document}:{self.span.start}-{self.span.end}"


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks by document and place in the text."""
    return tuple(sorted(marks, key=lambda m: (m.document, m.span)))
