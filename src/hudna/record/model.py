"""What the documents together say: the values of a record.

A record is derived from a set of readings and nothing else. Everything is ordered by its id (documents by name),
all ids are the record's: facts have the hash of what they stand on, an entity or event the smallest id of its
members, countries ``loc.<ISO 3166-1 alpha-3>``. Where a field names somebody it holds an entity id, or ``"unnamed:
<short English>"`` as the reading has it. Spans are code points of the stored text of the named document. What no
text carries is None or ().
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hudna.text import Span


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document as the record lists it."""

    name: str
    sha256: str
    title: str
    language: str
    outlet: str | None
    agency: str | None  # whose text it relays
    url: str | None
    published: str | None  # ISO 8601 date or start/end
    basis: str  # dateline, metadata, inferred or unknown
    lineage: str  # id of the lineage it belongs to; documents of one lineage count once


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entity is written."""

    text: str
    count: int  # mentions
    documents: int


@dataclass(frozen=True, slots=True)
class Member:
    """One document's entity that belongs to an entity of the record."""

    id: str
    document: str
    local: str  # its id in the reading
    name: str  # longest name as written there
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a document gives to a person."""

    title: str
    of: str | None
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Join:
    """Why two things were taken for one.

    Attributes:
        rule: id of the rule that joined them (docs/record-schema.md lists the rules).
        left: id of one of the two (member, telling or document).
        right: id of the other.
        why: the evidence in words that a person can check: the two spellings, the shared office, the measured likeness.

    """

    rule: str
    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person (PER), body (ORG), place (LOC) or facility (FAC) over all documents."""

    id: str
    type: str
    name: str  # the fullest of its most used spellings
    label_ar: str | None
    label_en: str | None
    side: str | None
    lexicon: str | None
    offices: tuple[Office, ...]
    spellings: tuple[Spelling, ...]  # most used first
    members: tuple[Member, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling of an event; fields as in the reading, with the record's ids."""

    id: str
    event: str
    document: str
    local: str
    type: str
    mode: str | None
    topic: str | None
    trigger: Span
    evidence: Span
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    claimed_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    weapon: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several tellings are about.

    Attributes:
        id: smallest id of its tellings, as an event's.
        type: PLOVER type; of the tellings' values the most frequent, as for mode, topic, place and weapon.
        mode: as in the reading.
        topic: as in the reading.
        actors: all that any telling names; two groups of tellings that name different actors are in ``disagreements``.
        targets: as actors.
        place: entity id.
        date: the narrowest of the tellings' dates that all the others allow, else the most frequent.
        status: the furthest that is told: actual before denied, planned, called_for, possible.
        claimed_by: all to whom a telling is attributed.
        disputed_by: all who deny it.
        weapon: as told.
        standing: reported (an outlet's own voice), claimed (by one side), disputed, corroborated or admitted.
        tellings: ids, by document name and place in the text.
        documents: names of the documents that tell it.
        lineages: ids of the independent lineages among them.
        joins: why the tellings were taken for one happening.

    """

    id: str
    type: str
    mode: str | None
    topic: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    claimed_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    weapon: str | None
    standing: str
    tellings: tuple[str, ...]
    documents: tuple[str, ...]
    lineages: tuple[str, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition and the one who is presented as saying it."""

    id: str
    document: str
    source: str
    cue: Span
    content: Span
    via: str
    relay: str | None
    tellings: tuple[str, ...]  # the tellings whose trigger stands in the content
    rule: str


@dataclass(frozen=True, slots=True)
class Toll:
    """Human losses as one claim gives them.

    Attributes:
        id: fact id.
        document: where it stands.
        kind: killed, wounded, missing, captured, displaced or killed_or_wounded.
        count: as in the reading: "12", ">=12", "10-12", "~tens", "unknown".
        low: least number that the count allows; None where it sets no bound.
        high: greatest number that the count allows; None where it sets no bound.
        victims: military, civilian, mixed or unspecified.
        side: whose losses they are.
        place: entity id.
        date: ISO 8601.
        cumulative: whether it is a running total; never added to others.
        claimed_by: who gives the figure.
        event: the event that is said to have caused it.
        telling: that event's telling in the document.
        blamed: whom the teller says caused it.
        quote: the words that carry it.
        evidence: the sentence.
        rule: id of the rule that found it.

    """

    id: str
    document: str
    kind: str
    count: str
    low: int | None
    high: int | None
    victims: str
    side: str | None
    place: str | None
    date: str | None
    cumulative: bool
    claimed_by: tuple[str, ...]
    event: str | None
    telling: str | None
    blamed: tuple[str, ...]
    quote: Span
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Material losses as one claim gives them; fields as in ``Toll``."""

    id: str
    document: str
    kind: str  # destroyed, damaged, downed or captured
    item: str
    count: str
    low: int | None
    high: int | None
    side: str | None
    place: str | None
    date: str | None
    claimed_by: tuple[str, ...]
    event: str | None
    telling: str | None
    blamed: tuple[str, ...]
    quote: Span
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Breach:
    """An alleged violation of a truce."""

    id: str
    truce: str
    document: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    count: str | None
    event: str | None
    telling: str | None
    claimed_by: tuple[str, ...]
    quote: Span


@dataclass(frozen=True, slots=True)
class TruceTelling:
    """One document's telling of a truce; fields as in the reading, with the record's ids."""

    id: str
    truce: str
    document: str
    kind: str
    status: str
    parties: tuple[str, ...]
    announced_by: tuple[str, ...]
    brokers: tuple[str, ...]
    announced: str | None
    start: str | None
    end: str | None
    duration: str | None
    place: str | None
    terms: tuple[str, ...]
    mechanism: str | None
    tellings: tuple[str, ...]  # of its events in the document
    quote: Span
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, ceasefire or humanitarian pause over all documents; ``status`` is the furthest told."""

    id: str
    kind: str
    status: str
    parties: tuple[str, ...]
    announced_by: tuple[str, ...]
    brokers: tuple[str, ...]
    announced: str | None
    start: str | None
    end: str | None
    duration: str | None
    place: str | None
    terms: tuple[str, ...]
    events: tuple[str, ...]
    tellings: tuple[str, ...]  # ids of its truce tellings
    breaches: tuple[str, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Documents that go back to one text, or one document alone: however many, they count once."""

    id: str
    documents: tuple[str, ...]
    agencies: tuple[str, ...]  # news agencies whose text its documents relay
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One of the versions that disagree: what it says, who says it and the facts that carry it."""

    value: str  # as in the facts: entity ids joined by ", ", a count, a date, a status
    claimed_by: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources differ on.

    Attributes:
        id: from the smallest fact concerned.
        about: occurrence, actors, targets, count or date.
        event: the event concerned; None for tolls that no event is tied to.
        topic: what is counted, for count: "killed military AZE"; else "".
        accounts: the versions side by side, at least two.

    """

    id: str
    about: str
    event: str | None
    topic: str
    accounts: tuple[Account, ...]


Fact = Telling | Claim | Toll | Loss | Breach | TruceTelling
Item = Entity | Event | Truce | Lineage | Disagreement | Fact


@dataclass(frozen=True)
class Record:
    """What a set of readings says, reconciled. Every tuple is sorted by id, ``documents`` by name."""

    documents: tuple[DocumentEntry, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    tellings: tuple[Telling, ...] = ()
    claims: tuple[Claim, ...] = ()
    tolls: tuple[Toll, ...] = ()
    losses: tuple[Loss, ...] = ()
    truces: tuple[Truce, ...] = ()
    truce_tellings: tuple[TruceTelling, ...] = ()
    breaches: tuple[Breach, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Everything that has an id."""
        parts: tuple[tuple[Item, ...], ...] = (
            self.entities,
            self.events,
            self.tellings,
            self.claims,
            self.tolls,
            self.losses,
            self.truces,
            self.truce_tellings,
            self.breaches,
            self.lineages,
            self.disagreements,
        )
        return {item.id: item for part in parts for item in part}

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """The entities by id; "unnamed: …" is none of them."""
        return {e.id: e for e in self.entities}

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """The events by id."""
        return {e.id: e for e in self.events}

    @cached_property
    def telling(self) -> Mapping[str, Telling]:
        """The tellings by id."""
        return {t.id: t for t in self.tellings}

    @cached_property
    def document(self) -> Mapping[str, DocumentEntry]:
        """The documents by name."""
        return {d.name: d for d in self.documents}

    @cached_property
    def local_entities(self) -> Mapping[str, Mapping[str, str]]:
        """Document name → entity id in its reading → entity id in the record."""
        out: dict[str, dict[str, str]] = {}
        for entity in self.entities:
            for member in entity.members:
                out.setdefault(member.document, {})[member.local] = entity.id
        return out

    @cached_property
    def local_events(self) -> Mapping[str, Mapping[str, str]]:
        """Document name → event id in its reading → event id in the record."""
        out: dict[str, dict[str, str]] = {}
        for telling in self.tellings:
            out.setdefault(telling.document, {})[telling.local] = telling.event
        return out

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """Id of a member or telling → id of the entity, event or truce it belongs to."""
        members = {m.id: e.id for e in self.entities for m in e.members}
        tellings = {t.id: t.event for t in self.tellings}
        return members | tellings | {t.id: t.truce for t in self.truce_tellings}

    def to_json(self) -> str:
        """Canonical JSON lines, one object a line with its part in ``"row"``: equal records give equal strings."""
        from hudna.record.dump import dump  # noqa: PLC0415  # dump knows this module

        return dump(self)
