"""The words that the record compares names and sentences with: lexicon/ar/record.yaml and the states of lexicon/ar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from hudna.lexicon import Lexicon, load, read_settings
from hudna.lexicon.nameword import name_words
from hudna.record.identity import is_country
from hudna.text import fold

ARTICLE = "ال"
_LONGEST_KEPT = 2  # letters that must be left of a word without its article


@dataclass(frozen=True, slots=True)
class Country:
    """A state as the lexicon names it."""

    name: str
    english: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word classes as folded words without article.

    ``classes`` maps letters to their class, ``consonants`` vowels to nothing besides; ``body_heads`` maps the head
    nouns of bodies to what they make of a name, "" where they leave it open; ``agencies`` every name of a news agency,
    and its id, to its main name.
    """

    classes: Mapping[int, str]
    consonants: Mapping[int, str]
    native_letters: frozenset[str]
    voweled_names: frozenset[str]
    name_particles: frozenset[str]
    filial: frozenset[str]
    name_halves: frozenset[str]
    servants: tuple[str, ...]
    body_heads: Mapping[str, str]
    body_adjectives: frozenset[str]
    variants: Mapping[str, str]
    generic_bodies: frozenset[str]
    generic_places: frozenset[str]
    parties: frozenset[str]
    place_heads: frozenset[str]
    links: frozenset[str]
    open_titles: frozenset[str]
    ordinary: frozenset[str]
    light_words: frozenset[str]
    countries: Mapping[str, Country]
    capitals: Mapping[str, frozenset[str]]
    tenures: Mapping[str, str]
    states: Mapping[str, str]
    agencies: Mapping[str, str]

    def state(self, word: str) -> str | None:
        """ISO code of the state that a folded word names, as noun or nisba, with or without its article."""
        return self.states.get(word) or self.states.get(bare(word))


@lru_cache(maxsize=50_000)
def body_class(text: str) -> str | None:
    """The class of body that a folded name denotes with no more than a state beside it: «الجيش الأرميني» is an army.

    The classes are those of the lexicon's layer «body»; bodies of one class and one side are one.
    """
    forms, lexicon = text.split(), load("ar")
    found = [(hit.last, sense) for hit in lexicon.phrases(forms, 0) for sense in hit.senses]
    found += [(1, sense) for sense in lexicon.senses(forms[0])] if forms else []
    for last, sense in found:
        if sense.entry.layer == "body" and sense.entry.get("takes") == "state" and _only_state(forms, last):
            kind: str | None = sense.entry.get("class")
            return kind
    return None


def _only_state(forms: list[str], k: int) -> bool:
    """Whether folded words from ``k`` on name no more than a state: «الولايات المتحدة», «الأرمينية المسلحة»."""
    known, lexicon = vocabulary(), load("ar")
    while k < len(forms):
        word = bare(forms[k])
        whole = (h.last for h in lexicon.names(forms, k) if any(is_country(s.entry.id) for s in h.senses))
        plain = word in known.links or word in known.body_adjectives or known.state(forms[k])
        k = next(whole, k + 1 if plain else len(forms) + 1)
    return k == len(forms)


def bare(word: str) -> str:
    """A folded word without its article."""
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + _LONGEST_KEPT else word


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of Arabic."""
    settings = read_settings("ar", "record")
    classes = {ord(letter): group[0] for group in settings["consonants"] for letter in group}
    heads = {
        w: "" if kind == "any" else kind for kind, listed in settings["body_heads"].items() for w in _words(listed)
    }
    words = {
        field: _words(settings[field])
        for field in (
            "voweled_names",
            "name_particles",
            "filial",
            "name_halves",
            "body_adjectives",
            "generic_bodies",
            "generic_places",
            "parties",
            "place_heads",
            "links",
            "open_titles",
        )
    }
    lexicon = load("ar")
    light = frozenset(fold(w) for w in settings["light_words"])
    return Vocabulary(
        MappingProxyType(classes),
        MappingProxyType(classes | {ord(letter): "" for letter in settings["vowels"]}),
        frozenset(settings["native_letters"]),
        **words,
        body_heads=MappingProxyType(heads),
        servants=tuple(settings["servants"]),
        variants=MappingProxyType({bare(fold(a)): bare(fold(b)) for a, b in settings["variants"].items()}),
        ordinary=name_words("ar").ordinary,
        light_words=light,
        countries=_countries(lexicon),
        capitals=_capitals(lexicon),
        tenures=MappingProxyType({fold(w): kind for kind, listed in settings["tenures"].items() for w in listed}),
        states=_states(lexicon),
        agencies=_agencies(lexicon),
    )


def _words(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(fold(word)) for word in listed)


def _countries(lexicon: Lexicon) -> Mapping[str, Country]:
    entries = [e for e in lexicon.known_names() if is_country(e.id)]
    return MappingProxyType({e.id: Country(str(e.get("names", [e.id])[0]), e.get("en")) for e in entries})


def _capitals(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """ISO code → the folded names of its capitals."""
    entries = [e for e in lexicon.known_names() if is_country(e.id)]
    return MappingProxyType({e.id[4:]: frozenset(fold(str(n)) for n in e.get("capital") or ()) for e in entries})


def _agencies(lexicon: Lexicon) -> Mapping[str, str]:
    """Every name of a news agency, folded, and its id, to its main name."""
    out: dict[str, str] = {}
    for entry in lexicon.known_names():
        if entry.get("kind") == "agency":
            main = fold(str(entry.get("names", [entry.id])[0]))
            names = (*entry.get("names", ()), *entry.get("acronyms", ()), entry.get("en", main))
            out.update((fold(str(name)), main) for name in names)
            out[entry.id] = main
    return MappingProxyType(out)


def _states(lexicon: Lexicon) -> Mapping[str, str]:
    """Every single word that names a state, its people or what is its own; a word of two states names none."""
    out: dict[str, set[str]] = {}
    for entry in lexicon.known_names():
        if not is_country(entry.id):
            continue
        for name in (*(entry.get("names") or ()), *(entry.get("nisba") or ())):
            whole = fold(str(name))  # «ألمانيا» has no article
            endings = ("", "ه", "ين", "ون") if name in (entry.get("nisba") or ()) else ("",)
            for form in (word + end for word in {whole, bare(whole)} for end in endings):
                out.setdefault(form, set()).add(entry.id[4:])
    return MappingProxyType({word: min(isos) for word, isos in out.items() if len(isos) == 1 and " " not in word})
