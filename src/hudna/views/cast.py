"""Who and what the documents name: actors and places, with every spelling."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hudna.record import Entity
from hudna.views.choice import Choice, asked_for
from hudna.views.dossier import Dossier, mentions
from hudna.views.happening import EVERYTHING
from hudna.views.listing import Listing
from hudna.views.mark import Mark
from hudna.views.party import Party
from hudna.views.tenure import Standing, Tenure, standings, tenures

_ACTORS = frozenset({"PER", "ORG"})


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with how it is written and how much it is spoken of.

    Attributes:
        id: entity id.
        party: its names, type and side.
        spellings: as written, most used first.
        counts: how often it is written so, in the same order.
        offices: what documents call a person, over time.
        ties: what it is to states and parties: «army of Armenia», «office of Russia».
        mentions: how often it is named.
        documents: in which documents.
        events: number of events it takes part in, or that took place there.
        sources: its first mention in each document.

    """

    id: str
    party: Party
    spellings: tuple[str, ...]
    counts: tuple[int, ...]
    offices: tuple[Tenure, ...]
    ties: tuple[Standing, ...]
    mentions: int
    documents: tuple[str, ...]
    events: int
    sources: tuple[Mark, ...]


def actors(dossier: Dossier, choice: Choice = EVERYTHING) -> Listing[Entity, Named]:
    """Persons and bodies, and the places that act (states above all), most spoken of first."""
    acting = {i for e in dossier.record.events for i in (*e.actors, *e.targets)}
    sayers = {c.source for c in dossier.record.claims}
    held = _by_mentions(dossier, choice, lambda e: e.type in _ACTORS or e.id in acting or e.id in sayers)
    return _listed(dossier, held)


def places(
    dossier: Dossier, choice: Choice = EVERYTHING, wanted: Callable[[Entity], bool] = lambda _: True
) -> Listing[Entity, Named]:
    """Places and facilities, most spoken of first; those of them that are ``wanted``."""
    return _listed(dossier, located(dossier, choice, wanted))


def located(
    dossier: Dossier, choice: Choice = EVERYTHING, wanted: Callable[[Entity], bool] = lambda _: True
) -> Sequence[Entity]:
    """The same as entities of the record."""
    return _by_mentions(dossier, choice, lambda e: e.type not in _ACTORS and wanted(e))


def _by_mentions(dossier: Dossier, choice: Choice, wanted: Callable[[Entity], bool]) -> Sequence[Entity]:
    held = asked_for(filter(wanted, dossier.record.entities), choice, lambda e: _asked(dossier, e, choice))
    return sorted(held, key=lambda e: (-mentions(e), e.id))


def _listed(dossier: Dossier, entities: Sequence[Entity]) -> Listing[Entity, Named]:
    counts = Counter(
        i for e in dossier.record.events for i in {*e.actors, *e.targets, *((e.place,) if e.place else ())}
    )
    return Listing(entities, lambda entity: _named(dossier, entity, counts[entity.id]))


def _named(dossier: Dossier, entity: Entity, events: int) -> Named:
    members = sorted(entity.members, key=lambda m: m.document)
    firsts = [(m.document, m.id, min(m.mentions)) for m in members if m.mentions]
    return Named(
        entity.id,
        dossier.party(entity.id),
        tuple(s.text for s in entity.spellings),
        tuple(s.count for s in entity.spellings),
        tenures(dossier, entity),
        standings(dossier, entity),
        mentions(entity),
        told_in(entity),
        events,
        tuple(Mark(d, span, dossier.sentence(d, span), i, dossier.quote(d, span)) for d, i, span in firsts),
    )


def told_in(entity: Entity) -> tuple[str, ...]:
    """The documents that speak of an entity."""
    return tuple(sorted({m.document for m in entity.members}))


def _asked(dossier: Dossier, entity: Entity, choice: Choice) -> bool:
    dates = [dossier.record.document[m.document].published for m in entity.members] or [None]
    return any(choice.takes(who=(entity.id,), where=(entity.id,), sides=(entity.side,), date=d) for d in dates)
