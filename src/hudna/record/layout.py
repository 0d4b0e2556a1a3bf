"""How a record lies in tables: one for each of its parts, with its fields as columns, so that any tool can read them.

Spans become two columns, ``trigger_start`` and ``trigger_end``; lists of ids or spans become JSON; lists of parts
(an entity's spellings, a group's joins) become a table of their own whose rows name their ``parent`` and their
``position``; those that documents bring (an entity's members, its offices) are in no order but by document.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from operator import itemgetter
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import Boolean, Column, Connection, Integer, MetaData, Table, Text, select

from hudna.record.model import Record
from hudna.record.workings.codec import decode, encode
from hudna.text import Span

derived = MetaData()
Row = tuple[Any, ...]  # values in the order of the columns of a table
_LOADED_AT_ONCE = 1000
_COLUMNS = {str: Text, int: Integer, bool: Boolean}
_KEYS = frozenset({"id", "document", "event", "truce", "telling", "lineage"})  # looked up by, hence indexed
_OWN_KEYS = {"document_entries": {"name"}, "links": {"left", "right"}}  # as above, of one table
# table of what entities, events and truces are made of → its column that names the group
MADE_OF = (("entity_members", "parent"), ("tellings", "event"), ("truce_tellings", "truce"))


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of a dataclass lies in its table: as value, span, json (list of strings or spans) or child."""

    name: str
    form: str
    column: type[Text | Integer | Boolean] = Text
    spans: bool = False  # of a json field: whether it lists spans
    child: "Part | None" = None


@dataclass(frozen=True, slots=True)
class Part:
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


def _part(table: str, kind: Any, *, parent: bool = False) -> Part:
    hints = get_type_hints(kind)
    own = tuple(_field(table, f.name, hints[f.name]) for f in fields(kind))
    columns: list[Column[Any]] = []
    if parent:
        columns.append(Column("parent", Text, nullable=False, index=True))
        if not is_scattered(kind):
            columns.append(Column("position", Integer, nullable=False))
    columns.extend(column for field in own for column in _columns(field, table))
    written = tuple((field.name, field.form) for field in own if field.form != "child")
    part = Part(kind, own, Table(table, derived, *columns), parent and not is_scattered(kind), written)
    BY_TABLE[table] = part
    return part


def is_scattered(kind: Any) -> bool:
    """Whether parts of this kind are written with their documents and not with what they belong to."""
    return hasattr(kind, "order")


def _parts() -> dict[str, Part]:
    hints = get_type_hints(Record)
    names = {"documents": "document_entries"}  # «documents» is the stored table
    return {f.name: _part(names.get(f.name, f.name), get_args(hints[f.name])[0]) for f in fields(Record)}


BY_TABLE: dict[str, Part] = {}
PARTS = _parts()


def row_of(part: Part, item: Any, parent: str | None = None, position: int = 0) -> Row:
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


def loaded(
    connection: Connection, part: Part, where: tuple[str, Sequence[str]] | None = None
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
        if f.child and not (where and is_scattered(f.child.kind))
    }
    readers = [_reader(field, named, children.get(field.name, {})) for field in part.fields]
    parent = named.index("parent") if "parent" in named else None
    for row in rows:
        yield None if parent is None else row[parent], part.kind(*[read(row) for read in readers])


def _held(connection: Connection, child: Part, parents: Sequence[str] | None) -> dict[str | None, list[Any]]:
    """Parent → its parts of one kind in their order."""
    out: dict[str | None, list[Any]] = {}
    for parent, item in loaded(connection, child, None if parents is None else ("parent", parents)):
        out.setdefault(parent, []).append(item)
    if is_scattered(child.kind):
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
