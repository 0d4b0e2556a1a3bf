"""The tables that are the record itself; all others are derived from them (docs/record-schema.md)."""

from sqlalchemy import Column, Integer, MetaData, Table, Text

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
