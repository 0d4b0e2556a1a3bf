"""The way back from a row to the words that carry it."""

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
