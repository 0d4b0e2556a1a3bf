"""The derived tables: one for each part of a record, with its fields as columns, so that any SQLite tool can read them.

Spans become two columns, ``trigger_start`` and ``trigger_end``; lists of ids or spans become JSON; lists of parts
(an entity's spellings, a group's joins) become a table of their own whose rows name their ``parent`` and their
``position``; those that documents bring (an entity's members, its offices) are in no order but by document.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from operator import itemgetter
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import (
    Boolean,
    Column,
    CompoundSelect,
    Connection,
    Dialect,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    select,
    union_all,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from hudna.record.model import Record
from hudna.record.workings import chunks, empty, fill, workings
from hudna.record.workings.codec import decode, encode
from hudna.text import Span

derived = MetaData()
_Row = tuple[Any, ...]  # values in the order of the columns of a table
_LOADED_AT_ONCE = 1000
_COLUMNS = {str: Text, int: Integer, bool: Boolean}
_KEYS = frozenset({"id", "document", "event", "truce", "telling", "lineage"})  # looked up by, hence indexed
_OWN_KEYS = {"document_entries": {"name"}, "links": {"left", "right"}}  # as above, of one table


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of a dataclass lies in its table: as value, span, json (list of strings or spans) or child."""

    name: str
    form: str
    column: type[Text | Integer | Boolean] = Text
    spans: bool = False  # of a json field: whether it lists spans
    child: "_Part | None" = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A dataclass and its table."""

    kind: type[Any]
    fields: tuple[_Field, ...]
    table: Table
    placed: bool = False  # whether its rows have a position
    written: tuple[tuple[str, str], ...] = ()  # name and form of the fields that have columns here


def _field(owner: str, name: str, hint: Any) -> _Field:
    if hint is Span:
        return _Field(name, "span")
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if is_dataclass(item):
            return _Field(name, "child", child=_part(f"{_one(owner)}_{name}", item, parent=True))
        return _Field(name, "json", spans=item is Span)
    plain = next(a for a in get_args(hint) if a is not type(None)) if isinstance(hint, UnionType) else hint
    return _Field(name, "value", _COLUMNS[plain])


def _one(table: str) -> str:
    """What a row of a table is called: «entities» are each an «entity»."""
    return table[:-3] + "y" if table.endswith("ies") else table[:-1]


def _columns(field: _Field, table: str) -> Iterator[Column[Any]]:
    if field.form == "span":
        yield Column(f"{field.name}_start", Integer, nullable=False)
        yield Column(f"{field.name}_end", Integer, nullable=False)
    elif field.form == "json":
        yield Column(field.name, Text, nullable=False)
    elif field.form == "value":
        yield Column(field.name, field.column, index=field.name in _KEYS | _OWN_KEYS.get(table, set()))


def _part(table: str, kind: Any, *, parent: bool = False) -> _Part:
    hints = get_type_hints(kind)
    own = tuple(_field(table, f.name, hints[f.name]) for f in fields(kind))
    columns: list[Column[Any]] = []
    if parent:
        columns.append(Column("parent", Text, nullable=False, index=True))
        if not _scattered(kind):
            columns.append(Column("position", Integer, nullable=False))
    columns.extend(column for field in own for column in _columns(field, table))
    written = tuple((field.name, field.form) for field in own if field.form != "child")
    part = _Part(kind, own, Table(table, derived, *columns), parent and not _scattered(kind), written)
    _BY_TABLE[table] = part
    return part


def _scattered(kind: Any) -> bool:
    """Whether parts of this kind are written with their documents and not with what they belong to."""
    return hasattr(kind, "order")


def _parts() -> dict[str, _Part]:
    hints = get_type_hints(Record)
    names = {"documents": "document_entries"}  # «documents» is the stored table
    return {f.name: _part(names.get(f.name, f.name), get_args(hints[f.name])[0]) for f in fields(Record)}


_BY_TABLE: dict[str, _Part] = {}
_PARTS = _parts()


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
    return Record(**{name: tuple(_sorted(_load(connection, part))) for name, part in _PARTS.items()})


def _sorted(loaded: Iterable[tuple[str | None, Any]]) -> list[Any]:
    return sorted((item for _, item in loaded), key=lambda x: x.id if hasattr(x, "id") else x.name)


def groups() -> CompoundSelect[Any]:
    """Every saved entity, event and truce (``own``) with each of the facts that it is made of (``member``)."""
    made_of = (("entity_members", "parent"), ("tellings", "event"), ("truce_tellings", "truce"))
    held = [(derived.tables[name], group) for name, group in made_of]
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
        part = _BY_TABLE[table]
        for some in chunks(values):
            self._index(part.table, *(f.child.table for f in part.fields if f.child))
            yield from (item for _, item in _load(self._connection, part, (column, some)))

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
        part = _BY_TABLE[table]
        if "parent" in part.table.c:
            rows = {key: [_row(part, item, parent) for parent, item in items] for key, items in given.items()}
            return self._swap(part.table, column, rows)
        rows = {key: [_row(part, item) for item in items] for key, items in given.items()}
        changed = set()
        for field in part.fields:
            if field.child and not _scattered(field.child.kind):
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
        self, child: _Part, field: str, part: _Part, column: str, given: Mapping[str, Sequence[Any]]
    ) -> set[str]:
        """Replace the parts of items; those of which something changed."""
        perhaps = self._perhaps(part.table, column, given)
        key_of = {own: key for key, own in self.pairs(part.table.name, column, "id", perhaps)}
        rows: dict[str, list[_Row]] = {own: [] for own in key_of}
        for key, items in given.items():
            for item in items:
                key_of[item.id] = key
                rows[item.id] = [_row(child, x, item.id, n) for n, x in enumerate(getattr(item, field))]
        return {key_of[own] for own in self._swap(child.table, "parent", rows)}

    def _swap(self, table: Table, column: str, given: Mapping[str, list[_Row]]) -> set[str]:
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

    def _rows(self, table: Table, column: str, values: Iterable[str]) -> dict[str, list[_Row]]:
        """Value of a column → the rows that have it."""
        at = list(table.c.keys()).index(column)
        out: dict[str, list[_Row]] = {}
        for some in chunks(values):
            self._index(table)
            for row in self._connection.execute(select(table).where(table.c[column].in_(some))).all():
                out.setdefault(row[at], []).append(tuple(row))
        return out


def _row(part: _Part, item: Any, parent: str | None = None, position: int = 0) -> _Row:
    """The values of a row in the order of the columns of the table."""
    row: list[Any] = [] if parent is None else [parent]
    if part.placed:
        row.append(position)
    for name, form in part.written:
        value = getattr(item, name)
        if form == "span":
            row += value
        elif form == "json":
            row.append(encode(value) if value else "[]")
        else:
            row.append(value)
    return tuple(row)


def _load(
    connection: Connection, part: _Part, where: tuple[str, Sequence[str]] | None = None
) -> Iterator[tuple[str | None, Any]]:
    """(parent, item) of a table, or of its rows with one of these values in a column."""
    query = select(part.table)
    if where:
        query = query.where(part.table.c[where[0]].in_(where[1]))
    if part.placed:
        query = query.order_by(part.table.c.position)
    found = connection.execute(query)
    rows = found.all() if where else (row for some in found.partitions(_LOADED_AT_ONCE) for row in some)
    named = list(part.table.c.keys())
    at = named.index("id") if "id" in named else None
    own = None if not where else [row[at] for row in rows] if at is not None else []
    children = {
        f.name: _held(connection, f.child, own)
        for f in part.fields
        if f.child and not (where and _scattered(f.child.kind))
    }
    readers = [_reader(field, named, children.get(field.name, {})) for field in part.fields]
    parent = named.index("parent") if "parent" in named else None
    for row in rows:
        yield None if parent is None else row[parent], part.kind(*[read(row) for read in readers])


def _held(connection: Connection, child: _Part, parents: Sequence[str] | None) -> dict[str | None, list[Any]]:
    """Parent → its parts of one kind in their order."""
    out: dict[str | None, list[Any]] = {}
    for parent, item in _load(connection, child, None if parents is None else ("parent", parents)):
        out.setdefault(parent, []).append(item)
    if _scattered(child.kind):
        for items in out.values():
            items.sort(key=lambda x: x.order)
    return out


def _reader(field: _Field, named: list[str], children: Mapping[str | None, list[Any]]) -> Callable[[Any], Any]:
    """What gives the value of a field of a row; ``named`` are the columns, ``children`` the parts by their parent."""
    if field.form == "span":
        start, end = named.index(f"{field.name}_start"), named.index(f"{field.name}_end")
        return lambda row: Span(row[start], row[end])
    if field.form == "child":
        own = named.index("id")
        return lambda row: tuple(children.get(row[own], ()))
    at = named.index(field.name)
    if field.form == "value":
        return itemgetter(at)
    if field.spans:
        return lambda row: tuple(Span(*v) for v in decode(row[at]))
    return lambda row: () if row[at] == "[]" else tuple(decode(row[at]))
