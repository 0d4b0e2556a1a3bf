"""A text in pieces, so that spans which overlap can be marked in it without moving a character."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hudna.export import seen
from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same spans hold.

    Attributes:
        start: where it begins in the text.
        text: its characters; those of all pieces in their order are the text.
        facts: whose spans hold it, in the order in which they were given.
        cited: whether the passage that was asked for holds it.

    """

    start: int
    text: str
    facts: tuple[str, ...]
    cited: bool


def pieces(
    text: str, spans: Iterable[tuple[Span, str]], cited: Span | None = None, first: int = 0
) -> tuple[Piece, ...]:
    """The text cut wherever a span begins or ends, with the ids of the spans over each piece.

    Of a longer text ``text`` is the part that begins at ``first``; spans, and the places of the pieces, count from the
    beginning of the whole.
    """
    end = first + len(text)
    within = [(Span(max(span.start, first), min(span.end, end)), ident) for span, ident in spans]
    marked = [(span, ident) for span, ident in within if span.start < span.end]
    held = [span for span, _ in marked] + ([cited] if cited else [])
    cuts = sorted({first, end, *(n for span in held for n in span if first <= n <= end)})
    opening = _by(marked, 0)
    closing = _by(marked, 1)
    over: dict[str, int] = {}
    out: list[Piece] = []
    for start, stop in pairwise(cuts):
        over.update({ident: number for number, ident in opening.get(start, ())})
        for _, ident in closing.get(start, ()):
            over.pop(ident, None)
        facts = tuple(sorted(over, key=over.__getitem__))
        out.append(
            Piece(start, text[start - first : stop - first], facts, bool(cited and cited.start <= start < cited.end))
        )
    return tuple(out)


def highlighted(text: str, start: int, spans: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    """A passage of a document on one line, in pieces of which some are set apart.

    Args:
        text: the passage.
        start: where it begins in its document.
        spans: what is set apart, as characters of the document.

    """
    parts = pieces(text, [(Span(max(s.start - start, 0), min(s.end - start, len(text))), "x") for s in spans])
    return tuple((_kept(part.text), bool(part.facts)) for part in parts)


def _kept(text: str) -> str:
    """Text between others: on one line, with a space at an end that has one."""
    return seen(f"|{text}|")[1:-1]


def _by(marked: Sequence[tuple[Span, str]], end: int) -> dict[int, list[tuple[int, str]]]:
    """The spans by where they begin (0) or end (1), each with its place in the order given."""
    out: dict[int, list[tuple[int, str]]] = {}
    for number, (span, ident) in enumerate(marked):
        out.setdefault(span[end], []).append((number, ident))
    return out
