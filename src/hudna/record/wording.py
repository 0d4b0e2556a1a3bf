"""The words of a telling, bared of clitics and endings, for comparing sentences of different documents."""

from functools import lru_cache
from sys import intern

from hudna.record.vocabulary import bare, vocabulary
from hudna.text import TokenKind, normalise, tokenise
from hudna.text.clitic import proclitics

_ENDINGS = ("اته", "اتها", "اتهم", "هما", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ي", "ا", "ت")
_STEM = 3  # letters that a stem keeps


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    return frozenset(stemmed(text))


def stemmed(text: str) -> list[str]:
    """The same in the order of the words."""
    light = vocabulary().light_words
    return [
        _stem(t.form)
        for t in tokenise(normalise(text))
        if t.kind in (TokenKind.WORD, TokenKind.NUMBER) and t.form not in light and len(t.form) > 1
    ]


@lru_cache(maxsize=1 << 15)
def _stem(form: str) -> str:
    """A word without article, particles before the article and one ending: rough, but the same for all its forms."""
    word = next((bare(s.stem) for s in proclitics(form) if bare(s.stem) != s.stem), form)
    if word == form and word[0] in "وف" and len(word) > _STEM + 1:
        word = word[1:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return intern(word[: -len(ending)])
    return intern(word)
