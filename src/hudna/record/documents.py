"""The stored documents with their readings."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from hudna.reading import Reading, from_json
from hudna.record.schema import documents
from hudna.record.workings import chunks
from hudna.text import Document

METADATA = ("name", "sha256", "text", "title", "language", "outlet", "url", "published")
_GIVEN = ("title", "language", "outlet", "url", "published")
_STORED = select(*(documents.c[name] for name in ("name", "text", "reading", *_GIVEN)))
_AT_ONCE = 50  # documents held at once


def names(connection: Connection) -> tuple[str, ...]:
    """The names of all documents, sorted."""
    return tuple(sorted(connection.execute(select(documents.c.name)).scalars()))


def told(connection: Connection, wanted: Sequence[str]) -> Iterator[tuple[Document, Reading]]:
    """The documents of these names that there are, with their readings, in their order."""
    for some in chunks(wanted, _AT_ONCE):
        held = {row[0]: row for row in connection.execute(_STORED.where(documents.c.name.in_(some)))}
        yield from (_document(*held[name]) for name in some if name in held)


def texts(connection: Connection) -> dict[str, str]:
    """Name → text of every document."""
    table = documents.c
    return {row[0]: row[1] for row in connection.execute(select(table.name, table.text).order_by(table.name))}


def _document(name: str, text: str, reading: str, *given: Any) -> tuple[Document, Reading]:
    """A stored document; ``given`` are its other metadata in the order of ``_GIVEN``."""
    return Document(name, text, **dict(zip(_GIVEN, given, strict=True))), from_json(reading)
