"""The values of a fact's fields: set by a judgement, told before and after, and summed up in a digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hudna.reading import Attribution, Casualty, Event, Loss, Reading, Truce
from hudna.record.identity import TELLING, FactIds
from hudna.record.judgements.cast import RULE, Cast, Unreadable
from hudna.record.judgements.fields import EVENT, FIELDS, GIVEN, NAME, NAMES, SPAN, TEXTS
from hudna.record.judgements.judgement import Place
from hudna.record.numbered import Told
from hudna.text import Document, Span, around, sentence_spans

_FORMS_OF_DATES = {"date": "date_form", "announced": "announced_form", "start": "start_form", "end": "end_form"}
_DIGITS = 12


class Values:
    """The values that facts of one document can take."""

    def __init__(self, document: Document, reading: Reading) -> None:
        """For the document and its reading, whose facts have their ids."""
        self.cast = Cast(document, reading)
        self._document = document
        self._ids = FactIds(reading.name, reading.sha256)
        self._events = {e.record_id: e for e in reading.events}

    def keep(self, event: Event) -> None:
        """Take in an event that a judgement adds, so that others can name it."""
        self._events[event.record_id] = event

    def set(self, what: str, fact: Told, fields: Mapping[str, Any]) -> Told:
        """A fact with fields as a judgement gives them.

        Raises:
            Unreadable: this text cannot have one of the values.

        """
        changes: dict[str, Any] = {}
        for name, value in fields.items():
            changes[name] = self._value(FIELDS[what][name], value)
            form = _FORMS_OF_DATES.get(name)
            if form and hasattr(fact, form):
                changes[form] = None  # it told of the day that the text leaves open
        if isinstance(fact, Truce):  # what a person says stands where the truce does
            changes["told"] = tuple(p for p in fact.told if p.part not in fields)
        return replace(fact, **changes)

    def new(self, place: Place, own: str, fields: Mapping[str, Any]) -> Told:
        """The fact that a judgement adds at a place; ``own`` is its id within the reading.

        Raises:
            Unreadable: the place or a value is not in this text.

        """
        span, length = place.span, len(self._document.text)
        if not span.start < span.end <= length:
            raise Unreadable(f"{span.start}-{span.end} is no span of its {length} characters")
        evidence = around(span, sentence_spans(self._document.text))
        blank: Told
        match place.what:
            case "event":
                blank = Event(own, "", span, evidence, rule=RULE)
            case "claim":
                blank = Attribution("", span, span, rule=RULE)
            case "toll":
                blank = Casualty(own, "", "", "", span, evidence, rule=RULE)
            case "loss":
                blank = Loss(own, "", "", "", span, evidence, rule=RULE)
            case _:
                blank = Truce(own, "", "", span, evidence, rule=RULE)
        return self.set(place.what, blank, {**GIVEN.get(place.what, {}), **fields})

    def digest(self, what: str, fact: Told) -> str:
        """What a fact says, summed up: the same in any record that has the same text and reads it so."""
        said = {name: self._portable(FIELDS[what][name], value) for name, value in shown(what, fact).items()}
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:_DIGITS]

    def _value(self, form: object, value: Any) -> Any:
        if value is None:
            return None
        if form == NAME:
            return self.cast.find(value)
        if form == NAMES:
            return tuple(dict.fromkeys(map(self.cast.find, value)))
        if form == EVENT:
            return self._event(value)
        if form == SPAN:
            return self._span(value)
        return tuple(value) if form == TEXTS else value

    def _event(self, value: Mapping[str, Any]) -> str:
        own = self._ids.of(TELLING, Span(*value["at"]), value["as"], 0)
        if own not in self._events:
            raise Unreadable(f"no such event is told at {value['at'][0]}-{value['at'][1]}")
        return self._events[own].id

    def _span(self, value: list[int]) -> Span:
        span, length = Span(*value), len(self._document.text)
        if span.end > length:
            raise Unreadable(f"{span.start}-{span.end} is no span of its {length} characters")
        return span

    def _portable(self, form: object, value: Any) -> Any:
        if form == NAME:
            return self.cast.reference(value)
        if form == NAMES:
            return sorted((self.cast.reference(v) for v in value), key=json.dumps)
        if form == EVENT:
            return next((list(e.trigger) for e in self._events.values() if e.id == value), None)
        return value


def shown(what: str, fact: Told) -> dict[str, Any]:
    """The fields of a fact that say something, as the reading has them."""
    held = {name: getattr(fact, name) for name in FIELDS[what]}
    return {name: value for name, value in held.items() if value not in (None, (), False, "")}
