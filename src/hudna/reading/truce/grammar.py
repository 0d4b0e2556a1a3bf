"""The small words that steer the reading of truces.

From lexicon/<language>/truce_words.yaml, which says what each class holds; a field of Grammar for each line.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.lexicon import read_settings

_PARTICLES = "وفبل"  # letters written onto the word behind them
_SHORTEST = 3  # letters that a word has without them


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of one language, in normalised letters."""

    negations: frozenset[str]
    doubts: frozenset[str]
    conditions: frozenset[str]
    wishes: frozenset[str]
    others: frozenset[str]


@lru_cache(maxsize=4)
def load_truce_grammar(language: str = "ar") -> Grammar:
    """The closed classes of a language."""
    words: dict[str, Any] = read_settings(language, "truce_words")
    return Grammar(**{name: frozenset(forms) for name, forms in words.items()})


def bare(form: str) -> str:
    """A form without its particles and article: «والحرب» → «حرب»."""
    while len(form) > _SHORTEST and form[0] in _PARTICLES and form[1:].startswith("ال"):
        form = form[1:]
    return form.removeprefix("ال") if len(form) > _SHORTEST else form
