"""What a word is when it could be part of an unknown name: given name, particle of names, ordinary word, word of the grammar."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from hudna.lexicon.source import read_settings
from hudna.text import fold
from hudna.text.clitic import proclitics

_SHORTEST = 3  # letters a stem must have for a form to be read as particle + ordinary word


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists of one language, all normalised.

    Attributes:
        given: given names and other frequent parts of person names, with their usual English spelling.
        particles: «بن», «أبو», «عبد» …
        function: words of the grammar and of the calendar.
        description: adjectives before which the name of a body or place ends.
        qualifiers: adjectives inside the name of a body.
        ordinary: inflected words that occur in news.

    """

    given: dict[str, str]
    particles: frozenset[str]
    function: frozenset[str]
    description: frozenset[str]
    qualifiers: frozenset[str]
    ordinary: frozenset[str]

    def is_function(self, form: str) -> bool:
        """Whether a form is a word of the grammar, with or without particles before it."""
        return form in self.function or any(s.cut and s.stem in self.function for s in proclitics(form) if form not in self.given)

    def is_ordinary(self, form: str) -> bool:
        """Whether a form is a word of the language, with or without particles before it."""
        if form in self.ordinary or form in self.function:
            return True
        return any(s.cut and len(s.stem) >= _SHORTEST and (s.stem in self.ordinary or s.stem in self.function) for s in proclitics(form))

    def is_unknown(self, form: str) -> bool:
        """Whether a form is no word that news uses otherwise: most likely a name."""
        return len(form) > 1 and form not in self.particles and not self.is_ordinary(form)


@lru_cache(maxsize=4)
def given_names(language: str) -> dict[str, str]:
    """Normalised given names with their English spelling, from names/given_names.tsv."""
    file = files("hudna.lexicon").joinpath(language, "names", "given_names.tsv")
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]
    return {fold(row[0]): row[1] if len(row) > 1 else "" for row in rows}


@lru_cache(maxsize=4)
def name_words(language: str) -> NameWords:
    """The word lists of a language."""
    lists = {key: frozenset(fold(text).split()) for key, text in read_settings(language, "name_words").items()}
    file = files("hudna.lexicon").joinpath(language, "ordinary.txt")
    ordinary = frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()
    return NameWords(given=given_names(language), ordinary=ordinary, **lists)
