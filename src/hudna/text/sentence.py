"""Sentences as runs of tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from hudna.text.normal import normalise
from hudna.text.span import Span
from hudna.text.token import Token, TokenKind, tokenise

_ENDS = frozenset(".!?؟…")
_CLOSERS = frozenset("\"»”')]’")
_COMMAS = frozenset("،,؛;")
_LONGEST = 256  # tokens; news sentences seldom reach 200, and what goes on longer is cut, so that time stays linear
_start, _end = attrgetter("start"), attrgetter("end")
_INITIAL = 1  # «أ. ف. ب»: a single letter before a full stop is an abbreviation


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) and the number of the line they stand on."""

    first: int
    last: int
    line: int

    def span(self, tokens: Sequence[Token]) -> Span:
        """Where it stands in the text of those tokens."""
        return Span(tokens[self.first].span.start, tokens[self.last - 1].span.end)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a stored text in their order."""
    tokens = tokenise(normalise(text))
    return tuple(sentence.span(tokens) for sentence in split_sentences(tokens))


def around(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that holds a span, or all that it runs through; ``sentences`` are in their order."""
    first = bisect_right(sentences, span.start, key=_end)
    last = bisect_left(sentences, span.end, key=_start)
    if first >= last:
        return span
    return Span(min(sentences[first].start, span.start), max(sentences[last - 1].end, span.end))


def split_sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a token sequence: a line end always ends one, a full stop unless it follows a single letter.

    What goes on for more than 256 tokens without an end is cut, at its commas where there are any.
    """
    out: list[Sentence] = []
    first = line = 0
    count = len(tokens)
    i = 0
    while i < count:
        token = tokens[i]
        i += 1
        if token.kind is TokenKind.BREAK:
            if first < i - 1:
                out.extend(_cut(tokens, first, i - 1, line))
            first, line = i, line + 1
        elif token.form in _ENDS and not _abbreviates(tokens, i - 1):
            while i < count and (
                tokens[i].form in _ENDS
                or (tokens[i].form in _CLOSERS and tokens[i].span.start == tokens[i - 1].span.end)
            ):
                i += 1
            out.extend(_cut(tokens, first, i, line))
            first = i
    if first < count:
        out.extend(_cut(tokens, first, count, line))
    return tuple(out)


def _abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is a full stop behind a single letter."""
    if i == 0 or tokens[i].form != ".":
        return False
    return len(tokens[i - 1].form) == _INITIAL and tokens[i - 1].kind is TokenKind.WORD


def _cut(tokens: Sequence[Token], first: int, last: int, line: int) -> Iterator[Sentence]:
    """Tokens ``first`` to ``last`` as sentences of at most 256 tokens: almost always one."""
    while last - first > _LONGEST:
        end = first + _LONGEST
        comma = next((i for i in range(end, first + _LONGEST // 2, -1) if tokens[i - 1].form in _COMMAS), end)
        yield Sentence(first, comma, line)
        first = comma
    yield Sentence(first, last, line)
