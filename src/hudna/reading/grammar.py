"""The small words of a language that steer the reading of clauses.

From lexicon/<language>/events/grammar.yaml and frames.yaml; a field of Grammar for each setting.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.lexicon import load, read_settings


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
    """Closed classes of one language, in normalised letters: see events/grammar.yaml."""

    prepositions: frozenset[str]
    by_agent: frozenset[tuple[str, str]]
    set_adverbs: frozenset[tuple[str, ...]]
    agent_openers: frozenset[str]  # the first words of doers brought in («من قبل»)
    adverb_openers: frozenset[str]  # those of set adverbs
    manners: frozenset[str]
    by_hands: frozenset[str]
    place_prepositions: frozenset[str]
    seats: frozenset[str]
    holding: frozenset[str]
    often: frozenset[str]
    since: frozenset[str]
    directions: frozenset[str]
    hands: frozenset[str]
    pair_hands: frozenset[str]
    siding: frozenset[str]
    garments: frozenset[str]
    backing: frozenset[str]
    state_titles: frozenset[str]
    circumstances: frozenset[str]
    presences: frozenset[str]
    bidding: frozenset[str]
    makes: frozenset[str]
    doings: frozenset[str]
    amongst: frozenset[str]
    with_him: frozenset[str]
    aegis: frozenset[str]
    entering: frozenset[str]
    expected: frozenset[str]
    today: frozenset[str]
    mouths: frozenset[str]
    yesterday: frozenset[str]
    presiding: frozenset[str]
    hopes: frozenset[str]
    decided: frozenset[str]
    bringing: frozenset[str]
    dating: frozenset[str]
    to_discuss: frozenset[str]
    ordinals: frozenset[str]
    aims: frozenset[str]
    upon: frozenset[str]
    recipients: frozenset[str]
    complementisers: frozenset[str]
    plain_that: frozenset[str]
    pronominal: frozenset[str]
    subordinators: frozenset[str]
    openers: frozenset[str]  # complementisers and subordinators
    turns: frozenset[str]
    spells: frozenset[str]
    whatever: frozenset[str]
    coming: frozenset[str]
    soon: frozenset[str]
    reasons: frozenset[str]
    membership: frozenset[str]
    that_it: frozenset[str]
    that_both: frozenset[str]
    conditions: frozenset[str]
    which_was: frozenset[str]
    freed_back: frozenset[str]
    to_them: frozenset[str]
    of_its_kind: frozenset[str]
    postings: frozenset[str]
    being: frozenset[str]
    too: frozenset[str]
    continuers: frozenset[str]
    turned: frozenset[str]
    masculine_relatives: frozenset[str]
    feminine_relatives: frozenset[str]
    plural_relatives: frozenset[str]
    which: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    nominal_negations: frozenset[str]
    verb_negations: frozenset[str]
    joined_negations: frozenset[str]
    lest: frozenset[str]
    before_verbs: frozenset[str]
    maybe: frozenset[str]
    future: frozenset[str]
    quantifiers: frozenset[str]
    governing: frozenset[str]
    before_nouns: frozenset[str]
    causes: frozenset[str]
    tell_of: frozenset[str]
    needs_taken_up: frozenset[str]
    all_told: frozenset[str]
    far_prepositions: frozenset[str]
    resumptives: frozenset[str]
    by_terms: frozenset[str]
    taken_up: frozenset[str]
    aimed_back: frozenset[str]
    messages: frozenset[str]
    texts: frozenset[str]
    drafts: frozenset[str]
    taking_up: frozenset[str]
    mutual: frozenset[str]
    owned_acts: frozenset[str]
    purposes: frozenset[str]
    until: frozenset[str]
    seeking: frozenset[str]
    occasions: frozenset[str]
    occasions_in_time: frozenset[str]
    blockers: frozenset[str]
    pointers: frozenset[str]
    demonstratives: frozenset[str]
    partitives: frozenset[str]
    suspecting: frozenset[str]
    suspected: frozenset[str]
    suspects: frozenset[str]
    responsibility: frozenset[str]
    leading: frozenset[str]
    ties: frozenset[str]
    intents: frozenset[str]
    behind: frozenset[str]
    passive_auxiliaries: frozenset[str]
    copulas: frozenset[str]
    auxiliaries: frozenset[str]
    becoming: frozenset[str]
    particles: frozenset[str]
    persisting: frozenset[str]
    stopping: frozenset[str]
    national_crowds: frozenset[str]
    bands: frozenset[str]
    factions: frozenset[str]
    beside: frozenset[str]
    ranks: frozenset[str]
    communal: frozenset[str]
    communities: frozenset[str]
    homegrown: frozenset[str]
    heard: frozenset[str]
    protesters: frozenset[str]
    replies: frozenset[str]
    deeming: frozenset[str]
    against: frozenset[str]
    made: frozenset[str]
    of_them: frozenset[str]
    before_that: frozenset[str]
    accompanying: frozenset[str]
    onlookers: frozenset[str]
    unarmed: frozenset[str]
    leaning: frozenset[str]
    premises: frozenset[str]
    civil: frozenset[str]
    flying: frozenset[str]
    other_hands: frozenset[str]
    adjuncts: frozenset[str]
    so_that: frozenset[str]
    troops: frozenset[str]
    loyal: frozenset[str]
    military: frozenset[str]
    others_told: frozenset[str]
    towards: frozenset[str]
    frames: dict[str, Frame]


@lru_cache(maxsize=4)
def load_grammar(language: str = "ar") -> Grammar:
    """The grammar of a language."""
    words: dict[str, Any] = read_settings(language, "events/grammar")
    frames: dict[str, Any] = read_settings(language, "events/frames")
    by_agent = frozenset((first, second) for first, second in words.pop("by_agent"))
    adverbs = frozenset(map(tuple, words.pop("set_adverbs")))
    classes = {name: frozenset(forms) for name, forms in words.items()}
    named = {name: Frame(**frame) for name, frame in frames.items()}
    return Grammar(
        by_agent=by_agent,
        set_adverbs=adverbs,
        agent_openers=frozenset(first for first, _ in by_agent),
        adverb_openers=frozenset(first for first, *_ in adverbs),
        openers=classes["complementisers"] | classes["subordinators"],
        frames=named,
        **classes,
    )


@lru_cache(maxsize=16)
def crowds(language: str, field: str) -> frozenset[str]:
    """English names of the unnamed people of events/crowd.yaml whose entries have ``field``."""
    return frozenset(e.get("en") for e in load(language).layer("crowd") if e.get(field))
