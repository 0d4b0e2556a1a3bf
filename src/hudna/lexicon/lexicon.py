"""Looking words and names up."""

import marshal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hudna.lexicon import cache
from hudna.lexicon.source import source_files
from hudna.lexicon.tables import INFLECTIONS, Fields, Row, Rows, compile_tables, place_fields
from hudna.text.clitic import Split, enclitics, proclitics

_VERB_CLITICS = frozenset({"", "و", "ف", "ل", "ول", "فل"})
_NOMINAL = frozenset({"masdar", "active", "passive", "noun", "adjective", "nisba"})
_LONGEST_PARTICLE = 3  # letters that are no «س» or article and a word
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


class Word(NamedTuple):
    """What the lexicon knows of a form.

    Attributes:
        senses: all its readings.
        layers: the same by the layer that holds them.
        finite: whether it may be a finite verb.

    """

    senses: tuple[Sense, ...]
    layers: Mapping[str, tuple[Sense, ...]]
    finite: bool


UNKNOWN = Word((), {}, finite=False)


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


class _Strings(NamedTuple):
    """Phrases or names of several words or one.

    Attributes:
        table: what each can be.
        longest: the number of words of the longest one, by the first word.
        begins: for forms looked up before their readings that begin any, with the longest; most forms begin none.
        known: readings of those found before, by what stands before the first word too.

    """

    table: dict[str, Rows]
    longest: dict[str, int]
    begins: dict[str, tuple[tuple[Split, int], ...]]
    known: dict[tuple[str, str, int], tuple[Sense, ...]]


class Lexicon:
    """The compiled lexicon of one language; immutable."""

    def __init__(self, tables: dict[str, Any], version: str) -> None:
        """Wrap compiled tables; ``version`` is the digest of what they were made from."""
        self.version = version
        self.name_lists: dict[str, Any] = tables["name_lists"]
        self.settings: dict[str, bytes] = tables["settings"]
        self._stored: list[tuple[str, Fields]] = tables["entries"]
        self._entries: dict[int, Entry] = {}
        self._inflections: tuple[tuple[str, str, str, str, str], ...] = tables["inflections"]
        self._words: dict[str, Rows] = tables["words"]
        self._phrases = _Strings(tables["phrases"], tables["phrase_starts"], {}, {})
        self._names = _Strings(tables["names"], tables["name_starts"], {}, {})
        self.weights = Weights(*tables["weights"]) if tables["weights"] else None
        self._known: dict[str, Word] = {}

    def layer(self, name: str) -> tuple[Entry, ...]:
        """All entries of a layer."""
        return tuple(self._entry(number) for number, (layer, _) in enumerate(self._stored) if layer == name)

    def known_names(self) -> tuple[Entry, ...]:
        """The entries of the layer «names» without the places of the gazetteer, which are many and only places."""
        stored = enumerate(self._stored)
        return tuple(self._entry(n) for n, (layer, held) in stored if layer == "names" and isinstance(held, dict))

    def _entry(self, number: int) -> Entry:
        """The entry of a number, made when it is first asked for: a report needs few of the places of the world."""
        entry = self._entries.get(number)
        if entry is None:
            layer, fields = self._stored[number]
            data = fields if isinstance(fields, dict) else place_fields(fields)
            entry = self._entries[number] = Entry(layer, data["id"], data)
        return entry

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Every reading of a normalised form as one word of the lexicon, with its clitics."""
        return self.word(form).senses

    def word(self, form: str) -> Word:
        """The same, in one and by layers.

        A form that keeps its last «ة» has no pronoun there: «تسمية» is not «تسميه».
        """
        known = self._known.get(form)
        if known is None:
            bound = form.endswith(_BOUND)
            senses = self._analyse(form[:-1] + _FOLDED if bound else form)
            senses = tuple(s for s in senses if s.pronoun != _FOLDED) if bound else senses
            layers = dict.fromkeys(s.entry.layer for s in senses)
            parted = {name: tuple(s for s in senses if s.entry.layer == name) for name in layers}
            known = Word(senses, parted, any(s.pos == "verb" for s in senses)) if senses else UNKNOWN
            if len(self._known) < _KNOWN_FORMS:
                self._known[form] = known
        return known

    def _analyse(self, form: str) -> tuple[Sense, ...]:
        found: list[Sense] = []
        for cut, clitics, stem in proclitics(form):
            if clitics in _VERB_CLITICS and stem.startswith("س") and len(stem) > _LONGEST_PARTICLE:
                found.extend(self._future(stem[1:], clitics, cut))
            found.extend(self._plain(stem, clitics, cut))
            if stem.startswith("ال") and len(stem) > _LONGEST_PARTICLE:
                found.extend(self._definite(stem[2:], clitics, cut))
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _future(self, stem: str, clitics: str, cut: int) -> Iterator[Sense]:
        """Readings of what follows the «س» of the future."""
        for word, pronoun in self._listed(stem):
            for row in self._rows(self._words, word):
                if row[1] == "verb" and row[2] == "present":
                    yield self._sense(row, clitics, pronoun, cut, tense="future")

    def _plain(self, stem: str, clitics: str, cut: int) -> Iterator[Sense]:
        """Readings of a stem as it stands; «ل» goes with the present of verbs only."""
        for word, pronoun in self._listed(stem):
            for row in self._rows(self._words, word):
                past = row[2] != "present"
                if row[1] != "verb" or (clitics in _VERB_CLITICS and not (clitics.endswith("ل") and past)):
                    yield self._sense(row, clitics, pronoun, cut)

    def _listed(self, stem: str) -> list[tuple[str, str]]:
        """The readings of a stem as (word, attached pronoun or "") whose word the lexicon has."""
        return [split for split in enclitics(stem) if split[0] in self._words]

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
        return self._match(forms, first, self._phrases)

    def names(self, forms: Sequence[str], first: int) -> tuple[Hit, ...]:
        """All names of the lexicon that begin at word ``first`` of a run of normalised forms, longest first."""
        return self._match(forms, first, self._names)

    def _match(self, forms: Sequence[str], first: int, strings: _Strings) -> tuple[Hit, ...]:
        form, table = forms[first], strings.table
        begins = strings.begins.get(form)
        if begins is None:
            begins = tuple((s, strings.longest[s.stem]) for s in proclitics(form) if s.stem in strings.longest)
            if len(strings.begins) < _KNOWN_FORMS:
                strings.begins[form] = begins
        if not begins:
            return ()
        hits: list[Hit] = []
        for split, longest in begins:
            words = [split.stem, *forms[first + 1 : first + longest]]
            for count in range(len(words), 0, -1):
                key = " ".join(words[:count])
                if key in table:
                    hits.append(Hit(first, first + count, self._of_string(strings, key, split)))
        return tuple(sorted(hits, key=lambda h: -h.last)) if len(hits) > 1 else tuple(hits)

    def _of_string(self, strings: _Strings, key: str, split: Split) -> tuple[Sense, ...]:
        """The readings of a phrase or name whose first word is read as ``split``."""
        known = strings.known.get((key, split.clitics, split.cut))
        if known is None:
            known = tuple(self._sense(row, split.clitics, "", split.cut) for row in self._rows(strings.table, key))
            if len(strings.known) < _KNOWN_FORMS:
                strings.known[key, split.clitics, split.cut] = known
        return known


def load(language: str = "ar") -> Lexicon:
    """The lexicon of a language, from the cache on disk where its files have not changed."""
    return _load(language)


def read_settings(language: str, name: str) -> Any:
    """The content of one file that is no word list (``name`` without suffix), made anew each time."""
    return marshal.loads(load(language).settings[name])  # noqa: S302 - of our own tables


@lru_cache(maxsize=4)
def _load(language: str) -> Lexicon:
    sources = source_files(language)
    key = cache.digest(sources)
    tables = cache.load(language, key)
    if tables is None:
        tables = compile_tables(language, sources)
        cache.save(language, key, tables)
    return Lexicon(tables, key)
