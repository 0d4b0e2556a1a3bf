"""Which fields of a fact a person can set, and which values each takes.

The values are those of the format ``hudna.reading/1`` (docs/reading-format.md) except where a field names somebody or
an event: who is meant is written so that it can be found again in the text (``hudna.record.judgements.cast``).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hudna.reading import TRUCE_STATUSES

TYPES = (  # PLOVER 2
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODES = (
    "phone", "meeting", "visit", "multilateral", "third-party", "troops", "weapons", "militia", "martial-law",
    "heavy-weapons", "aerial", "drone", "missile", "firearms", "clash", "explosives", "other",
)  # fmt: skip
TOPICS = (
    "ceasefire", "negotiations", "mediation", "de-escalation", "observers", "verification", "withdrawal",
    "military-aid", "bilateral-ties", "humanitarian", "other",
)  # fmt: skip
STATUSES = ("actual", "planned", "called_for", "denied", "possible")
VIAS = ("speech", "statement", "call", "tweet", "interview", "press", "report", "unknown")
HARMS = ("killed", "wounded", "missing", "captured", "displaced", "killed_or_wounded")
DAMAGES = ("destroyed", "damaged", "downed", "captured")
VICTIMS = ("military", "civilian", "mixed", "unspecified")
TRUCES = ("ceasefire", "humanitarian_pause", "agreement")

NAME, NAMES, EVENT, SPAN, DATE, DURATION, COUNT, SIDE, TEXT, TEXTS, FLAG = (
    "name", "names", "event", "span", "date", "duration", "count", "side", "text", "texts", "flag",
)  # fmt: skip
Form = str | tuple[str, ...]  # one of the above, or the codes from which to choose

FIELDS: Mapping[str, Mapping[str, Form]] = {
    "event": {
        "type": TYPES,
        "mode": MODES,
        "topic": TOPICS,
        "actors": NAMES,
        "targets": NAMES,
        "place": NAME,
        "date": DATE,
        "status": STATUSES,
        "claimed_by": NAMES,
        "disputed_by": NAMES,
        "weapon": TEXT,
    },
    "claim": {"source": NAME, "via": VIAS, "relay": NAME, "cue": SPAN},
    "toll": {
        "kind": HARMS,
        "count": COUNT,
        "victims": VICTIMS,
        "side": SIDE,
        "place": NAME,
        "date": DATE,
        "cumulative": FLAG,
        "claimed_by": NAMES,
        "blamed": NAMES,
        "event": EVENT,
    },
    "loss": {
        "kind": DAMAGES,
        "item": TEXT,
        "count": COUNT,
        "side": SIDE,
        "place": NAME,
        "date": DATE,
        "claimed_by": NAMES,
        "blamed": NAMES,
        "event": EVENT,
    },
    "truce": {
        "kind": TRUCES,
        "status": TRUCE_STATUSES,
        "parties": NAMES,
        "announced_by": NAMES,
        "brokers": NAMES,
        "announced": DATE,
        "start": DATE,
        "end": DATE,
        "duration": DURATION,
        "place": NAME,
        "terms": TEXTS,
        "mechanism": TEXT,
    },
    "breach": {"by": NAMES, "against": NAMES, "count": COUNT, "event": EVENT, "claimed_by": NAMES},
}
REQUIRED: Mapping[str, tuple[str, ...]] = {  # of a fact that is added; a breach belongs to a truce and cannot be
    "event": ("type",),
    "claim": ("source",),
    "toll": ("kind", "count"),
    "loss": ("kind", "item", "count"),
    "truce": ("kind", "status"),
}
GIVEN: Mapping[str, Mapping[str, Any]] = {  # what an added fact has where a judgement leaves it open
    "event": {"status": "actual"},
    "claim": {"via": "unknown"},
    "toll": {"victims": "unspecified"},
}
_ALWAYS = frozenset({"type", "status", "kind", "count", "victims", "source", "via", "item", "cue", "cumulative"})
_COUNT = re.compile(r"(?:>=|<=|~)?\d{1,12}|(\d{1,12})-(\d{1,12})|~(?:tens|hundreds|thousands)|unknown", re.ASCII)
_DURATION = re.compile(r"P(?=.)(?:\d{1,6}[YMWD])*(?:T(?:\d{1,6}[HMS])+)?", re.ASCII)
_SIDE = re.compile(r"[A-Za-z][\w.-]*")
_TYPES_OF_ENTITIES = ("PER", "ORG", "LOC", "FAC")
_SURE_IDS = re.compile(r"loc\.[A-Z]{3}|unnamed: .+")


def fault(what: str, fields: Mapping[str, Any], *, added: bool = False) -> str | None:
    """Why these values cannot be those of a fact of this kind, in words; None if they can.

    Args:
        what: event, claim, toll, loss, truce or breach.
        fields: the values by field.
        added: whether they are all that is known of a fact that a person adds.

    """
    known = FIELDS.get(what)
    if known is None or (added and what not in REQUIRED):
        return f"no {what} can be {'added' if added else 'corrected'}"
    for name, value in fields.items():
        if name not in known:
            return f"{name!r} is no field of this {what}, which has {', '.join(known)}"
        if not fits(known[name], value, optional=name not in _ALWAYS or (what == "breach" and name == "count")):
            return f"{name}: {value!r} is no {said(known[name])}"
    missing = [name for name in REQUIRED.get(what, ()) if name not in fields] if added else []
    return f"this {what} needs {', '.join(missing)}" if missing else None


def said(form: Form) -> str:
    """A form in words, for a message."""
    if isinstance(form, tuple):
        return f"one of {', '.join(form)}"
    return {
        NAME: "name",
        NAMES: "list of names",
        EVENT: "event of the document",
        SPAN: "span START-END",
        DATE: "ISO 8601 date such as 2020-07-12, 2020-07 or 2020-07-12/2020-07-14",
        DURATION: "ISO 8601 duration such as P3D or PT72H",
        COUNT: 'count such as 12, >=12, <=12, ~12, 10-12, ~tens or "unknown"',
        SIDE: "side: an ISO 3166-1 alpha-3 code or the short name of a party",
        TEXT: "text",
        TEXTS: "list of texts",
        FLAG: "yes or no",
    }[form]


def fits(form: Form, value: Any, *, optional: bool) -> bool:
    """Whether a value is of a form; None and the empty list are where the field is ``optional``."""
    if value is None:
        return optional and form not in (NAMES, TEXTS)
    if isinstance(form, tuple):
        return value in form
    return _CHECKS[form](value)


def _name(value: Any) -> bool:
    if isinstance(value, str):
        return _SURE_IDS.fullmatch(value) is not None
    if not isinstance(value, dict) or value.get("type") not in _TYPES_OF_ENTITIES:
        return False
    known = {"type", "at", "name", "side", "lexicon"}
    texts = all(isinstance(value[k], str) and value[k] for k in ("name", "side", "lexicon") if k in value)
    if not texts or not set(value) <= known:
        return False
    return _span(value["at"]) if "at" in value else "name" in value


def _event(value: Any) -> bool:
    if not isinstance(value, dict) or set(value) != {"at", "as"}:
        return False
    return _span(value["at"]) and isinstance(value["as"], str)


def _span(value: Any) -> bool:
    numbers = isinstance(value, list) and len(value) == 2 and all(type(x) is int for x in value)  # noqa: PLR2004
    return numbers and 0 <= value[0] < value[1]


def _date(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    ends = value.split("/")
    return len(ends) <= 2 and all(map(_day, ends)) and ends == sorted(ends)  # noqa: PLR2004 - both ends


def _day(value: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return False
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return False
    return True


def _count(value: Any) -> bool:
    found = _COUNT.fullmatch(value) if isinstance(value, str) else None
    return found is not None and (found[1] is None or int(found[1]) <= int(found[2]))


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _all(one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(one, value))


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    NAME: _name,
    NAMES: _all(_name),
    EVENT: _event,
    SPAN: _span,
    DATE: _date,
    DURATION: _matches(_DURATION),
    COUNT: _count,
    SIDE: _matches(_SIDE),
    TEXT: _text,
    TEXTS: _all(_text),
    FLAG: lambda value: isinstance(value, bool),
}
