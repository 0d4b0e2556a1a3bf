"""The derived tables as a run reads and writes them; how they are laid out is told in ``layout``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Dialect,
    Table,
    bindparam,
    delete,
    select,
    union_all,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from hudna.record.layout import BY_TABLE, MADE_OF, PARTS, Part, Row, derived, is_scattered, loaded, row_of
from hudna.record.model import Record
from hudna.record.workings import chunks, empty, fill, workings


def create(connection: Connection) -> None:
    """Make the derived tables and those of the workings, which are not there yet."""
    for statement in _statements(connection.dialect):
        connection.exec_driver_sql(statement)


@lru_cache(maxsize=1)
def _statements(dialect: Dialect) -> tuple[str, ...]:
    made = [*derived.sorted_tables, *workings.sorted_tables]
    indexes = [index for table in made for index in sorted(table.indexes, key=lambda i: i.name or "")]
    tables = (str(CreateTable(table).compile(dialect=dialect)) for table in made)
    return (*tables, *(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes))


def load(connection: Connection) -> Record:
    """The record that the tables hold."""
    return Record(**{name: tuple(_sorted(loaded(connection, part))) for name, part in PARTS.items()})


def _sorted(found: Iterable[tuple[str | None, Any]]) -> list[Any]:
    return sorted((item for _, item in found), key=lambda x: x.id if hasattr(x, "id") else x.name)


def groups() -> CompoundSelect[Any]:
    """Every saved entity, event and truce (``own``) with each of the facts that it is made of (``member``)."""
    held = [(derived.tables[name], group) for name, group in MADE_OF]
    return union_all(*(select(table.c[group].label("own"), table.c.id.label("member")) for table, group in held))


def alive(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of these ids that a saved entity, event, truce or lineage bears."""
    out: set[str] = set()
    for some in chunks(sorted(ids)):
        for name in ("entities", "events", "truces", "lineages"):
            own = derived.tables[name].c.id
            out.update(connection.execute(select(own).where(own.in_(some))).scalars())
    return out


class Saved:
    """The derived tables in one run."""

    def __init__(self, connection: Connection) -> None:
        """The tables as they are."""
        self._connection = connection
        self._begun: dict[str, tuple[str | None, set[str]]] = {}  # table → by which column it is written, what there is
        self._bare: set[Table] = (
            set()
        )  # those whose indexes are made when they are asked for first: of all rows at once

    def items(self, table: str, column: str, values: Iterable[str]) -> Iterator[Any]:
        """The items with one of these values in a column, without what documents bring them."""
        part = BY_TABLE[table]
        for some in chunks(values):
            self._index(part.table, *(f.child.table for f in part.fields if f.child))
            yield from (item for _, item in loaded(self._connection, part, (column, some)))

    def all(self, table: str, column: str) -> list[str]:
        """All values of a column."""
        return list(self._connection.execute(select(derived.tables[table].c[column])).scalars())

    def pairs(self, table: str, key: str, value: str, keys: Iterable[str]) -> list[tuple[str, str]]:
        """What two columns hold where the first is one of these."""
        return [(row[0], row[1]) for row in self.columns(table, (key, value), keys)]

    def columns(self, table: str, names: Sequence[str], keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """What some columns hold where the first of them is one of these."""
        held = derived.tables[table]
        for some in chunks(keys):
            self._index(held)
            query = select(*(held.c[name] for name in names)).where(held.c[names[0]].in_(some))
            yield from map(tuple, self._connection.execute(query).all())

    def replace(self, table: str, column: str, given: Mapping[str, Sequence[Any]]) -> set[str]:
        """Write items in place of those that had the same values in a column.

        Args:
            table: name of the table of the items.
            column: which groups its rows: ``id``, ``document``, ``event``, …
            given: value of the column → the items that have it now, none if they are gone. Those of a table of parts
                come as pairs, the id of their parent first.

        Returns:
            The values of which something changed.

        """
        part = BY_TABLE[table]
        if "parent" in part.table.c:
            rows = {key: [row_of(part, item, parent) for parent, item in items] for key, items in given.items()}
            return self._swap(part.table, column, rows)
        rows = {key: [row_of(part, item) for item in items] for key, items in given.items()}
        changed = set()
        for field in part.fields:
            if field.child and not is_scattered(field.child.kind):
                changed |= self._children(field.child, field.name, part, column, given)
        return changed | self._swap(part.table, column, rows)

    def tie(self, table: str, column: str, key: str, values: Mapping[str, str]) -> None:
        """Set a column of the rows that another column names: the event of what belongs to a telling."""
        target = derived.tables[table]
        change = update(target).where(target.c[key] == bindparam("own")).values({column: bindparam("into")})
        for some in chunks(values.items()):
            self._index(target)
            self._connection.execute(change, [{"own": own, "into": into} for own, into in some])

    def close(self) -> None:
        """Make what indexes are still to be made; nothing more is written in this run."""
        self._index(*sorted(self._bare, key=lambda table: table.name))

    def _index(self, *asked: Table) -> None:
        """Make the indexes of those of these tables that are without."""
        for table in self._bare.intersection(asked):
            for index in sorted(table.indexes, key=lambda index: index.name or ""):
                index.create(self._connection)
            self._bare.discard(table)

    def _children(
        self, child: Part, field: str, part: Part, column: str, given: Mapping[str, Sequence[Any]]
    ) -> set[str]:
        """Replace the parts of items; those of which something changed."""
        perhaps = self._perhaps(part.table, column, given)
        key_of = {own: key for key, own in self.pairs(part.table.name, column, "id", perhaps)}
        rows: dict[str, list[Row]] = {own: [] for own in key_of}
        for key, items in given.items():
            for item in items:
                key_of[item.id] = key
                rows[item.id] = [row_of(child, x, item.id, n) for n, x in enumerate(getattr(item, field))]
        return {key_of[own] for own in self._swap(child.table, "parent", rows)}

    def _swap(self, table: Table, column: str, given: Mapping[str, list[Row]]) -> set[str]:
        """Put rows in place of those with the same value in a column; the values of which they differ."""
        held = self._rows(table, column, self._perhaps(table, column, given))
        differ = [key for key, rows in given.items() if (Counter(held[key]) != Counter(rows) if key in held else rows)]
        for gone in chunks(key for key in differ if key in held):
            self._connection.execute(delete(table).where(table.c[column].in_(gone)))
        fill(self._connection, table, (row for key in differ for row in given[key]))
        self._begun[table.name][1].update(differ)
        return set(differ)

    def _perhaps(self, table: Table, column: str, values: Iterable[str]) -> list[str]:
        """Those of the values that rows may have: few where the table was empty at first and written by this column."""
        if table.name not in self._begun:
            fresh = empty(self._connection, table)
            self._begun[table.name] = (column if fresh else None, set())
            if fresh:
                for index in table.indexes:
                    index.drop(self._connection)
                self._bare.add(table)
        by, written = self._begun[table.name]
        if by != column:
            self._begun[table.name] = (None, written)
            return list(values)
        return [value for value in values if value in written]

    def _rows(self, table: Table, column: str, values: Iterable[str]) -> dict[str, list[Row]]:
        """Value of a column → the rows that have it."""
        at = list(table.c.keys()).index(column)
        out: dict[str, list[Row]] = {}
        for some in chunks(values):
            self._index(table)
            for row in self._connection.execute(select(table).where(table.c[column].in_(some))).all():
                out.setdefault(row[at], []).append(tuple(row))
        return out
