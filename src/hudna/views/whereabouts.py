"""What happened where, and how precisely that place can be shown on a map."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hudna.lexicon import Whereabouts, whereabouts
from hudna.record import Entity
from hudna.views.cast import located, told_in
from hudna.views.choice import Choice
from hudna.views.dates import days, ends
from hudna.views.dossier import Dossier, mentions
from hudna.views.happening import EVERYTHING, Happening, happenings
from hudna.views.listing import Listing
from hudna.views.party import Party
from hudna.views.profile import Written

STANDINGS = ("reported", "claimed", "disputed", "corroborated", "admitted")
_CAPITAL = "capital-of"


@dataclass(frozen=True, slots=True)
class Site:
    """A place at which something happened.

    Attributes:
        id: entity id.
        party: its names.
        kind: town, area or country; None for a place whose whereabouts no table tells: it is on no map.
        latitude: of a town, or of the middle of an area.
        longitude: likewise.
        radius: kilometres around the middle within which an area lies.
        outline: ISO 3166-1 number of a country.
        events: how many happened there.
        reported: how many of them stand so; likewise those that follow.
        claimed: likewise.
        disputed: likewise.
        corroborated: likewise.
        admitted: likewise.
        first: when the first of them began, else was reported, as closely as that is told: a day, a month or a year.
        last: when the last ended.

    """

    id: str
    party: Party
    kind: str | None
    latitude: float | None
    longitude: float | None
    radius: int
    outline: str | None
    events: int
    reported: int
    claimed: int
    disputed: int
    corroborated: int
    admitted: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Atlas:
    """All that a map shows.

    Attributes:
        sites: the places, those where most happened first.
        standings: the words by whose number events say how they stand.
        events: of each the number of its site, of its standing, its first and its last day.

    """

    sites: tuple[Site, ...]
    standings: tuple[str, ...]
    events: tuple[tuple[int, int, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Locality:
    """A place or facility as the documents name it.

    Attributes:
        id: entity id.
        party: its names.
        kind: how precisely a map can show it: town, area or country, None for not at all.
        written: every spelling with its counts, most used first.
        mentions: how often it is named.
        documents: in which documents.
        events: how many events happened there.
        first: when the first of them began, as closely as that is told.
        last: when the last ended.

    """

    id: str
    party: Party
    kind: str | None
    written: tuple[Written, ...]
    mentions: int
    documents: tuple[str, ...]
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Presence:
    """Who took part in what happened at a place, and in how many events."""

    party: Party
    events: int


def local(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """What is told to have happened at some place: not what was only planned, feared or called for."""
    return tuple(h for h in happenings(dossier, choice) if h.place and h.status in ("actual", "denied"))


def sites(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Site, ...]:
    """The places where something happened, those where most did first."""
    held: dict[str, list[Happening]] = {}
    for row in local(dossier, choice):
        if row.place:
            held.setdefault(row.place.id, []).append(row)
    found = (_site(dossier, ident, rows) for ident, rows in held.items())
    return tuple(sorted(found, key=lambda s: (-s.events, s.id)))


def atlas(dossier: Dossier, choice: Choice = EVERYTHING) -> Atlas:
    """The sites and events of a map, in numbers."""
    held = sites(dossier, choice)
    numbers = {site.id: n for n, site in enumerate(held)}
    events = (
        (numbers[row.place.id], STANDINGS.index(row.standing), *(_days(row) or (None, None)))
        for row in local(dossier, choice)
        if row.place
    )
    return Atlas(held, STANDINGS, tuple(events))


def localities(dossier: Dossier, choice: Choice = EVERYTHING) -> Listing[Entity, Locality]:
    """Places and facilities with all spellings, most spoken of first."""
    happened = {site.id: site for site in sites(dossier)}
    return Listing(located(dossier, choice), lambda entity: _locality(dossier, entity, happened.get(entity.id)))


def _locality(dossier: Dossier, entity: Entity, site: Site | None) -> Locality:
    where = found(entity)
    return Locality(
        entity.id,
        dossier.party(entity.id),
        where.kind if where else None,
        tuple(Written(s.text, s.count, s.documents) for s in entity.spellings),
        mentions(entity),
        told_in(entity),
        site.events if site else 0,
        site.first if site else None,
        site.last if site else None,
    )


def present(rows: Iterable[Happening]) -> tuple[Presence, ...]:
    """Who took part in some events, the most often first; a place is not present at itself."""
    parties: dict[str, Party] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        taking = {p.id: p for p in (*row.actors, *row.targets) if p != row.place}
        parties.update(taking)
        counts.update(taking.keys())
    return tuple(Presence(parties[i], counts[i]) for i in sorted(counts, key=lambda i: (-counts[i], i)))


def found(entity: Entity) -> Whereabouts | None:
    """Where an entity lies: by its entry of the lexicon, or as the capital of a country."""
    if entity.lexicon:
        return whereabouts(entity.lexicon)
    names = tuple(s.text for s in entity.spellings)
    of = (r.of for r in entity.relations if r.kind == _CAPITAL)
    return next((where for o in of if names and (where := whereabouts(o, names))), None)


def _site(dossier: Dossier, ident: str, rows: list[Happening]) -> Site:
    where = found(dossier.record.entity[ident]) or Whereabouts("", None, None)
    stand = Counter(row.standing for row in rows)
    return Site(
        ident,
        dossier.party(ident),
        where.kind or None,
        where.latitude,
        where.longitude,
        where.radius,
        where.outline,
        len(rows),
        stand["reported"],
        stand["claimed"],
        stand["disputed"],
        stand["corroborated"],
        stand["admitted"],
        *ends(row.date or row.reported for row in rows),
    )


def _days(row: Happening) -> tuple[str, str] | None:
    return days(row.date or row.reported)
