"""The tables that are the record itself; all others are derived from them (docs/record-schema.md)."""

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, delete, insert, select

VERSION = "1"  # of these tables; a file of a newer version is not touched

stored = MetaData()

meta = Table(
    "meta",
    stored,
    Column("key", Text, primary_key=True),  # schema, derived
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    stored,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False),  # of the text in UTF-8
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("outlet", Text),  # outlet, url and published as given with the document
    Column("url", Text),
    Column("published", Text),
    Column("engine", Text, nullable=False),  # version that made the reading
    Column("reading", Text, nullable=False),  # JSON, hudna.reading/1
    Column("digest", Text, nullable=False),  # of all the above: what the derived tables depend on
)

INDEXES = (  # so that no text is read for them
    Index("documents_digest", documents.c.name, documents.c.digest),
    Index("documents_sha256", documents.c.sha256, documents.c.name),
)

judgements = Table(  # append-only: what people decided, in the order in which they did
    "judgements",
    stored,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", Text, nullable=False),  # document and span that it is about first, never a derived row
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),  # the whole judgement as JSON, as it travels
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),  # ISO 8601 date-time
)

redirects = Table(
    "redirects",
    stored,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False),
)

passages = Table(  # the sentences, for full text search
    "passages",
    stored,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)


def noted(connection: Connection, key: str) -> str | None:
    """A value of ``meta``."""
    value: str | None = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    return value


def note(connection: Connection, key: str, value: str) -> None:
    """Set a value of ``meta``."""
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))
