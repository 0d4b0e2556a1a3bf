"""The small words that steer the reading of truces.

From lexicon/<language>/truce_words.yaml, which says what each class holds; a field of Grammar for each line.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.lexicon import read_settings
from hudna.reading.layer_words import Word
from hudna.reading.page import Page

_PARTICLES = "وفبل"  # letters written onto the word behind them
_SHORTEST = 3  # letters that a word has without them
_FEARED = 4  # words before a breach or an end in which one stands that leaves open whether it comes
_WHOLE = 16  # words from «دخلت» to «حيز التنفيذ»
_DENIED = 6  # words before them in which somebody denies them


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of one language, in normalised letters."""

    negations: frozenset[str]
    doubts: frozenset[str]
    conditions: frozenset[str]
    wishes: frozenset[str]
    ways: frozenset[str]
    others: frozenset[str]
    any: frozenset[str]
    fears: frozenset[str]
    other_agreements: frozenset[str]
    stipulates: frozenset[str]
    partners: frozenset[str]


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


def is_unreal(page: Page, word: Word, first: int) -> bool:
    """Whether the words from token ``first`` on leave open or deny themselves what a word tells.

    «لم تنهر», «أي خرق», «حذر من انهيار», «في حال خرق».
    """
    grammar = load_truce_grammar(page.document.language)
    before = page.form(word.first - 1) if word.first > first else ""
    if before in grammar.negations or before in grammar.any or (before == "قد" and word.tense == "present"):
        return True
    return any(page.form(k) in grammar.fears for k in range(max(first, word.first - _FEARED), word.first))


def is_denied(page: Page, word: Word, first: int) -> bool:
    """Whether somebody denies it: «نفى الجيش خرق الهدنة»."""
    near = range(max(first, word.first - _DENIED), word.first)
    return any(s.pos == "verb" and s.entry.get("force") == "deny" for k in near for s in page.layer(k, "reporting"))


def is_whole(page: Page, word: Word) -> bool:
    """Whether what a word needs behind it is there: «دخلت الهدنة حيز التنفيذ»."""
    return page.has_rest(word.entry, word.last, _WHOLE)
