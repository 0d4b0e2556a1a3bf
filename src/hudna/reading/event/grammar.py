"""The small words of a language that steer the reading of clauses (lexicon/<language>/events/grammar.yaml, frames.yaml)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.lexicon import read_settings


@dataclass(frozen=True, slots=True)
class Frame:
    """Who is who around an event word: see events/frames.yaml."""

    subject: str
    object: str
    genitive: str
    pair: bool
    prepositions: dict[str, str]
    verb_takes_l: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of one language, in normalised letters."""

    prepositions: frozenset[str]
    by_agent: frozenset[tuple[str, str]]
    place_prepositions: frozenset[str]
    complementisers: frozenset[str]
    pronominal: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    resumptives: frozenset[str]
    mutual: frozenset[str]
    occasions: frozenset[str]
    blockers: frozenset[str]
    passive_auxiliaries: frozenset[str]
    copulas: frozenset[str]
    auxiliaries: frozenset[str]
    particles: frozenset[str]
    persisting: frozenset[str]
    national_crowds: frozenset[str]
    frames: dict[str, Frame]


@lru_cache(maxsize=4)
def load_grammar(language: str = "ar") -> Grammar:
    """The grammar of a language."""
    words: dict[str, Any] = read_settings(language, "events/grammar")
    frames: dict[str, Any] = read_settings(language, "events/frames")
    return Grammar(
        prepositions=frozenset(words["prepositions"]),
        by_agent=frozenset((a, b) for a, b in words["by_agent"]),
        place_prepositions=frozenset(words["place_prepositions"]),
        complementisers=frozenset(words["complementisers"]),
        pronominal=frozenset(words["pronominal"]),
        subordinators=frozenset(words["subordinators"]),
        relatives=frozenset(words["relatives"]),
        negations=frozenset(words["negations"]),
        resumptives=frozenset(words["resumptives"]),
        mutual=frozenset(words["mutual"]),
        occasions=frozenset(words["occasions"]),
        blockers=frozenset(words["blockers"]),
        passive_auxiliaries=frozenset(words["passive_auxiliaries"]),
        copulas=frozenset(words["copulas"]),
        auxiliaries=frozenset(words["auxiliaries"]),
        particles=frozenset(words["particles"]),
        persisting=frozenset(words["persisting"]),
        national_crowds=frozenset(words["national_crowds"]),
        frames={name: Frame(**frame) for name, frame in frames.items()},
    )
