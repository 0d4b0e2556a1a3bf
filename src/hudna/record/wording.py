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


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    return frozenset(stemmed(text))


def stemmed(text: str) -> list[str]:
    """The same in the order of the words."""
    light = vocabulary().light_words
    return [_stem(form) for form in words(fold(text)) if form not in light and len(form) > 1]


def written(phrases: Iterable[str], before: str = "[وف]?") -> re.Pattern[str]:
    """Finds phrases as whole words in text as it was written, with whatever hamzas, vowel signs and tatweels.

    Args:
        phrases: as the lexicon has them.
        before: pattern of what may be written onto the first word.

    """
    forms = sorted({fold(p) for p in phrases}, key=lambda f: (-len(f), f))
    spelt = "|".join(r"\s+".join(_SIGNS.join(_letter(c) for c in word) for word in form.split()) for form in forms)
    return re.compile(rf"(?<!\w){before}(?P<phrase>{spelt}){_SIGNS}(?!\w)")


def _letter(letter: str) -> str:
    return _LIKE.get(letter) or re.escape(letter)


@lru_cache(maxsize=1 << 15)
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
