"""Facts of documents under keys."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from hudna.record.workings import chunks, fill, schema


class Index:
    """Which facts of which documents stand under which keys."""

    def __init__(self, connection: Connection, name: str) -> None:
        """The index of this name, as earlier runs left it."""
        self._connection = connection
        self._name = name

    def replace(self, given: Mapping[str, set[tuple[str, str]]]) -> set[str]:
        """Document → its (key, fact) pairs, in place of what it had; all keys that it had or has."""
        table = schema.KEYED
        touched: set[str] = set()
        for some in chunks(given):
            mine = (table.c.name == self._name) & table.c.document.in_(some)
            held = self._connection.execute(select(table.c.document, table.c.key, table.c.fact).where(mine))
            before = {(document, key, fact) for document, key, fact in held}
            now = {(document, key, fact) for document in some for key, fact in given[document]}
            touched.update(key for _, key, _ in before | now)
            if before != now:
                self._connection.execute(delete(table).where(mine))
                fill(self._connection, table, ((self._name, key, fact, name) for name, key, fact in sorted(now)))
        return touched

    def keys(self, documents: Iterable[str]) -> set[str]:
        """The keys under which these documents have something."""
        table = schema.KEYED
        out: set[str] = set()
        for some in chunks(documents):
            query = select(table.c.key).where(table.c.name == self._name, table.c.document.in_(some))
            out.update(self._connection.execute(query).scalars())
        return out

    def under(self, keys: Iterable[str]) -> dict[str, set[str]]:
        """Key → the facts under it."""
        return self._column("fact", keys)

    def documents(self, keys: Iterable[str]) -> set[str]:
        """The documents that have something under one of these keys."""
        return {name for names in self._column("document", keys).values() for name in names}

    def _column(self, name: str, keys: Iterable[str]) -> dict[str, set[str]]:
        table = schema.KEYED
        out: dict[str, set[str]] = {key: set() for key in keys}
        for some in chunks(out):
            query = select(table.c.key, table.c[name]).where(table.c.name == self._name, table.c.key.in_(some))
            for key, value in self._connection.execute(query):
                out[key].add(value)
        return out
