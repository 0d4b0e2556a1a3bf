"""The derived tables: one for each part of a record, with its fields as columns, so that any SQLite tool can read them.

Spans become two columns, ``trigger_start`` and ``trigger_end``; lists of ids or spans become JSON; lists of parts
(an entity's spellings, a group's joins) become a table of their own whose rows name their ``parent`` and their
``position``.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from itertools import islice
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import (
    Boolean,
    Column,
    CompoundSelect,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    select,
    union_all,
)

from hudna.record.model import Record
from hudna.text import Span

derived = MetaData()
_AT_ONCE = 500  # rows in one statement
_COLUMNS = {str: Text, int: Integer, bool: Boolean}
_KEYS = frozenset({"id", "document", "event", "truce", "telling", "lineage"})  # looked up by, hence indexed


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


def _columns(field: _Field) -> Iterator[Column[Any]]:
    if field.form == "span":
        yield Column(f"{field.name}_start", Integer, nullable=False)
        yield Column(f"{field.name}_end", Integer, nullable=False)
    elif field.form == "json":
        yield Column(field.name, Text, nullable=False)
    elif field.form == "value":
        yield Column(field.name, field.column, index=field.name in _KEYS)


def _part(table: str, kind: Any, *, parent: bool = False) -> _Part:
    hints = get_type_hints(kind)
    own = tuple(_field(table, f.name, hints[f.name]) for f in fields(kind))
    columns: list[Column[Any]] = [Column("position", Integer, nullable=False)]
    if parent:
        columns.append(Column("parent", Text, nullable=False, index=True))
    columns.extend(column for field in own for column in _columns(field))
    return _Part(kind, own, Table(table, derived, *columns))


def _parts() -> dict[str, _Part]:
    hints = get_type_hints(Record)
    names = {"documents": "document_entries"}  # «documents» is the stored table
    return {f.name: _part(names.get(f.name, f.name), get_args(hints[f.name])[0]) for f in fields(Record)}


_PARTS = _parts()


def save(connection: Connection, parts: Iterable[tuple[str, Sequence[Any]]]) -> None:
    """Write the parts of a record by name into the derived tables in place of what they hold, one at a time."""
    derived.drop_all(connection)
    derived.create_all(connection)
    for name, items in parts:
        _write(connection, _PARTS[name], partial(_placed, items))
        del items  # the next part is made while nobody holds this one


def load(connection: Connection) -> Record:
    """The record that ``save`` wrote."""
    return Record(**{name: tuple(item for _, item in _load(connection, part)) for name, part in _PARTS.items()})


def groups() -> CompoundSelect[Any]:
    """Every saved entity, event and truce (``own``) with each of the facts that it is made of (``member``), as ids."""
    made_of = (("entity_members", "parent"), ("tellings", "event"), ("truce_tellings", "truce"))
    held = [(derived.tables[name], group) for name, group in made_of]
    return union_all(*(select(table.c[group].label("own"), table.c.id.label("member")) for table, group in held))


def group_ids(connection: Connection) -> set[str]:
    """The ids of all saved entities, events and truces."""
    held = (derived.tables[name] for name in ("entities", "events", "truces"))
    return {own for table in held for own in connection.execute(select(table.c.id)).scalars()}


_Placed = Callable[[], Iterator[tuple[str | None, int, Any]]]  # (parent, position, item) as often as asked for


def _placed(items: Sequence[Any]) -> Iterator[tuple[str | None, int, Any]]:
    return ((None, n, item) for n, item in enumerate(items))


def _children(placed: _Placed, field: str) -> Iterator[tuple[str | None, int, Any]]:
    return ((item.id, n, child) for _, _, item in placed() for n, child in enumerate(getattr(item, field)))


def _write(connection: Connection, part: _Part, placed: _Placed) -> None:
    rows = (_row(part, *item) for item in placed())
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(insert(part.table), some)
    for field in part.fields:
        if field.child:
            _write(connection, field.child, partial(_children, placed, field.name))


def _row(part: _Part, parent: str | None, position: int, item: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"position": position} if parent is None else {"position": position, "parent": parent}
    for field in part.fields:
        value = getattr(item, field.name)
        if field.form == "span":
            row[f"{field.name}_start"], row[f"{field.name}_end"] = value
        elif field.form == "json":
            row[field.name] = json.dumps(value, ensure_ascii=False)
        elif field.form == "value":
            row[field.name] = value
    return row


def _load(connection: Connection, part: _Part) -> Iterator[tuple[str | None, Any]]:
    """(parent, item) in the order in which they were written; the parents' order is kept by position."""
    children: dict[str, dict[str | None, list[Any]]] = {}
    for field in part.fields:
        if field.child:
            held = children[field.name] = {}
            for parent, item in _load(connection, field.child):
                held.setdefault(parent, []).append(item)
    for row in connection.execute(select(part.table).order_by(part.table.c.position)).mappings():
        values: dict[str, Any] = {}
        for field in part.fields:
            if field.form == "span":
                values[field.name] = Span(row[f"{field.name}_start"], row[f"{field.name}_end"])
            elif field.form == "child":
                values[field.name] = tuple(children[field.name].get(row["id"], ()))
            elif field.form == "json":
                values[field.name] = tuple(Span(*v) if field.spans else v for v in json.loads(row[field.name]))
            else:
                values[field.name] = row[field.name]
        yield row.get("parent"), part.kind(**values)
