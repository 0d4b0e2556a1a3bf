"""A very long text in stretches, so that no browser is sent more than it can show."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hudna.text import Span

LONGEST = 50_000  # characters
_MOST = 500  # facts that begin in a stretch, but for those that begin at one place


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a text.

    Attributes:
        start: the first.
        end: the one behind the last.
        first: number of the first fact that begins in them, from 0.
        last: number of the one behind the last.

    """

    start: int
    end: int
    first: int
    last: int


def stretches(length: int, starts: Sequence[int]) -> tuple[Stretch, ...]:
    """A text of so many characters, at least one stretch of it; ``starts`` says where facts begin, in their order."""
    out: list[Stretch] = []
    start = first = 0
    while not out or start < length:
        end = min(start + LONGEST, length)
        if first + _MOST < len(starts) and start < starts[first + _MOST] < end:
            end = starts[first + _MOST]
        last = len(starts) if end == length else bisect_left(starts, end, first)
        out.append(Stretch(start, end, first, last))
        start, first = end, last
    return tuple(out)


def chosen(parts: Sequence[Stretch], page: str | None, cited: Span | None) -> int:
    """Number of the stretch that was asked for, from 1: by its number, else by characters that it holds."""
    if page and page.isascii() and page.isdigit():
        return min(max(int(page[:9]), 1), len(parts))
    return bisect_right([part.start for part in parts], cited.start) if cited else 1
