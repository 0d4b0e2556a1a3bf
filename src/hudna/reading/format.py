"""Readings as JSON values of the format ``hudna.reading/1``, and back."""

from collections.abc import Callable
from dataclasses import Field, fields
from sys import intern
from typing import Any, TypeVar

from hudna.reading.model import (
    Attribution,
    Casualty,
    Entity,
    Event,
    Loss,
    Mention,
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
_Step = Callable[[dict[str, Any]], Any]
_Fact = TypeVar("_Fact", Attribution, Casualty, Event, Loss, Truce, Violation, Role)
_OPEN = frozenset({"date_form", "announced_form", "start_form", "end_form"})  # left out where the date is known
_SPANS = frozenset({"cue", "content", "trigger", "evidence", "quote", "span"})


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
        "truces": [_fact(t) | {"violations": [_fact(v) for v in t.violations]} for t in reading.truces],
    }


def from_json(value: dict[str, Any]) -> Reading:
    """The reading that ``to_json`` wrote.

    Raises:
        KeyError, TypeError, ValueError: the value is not of this format.

    """
    if value["schema"] != SCHEMA:
        raise ValueError(f"expected schema {SCHEMA}, got {value['schema']!r}")
    document = value["document"]
    published = document["published"]
    return Reading(
        name=intern(document["id"]),
        sha256=document["sha256"],
        engine=value["engine"],
        title=document["title"],
        language=document["language"],
        outlet=document["outlet"],
        url=document["url"],
        agency=document["agency"],
        published=Published(published["value"], published["basis"], _span(published["span"])),
        furniture=tuple(_at(*s) for s in document["furniture"]),
        entities=tuple(
            Entity(
                intern(e["id"]),
                intern(e["type"]),
                intern(e["name"]),
                _held(e["label"]["ar"]),
                _held(e["label"]["en"]),
                _held(e["side"]),
                tuple(_read(Role, r) for r in e["roles"]),
                _held(e["lexicon"]),
            )
            for e in value["entities"]
        ),
        mentions=tuple(
            Mention(_at(m["start"], m["end"]), intern(m["entity"]), intern(m["rule"])) for m in value["mentions"]
        ),
        times=tuple(Time(_at(t["start"], t["end"]), t["value"], t["form"], t["rule"]) for t in value["times"]),
        attributions=tuple(_read(Attribution, a) for a in value["attributions"]),
        events=tuple(_read(Event, e) for e in value["events"]),
        casualties=tuple(_read(Casualty, c) for c in value["casualties"]),
        losses=tuple(_read(Loss, x) for x in value["losses"]),
        truces=tuple(
            _read(Truce, t | {"violations": tuple(_read(Violation, v) for v in t["violations"])})
            for t in value["truces"]
        ),
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


def _read(kind: type[_Fact], value: dict[str, Any]) -> _Fact:
    """The inverse of ``_fact``."""
    return kind(*[step(value) for step in _STEPS[kind]])


def _step(field: Field[Any]) -> _Step:
    """What gives a field of a fact of its JSON object."""
    name = field.name
    if name == "record_id":
        return lambda _: field.default
    if name == "record_event":
        return lambda value: value.get("event")
    if name in _OPEN:
        return lambda value: _held(value.get(name))
    if name in _SPANS:
        return lambda value: _at(*value[name])
    return lambda value: _held(value[name])


def _held(value: Any) -> Any:
    """A value of a fact: lists become tuples, and words are held once, being the same in thousands of readings."""
    if type(value) is str:
        return intern(value)
    return tuple(map(_held, value)) if type(value) is list else value


def _at(start: int, end: int) -> Span:
    """A span whose numbers are held once: each that JSON gives is an object of its own, as large as the span's rest."""
    if 0 <= start < _HELD and 0 <= end < _HELD:
        return Span(_OFFSETS[start], _OFFSETS[end])
    return Span(start, end)


def _span(value: list[int] | None) -> Span | None:
    return _at(*value) if value else None


_STEPS: dict[type[Any], tuple[_Step, ...]] = {
    kind: tuple(map(_step, fields(kind))) for kind in (Attribution, Casualty, Event, Loss, Truce, Violation, Role)
}
