"""One judgement: what a person decided about what stands on some characters of a document."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from hudna.record.judgements.fields import fault
from hudna.record.numbered import LETTERS, Standing
from hudna.text import Span

KINDS = ("accept", "reject", "correct", "add", "join", "split", "note", "undo")
GROUPED = ("entity", "event", "truce")  # of which several can be one
_FEWEST = {"join": 2, "split": 2, "undo": 0}  # places of a judgement; of the other kinds one
_MOST = {"join": None, "split": None}
_DIGITS = 12
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"j[0-9a-f]{12}")
_SEEN = re.compile(r"[0-9a-f]{12}")


class BadJudgement(ValueError):  # noqa: N818 - it says what it is
    """What was given as a judgement is none; the message is one line for people."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What a judgement is about: the thing of a kind that stands on some characters of a text.

    Attributes:
        sha256: digest of the text, in whatever document of whatever name it stands.
        span: the characters.
        what: event, claim, toll, loss, truce, breach or entity.
        slot: what else sets it apart as it was read, as ``Standing.slot``.
        again: how many of the same kind, characters and slot come before it.

    """

    sha256: str
    span: Span
    what: str
    slot: str
    again: int = 0

    @classmethod
    def of(cls, sha256: str, standing: Standing) -> Self:
        """The place of a fact in the text of this digest."""
        return cls(sha256, standing.span, standing.what, standing.slot, standing.again)


@dataclass(frozen=True)
class Judgement:
    """What somebody decided.

    Attributes:
        kind: accept (a fact as it stands), reject (a fact), correct (fields of a fact), add (a fact), join (what
            stands at the places is one), split (what stands at the first place is not one with what stands at the
            others), note (only its text) or undo (of an earlier judgement).
        places: what it is about.
        fields: of correct and add the values by field; of accept ``seen``, a digest of what was accepted; of undo
            ``undoes``, the id of the judgement taken back.
        author: who.
        made: when, ISO 8601 date-time.
        note: why, in the author's words.

    """

    kind: str
    places: tuple[Place, ...]
    author: str
    made: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None

    @cached_property
    def id(self) -> str:
        """A letter and digits that depend on all it says: the same judgement has the same id wherever it travels."""
        said = json.dumps(_said(self), ensure_ascii=True, sort_keys=True)
        return "j" + hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]

    @property
    def what(self) -> str:
        """The kind of thing it is about, "" for none."""
        return self.places[0].what if self.places else ""

    @property
    def pairs(self) -> bool:
        """Whether it says which things are one."""
        return self.kind in ("join", "split")


def to_line(judgement: Judgement) -> str:
    """A judgement as one line of JSON; equal judgements give equal lines."""
    return json.dumps({"id": judgement.id, **_said(judgement)}, ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> Judgement:
    """The judgement that ``to_line`` wrote.

    Raises:
        BadJudgement: the line holds none.

    """
    try:
        held = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadJudgement(f"no JSON: {error}") from None
    if not isinstance(held, dict):
        raise BadJudgement("no JSON object")
    judgement = Judgement(
        kind=_text(held, "kind"),
        places=tuple(_place(p) for p in _listed(held.get("on"))),
        author=_text(held, "author"),
        made=_text(held, "made"),
        fields=held.get("fields", {}),
        note=held.get("note"),
    )
    check(judgement)
    if held.get("id") != judgement.id:
        raise BadJudgement(f"its id {held.get('id')!r} is not that of what it says: the line was changed")
    return judgement


def check(judgement: Judgement) -> None:
    """Refuse what no judgement can say.

    Raises:
        BadJudgement: with the reason.

    """
    kind, fields, count = judgement.kind, judgement.fields, len(judgement.places)
    if kind not in KINDS:
        raise BadJudgement(f"no kind of judgement: {kind!r}")
    if not isinstance(fields, dict) or not isinstance(judgement.note, str | None):
        raise BadJudgement("fields must be an object and note a text")
    most = _MOST.get(kind, 1)
    if count < _FEWEST.get(kind, 1) or (most and count > most):
        raise BadJudgement(f"{kind} with {count} places")
    if judgement.pairs and (judgement.what not in GROUPED or len({p.what for p in judgement.places}) > 1):
        raise BadJudgement(f"{kind} is for entities, events and truces, all of one kind")
    if kind in ("accept", "reject", "correct", "add") and judgement.what == "entity":
        raise BadJudgement(f"{kind} is for facts, not for entities")
    if reason := _fields_fault(judgement):
        raise BadJudgement(reason)
    try:
        to_line(judgement).encode()
    except UnicodeEncodeError:
        raise BadJudgement("it holds halves of characters, which are no text") from None
    try:
        datetime.fromisoformat(judgement.made)
    except ValueError:
        raise BadJudgement(f"made: {judgement.made!r} is no ISO 8601 date-time") from None


def _fields_fault(judgement: Judgement) -> str | None:
    kind, fields = judgement.kind, judgement.fields
    if kind in ("correct", "add"):
        return "nothing is corrected" if not fields else fault(judgement.what, fields, added=kind == "add")
    if kind == "undo":
        good = set(fields) == {"undoes"} and _ID.fullmatch(str(fields["undoes"]))
        return None if good else "undo names no judgement"
    if kind == "accept":
        good = set(fields) == {"seen"} and _SEEN.fullmatch(str(fields["seen"]))
        return None if good else "accept does not tell what was accepted"
    return f"{kind} has no fields" if fields else None


def _said(judgement: Judgement) -> dict[str, Any]:
    """All that a judgement says as a JSON value, what is empty left out."""
    places = [
        {"sha256": p.sha256, "start": p.span.start, "end": p.span.end, "what": p.what, "as": p.slot}
        | ({"again": p.again} if p.again else {})
        for p in judgement.places
    ]
    said: dict[str, Any] = {"kind": judgement.kind, "on": places, "fields": dict(sorted(judgement.fields.items()))}
    said |= {"author": judgement.author, "made": judgement.made, "note": judgement.note}
    return {key: value for key, value in said.items() if value}


def _place(held: Any) -> Place:
    if not isinstance(held, dict) or not _SHA256.fullmatch(str(held.get("sha256"))):
        raise BadJudgement("on: the digest of a text is missing")
    numbers = [held.get("start"), held.get("end"), held.get("again", 0)]
    if any(type(n) is not int or n < 0 for n in numbers) or numbers[0] > numbers[1]:
        raise BadJudgement("on: start and end are no span")
    if not (isinstance(held.get("what"), str) and held["what"] in LETTERS and isinstance(held.get("as"), str)):
        raise BadJudgement("on: it is not told what stands there")
    return Place(held["sha256"], Span(*numbers[:2]), held["what"], held["as"], numbers[2])


def _listed(held: Any) -> list[Any]:
    if held is not None and not isinstance(held, list):
        raise BadJudgement("on is no list")
    return held or []


def _text(held: Mapping[str, Any], name: str) -> str:
    value = held.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadJudgement(f"{name} is missing")
    return value
