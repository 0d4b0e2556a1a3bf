"""The record itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hudna.record.model.dating import Dating
from hudna.record.model.disagreement import Disagreement
from hudna.record.model.document import DocumentEntry, Lineage
from hudna.record.model.entity import Entity
from hudna.record.model.event import Claim, Event, Telling
from hudna.record.model.link import Link
from hudna.record.model.loss import Loss, Toll
from hudna.record.model.review import Review
from hudna.record.model.truce import Breach, Truce, TruceTelling

Fact = Telling | Claim | Toll | Loss | Breach | TruceTelling
Item = Entity | Event | Truce | Lineage | Link | Disagreement | Dating | Fact


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
    links: tuple[Link, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    reviews: tuple[Review, ...] = ()
    datings: tuple[Dating, ...] = ()

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
            self.links,
            self.disagreements,
            self.datings,
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
    def dating(self) -> Mapping[str, Dating]:
        """The datings by the name of their document."""
        return {d.document: d for d in self.datings}

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
