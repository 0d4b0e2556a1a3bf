"""The normalised form of a text, with the way back to every original character.

What is folded: alef with hamza or madda to bare alef, ta marbuta to ha, alef maqsura to ya, hamza seats (ؤ ئ) to their
letter, Persian and Urdu letters to the Arabic ones, presentation forms to plain letters, Arabic-Indic digits to 0-9,
bidirectional marks and odd spaces to a space; what was left of HTML («&#34;», «&quot;») to the sign that it stands for.
What is dropped: tatweel, vowel signs, zero-width joiners.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from html import unescape

from hudna.frozen import made_fast

_FOLD = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    "ة": "ه",
    "ى": "ي",
    "ؤ": "و",
    "ئ": "ي",
    # Persian, Urdu and Kurdish letters
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ی": "ي",
    "ې": "ي",
    "ێ": "ي",
    "ے": "ي",
    "ہ": "ه",
    "ە": "ه",
    "ھ": "ه",
    "ۀ": "ه",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڨ": "ق",
    "ۆ": "و",
    "ڵ": "ل",
    "ڕ": "ر",
    **{chr(0x0660 + d): str(d) for d in range(10)},
    **{chr(0x06F0 + d): str(d) for d in range(10)},
    "٫": ".",
    "٬": ",",
    # spaces and direction marks separate words, they are never part of one
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00", " "),
}
_DROPPED = "\u0640\u200b\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_PRESENTED = "\ufb50-\ufdff\ufe70-\ufefc"
_IRREGULAR = re.compile(f"[{_DROPPED}{_PRESENTED}]|&(?:#[0-9]{{2,4}}|quot|amp|nbsp|[lr]aquo|[lr]dquo|[lr]squo);")
_USUAL = "أإآةىؤئ"  # every text has them; the others are looked for together, as most texts have few
_UNUSUAL = re.compile(f"[{_DROPPED}{_PRESENTED}{re.escape(''.join(c for c in _FOLD if c not in _USUAL))}]")


@made_fast
@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text and the map back.

    Attributes:
        text: the normalised text.
        origin: for each offset of ``text`` (and one past its end) the offset in the original; None if they are equal.

    """

    text: str
    origin: tuple[int, ...] | None = None

    def back(self, offset: int) -> int:
        """Offset in the original of an offset in the normalised text; an end offset takes dropped signs with it."""
        return offset if self.origin is None else self.origin[offset]


def normalise(text: str) -> Normal:
    """The normalised form of ``text`` with the map back, in one pass."""
    if not _IRREGULAR.search(text):
        return Normal(fold(text))
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for found in _IRREGULAR.finditer(text):
        at = found.start()
        parts.append(text[done:at])
        origin.extend(range(done, at))
        sign = unescape(found[0])
        plain = " " if sign.isspace() else _plain(sign)
        parts.append(plain)
        origin.extend([at] * len(plain))
        done = found.end()
    parts.append(text[done:])
    origin.extend(range(done, len(text) + 1))
    return Normal(fold("".join(parts)), tuple(origin))


def fold(text: str) -> str:
    """``text`` normalised, without the map: for looking things up."""
    text = _UNUSUAL.sub(lambda found: _plain(found[0]), text)
    for letter in _USUAL:
        text = text.replace(letter, _FOLD[letter])
    return text


@cache
def _plain(letter: str) -> str:
    """What stands for an unusual letter; nothing for one that is dropped."""
    held = unicodedata.normalize("NFKC", letter) if letter >= "\ufb50" and letter not in _FOLD else letter
    return "".join(_FOLD.get(c, c) for c in held if c == " " or not _IRREGULAR.match(c))
