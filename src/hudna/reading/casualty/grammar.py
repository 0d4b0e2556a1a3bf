"""The small words that steer the reading of those who came to harm.

From lexicon/<language>/casualty_words.yaml, which says what each class holds; a field of Grammar for each line.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.lexicon import read_settings


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of one language, in normalised letters."""

    of: str
    within: str
    joiner: str
    at_least: tuple[str, ...]
    out_of: frozenset[tuple[str, ...]]
    clause_ends: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    passed_over: frozenset[str]
    contrasts: frozenset[str]
    clause_breaks: frozenset[str]
    backdrops: frozenset[str]
    records: frozenset[str]
    current: frozenset[str]
    occasions: frozenset[str]
    outcomes: frozenset[str]
    negations: frozenset[str]
    points: frozenset[str]
    directions: frozenset[str]
    that: frozenset[str]
    international: frozenset[str]
    outsiders: frozenset[str]
    years: frozenset[str]
    ordinals: frozenset[str]
    no_owners: frozenset[str]
    theirs: tuple[str, ...]
    other_one: frozenset[str]
    other_two: tuple[str, ...]
    the_others: frozenset[str]
    accusatives: tuple[str, ...]
    nominative: str
    dual: str
    object_mark: str
    particles: str
    belonging: tuple[str, ...]
    people: tuple[str, ...]
    endings: tuple[str, ...]
    feminine: tuple[str, ...]
    nisba_endings: tuple[str, ...]
    moments: frozenset[str]


_ORDERED = frozenset(
    {"theirs", "accusatives", "people", "belonging", "at_least", "other_two", "endings", "feminine", "nisba_endings"}
)


@lru_cache(maxsize=4)
def load_casualty_grammar(language: str = "ar") -> Grammar:
    """The closed classes of a language."""
    words: dict[str, Any] = read_settings(language, "casualty_words")
    alone: dict[str, Any] = {"within": words.pop("in"), "joiner": words.pop("and"), "of": words.pop("of")}
    alone |= {n: words.pop(n) for n in ("nominative", "dual", "object_mark", "particles")}
    alone["out_of"] = frozenset(tuple(w) for w in words.pop("out_of"))
    classes: dict[str, Any] = {n: tuple(w) if n in _ORDERED else frozenset(w) for n, w in words.items()}
    return Grammar(**alone, **classes)
