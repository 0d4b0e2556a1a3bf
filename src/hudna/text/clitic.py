"""Clitics: what Arabic writes onto a word.

Splitting is formal: every way in which a normalised form can be read as particle + stem (+ pronoun). Which of them is a
word is for the lexicon to say; names that merely begin with one of the letters («ولايتي») are guarded there.
"""

from functools import lru_cache
from typing import NamedTuple

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_SHORTEST = 2  # letters that a stem must keep
_DOUBLE = 4  # letters of a form that begins with two ل and may be «ل» and a word with ل
_REMEMBERED = 1 << 15  # forms whose splittings are kept: most running words are among fewer, and each takes 0.3 KB

# Longest first, in normalised letters; the pronouns of the first and second person occur in quotations.
ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "كن", "ني", "ه", "ك")


class Split(NamedTuple):
    """One formal reading of a form.

    Attributes:
        cut: number of letters before the stem, which are no part of a name that the stem begins.
        clitics: the particles among them («و», «وب», «ل»), without the article.
        stem: the rest; «ال» stands whole again where ل swallowed its alef.

    """

    cut: int
    clitics: str
    stem: str


@lru_cache(maxsize=_REMEMBERED)
def proclitics(form: str) -> tuple[Split, ...]:
    """The readings of a normalised form by its leading particles, the unsplit one first."""
    out = [Split(0, "", form)]
    cut = 0
    if len(form) > _SHORTEST and form[0] in _CONJUNCTIONS:
        out.append(Split(1, form[0], form[1:]))
        cut = 1
    for start in {0, cut}:
        rest = form[start:]
        if len(rest) <= _SHORTEST or rest[0] not in _PREPOSITIONS:
            continue
        if rest.startswith("لل") and len(rest) > _SHORTEST + 1:
            out.append(Split(start + 1, form[: start + 1], "ا" + rest[1:]))
        if not rest.startswith("لل") or len(rest) > _DOUBLE:  # «للقاء» is «ل» with «لقاء» or with «اللقاء»
            out.append(Split(start + 1, form[: start + 1], rest[1:]))
    return tuple(out)


@lru_cache(maxsize=_REMEMBERED)
def enclitics(stem: str) -> tuple[tuple[str, str], ...]:
    """The readings of a stem as (word, attached pronoun or ""), the whole first; a closed «ت» is given open too."""
    if not stem.endswith(ENCLITICS):
        return ((stem, ""),)
    out = [(stem, "")]
    for pronoun in ENCLITICS:
        rest = stem[: -len(pronoun)]
        if stem.endswith(pronoun) and len(rest) >= _SHORTEST:
            out.append((rest, pronoun))
            if rest.endswith("ت"):
                out.append((rest[:-1] + "ه", pronoun))
            elif rest.endswith("ا"):
                out.append((rest[:-1] + "ي", pronoun))  # «رآه», «ألقاها»: alef maqsura opens before a pronoun
            elif rest.endswith(("اي", "او")):
                out.append((rest[:-1] + "ء", pronoun))  # «لقائه», «لقاؤه»: the hamza takes a seat before a pronoun
            elif rest.endswith("و"):
                out.append((rest + "ا", pronoun))  # «اتهموه»: the silent alef falls
    return tuple(out)
