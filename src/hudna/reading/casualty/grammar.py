"""The small words that steer the reading of those who came to harm.

From lexicon/<language>/casualty_words.yaml, which says what each class holds; a field of Grammar for each line.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, get_origin

from hudna.lexicon import read_settings


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of one language, in normalised letters."""

    of: str
    senior: str
    along: str
    against: str
    governors: frozenset[str]
    within: str
    joiner: str
    beside: str
    at_least: tuple[str, ...]
    out_of: frozenset[tuple[str, ...]]
    clause_ends: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    taking_up: frozenset[str]
    passed_over: frozenset[str]
    contrasts: frozenset[str]
    adversatives: frozenset[str]
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
    done: frozenset[str]
    being: tuple[str, ...]
    of_it: frozenset[str]
    identity: frozenset[str]
    wholly: frozenset[str]
    before_things: frozenset[str]
    through: frozenset[str]
    flanks: frozenset[str]


@lru_cache(maxsize=4)
def load_casualty_grammar(language: str = "ar") -> Grammar:
    """The closed classes of a language."""
    words: dict[str, Any] = read_settings(language, "casualty_words")
    words |= {"within": words.pop("in"), "joiner": words.pop("and"), "out_of": map(tuple, words["out_of"])}
    kinds: dict[str, Any] = {f.name: get_origin(f.type) or f.type for f in fields(Grammar)}
    return Grammar(**{name: kinds[name](held) for name, held in words.items()})
