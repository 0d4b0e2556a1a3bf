"""Bringing the derived tables up to date with the documents, by what came and went or all anew."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, MetaData, Table, delete, func, inspect, or_, select
from sqlalchemy.schema import DropTable

from hudna.collection import no_collection
from hudna.reading import Reading
from hudna.record import documents, redirects, schema, search, tables
from hudna.record.derive import follow, version
from hudna.record.judgements import stored
from hudna.record.judgements.log import Log
from hudna.record.steps.run import Run
from hudna.record.workings import chunks, fill
from hudna.record.workings.schema import TAKEN
from hudna.text import Document

_MUCH = 0.5  # share of the documents that came or went from which all is made anew


def stale(connection: Connection) -> bool:
    """Whether the derived tables are not what this code makes of the documents and judgements."""
    return schema.noted(connection, "derived") != _version(stored.log(connection)) or any(_State(connection).changes())


def reconcile(connection: Connection) -> None:
    """Bring the derived tables up to date, within the transaction of the connection."""
    state = _State(connection)
    noted = schema.noted(connection, "derived") or ""
    if noted.startswith(version()):
        gone, came = state.changes()
        if len(gone) + len(came) <= _MUCH * state.count():
            redirects.follow(connection, state.take(gone, came))
            return
    rebuild(connection)


def rebuild(connection: Connection) -> None:
    """Derive everything anew; ids that are no more are redirected to what their facts now belong to."""
    redirects.remember(connection)
    _drop(connection)
    for index in schema.INDEXES:
        index.create(connection, checkfirst=True)
    tables.create(connection)
    state = _State(connection)
    state.take(frozenset(), state.all())
    redirects.follow(connection, redirects.moved(connection))


class _State:
    """What the derived tables are to be made of: the documents, each with what people decided of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._log = stored.log(connection)
        self._judged: dict[str, str] = {}  # name of a document → ids of the judgements on it
        table = schema.documents
        for some in chunks(self._log.by_text):
            query = select(table.c.name, table.c.sha256).where(table.c.sha256.in_(some))
            for name, sha256 in connection.execute(query):
                self._judged[name] = " ".join(j.id for j in self._log.by_text[sha256])

    def count(self) -> int:
        """How many documents there are."""
        return self._connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()

    def all(self) -> frozenset[str]:
        """The names of all documents."""
        return frozenset(documents.names(self._connection))

    def changes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The documents that went since the tables were derived, and those that came or changed."""
        held = schema.documents
        both = held.outerjoin(TAKEN, TAKEN.c.name == held.c.name)
        other = or_(TAKEN.c.name.is_(None), TAKEN.c.digest != held.c.digest)
        came = set(self._connection.execute(select(held.c.name).select_from(both).where(other)).scalars())
        for some in chunks(self._judged):
            rows = self._connection.execute(select(TAKEN.c.name, TAKEN.c.digest).where(TAKEN.c.name.in_(some))).all()
            taken = {row[0]: row[1] for row in rows}
            came.difference_update(some)
            came.update(name for name, digest in self._digests(some) if taken.get(name) != digest)
        lost = select(TAKEN.c.name).where(TAKEN.c.name.not_in(select(held.c.name)))
        return frozenset(self._connection.execute(lost).scalars()), frozenset(came)

    def take(self, gone: frozenset[str], came: frozenset[str]) -> Mapping[str, str]:
        """Bring the tables up to date with what came and went; ids that are no more → what became of them."""

        def told(names: Sequence[str]) -> Iterator[tuple[Document, Reading]]:
            return documents.told(self._connection, names)

        run = Run(self._connection, told, gone, came, self._log, frozenset(self._judged))
        with no_collection():
            follow(run)
        for some in chunks(sorted(gone | came)):
            self._connection.execute(delete(TAKEN).where(TAKEN.c.name.in_(some)))
        fill(self._connection, TAKEN, self._digests(sorted(came)))
        schema.note(self._connection, "derived", _version(self._log))
        return run.moved

    def _digests(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each of these documents with what tells whether it or what people decided of it is another."""
        table = schema.documents
        for some in chunks(names):
            query = select(table.c.name, table.c.digest).where(table.c.name.in_(some)).order_by(table.c.name)
            yield from ((name, self._known(name, digest)) for name, digest in self._connection.execute(query).all())

    def _known(self, name: str, digest: str) -> str:
        return f"{digest} {self._judged[name]}" if name in self._judged else digest


def _version(log: Log) -> str:
    """What the derived tables depend on besides the documents: the code and the log of judgements."""
    digest = hashlib.sha256("\n".join(j.id for j in log.all).encode()).hexdigest()
    return f"{version()} {digest}"


def _drop(connection: Connection) -> None:
    """Drop all tables that are not the record itself, those of another version of hudna too."""
    for name in inspect(connection).get_table_names():
        if name not in schema.stored.tables and not name.startswith(search.INDEX):
            connection.execute(DropTable(Table(name, MetaData())))
