"""Looking words and names up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hudna.lexicon import cache
from hudna.lexicon.source import source_files
from hudna.lexicon.tables import INFLECTIONS, Fields, Row, Rows, compile_tables, place_fields
from hudna.text.clitic import enclitics, proclitics

_VERB_CLITICS = frozenset({"", "و", "ف", "ل", "ول", "فل"})
_NOMINAL = frozenset({"masdar", "active", "passive", "noun", "adjective", "nisba"})
_LONGEST_PARTICLE = 3  # letters that are no «س» or article and a word
NO_SENSES: Mapping[str, "tuple[Sense, ...]"] = {}  # of a form that the lexicon does not know
_BOUND, _FOLDED = "ة", "ه"
_KNOWN_FORMS = 100_000  # distinct forms remembered per process, of 0.4 KB each; the frequent ones come first


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a lexicon file: its layer, id and fields; entries are told apart by identity."""

    layer: str
    id: str
    data: dict[str, Any]

    def get(self, field: str, default: Any = None) -> Any:
        """A field of the entry, or ``default``."""
        return self.data.get(field, default)


class Sense(NamedTuple):
    """One reading of a form: an entry, the inflection and the clitics.

    Attributes:
        entry: what the lexicon says of the word.
        pos: verb, masdar, active, passive, noun, adjective, nisba or phrase; for names the field that held the name.
        tense: past, present, future or jussive for verbs.
        person: "1", "2", "3" or "".
        number: "sg", "du", "pl" or "".
        gender: "m", "f" or "".
        definite: written with the article.
        clitics: particles before it («و», «ب», «ول»); the article and the س of the future are not among them.
        pronoun: attached pronoun («ه», «هم») or "".
        cut: letters of the first word that stand before the word itself.

    """

    entry: Entry
    pos: str
    tense: str = ""
    person: str = ""
    number: str = ""
    gender: str = ""
    definite: bool = False
    clitics: str = ""
    pronoun: str = ""
    cut: int = 0


class Hit(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of a sequence, and what they can be."""

    first: int
    last: int
    senses: tuple[Sense, ...]


class Weights(NamedTuple):
    """The model of the tagger of names.

    Attributes:
        labels: what a word can be: «O», «B-PER», «I-PER», «C-PER» (begins after a particle written onto it) …
        steps: weight of one label after another, in hundredths; 0 where there is none.
        features: for each feature its (number of the label, weight in hundredths).

    """

    labels: tuple[str, ...]
    steps: dict[tuple[str, str], int]
    features: dict[str, tuple[tuple[int, int], ...]]


class Lexicon:
    """The compiled lexicon of one language; immutable."""

    def __init__(self, tables: dict[str, Any], version: str) -> None:
        """Wrap compiled tables; ``version`` is the digest of what they were made from."""
        self.version = version
        self.name_lists: dict[str, Any] = tables["name_lists"]
        self._stored: list[tuple[str, Fields]] = tables["entries"]
        self._entries: dict[int, Entry] = {}
        self._inflections: tuple[tuple[str, str, str, str, str], ...] = tables["inflections"]
        self._words: dict[str, Rows] = tables["words"]
        self._phrases: dict[str, Rows] = tables["phrases"]
        self._phrase_starts: dict[str, int] = tables["phrase_starts"]
        self._names: dict[str, Rows] = tables["names"]
        self._name_starts: dict[str, int] = tables["name_starts"]
        self.weights = Weights(*tables["weights"]) if tables["weights"] else None
        self._known: dict[str, tuple[Sense, ...]] = {}
        self._parted: dict[str, Mapping[str, tuple[Sense, ...]]] = {}

    def layer(self, name: str) -> tuple[Entry, ...]:
        """All entries of a layer."""
        return tuple(self._entry(number) for number, (layer, _) in enumerate(self._stored) if layer == name)

    def _entry(self, number: int) -> Entry:
        """The entry of a number, made when it is first asked for: a report needs few of the places of the world."""
        entry = self._entries.get(number)
        if entry is None:
            layer, fields = self._stored[number]
            data = fields if isinstance(fields, dict) else place_fields(fields)
            entry = self._entries[number] = Entry(layer, data["id"], data)
        return entry

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Every reading of a normalised form as one word of the lexicon, with its clitics.

        A form that keeps its last «ة» has no pronoun there: «تسمية» is not «تسميه».
        """
        known = self._known.get(form)
        if known is None:
            bound = form.endswith(_BOUND)
            known = self._analyse(form[:-1] + _FOLDED if bound else form)
            known = tuple(s for s in known if s.pronoun != _FOLDED) if bound else known
            if len(self._known) < _KNOWN_FORMS:
                self._known[form] = known
        return known

    def by_layer(self, form: str) -> Mapping[str, tuple[Sense, ...]]:
        """The readings of a normalised form as one word, by the layer of the lexicon that holds them."""
        known = self._parted.get(form)
        if known is None:
            senses = self.senses(form)
            layers = dict.fromkeys(s.entry.layer for s in senses)
            known = {name: tuple(s for s in senses if s.entry.layer == name) for name in layers} or NO_SENSES
            if len(self._parted) < _KNOWN_FORMS:
                self._parted[form] = known
        return known

    def _analyse(self, form: str) -> tuple[Sense, ...]:
        found: dict[Sense, None] = {}
        for cut, clitics, stem in proclitics(form):
            if clitics in _VERB_CLITICS and stem.startswith("س") and len(stem) > _LONGEST_PARTICLE:
                found.update(dict.fromkeys(self._future(stem[1:], clitics, cut)))
            found.update(dict.fromkeys(self._plain(stem, clitics, cut)))
            if stem.startswith("ال") and len(stem) > _LONGEST_PARTICLE:
                found.update(dict.fromkeys(self._definite(stem[2:], clitics, cut)))
        return tuple(found)

    def _future(self, stem: str, clitics: str, cut: int) -> Iterator[Sense]:
        """Readings of what follows the «س» of the future."""
        for word, pronoun in enclitics(stem):
            for row in self._rows(self._words, word):
                if row[1] == "verb" and row[2] == "present":
                    yield self._sense(row, clitics, pronoun, cut, tense="future")

    def _plain(self, stem: str, clitics: str, cut: int) -> Iterator[Sense]:
        """Readings of a stem as it stands; «ل» goes with the present of verbs only."""
        for word, pronoun in enclitics(stem):
            for row in self._rows(self._words, word):
                past = row[2] != "present"
                if row[1] != "verb" or (clitics in _VERB_CLITICS and not (clitics.endswith("ل") and past)):
                    yield self._sense(row, clitics, pronoun, cut)

    def _definite(self, stem: str, clitics: str, cut: int) -> Iterator[Sense]:
        """Readings of what follows the article."""
        for row in self._rows(self._words, stem):
            if row[1] in _NOMINAL:
                yield self._sense(row, clitics, "", cut, definite=True)

    def _sense(
        self, row: Row, clitics: str, pronoun: str, cut: int, *, tense: str = "", definite: bool = False
    ) -> Sense:
        number, pos, row_tense, person, count, gender = row
        return Sense(
            self._entry(number), pos, tense or row_tense, person, count, gender, definite, clitics, pronoun, cut
        )

    def _rows(self, table: dict[str, Rows], key: str) -> tuple[Row, ...]:
        stored = table.get(key)
        if stored is None:
            return ()
        packed = (stored,) if isinstance(stored, int) else stored
        return tuple((p // INFLECTIONS, *self._inflections[p % INFLECTIONS]) for p in packed)

    def phrases(self, forms: Sequence[str], first: int) -> tuple[Hit, ...]:
        """All fixed phrases that begin at word ``first`` of a run of normalised forms, longest first."""
        return self._match(forms, first, self._phrases, self._phrase_starts)

    def names(self, forms: Sequence[str], first: int) -> tuple[Hit, ...]:
        """All names of the lexicon that begin at word ``first`` of a run of normalised forms, longest first."""
        return self._match(forms, first, self._names, self._name_starts)

    def _match(
        self, forms: Sequence[str], first: int, table: dict[str, Rows], starts: dict[str, int]
    ) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for cut, clitics, stem in proclitics(forms[first]):
            longest = starts.get(stem, 0)
            if not longest:
                continue
            words = [stem, *forms[first + 1 : first + longest]]
            for count in range(len(words), 0, -1):
                rows = self._rows(table, " ".join(words[:count]))
                if rows:
                    hits.append(Hit(first, first + count, tuple(self._sense(r, clitics, "", cut) for r in rows)))
        return tuple(sorted(hits, key=lambda h: -h.last))


def load(language: str = "ar") -> Lexicon:
    """The lexicon of a language, from the cache on disk where its files have not changed."""
    return _load(language)


@lru_cache(maxsize=4)
def _load(language: str) -> Lexicon:
    sources = source_files(language)
    key = cache.digest(sources)
    tables = cache.load(language, key)
    if tables is None:
        tables = compile_tables(language, sources)
        cache.save(language, key, tables)
    return Lexicon(tables, key)
