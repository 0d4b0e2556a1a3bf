"""Readings as JSON of the format ``hudna.reading/1``, and back."""

from dataclasses import fields, replace
from sys import intern
from typing import Any, Literal, TypeVar

from msgspec import Struct
from msgspec.json import Decoder

from hudna.reading.model import (
    Attribution,
    Casualty,
    Entity,
    Event,
    Loss,
    Mention,
    Particular,
    Published,
    Reading,
    Role,
    Time,
    Truce,
    Violation,
)
from hudna.text import Span

SCHEMA = "hudna.reading/1"
_HELD = 1 << 12  # more than most reports have letters
_OFFSETS = tuple(range(_HELD))
_Fact = TypeVar("_Fact", Attribution, Casualty, Event, Loss, Truce, Violation, Particular, Role)
_OPEN = frozenset({"date_form", "announced_form", "start_form", "end_form"})  # left out where the date is known


def to_json(reading: Reading, *, global_ids: bool = False) -> dict[str, Any]:
    """A reading as a JSON value; ``global_ids`` says that its ids are a record's, the same over all documents."""
    published = reading.published
    return {
        "schema": SCHEMA,
        "engine": reading.engine,
        "global_ids": global_ids,
        "document": {
            "id": reading.name,
            "title": reading.title,
            "language": reading.language,
            "outlet": reading.outlet,
            "url": reading.url,
            "agency": reading.agency,
            "sha256": reading.sha256,
            "published": {
                "value": published.value,
                "basis": published.basis,
                "span": list(published.span) if published.span else None,
            },
            "furniture": [list(span) for span in reading.furniture],
        },
        "entities": [_entity(e) for e in reading.entities],
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "entity": m.entity, "rule": m.rule} for m in reading.mentions
        ],
        "times": [
            {"start": t.span.start, "end": t.span.end, "value": t.value, "form": t.form, "rule": t.rule}
            for t in reading.times
        ],
        "attributions": [_fact(a) for a in reading.attributions],
        "events": [_fact(e) for e in reading.events],
        "casualties": [_fact(c) for c in reading.casualties],
        "losses": [_fact(x) for x in reading.losses],
        "truces": [_truce(t) for t in reading.truces],
    }


def from_json(text: str | bytes) -> Reading:
    """The reading that ``to_json`` made the value of.

    Raises:
        msgspec.MsgspecError: the text is no JSON or not of this format.

    """
    value = _DECODER.decode(text)
    document = value.document
    reading = Reading(
        name=intern(document.id),
        sha256=document.sha256,
        engine=value.engine,
        title=document.title,
        language=document.language,
        outlet=document.outlet,
        url=document.url,
        agency=document.agency,
        published=document.published,
        furniture=document.furniture,
        entities=tuple([e.entity() for e in value.entities]),
        mentions=tuple([Mention(_at(m.start, m.end), m.entity, m.rule) for m in value.mentions]),
        times=tuple([Time(Span(t.start, t.end), t.value, t.form, t.rule) for t in value.times]),
        attributions=value.attributions,
        events=value.events,
        casualties=value.casualties,
        losses=value.losses,
        truces=value.truces,
    )
    return _tied(reading, text) if value.global_ids else reading


def _at(start: int, end: int) -> Span:
    """A span whose numbers are held once: each that JSON gives is an object of its own, as large as the span's rest."""
    if 0 <= start < _HELD and 0 <= end < _HELD:
        return Span(_OFFSETS[start], _OFFSETS[end])
    return Span(start, end)


def _tied(reading: Reading, text: str | bytes) -> Reading:
    """A reading out of a record's export, its events with those of the record."""
    ties = _TIES.decode(text).events
    return replace(
        reading, events=tuple(replace(e, record_event=t.event) for e, t in zip(reading.events, ties, strict=True))
    )


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "label": {"ar": entity.label_ar, "en": entity.label_en},
        "side": entity.side,
        "roles": [_fact(r) for r in entity.roles],
        "lexicon": entity.lexicon,
    }


def _truce(truce: Truce) -> dict[str, Any]:
    parts = {"violations": [_fact(v) for v in truce.violations], "told": [_fact(p) for p in truce.told]}
    return _fact(truce) | parts


def _fact(fact: _Fact) -> dict[str, Any]:
    """A fact's fields by name without ``record_id``; tuples become lists, the record's event is called ``event``."""
    out: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name == "record_id":
            continue
        if field.name == "record_event":
            if value is not None:
                out["event"] = value
        elif value is not None or field.name not in _OPEN:
            out[field.name] = list(value) if isinstance(value, tuple) else value
    return out


# --- what is laid out otherwise than its dataclass ---


class _Label(Struct, gc=False):
    ar: str | None
    en: str | None


class _Entity(Struct, gc=False):
    id: str
    type: str
    name: str
    label: _Label
    side: str | None
    roles: tuple[Role, ...]
    lexicon: str | None

    def entity(self) -> Entity:
        """The entity; its words are held once, being the same in thousands of readings."""
        label, side, lexicon = self.label, self.side, self.lexicon
        return Entity(
            intern(self.id),
            intern(self.type),
            intern(self.name),
            label.ar and intern(label.ar),
            label.en and intern(label.en),
            side and intern(side),
            self.roles,
            lexicon and intern(lexicon),
        )


class _Mention(Struct, gc=False):
    start: int
    end: int
    entity: str
    rule: str


class _Time(Struct, gc=False):
    start: int
    end: int
    value: str | None
    form: str
    rule: str


class _Document(Struct):
    id: str
    title: str
    language: str
    outlet: str | None
    url: str | None
    agency: str | None
    sha256: str
    published: Published
    furniture: tuple[Span, ...]


class _Reading(Struct):
    schema: Literal["hudna.reading/1"]
    engine: str
    global_ids: bool
    document: _Document
    entities: list[_Entity]
    mentions: list[_Mention]
    times: list[_Time]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    casualties: tuple[Casualty, ...]
    losses: tuple[Loss, ...]
    truces: tuple[Truce, ...]


class _Tie(Struct):
    event: str | None = None


class _Ties(Struct):
    events: list[_Tie]


_DECODER = Decoder(_Reading)
_TIES = Decoder(_Ties)
