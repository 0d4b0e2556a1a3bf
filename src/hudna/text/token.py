"""Words, numbers and marks of a text."""

import re
from enum import Enum
from typing import NamedTuple

from hudna.text.normal import Normal
from hudna.text.span import Span

ARABIC_LETTER = re.compile("[\u0621-\u064a]")  # of the basic alphabet, no mark nor digit
COMMAS = frozenset("،,")
STOPS = frozenset(":;؛.!?؟…")  # marks that no clause goes beyond
DASHES = frozenset("-–—")
QUOTES = frozenset("\"«»“”„‘’'{}")


class TokenKind(Enum):
    """What a token is made of."""

    WORD = "word"  # Arabic letters
    NUMBER = "number"  # digits, with inner separators
    FOREIGN = "foreign"  # letters of other scripts
    MARK = "mark"  # punctuation, one character each
    BREAK = "break"  # end of a line


class Token(NamedTuple):
    """One token.

    Attributes:
        span: its characters in the stored text.
        form: its normalised form.
        kind: what it is made of.
        at: offset of ``form`` in the normalised text.

    """

    span: Span
    form: str
    kind: TokenKind
    at: int


_WORD = r"[\u0621-\u064a\u0671-\u06d3]+"
_NUMBER = r"[0-9]+(?:[.,:][0-9]+)*"
_TOKEN = re.compile(
    rf"(?P<word>{_WORD})"
    rf"|(?P<number>{_NUMBER})"
    r"|(?P<foreign>[^\W\d_\u0600-\u06ff]+)"
    r"|(?P<break>\r\n|[\n\r\u2028\u2029])"
    r"|(?P<mark>\S)"
)
_SAID = re.compile(f"{_WORD}|{_NUMBER}")
_KINDS = {kind.value: kind for kind in TokenKind}


def tokenise(normal: Normal) -> tuple[Token, ...]:
    """The tokens of a normalised text in order; white space other than line ends yields none."""
    origin = normal.origin
    out = []
    for m in _TOKEN.finditer(normal.text):
        start, end = m.span()
        span = Span(start, end) if origin is None else Span(origin[start], origin[end])
        out.append(Token(span, m.group(), _KINDS[m.lastgroup or "mark"], start))
    return tuple(out)


def words(text: str) -> list[str]:
    """The words and numbers of a text that is normalised already, in order and without their places."""
    found: list[str] = _SAID.findall(text)
    return found
