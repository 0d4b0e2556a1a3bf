"""The words of texts: bared of clitics and endings, for comparing sentences; in all spellings, for finding them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from hudna.record.vocabulary import bare, vocabulary
from hudna.text import fold, words
from hudna.text.clitic import proclitics

_ENDINGS = ("اته", "اتها", "اتهم", "هما", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ي", "ا", "ت")
# Vowel signs and tatweels. A class of three ranges or more takes ten times as long to compile, and phrases have many.
_SIGN = "[\u064b-\u0652\u0640]*"
_SIGNS = rf"{_SIGN}(?:\u0670{_SIGN})*"
# a folded letter and those that it stands for
_LIKE = {"ا": "(?![ؤئ])[\u0622-\u0627\u0671]", "ه": "[هة]", "ي": "[يىئ]", "و": "[وؤ]"}
_STEM = 3  # letters that a stem keeps


@lru_cache(maxsize=1 << 12)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    return frozenset(stemmed(text))


def stemmed(text: str) -> list[str]:
    """The same in the order of the words."""
    return [stem for form in words(fold(text)) if (stem := _said(form))]


def written(phrases: Iterable[str], before: str = "[وف]?") -> re.Pattern[str]:
    """Finds phrases as whole words in text as it was written, with whatever hamzas, vowel signs and tatweels.

    Args:
        phrases: as the lexicon has them.
        before: pattern of what may be written onto the first word.

    """
    forms = sorted({fold(p) for p in phrases}, key=lambda f: (-len(f), f))
    spelt = "|".join(r"\s+".join(_SIGNS.join(_letter(c) for c in word) for word in form.split()) for form in forms)
    return re.compile(rf"(?<!\w){before}(?P<phrase>{spelt}){_SIGNS}(?!\w)")


def marks(phrases: Iterable[str]) -> tuple[str, ...]:
    """Folded words of which a folded text holds one if ``written`` finds any of the phrases in it.

    To look for them takes a tenth of what it takes to look for the phrases, which few texts have.
    """
    light = vocabulary().light_words
    told = {max(fold(phrase).split(), key=lambda word: (word not in light, len(word), word)) for phrase in phrases}
    return tuple(sorted(word for word in told if not any(other in word for other in told - {word})))


def bears(text: str, marked: Iterable[str]) -> bool:
    """Whether a text has one of some ``marks``."""
    held = _folded(text)
    return any(word in held for word in marked)


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """The folded text of a document of which several things are asked in a row."""
    return fold(text)


def _letter(letter: str) -> str:
    return _LIKE.get(letter) or re.escape(letter)


@lru_cache(maxsize=1 << 15)
def _said(form: str) -> str:
    """The stem of a word that says something, "" of any other."""
    return _stem(form) if len(form) > 1 and form not in vocabulary().light_words else ""


def _stem(form: str) -> str:
    """A word without article, particles before the article and one ending: rough, but the same for all its forms.

    A word for a state, its people or what is theirs gives the state's code, lest one state's words be more alike than
    another's.
    """
    if state := vocabulary().state(form):
        return state
    word = next((bare(s.stem) for s in proclitics(form) if bare(s.stem) != s.stem), form)
    if word == form and word[0] in "وف" and len(word) > _STEM + 1:
        word = word[1:]
    if state := vocabulary().state(word):
        return state
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return intern(word[: -len(ending)])
    return intern(word)
