"""Stable ids, and readings that carry them.

The id of a fact is a letter for its kind and twelve hex digits of a hash of its document (name and text), its span
and what it is, so that nothing else in the document or the record can change it. What groups facts (an event, truce,
lineage) has the digits of the smallest of its members under its own letter: whoever holds an id that a merge replaced
finds the member by the digits, and through it what the member now belongs to. An entity, of which thousands of reports
can tell, has digits of what it is called (entities.py): else each report that names it could give it another id.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from hudna import reading as told
from hudna.reading import Reading
from hudna.record.model import Record
from hudna.text import Span

COUNTRY = re.compile(r"loc\.[A-Z]{3}")
UNNAMED = "unnamed:"

MEMBER, TELLING, CLAIM, TOLL, LOSS, TRUCE_TELLING, BREACH, ENTRY, DATING = "mtcklubdy"
ENTITY, EVENT, TRUCE, LINEAGE, DISAGREEMENT, LINK = "evrnxj"
GROUPS = {ENTITY: MEMBER, EVENT: TELLING, TRUCE: TRUCE_TELLING, LINEAGE: ENTRY}
_NAMING = (
    "actors",
    "targets",
    "claimed_by",
    "disputed_by",
    "blamed",
    "parties",
    "announced_by",
    "brokers",
    "by",
    "against",
)
_Naming = TypeVar("_Naming", told.Event, told.Casualty, told.Loss, told.Truce, told.Violation)
_DIGITS = 12  # 48 bits: two of a million facts fall together once in 500 records


def is_country(entity: str) -> bool:
    """Whether an id is a country's, ``loc.<ISO 3166-1 alpha-3>``."""
    return entity.startswith("loc.") and COUNTRY.fullmatch(entity) is not None


def is_unnamed(entity: str) -> bool:
    """Whether an id stands for somebody without a name, ``unnamed: …``."""
    return entity.startswith(UNNAMED)


class FactIds:
    """Gives the facts of one document their ids; two facts alike in span and slot are told apart by their order."""

    def __init__(self, name: str, sha256: str) -> None:
        """For the document of this name and text."""
        self._prefix = f"{name}\0{sha256}\0"
        self._given: dict[str, int] = {}

    def give(self, kind: str, span: Span, slot: str = "") -> str:
        """The id of the fact of this kind (a letter) that stands at ``span``; ``slot`` is what else sets it apart."""
        key = f"{kind}\0{span.start}\0{span.end}\0{slot}"
        again = self._given.get(key, 0)
        self._given[key] = again + 1
        return self.of(kind, span, slot, again)

    def of(self, kind: str, span: Span, slot: str, again: int) -> str:
        """The id of the fact that is given one after ``again`` others of this kind, span and slot."""
        key = f"{self._prefix}{kind}\0{span.start}\0{span.end}\0{slot}"
        text = f"{key}\0{again}" if again else key
        return kind + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def group_id(kind: str, members: Iterable[str]) -> str:
    """The id of what these facts make up."""
    return kind + min(members)[1:]


def link_id(kind: str, left: str, right: str) -> str:
    """The id of a link of this kind between two events."""
    return LINK + hashlib.sha256(f"{kind}\0{left}\0{right}".encode()).hexdigest()[:_DIGITS]


def references(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every entity id that the facts of a reading hold, with the list of facts it stands in."""
    yield from (("mentions", m.entity) for m in reading.mentions)
    yield from (("attributions", x) for a in reading.attributions for x in (a.source, a.relay) if x)
    facts: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("events", reading.events),
        ("casualties", reading.casualties),
        ("losses", reading.losses),
        ("truces", reading.truces),
        ("violations", tuple(v for t in reading.truces for v in t.violations)),
    )
    for name, held in facts:
        for fact in held:
            yield from ((name, x) for field in _NAMING for x in getattr(fact, field, ()))
            if place := getattr(fact, "place", None):
                yield name, place


def with_record_ids(reading: Reading, record: Record) -> Reading:
    """``reading`` with every entity id replaced by the record's and each event's ``record_event`` set.

    Entities of the reading that the record holds to be one become one, with the record's name, labels and side; ids
    that hold within the document only (events, casualties, truces) stay.
    """
    ids = record.local_entities.get(reading.name, {})
    events = record.local_events.get(reading.name, {})
    return replace(
        reading,
        entities=_entities(reading, record, ids),
        mentions=tuple(replace(m, entity=ids.get(m.entity, m.entity)) for m in reading.mentions),
        attributions=tuple(
            replace(a, source=ids.get(a.source, a.source), relay=ids.get(a.relay, a.relay) if a.relay else None)
            for a in reading.attributions
        ),
        events=tuple(replace(renamed(e, ids), record_event=events.get(e.id)) for e in reading.events),
        casualties=tuple(renamed(c, ids) for c in reading.casualties),
        losses=tuple(renamed(x, ids) for x in reading.losses),
        truces=tuple(
            replace(renamed(t, ids), violations=tuple(renamed(v, ids) for v in t.violations)) for t in reading.truces
        ),
    )


def renamed(fact: _Naming, ids: Mapping[str, str]) -> _Naming:
    """``fact`` with the entity ids it holds replaced; those that become one are named once."""
    changes: dict[str, Any] = {}
    kind: Any = type(fact)
    for name in _naming(kind):
        if value := getattr(fact, name):
            many = name in _NAMING
            changes[name] = tuple(dict.fromkeys(ids.get(x, x) for x in value)) if many else ids.get(value, value)
    return replace(fact, **changes) if changes else fact


@lru_cache(maxsize=16)
def _naming(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of fact that hold ids of entities."""
    return tuple(field.name for field in fields(kind) if field.name in {*_NAMING, "place"})


def _entities(reading: Reading, record: Record, ids: Mapping[str, str]) -> tuple[told.Entity, ...]:
    """The reading's entities as the record has them, each once, in the reading's order."""
    out: dict[str, told.Entity] = {}
    for local in reading.entities:
        own = record.entity[ids[local.id]]
        before = out.get(own.id)
        roles = (*before.roles, *local.roles) if before else local.roles
        out[own.id] = told.Entity(own.id, own.type, own.name, own.label_ar, own.label_en, own.side, roles, own.lexicon)
    return tuple(out.values())
