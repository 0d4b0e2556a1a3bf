"""Sentences as runs of tokens."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hudna.text.token import Token, TokenKind

_ENDS = frozenset(".!?؟…")
_CLOSERS = frozenset("\"»”')]’")
_COMMAS = frozenset("،,؛;")
_LONGEST = 256  # tokens; news sentences seldom reach 200, and what goes on longer is cut, so that time stays linear
_INITIAL = 1  # «أ. ف. ب»: a single letter before a full stop is an abbreviation


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) and the number of the line they stand on."""

    first: int
    last: int
    line: int


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
