"""From entries to the tables that the reader looks words up in.

An entry of a word layer gives its forms by these fields, all optional:

    verb: {past: قصف, present: يقصف}      finite forms; «passive: [قيل, يقال]» where the spelling differs;
                                           without «past», where that is spelled as a commoner word, the present alone
    masdar: [قصف]                          verbal nouns
    active: [مؤكد]                         active participles; «passive_participle» likewise
    noun: [{singular: غارة, plural: [غارات]}]   or just a string
    adjective: [هاتفي]
    phrase: ["(ال)?اتصال (ال)?هاتفي"]     fixed strings of words, see pattern.py; a leading particle is handled

An entry of the layer «names» gives «names», «weak», «capital», «nisba», «people», «family», «acronyms», «epithet».
All other fields are kept as they are, for the rules that use them.
"""

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

from hudna.lexicon.inflect import Form, adjective_forms, noun_forms, verb_forms
from hudna.lexicon.name_lists import compile_name_lists
from hudna.lexicon.pattern import expand
from hudna.lexicon.source import parse_settings, read_entries, setting_names
from hudna.text import fold

# (entry number, pos, tense, person, number, gender)
Row = tuple[int, str, str, str, str, str]
# What a form can be, as it is stored: of each row the number of its entry times INFLECTIONS and the number of the rest
# among the inflections; one alone is no tuple. So stored they load several times as fast.
Rows = int | tuple[int, ...]
INFLECTIONS = 256
# the fields of an entry; of a place of the gazetteer its name and the values of PLACE_FIELDS
Fields = dict[str, Any] | tuple[Any, ...]
PLACE_FIELDS = ("id", "type", "en", "country", "kind", "population")
NAME_FIELDS = ("names", "weak", "capital", "family", "acronyms", "epithet")
_PARTS = ("ابو", "عبد", "ابن", "ام")  # «أبو ظبي» is written «أبوظبي» too


def compile_tables(language: str, files: Iterable[Traversable]) -> dict[str, Any]:
    """The tables of a lexicon.

    They are «entries», «words», «phrases», «names», for the last two the longest phrase by first word, «inflections»,
    «name_lists» and «settings», the latter marshalled: plain values, so that they can be written to disk.
    """
    entries: list[tuple[str, Fields]] = []
    words: dict[str, list[Row]] = defaultdict(list)
    phrases: dict[str, list[Row]] = defaultdict(list)
    names: dict[str, list[Row]] = defaultdict(list)
    weights: tuple[Any, ...] = ()
    for file in files:
        if file.name == "tagger.tsv":
            weights = _weights(file)
            continue
        rows = (
            _gazetteer(file) if file.name == "world.tsv" else read_entries(file) if file.name.endswith(".yaml") else ()
        )
        for layer, entry in rows:
            number = len(entries)
            place = entry.get("gazetteer")
            entries.append((layer, (entry["names"][0], *(entry[f] for f in PLACE_FIELDS)) if place else entry))
            if layer == "names":
                _add_names(number, entry, words, phrases, names)
                continue
            for form in _forms(entry):
                row = (number, *form[1:])
                key = fold(form.text)
                table = phrases if " " in key else words
                if row not in table[key]:
                    table[key].append(row)
    inflections: dict[tuple[str, ...], int] = {}
    return {
        "entries": entries,
        "words": _packed(words, inflections),
        "phrases": _packed(phrases, inflections),
        "phrase_starts": _starts(phrases),
        "names": _packed(names, inflections),
        "name_starts": _starts(names),
        "inflections": tuple(inflections),
        "name_lists": compile_name_lists(language),
        "settings": {name: marshal.dumps(parse_settings(language, name)) for name in setting_names(language)},
        "weights": weights,
    }


def _packed(table: dict[str, list[Row]], inflections: dict[tuple[str, ...], int]) -> dict[str, Rows]:
    """A table as it is stored; new inflections are numbered."""
    out: dict[str, Rows] = {}
    for key, rows in table.items():
        packed = tuple(row[0] * INFLECTIONS + inflections.setdefault(row[1:], len(inflections)) for row in rows)
        out[key] = packed if len(packed) > 1 else packed[0]
    if len(inflections) > INFLECTIONS:
        raise ValueError(f"more than {INFLECTIONS} inflections")
    return out


def place_fields(stored: tuple[Any, ...]) -> dict[str, Any]:
    """The fields of a place of the gazetteer, which the tables hold without their names."""
    return {**dict(zip(PLACE_FIELDS, stored[1:], strict=True)), "names": [stored[0]], "gazetteer": True}


def _forms(entry: dict[str, Any]) -> Iterator[Form]:
    if verb := entry.get("verb"):
        yield from verb_forms(verb.get("past"), verb["present"])
        if passive := verb.get("passive"):
            yield from verb_forms(*passive)
    for masdar in entry.get("masdar", ()):
        yield from noun_forms(masdar, _feminine_plural(masdar), pos="masdar")
    for word in entry.get("noun", ()):
        if isinstance(word, str):
            yield from noun_forms(word, _feminine_plural(word))
        else:
            yield from noun_forms(word["singular"], tuple(word.get("plural", ())))
    for field, pos in (("active", "active"), ("passive_participle", "passive"), ("adjective", "adjective")):
        for word in entry.get(field, ()):
            yield from adjective_forms(word, pos=pos)
    for pattern in entry.get("phrase", ()):
        for text in expand(pattern):
            yield Form(text, "phrase")


def _feminine_plural(word: str) -> tuple[str, ...]:
    return (word[:-1] + "ات",) if word.endswith("ة") else (word + "ات",)


def _add_names(
    number: int,
    entry: dict[str, Any],
    words: dict[str, list[Row]],
    phrases: dict[str, list[Row]],
    names: dict[str, list[Row]],
) -> None:
    for field in NAME_FIELDS:
        for name in entry.get(field) or ():
            for key in _name_keys(str(name)):
                row = (number, field, "", "", "", "")
                if row not in names[key]:
                    names[key].append(row)
    for nisba in entry.get("nisba") or ():
        if " " in nisba:
            _add_long_nisba(number, nisba.split(), phrases)
            continue
        for form in adjective_forms(nisba, pos="nisba"):
            words[fold(form.text)].append((number, *form[1:]))
    for people in entry.get("people") or ():
        for form in noun_forms(people, pos="nisba"):
            words[fold(form.text)].append((number, "nisba", "", "", "pl", "m"))
            break


def _add_long_nisba(number: int, parts: list[str], phrases: dict[str, list[Row]]) -> None:
    """An adjective of two words, both inflected («الكوري الجنوبي»), or the last only («جنوب أفريقي»)."""
    both = parts[0].endswith("ي")
    for feminine in ("", "ة"):
        head = parts[0] + (feminine if both else "")
        row = (number, "nisba", "", "", "sg", "f" if feminine else "m")
        for article in ("", "ال"):
            phrases[fold(f"{article}{head} {article if both else ''}{parts[1]}{feminine}")].append(row)
    if both:  # «بحارا كوريا جنوبيا», which «جنوب أفريقيا» is not
        phrases[fold(f"{parts[0]}ا {parts[1]}ا")].append((number, "nisba", "", "", "sg", "m"))
    for several, count in (("ين", "pl"), ("ون", "pl"), ("ان", "du")):  # «بحارة كوريين جنوبيين»
        head = parts[0] + (several if both else "")
        row = (number, "nisba", "", "", count, "m")
        for article in ("", "ال"):
            phrases[fold(f"{article}{head} {article if both else ''}{parts[1]}{several}")].append(row)


def _name_keys(name: str) -> Iterator[str]:
    """A name as normalised words, and as written without the space after «أبو», «عبد» and the like."""
    key = " ".join(fold(name).replace("-", " ").replace(".", " ").split())
    yield key
    tokens = key.split()
    for i, part in enumerate(tokens[:-1]):
        if part in _PARTS:
            yield " ".join([*tokens[:i], part + tokens[i + 1], *tokens[i + 2 :]])


def _gazetteer(file: Traversable) -> Iterator[tuple[str, dict[str, Any]]]:
    """Places of the world gazetteer (columns: id, name, en, country, lat, lon, population, kind), as weak names."""
    lines = file.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=True))
        yield (
            "names",
            {
                "id": row["id"],
                "type": "LOC",
                "en": row["en"],
                "country": row["country"],
                "kind": row["kind"],
                "population": int(row["population"] or 0),
                "gazetteer": True,
                "names": [row["name"]],
            },
        )


def _weights(file: Traversable) -> tuple[Any, ...]:
    """Labels, steps and features of the tagger of names.

    The first row has the labels; all others a feature, or «>» and the number of the label before, and pairs of the
    number of a label and its weight in hundredths.
    """
    lines = file.read_text(encoding="utf-8").split("\n")
    labels = tuple(lines[0].split("\t"))
    steps: dict[tuple[str, str], int] = {}
    features: dict[str, tuple[tuple[int, int], ...]] = {}
    for line in filter(None, lines[1:]):
        feature, *pairs = line.split("\t")
        weights = tuple((int(label), int(weight)) for label, weight in (p.split(":") for p in pairs))
        if feature.startswith(">"):
            steps.update({(labels[int(feature[1:])], labels[label]): weight for label, weight in weights})
        else:
            features[feature] = weights
    return labels, steps, features


def _starts(table: dict[str, list[Row]]) -> dict[str, int]:
    """The number of words of the longest phrase, by the phrase's first word."""
    longest: dict[str, int] = {}
    for key in table:
        words = key.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest
