"""From entries to the tables that the reader looks words up in.

An entry of a word layer gives its forms by these fields, all optional:

    verb: {past: قصف, present: يقصف}      finite forms; «passive: [قيل, يقال]» where the spelling differs
    masdar: [قصف]                          verbal nouns
    active: [مؤكد]                         active participles; «passive_participle» likewise
    noun: [{singular: غارة, plural: [غارات]}]   or just a string
    adjective: [هاتفي]
    phrase: ["(ال)?اتصال (ال)?هاتفي"]     fixed strings of words, see pattern.py; a leading particle is handled

An entry of the layer «names» gives «names», «weak», «capital», «nisba», «people», «family», «acronyms».
All other fields are kept as they are, for the rules that use them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

from hudna.lexicon.inflect import Form, adjective_forms, noun_forms, verb_forms
from hudna.lexicon.pattern import expand
from hudna.lexicon.source import read_entries
from hudna.text import fold

# (entry number, pos, tense, person, number, gender): plain values, so that the tables can be written to disk
Row = tuple[int, str, str, str, str, str]
NAME_FIELDS = ("names", "weak", "capital", "family", "acronyms")
_PARTS = ("ابو", "عبد", "ابن", "ام")  # «أبو ظبي» is written «أبوظبي» too


def compile_tables(files: Iterable[Traversable]) -> dict[str, Any]:
    """The tables of a lexicon: «entries», «words», «phrases», «names» and for both the longest phrase by first word."""
    entries: list[tuple[str, dict[str, Any]]] = []
    words: dict[str, list[Row]] = defaultdict(list)
    phrases: dict[str, list[Row]] = defaultdict(list)
    names: dict[str, list[Row]] = defaultdict(list)
    for file in files:
        rows = (
            _gazetteer(file) if file.name == "world.tsv" else read_entries(file) if file.name.endswith(".yaml") else ()
        )
        for layer, entry in rows:
            number = len(entries)
            entries.append((layer, entry))
            if layer == "names":
                _add_names(number, entry, words, phrases, names)
                continue
            for form in _forms(entry):
                row = (number, *form[1:])
                key = fold(form.text)
                table = phrases if " " in key else words
                if row not in table[key]:
                    table[key].append(row)
    return {
        "entries": entries,
        "words": {k: tuple(v) for k, v in words.items()},
        "phrases": {k: tuple(v) for k, v in phrases.items()},
        "phrase_starts": _starts(phrases),
        "names": {k: tuple(v) for k, v in names.items()},
        "name_starts": _starts(names),
    }


def _forms(entry: dict[str, Any]) -> Iterator[Form]:
    if verb := entry.get("verb"):
        yield from verb_forms(verb["past"], verb["present"])
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


def _starts(table: dict[str, list[Row]]) -> dict[str, int]:
    """The number of words of the longest phrase, by the phrase's first word."""
    longest: dict[str, int] = {}
    for key in table:
        words = key.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest
