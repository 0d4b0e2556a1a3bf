"""Full text search."""

from dataclasses import dataclass

from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words searched for."""

    document: str
    sentence: Span
    words: tuple[Span, ...]  # where they stand in the stored text
