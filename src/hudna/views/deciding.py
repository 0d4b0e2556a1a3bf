"""What a person types, as the fields of a judgement: names in any spelling, codes, dates, spans."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from hudna.record import Entity, Record, Telling
from hudna.record.judgements import FIELDS, Pointer, Unknown, fault
from hudna.views.choice import NobodyOfThatName, named, side_of
from hudna.views.english import english, states
from hudna.views.party import UNNAMED

_LIST = re.compile(r"\s*[,،;؛]\s*")
_NEW = re.compile(r"(PER|ORG|LOC|FAC)@(\d+)-(\d+)")
_SPAN = re.compile(r"(\d+)-(\d+)")
_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}


class Undecidable(ValueError):  # noqa: N818 - it says what the words are
    """What was typed is no value of the field; the message is one line for people."""


def decided(
    record: Record, pointer: Pointer, document: str, what: str, said: Mapping[str, str], *, added: bool = False
) -> dict[str, Any]:
    """The fields of a judgement on a fact of this kind in a document.

    Args:
        record: whose names are meant.
        pointer: of the record, for events that a toll names.
        document: name of the document.
        what: event, claim, toll, loss, truce or breach.
        said: field → what was typed; nothing for unknown.
        added: whether the fact is one that a person adds.

    Raises:
        Undecidable: a field or value that such a fact cannot have, or a name that nobody or more than one bears.

    """
    forms = FIELDS.get(what, {})
    fields: dict[str, Any] = {}
    for name, words in said.items():
        form = forms.get(name)
        try:
            fields[name] = _value(record, pointer, document, form, words.strip()) if form else words
        except (NobodyOfThatName, Unknown, Undecidable) as error:
            raise Undecidable(f"{name}: {error}") from None
    if reason := fault(what, fields, added=added):
        raise Undecidable(reason)
    return fields


def _value(record: Record, pointer: Pointer, document: str, form: object, words: str) -> Any:
    """What was typed for a field of this form; words that are nothing of the kind stay as they are."""
    match form:
        case "names":
            return [_name(record, document, w) for w in _LIST.split(words) if w]
        case "texts":
            return [w for w in _LIST.split(words) if w]
        case "flag":
            return _FLAGS.get(words.casefold(), words)
    return _single(record, pointer, document, form, words) if words else None


def _single(record: Record, pointer: Pointer, document: str, form: object, words: str) -> Any:
    value: Any = words
    match form:
        case "name":
            value = _name(record, document, words)
        case "event":
            value = _event(record, pointer, document, words)
        case "side":
            value = _side(record, words)
        case "span" if found := _SPAN.fullmatch(words):
            value = [int(n) for n in found.groups()]
        case "count":
            value = _western(words.replace(" ", ""))
        case "date" | "duration":
            value = _western(words)
        case tuple():
            value = next((code for code in form if code.casefold() == words.casefold()), words)
    return value


def _western(words: str) -> str:
    """The digits of any script as 0 to 9: «١٢» is 12."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in words)


def _side(record: Record, words: str) -> str:
    """The code of a side by its code or a name of it, of states also one of which no document tells."""
    return words if re.fullmatch(r"[A-Z]{3}", words) and words in states() else side_of(record, words)


def _name(record: Record, document: str, words: str) -> Any:
    if words.startswith(UNNAMED.strip()):
        return UNNAMED + words.removeprefix(UNNAMED.strip()).strip()
    if found := _NEW.fullmatch(words):
        return {"type": found[1], "at": [int(found[2]), int(found[3])]}
    if country := _country(words):
        return country
    held = [record.entity[i] for i in named(record.entities, words)]
    here = [e for e in held if any(m.document == document for m in e.members)]
    meant = here if len(here) == 1 else held
    if len(meant) > 1:
        raise Undecidable(f"{words!r} is the name of several, give the id: {'; '.join(map(_known, _most(meant)))}")
    return _reference(meant[0], document)


def _country(words: str) -> str | None:
    """The id of a state by its id, code or name."""
    code = words.removeprefix("loc.")
    if code in states():
        return f"loc.{code}"
    names = (f"loc.{iso}" for iso, state in states().items() if words.casefold() in (state.ar, state.en.casefold()))
    return next(names, None)


def _reference(entity: Entity, document: str) -> Any:
    """How a judgement names an entity: by its first characters in the document, else by what is known of it."""
    if entity.id.startswith("loc.") and entity.id[4:].isupper():
        return entity.id
    spans = [min(m.mentions) for m in entity.members if m.document == document and m.mentions]
    if spans:
        return {"type": entity.type, "at": list(min(spans))}
    held = {"type": entity.type, "name": entity.name, "side": entity.side, "lexicon": entity.lexicon}
    return {key: value for key, value in held.items() if value}


def _event(record: Record, pointer: Pointer, document: str, ident: str) -> dict[str, Any]:
    """An event that a document tells, by its id or its telling's there."""
    told = [t for t in record.tellings if t.document == document and ident in (t.id, t.event)]
    if len(told) != 1 or not isinstance(told[0], Telling):
        raise Undecidable(f"{document} tells no event {ident!r}")
    place = pointer.fact(told[0].id)
    return {"at": list(place.span), "as": place.slot}


def _most(entities: Iterable[Entity]) -> list[Entity]:
    """The few of several entities that are named most."""
    return sorted(entities, key=lambda e: (-sum(s.count for s in e.spellings), e.id))[:5]


def _known(entity: Entity) -> str:
    name = english(entity) or entity.name
    return f"{entity.id} ({name}, {entity.type}{f', {entity.side}' if entity.side else ''})"
