"""Truces, their tellings and their alleged violations."""

from dataclasses import dataclass

from hudna.record.model.join import Join
from hudna.text import Span


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
