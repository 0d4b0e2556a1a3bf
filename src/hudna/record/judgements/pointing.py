"""From the ids that a record shows to what a judgement points to."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from hudna.reading import Reading
from hudna.record.identity import FactIds
from hudna.record.judgements.judgement import Place
from hudna.record.judgements.log import Log
from hudna.record.judgements.patch import ABSENT, patched
from hudna.record.judgements.values import Values
from hudna.record.model import Entity, Event, Fact, Member, Record, Truce
from hudna.record.numbered import LETTERS, fact_places, first_named, slot, told
from hudna.text import Document, Span

_WITNESSES = 50  # members of a group that one taken out of it is kept apart from, by name


class Unknown(ValueError):  # noqa: N818 - it says what the id is
    """Nothing in the record that can be judged has the id; the message is one line for people."""


class Pointer:
    """Tells what the ids of a record point to."""

    def __init__(self, record: Record, log: Log, stored: Callable[[str], tuple[Document, Reading]]) -> None:
        """``stored`` gives a document of the record by name, with its reading as the reader has it."""
        self._record = record
        self._log = log
        self._stored = stored

    def fact(self, ident: str) -> Place:
        """The place of a fact, which may be one that was rejected.

        Raises:
            Unknown: no fact has this id.

        """
        item = self._record.by_id.get(ident)
        reviews = [r for r in self._record.reviews if ident in r.facts and r.what != "entity"]
        documents = (item.document,) if isinstance(item, Fact) else tuple(d for r in reviews for d in r.documents)
        for name in dict.fromkeys(documents):
            _, reading = self._stored(name)
            for standing, _ in fact_places(reading):
                if standing.id == ident:
                    return Place.of(reading.sha256, standing)
        added = {r.id for r in reviews if r.kind == "add"}
        place = next((j.places[0] for j in self._log.live if j.id in added), None)
        if place is None:
            raise Unknown(f"the record holds no fact with the id {ident!r}")
        return place

    def member(self, ident: str) -> Place:
        """The place of a member, telling or truce telling; of an entity, event or truce that of its first.

        Raises:
            Unknown: the record holds none of this id.

        """
        return self._place(self.items(ident)[0])

    def rest(self, ident: str) -> tuple[Place, ...]:
        """The places of the others in the group of a member, telling or truce telling.

        Raises:
            Unknown: the record holds none of this id, or it stands alone.

        """
        if ident in self._record.by_id and self._record.by_id[ident].__class__ in (Entity, Event, Truce):
            raise Unknown(f"{ident} is a group: name those of its parts that do not belong to it")
        owner = self._record.owners.get(ident)
        if owner is None:
            raise Unknown(f"the record holds no part of a group with the id {ident!r}")
        own = self._place(ident)
        others = dict.fromkeys(self._place(i) for i in self.items(owner) if i != ident)
        others.pop(own, None)  # the same text under another name
        if not others:
            raise Unknown(f"{ident} stands alone: there is nothing to split it from")
        return tuple(others)[:_WITNESSES]

    def items(self, ident: str) -> tuple[str, ...]:
        """The members or tellings of a group; of those of an entity one of each name, then the others.

        Raises:
            Unknown: the record holds none of this id.

        """
        item = self._record.by_id.get(ident)
        if isinstance(item, Event | Truce):
            return item.tellings
        if isinstance(item, Entity):
            first = {(m.name, not m.mentions): m.id for m in reversed(item.members)}
            return tuple(dict.fromkeys((*sorted(first.values()), *(m.id for m in item.members)))) or self._none(ident)
        return (ident,) if ident in self._record.owners else self._none(ident)

    def seen(self, place: Place) -> str:
        """The digest of a fact as it is now, for its acceptance.

        Raises:
            Unknown: the fact was rejected, or its document is gone.

        """
        for entry in self._record.documents:
            if entry.sha256 == place.sha256:
                document, reading = self._judged(entry.name)
                values = Values(document, reading)
                own = _id(reading, place)
                for what, fact in told(reading):
                    if fact.record_id == own:
                        return values.digest(what, fact)
        raise Unknown(ABSENT)

    def added(self, document: str, what: str, span: Span, fields: Mapping[str, Any]) -> Place:
        """The place of a fact that somebody adds.

        Raises:
            Unreadable: the span or a value is not in the text.

        """
        held, reading = self._judged(document)
        blank = Place(reading.sha256, span, what, "")
        fact = Values(held, reading).new(blank, "added", fields)
        return Place(reading.sha256, span, what, slot(fact, first_named(reading)))

    def check(self, document: str, place: Place, fields: Mapping[str, Any]) -> None:
        """Refuse values that the fact at a place cannot have in its text.

        Raises:
            Unreadable: the text does not have one of them.

        """
        held, reading = self._judged(document)
        own = _id(reading, place)
        for what, fact in told(reading):
            if fact.record_id == own:
                Values(held, reading).set(what, fact, fields)

    def _judged(self, name: str) -> tuple[Document, Reading]:
        document, reading = self._stored(name)
        judgements = self._log.by_text.get(reading.sha256, ())
        return document, patched(document, reading, judgements).reading

    def _place(self, ident: str) -> Place:
        member = self._members.get(ident) if ident.startswith(LETTERS["entity"]) else None
        if member is None:
            return self.fact(ident)
        kind, held = member
        sha256 = self._record.document[held.document].sha256
        if held.mentions:
            return Place(sha256, min(held.mentions), "entity", kind)
        return Place(sha256, Span(0, 0), "entity", f"{kind} {held.local}")

    @cached_property
    def _members(self) -> dict[str, tuple[str, Member]]:
        return {m.id: (e.type, m) for e in self._record.entities for m in e.members}

    @staticmethod
    def _none(ident: str) -> tuple[str, ...]:
        raise Unknown(f"the record holds nothing that can be joined or split with the id {ident!r}")


def _id(reading: Reading, place: Place) -> str:
    return FactIds(reading.name, reading.sha256).of(LETTERS[place.what], place.span, place.slot, place.again)
