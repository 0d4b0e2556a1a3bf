"""One entity whole: spellings, offices, positions, contacts, relations, its events, and why its names are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.record import Entity, Member
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier, mentions
from hudna.views.happening import POSITIONS, Happening, happenings, of_event
from hudna.views.mark import Mark
from hudna.views.network import Pair, pairs
from hudna.views.party import Party
from hudna.views.stances import Stance
from hudna.views.tenure import Standing, Tenure, bodies, standings, tenures

_CONTACT = "CONSULT"


@dataclass(frozen=True, slots=True)
class Written:
    """One way in which an entity is written: how often, and by how many entities of documents."""

    text: str
    count: int
    documents: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Why two names were taken for one.

    Attributes:
        rule: id of the rule (docs/record-schema.md lists the rules).
        why: the evidence in words that a person can check.
        left: where one of the two is named first in its document.
        right: where the other is.

    """

    rule: str
    why: str
    left: Mark | None
    right: Mark | None


@dataclass(frozen=True, slots=True)
class Position:
    """What an entity demanded, offered, accepted, supported or refused.

    Attributes:
        id: event id.
        told: the event.
        before: the earlier stance of its side on the matter, where it changed.

    """

    id: str
    told: Happening
    before: Happening | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity whole.

    Attributes:
        id: entity id.
        party: its names, type and side.
        side: the state or party it acts for.
        lexicon: id of the entry of the lexicon that its mentions were found by.
        mentions: how often it is named.
        documents: in which documents.
        spellings: as written, most used first.
        offices: what documents call a person, over time.
        ties: what it is to states and parties, and of these what others are to them.
        positions: what it demanded, accepted or refused, in time, with where its side changed.
        contacts: with whom it was in contact, the most often first.
        happenings: all it takes part in, in time, the undated last.
        joins: why its names were taken for one.
        sources: its first mention in each document.

    """

    id: str
    party: Party
    side: Party | None
    lexicon: str | None
    mentions: int
    documents: tuple[str, ...]
    spellings: tuple[Written, ...]
    offices: tuple[Tenure, ...]
    ties: tuple[Standing, ...]
    positions: tuple[Position, ...]
    contacts: tuple[Pair, ...]
    happenings: tuple[Happening, ...]
    joins: tuple[Joined, ...]
    sources: tuple[Mark, ...]


def profile(dossier: Dossier, ident: str, stances: Iterable[Stance]) -> Profile:
    """The entity of an id.

    Args:
        dossier: the record with its texts.
        ident: id of the entity.
        stances: those of everybody, ``stances(dossier)``, which whoever shows many profiles works out once.

    Raises:
        KeyError: the record holds no such entity.

    """
    entity = dossier.record.entity[ident]
    rows = happenings(dossier, Choice(actors=(frozenset({ident}),)))
    taking = tuple(h for h in rows if any(p.id == ident for p in (*h.actors, *h.targets)))
    members = sorted(entity.members, key=lambda m: m.document)
    return Profile(
        ident,
        dossier.party(ident),
        dossier.side(entity.side),
        entity.lexicon,
        mentions(entity),
        tuple(dict.fromkeys(m.document for m in members)),
        tuple(Written(s.text, s.count, s.documents) for s in entity.spellings),
        tenures(dossier, entity),
        (*standings(dossier, entity), *bodies(dossier, entity)),
        _positions(dossier, taking, ident, stances),
        tuple(p for p in pairs(h for h in taking if h.type == _CONTACT) if ident in (p.left.id, p.right.id)),
        taking,
        _joins(dossier, entity),
        tuple(mark for m in members if (mark := _first(dossier, m))),
    )


def _positions(
    dossier: Dossier, rows: Iterable[Happening], ident: str, stances: Iterable[Stance]
) -> tuple[Position, ...]:
    """The positions that an entity itself took, each with the one before where its side changed."""
    earlier = {s.id: s.before for s in stances if s.before and s.party.id == ident}
    taken = [h for h in rows if h.type in POSITIONS and any(p.id == ident for p in h.actors)]
    return tuple(Position(h.id, h, _event(dossier, earlier.get(h.id))) for h in taken)


def _event(dossier: Dossier, ident: str | None) -> Happening | None:
    return of_event(dossier, dossier.record.event[ident]) if ident else None


def _joins(dossier: Dossier, entity: Entity) -> tuple[Joined, ...]:
    marks = {m.id: _first(dossier, m) for m in entity.members}
    return tuple(Joined(j.rule, j.why, marks.get(j.left), marks.get(j.right)) for j in entity.joins)


def _first(dossier: Dossier, member: Member) -> Mark | None:
    """Where a document first names an entity."""
    if not member.mentions:
        return None
    span = min(member.mentions)
    quote = dossier.quote(member.document, span)
    return Mark(member.document, span, dossier.sentence(member.document, span), member.id, quote)
