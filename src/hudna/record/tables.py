"""The derived tables: one for each part of a record, with its fields as columns, so that any SQLite tool can read them.

Spans become two columns, ``trigger_start`` and ``trigger_end``; lists of ids or spans become JSON; lists of parts
(an entity's spellings, a group's joins) become a table of their own whose rows name their ``parent`` and their
``position``; those that documents bring (an entity's members, its offices) are in no order but by document.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
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
    RowMapping,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    union_all,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from hudna.record.model import Record
from hudna.record.workings import chunks, workings
from hudna.text import Span

derived = MetaData()
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
    part = _Part(kind, own, Table(table, derived, *columns))
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

    def items(self, table: str, column: str, values: Iterable[str]) -> Iterator[Any]:
        """The items with one of these values in a column, without what documents bring them."""
        for some in chunks(values):
            yield from (item for _, item in _load(self._connection, _BY_TABLE[table], (column, some)))

    def all(self, table: str, column: str) -> list[str]:
        """All values of a column."""
        return list(self._connection.execute(select(derived.tables[table].c[column])).scalars())

    def pairs(self, table: str, key: str, value: str, keys: Iterable[str]) -> list[tuple[str, str]]:
        """What two columns hold where the first is one of these."""
        held = derived.tables[table]
        out: list[tuple[str, str]] = []
        for some in chunks(keys):
            query = select(held.c[key], held.c[value]).where(held.c[key].in_(some))
            out.extend((row[0], row[1]) for row in self._connection.execute(query))
        return out

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
            self._connection.execute(change, [{"own": own, "into": into} for own, into in some])

    def _children(
        self, child: _Part, field: str, part: _Part, column: str, given: Mapping[str, Sequence[Any]]
    ) -> set[str]:
        """Replace the parts of items; those of which something changed."""
        key_of = {own: key for key, own in self.pairs(part.table.name, column, "id", given)}
        rows: dict[str, list[dict[str, Any]]] = {own: [] for own in key_of}
        for key, items in given.items():
            for item in items:
                key_of[item.id] = key
                rows[item.id] = [_row(child, x, item.id, n) for n, x in enumerate(getattr(item, field))]
        return {key_of[own] for own in self._swap(child.table, "parent", rows)}

    def _swap(self, table: Table, column: str, given: Mapping[str, list[dict[str, Any]]]) -> set[str]:
        """Put rows in place of those with the same value in a column; the values of which they differ."""
        changed = set()
        for some in chunks(given):
            held: dict[str, list[tuple[Any, ...]]] = {key: [] for key in some}
            for row in self._connection.execute(select(table).where(table.c[column].in_(some))).mappings():
                held[row[column]].append(tuple(row.values()))
            differ = [key for key in some if Counter(held[key]) != Counter(tuple(r.values()) for r in given[key])]
            if gone := [key for key in differ if held[key]]:
                self._connection.execute(delete(table).where(table.c[column].in_(gone)))
            for rows in chunks(row for key in differ for row in given[key]):
                self._connection.execute(insert(table), rows)
            changed.update(differ)
        return changed


def _row(part: _Part, item: Any, parent: str | None = None, position: int = 0) -> dict[str, Any]:
    """A row with its columns in the order of the table."""
    row: dict[str, Any] = {} if parent is None else {"parent": parent}
    if "position" in part.table.c:
        row["position"] = position
    for field in part.fields:
        value = getattr(item, field.name)
        if field.form == "span":
            row[f"{field.name}_start"], row[f"{field.name}_end"] = value
        elif field.form == "json":
            row[field.name] = json.dumps(value, ensure_ascii=False) if value else "[]"
        elif field.form == "value":
            row[field.name] = value
    return row


def _load(
    connection: Connection, part: _Part, where: tuple[str, Sequence[str]] | None = None
) -> Iterator[tuple[str | None, Any]]:
    """(parent, item) of a table, or of its rows with one of these values in a column."""
    query = select(part.table)
    if where:
        query = query.where(part.table.c[where[0]].in_(where[1]))
    if "position" in part.table.c:
        query = query.order_by(part.table.c.position)
    rows = connection.execute(query).mappings().all() if where else connection.execute(query).mappings()
    own = [row["id"] for row in rows] if where and "id" in part.table.c else []
    children = {
        f.name: _held(connection, f.child, own if where else None)
        for f in part.fields
        if f.child and not (where and _scattered(f.child.kind))
    }
    for row in rows:
        values = {field.name: _value(field, row, children.get(field.name, {})) for field in part.fields}
        yield row.get("parent"), part.kind(**values)


def _held(connection: Connection, child: _Part, parents: Sequence[str] | None) -> dict[str | None, list[Any]]:
    """Parent → its parts of one kind in their order."""
    out: dict[str | None, list[Any]] = {}
    for parent, item in _load(connection, child, None if parents is None else ("parent", parents)):
        out.setdefault(parent, []).append(item)
    if _scattered(child.kind):
        for items in out.values():
            items.sort(key=lambda x: x.order)
    return out


def _value(field: _Field, row: RowMapping, children: Mapping[str | None, list[Any]]) -> Any:
    if field.form == "span":
        return Span(row[f"{field.name}_start"], row[f"{field.name}_end"])
    if field.form == "child":
        return tuple(children.get(row["id"], ()))
    if field.form == "json":
        return tuple(Span(*v) if field.spans else v for v in json.loads(row[field.name]))
    return row[field.name]
