"""Where places lie: towns as points, regions as circles, countries by the number of their outline."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hudna.text import fold


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a place lies, as far as that is known.

    Attributes:
        kind: town, area or country.
        latitude: in degrees, of the middle of an area; None for a country.
        longitude: likewise.
        radius: kilometres around the middle that hold the towns of an area; 0 for all else.
        outline: of a country, its number in ISO 3166-1, by which world-atlas calls its outline; "000" is Kosovo.

    """

    kind: str
    latitude: float | None
    longitude: float | None
    radius: int = 0
    outline: str | None = None


def whereabouts(ident: str, names: tuple[str, ...] = ()) -> Whereabouts | None:
    """Where the entry of an id lies; given names, where the capital of that country lies that has one of them."""
    held = _table()
    keys = [(ident, fold(name)) for name in names] if names else [(ident, "")]
    return next((held[key] for key in keys if key in held), None)


@cache
def _table() -> Mapping[tuple[str, str], Whereabouts]:
    """By id and, for capitals, name; the reviewed places go before those of the world."""
    folder = files("hudna.lexicon")
    held: dict[tuple[str, str], Whereabouts] = {}
    for line in folder.joinpath("ar", "names", "world.tsv").read_text("utf-8").splitlines()[1:]:
        ident, _, _, _, latitude, longitude, _, _ = line.split("\t")
        if latitude:
            held[ident, ""] = Whereabouts("town", float(latitude), float(longitude))
    for line in folder.joinpath("whereabouts.tsv").read_text("utf-8").splitlines()[1:]:
        ident, name, latitude, longitude, radius, said = line.split("\t")
        kind, _, outline = said.partition(" ")
        held[ident, name] = Whereabouts(kind, _degrees(latitude), _degrees(longitude), int(radius), outline or None)
    return held


def _degrees(value: str) -> float | None:
    return float(value) if value else None
