"""Facts by words: those of the sentence that tells them, and the names of whom and what they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hudna.record import forms, sought
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, Happening, happenings
from hudna.views.mark import Mark
from hudna.views.party import Party
from hudna.views.tolls import Figure, casualties, losses
from hudna.views.truces import Ceasefire, truces

Row = Happening | Figure | Ceasefire


@dataclass(frozen=True, slots=True)
class Lead:
    """One fact.

    Attributes:
        id: of the event, figure or truce.
        what: event, toll, loss or truce.
        date: ISO 8601.
        reported: when the first document that tells it appeared.
        row: the fact itself.
        sources: where it stands.

    """

    id: str
    what: str
    date: str | None
    reported: str | None
    row: Row
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Which facts hold which words.

    Attributes:
        facts: their ids.
        places: form of a word → the places of its facts in ``facts``.

    """

    facts: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def find(self, words: str) -> frozenset[str]:
        """Ids of the facts that hold every word, whatever clitics it carries there; none for no words."""
        wanted = sought(words)
        held = [{n for form in asked for n in self.places.get(form, ())} for asked in wanted]
        return frozenset(self.facts[n] for n in set.intersection(*held)) if held else frozenset()


def facts(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Lead, ...]:
    """All facts asked for, the latest told first, the undated last."""
    rows = [
        *(_lead("event", h) for h in happenings(dossier, choice)),
        *(_lead("toll", f) for f in casualties(dossier, choice)),
        *(_lead("loss", f) for f in losses(dossier, choice)),
        *(_lead("truce", t) for t in truces(dossier, choice)),
    ]
    return tuple(sorted(rows, key=lambda r: (r.date or r.reported or "", r.id), reverse=True))


def index(dossier: Dossier, rows: Iterable[Lead]) -> Index:
    """The index of some facts."""
    held = tuple(rows)
    places: dict[str, list[int]] = defaultdict(list)
    names: dict[str, frozenset[str]] = {}
    for number, lead in enumerate(held):
        words = set(_told(dossier, lead))
        for party in _parties(lead.row):
            if party.id not in names:
                names[party.id] = _named(dossier, party)
            words |= names[party.id]
        for word in words:
            places[word].append(number)
    return Index(tuple(r.id for r in held), {word: tuple(numbers) for word, numbers in places.items()})


def _lead(what: str, row: Row) -> Lead:
    return Lead(row.id, what, row.date, row.reported, row, row.sources)


def _told(dossier: Dossier, lead: Lead) -> Iterator[str]:
    """The words of the sentences that tell it."""
    for text in {dossier.wording(mark) for mark in lead.sources}:
        yield from forms(text)


def _parties(row: Row) -> tuple[Party, ...]:
    one: tuple[Party | None, ...]
    match row:
        case Happening():
            one = (*row.actors, *row.targets, *row.claimed_by, *row.disputed_by, row.place)
        case Figure():
            one = (row.side, *row.claimed_by, *row.blamed, row.place)
        case Ceasefire():
            one = (*row.parties, *row.announced_by, *row.brokers, row.place)
    return tuple(p for p in one if p)


def _named(dossier: Dossier, party: Party) -> frozenset[str]:
    """The words of all its names."""
    entity = dossier.record.entity.get(party.id)
    spellings = (s.text for s in entity.spellings) if entity else ()
    return frozenset(form for name in {party.ar, party.en or "", *spellings} for form in forms(name))
