"""Documents, and which of them go back to one text."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.record.model.join import Join


@made_fast
@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document as the record lists it."""

    name: str
    sha256: str
    title: str
    language: str
    outlet: str | None
    agency: str | None  # whose text it relays
    url: str | None
    published: str | None  # ISO 8601 date or start/end
    basis: str  # dateline, metadata, inferred or unknown
    lineage: str  # id of the lineage it belongs to; documents of one lineage count once


@made_fast
@dataclass(frozen=True, slots=True)
class Lineage:
    """Documents that go back to one text, or one document alone: however many, they count once."""

    id: str
    documents: tuple[str, ...]
    agencies: tuple[str, ...]  # news agencies whose text its documents relay
    joins: tuple[Join, ...]
