"""Where in a text something stands."""

from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of a stored text: ``text[start:end]`` is what was said."""

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Whether this span lies wholly inside ``other``."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
