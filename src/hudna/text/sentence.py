"""Sentences as runs of tokens."""

from collections.abc import Sequence
from typing import NamedTuple

from hudna.text.token import Token, TokenKind

_ENDS = frozenset(".!?؟…")
_CLOSERS = frozenset("\"»”')]’")
_INITIAL = 1  # «أ. ف. ب»: a single letter before a full stop is an abbreviation


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) and the number of the line they stand on."""

    first: int
    last: int
    line: int


def split_sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a token sequence: a line end always ends one, a full stop unless it follows a single letter."""
    out: list[Sentence] = []
    first = line = 0
    count = len(tokens)
    i = 0
    while i < count:
        token = tokens[i]
        i += 1
        if token.kind is TokenKind.BREAK:
            if first < i - 1:
                out.append(Sentence(first, i - 1, line))
            first, line = i, line + 1
        elif token.form in _ENDS and not (token.form == "." and i >= 2 and len(tokens[i - 2].form) == _INITIAL and tokens[i - 2].kind is TokenKind.WORD):  # noqa: PLR2004, E501
            while i < count and (tokens[i].form in _ENDS or (tokens[i].form in _CLOSERS and tokens[i].span.start == tokens[i - 1].span.end)):
                i += 1
            out.append(Sentence(first, i, line))
            first = i
    if first < count:
        out.append(Sentence(first, count, line))
    return tuple(out)
