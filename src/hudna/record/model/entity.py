"""People, bodies, places and facilities over all documents."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.record.model.join import Join
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entity is written."""

    text: str
    count: int  # mentions
    documents: int  # entities of documents that are written so


@made_fast
@dataclass(frozen=True, slots=True)
class Member:
    """One document's entity that belongs to an entity of the record."""

    id: str
    document: str
    local: str  # its id in the reading
    name: str  # longest name as written there
    mentions: tuple[Span, ...]

    @property
    def order(self) -> tuple[str, tuple[Span, ...], str]:
        """Its place among the members of an entity."""
        return (self.document, self.mentions, self.id)


@made_fast
@dataclass(frozen=True, slots=True)
class Office:
    """An office that a document gives to a person.

    Attributes:
        title: as written, «وزير الخارجية الروسي».
        of: ISO code of the state, or short name of the party, that it is an office of.
        document: which document says so.
        span: where.
        tenure: held, new («المعين حديثا»), acting («بالوكالة»), former («السابق») or late («الراحل»).

    """

    title: str
    of: str | None
    document: str
    span: Span
    tenure: str = "held"

    @property
    def order(self) -> tuple[str, Span, str]:
        """Its place among the offices of an entity."""
        return (self.document, self.span, self.title)


@made_fast
@dataclass(frozen=True, slots=True)
class Relation:
    """What an entity is to a state or a party, with the first words that tell it.

    Attributes:
        kind: army-of, government-of, ministry-of and so on, capital-of, place-in, body-of, office-of, side-of.
        of: the state, ``loc.<ISO 3166-1 alpha-3>``, or the short name of the party.
        why: the evidence in words that a person can check.
        document: a document that names it so.
        span: where.

    """

    kind: str
    of: str
    why: str
    document: str
    span: Span


@made_fast
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
    relations: tuple[Relation, ...] = ()
