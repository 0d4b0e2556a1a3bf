"""People, bodies, places and facilities over all documents."""

from dataclasses import dataclass

from hudna.record.model.join import Join
from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entity is written."""

    text: str
    count: int  # mentions
    documents: int


@dataclass(frozen=True, slots=True)
class Member:
    """One document's entity that belongs to an entity of the record."""

    id: str
    document: str
    local: str  # its id in the reading
    name: str  # longest name as written there
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a document gives to a person."""

    title: str
    of: str | None
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A person (PER), body (ORG), place (LOC) or facility (FAC) over all documents."""

    id: str
    type: str
    name: str  # the fullest of its most used spellings
    label_ar: str | None
    label_en: str | None
    side: str | None
    lexicon: str | None
    offices: tuple[Office, ...]
    spellings: tuple[Spelling, ...]  # most used first
    members: tuple[Member, ...]
    joins: tuple[Join, ...]
