"""The record file: documents and their readings, and what is derived from them.

One SQLite file in rollback-journal mode: one file at rest, and whatever was not committed when a process died is
undone by whoever opens it next. Everything but full text search is SQLAlchemy Core without a dialect.
"""

import hashlib
import json
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from hudna.reading import Reading, to_json
from hudna.record import documents, reconcile, schema, search, tables
from hudna.record.dating import as_dated
from hudna.record.documents import METADATA
from hudna.record.identity import with_record_ids
from hudna.record.judgements import Judgement, Log, stored
from hudna.record.judgements.judged import Judged
from hudna.record.judgements.pointing import Pointer
from hudna.record.model import Record
from hudna.record.refused import refused
from hudna.record.search import Hit, Sentences
from hudna.record.verify import ReadingRefused, verify
from hudna.text import Document

__all__ = ["ReadingRefused", "RecordError", "Store"]

_HEADER = b"SQLite format 3\0"


class RecordError(Exception):
    """A record cannot be opened or used; the message is one line for people."""


class Store:
    """One record in one file."""

    def __init__(self, engine: Engine, name: str) -> None:
        """A record behind a database engine; ``name`` is what people call it in messages."""
        self._engine = engine
        self._name = name

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """The record at ``path``; with ``create`` an absent or empty file is begun.

        Raises:
            RecordError: the file is absent, no SQLite file, no record of hudna, or of a newer version.

        """
        path = Path(path)
        fresh = _check_file(path, create=create)
        engine = create_engine(URL.create("sqlite", database=str(path.absolute())))  # a name may hold «?»
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        store = cls(engine, str(path))
        try:
            if fresh:
                store._begin()
            store._check_schema()
        except RecordError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file; it is one file at rest."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def current(self, document: Document, engine: str) -> bool:
        """Whether this very document (text and metadata) is stored with a reading of this engine version."""
        table = schema.documents
        with self._reading() as connection:
            row = connection.execute(
                select(*(table.c[c] for c in METADATA if c != "text"), table.c.engine).where(
                    table.c.name == document.name
                )
            ).first()
        return row is not None and tuple(row) == (*(getattr(document, c) for c in METADATA if c != "text"), engine)

    def put(self, document: Document, reading: Reading) -> None:
        """Store a document with its reading in one transaction, in place of one of the same name.

        Raises:
            ReadingRefused: name or text are not the document's, or a span does not lie inside the text.
            RecordError: the file cannot be written.

        """
        verify(document, reading)
        row = {c: getattr(document, c) for c in METADATA}
        row |= {"engine": reading.engine, "reading": json.dumps(to_json(reading), ensure_ascii=False)}
        row["digest"] = hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()
        with self._writing() as connection:
            self._forget(connection, document.name)
            connection.execute(insert(schema.documents), row)
            search.index(connection, document)

    def remove(self, name: str) -> None:
        """Take a document out with all that it brought.

        Raises:
            RecordError: there is no document of this name.

        """
        with self._writing() as connection:
            if not self._forget(connection, name):
                raise self._unknown(name)

    def names(self) -> tuple[str, ...]:
        """The names of all documents, sorted."""
        with self._reading() as connection:
            return documents.names(connection)

    def document(self, name: str) -> Document:
        """A stored document. Raises RecordError if there is none of this name."""
        return self._stored(name)[0]

    def documents(self) -> Iterator[Document]:
        """All documents by name."""
        return (document for document, _ in self.told())

    def texts(self) -> dict[str, str]:
        """The text of every document by its name; what was read in them is left where it is."""
        with self._reading() as connection:
            return documents.texts(connection)

    def sentences(self) -> Sentences:
        """The sentences of every document by its name."""
        with self._reading() as connection:
            return search.sentences(connection)

    def reading(self, name: str) -> Reading:
        """The reading of a document. Raises RecordError if there is none of this name."""
        return self._stored(name)[1]

    def readings(self) -> Iterator[Reading]:
        """All readings by document name."""
        return (reading for _, reading in self.told())

    def told(self) -> Iterator[tuple[Document, Reading]]:
        """All documents with their readings, by name: what ``derive`` takes."""
        return (self._stored(name) for name in self.names())

    def record(self) -> Record:
        """What is derived from the readings; rebuilt first if a document came, changed or went since."""
        self.reconcile()
        with self._reading() as connection:
            return tables.load(connection)

    def reconcile(self) -> None:
        """Bring what is derived up to date with the documents, unless it is; the record is never held whole."""
        with self._reading() as connection:
            if not reconcile.stale(connection):
                return
        with self._writing() as connection:
            reconcile.reconcile(connection)

    def rebuild(self) -> Record:
        """Derive everything anew and save it; ids that are no more are redirected to what their facts now belong to."""
        with self._writing() as connection:
            reconcile.rebuild(connection)
        return self.record()

    def exported(self) -> Iterator[Reading]:
        """All readings with the record's ids, by document name, as people corrected them."""
        record = self.record()
        dated = (as_dated(reading, record.dating.get(reading.name)) for _, reading in self.judged())
        return (with_record_ids(reading, record) for reading in dated)

    def judged(self) -> Iterable[tuple[Document, Reading]]:
        """All documents by name with their readings as people corrected them."""
        return Judged(self.told(), self.judgements())

    def resolve(self, old: str) -> str:
        """The id that an older one was merged into, or the id itself."""
        table = schema.redirects
        with self._reading() as connection:
            new: str | None = connection.execute(select(table.c.new).where(table.c.old == old)).scalar()
        return new or old

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Append judgements to the log, those left out that it holds already; how many came to it."""
        with self._writing() as connection:
            return stored.append(connection, judgements)

    def pointer(self, record: Record) -> Pointer:
        """What tells where the facts stand whose ids a record of this store shows, for judgements on them."""
        return Pointer(record, self.judgements(), self._stored)

    def judgements(self) -> Log:
        """What people decided, in the order in which it came."""
        with self._reading() as connection:
            return stored.log(connection)

    def search(self, words: str, limit: int = 100, within: Container[str] | None = None) -> tuple[Hit, ...]:
        """The sentences that hold all the words, whatever clitics they carry; best first, then by document.

        ``within`` names the documents to look in.
        """
        with self._reading() as connection:
            return tuple(search.find(connection, words, limit, within))

    def _begin(self) -> None:
        """Create the tables, all or none."""
        with self._writing() as connection:
            schema.stored.create_all(connection)
            search.prepare(connection)
            if schema.noted(connection, "schema") is None:
                schema.note(connection, "schema", schema.VERSION)

    def _check_schema(self) -> None:
        with self._reading() as connection:
            found = schema.noted(connection, "schema") if inspect(connection).has_table("meta") else None
        if found is None:
            raise RecordError(f"{self._name}: not a record of hudna (another program's SQLite file)")
        if not found.isdecimal() or int(found) > int(schema.VERSION):
            raise RecordError(
                f"{self._name}: written by a newer hudna (record version {found}, this one knows {schema.VERSION})"
            )

    def _stored(self, name: str) -> tuple[Document, Reading]:
        with self._reading() as connection:
            held = list(documents.told(connection, [name]))
        if not held:
            raise self._unknown(name)
        return held[0]

    def _unknown(self, name: str) -> RecordError:
        return RecordError(f"{self._name}: no document {name!r}")

    @staticmethod
    def _forget(connection: Connection, name: str) -> bool:
        """Delete a document with its sentences; whether there was one."""
        table = schema.documents
        gone = connection.execute(delete(table).where(table.c.name == name)).rowcount
        if gone:
            search.forget(connection, name)
        return bool(gone)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._said(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._said(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Tell of what the database refuses in one line."""
        try:
            yield
        except DBAPIError as error:
            raise RecordError(f"{self._name}: {refused(error.orig)}") from error


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether the record at ``path`` has yet to be begun. Raises RecordError if it is none and must not be made."""
    if path.is_dir():
        raise RecordError(f"{path}: is a folder, not a record")
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise RecordError(f"{path}: not a regular file")
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except FileNotFoundError:
        if not create:
            raise RecordError(f"{path}: no such record") from None
        if not path.absolute().parent.is_dir():
            raise RecordError(f"{path}: there is no folder {path.absolute().parent}") from None
        return True
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror}") from error
    if not header and create:
        return True  # begun, and killed before anything was written
    if header != _HEADER:
        raise RecordError(f"{path}: not a record of hudna (no SQLite file)")
    return False


def _on_connect(connection: Any, _: object) -> None:
    connection.isolation_level = (
        None  # transactions are begun by _on_begin: the driver's own would leave out CREATE TABLE
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")  # KiB: a batch is one transaction


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
