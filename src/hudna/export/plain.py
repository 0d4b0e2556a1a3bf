"""Rows of a view as JSON values and as tables of text."""

import csv
import io
import types
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from hudna.text import Span
from hudna.views import Mark, Party

_JOINT = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula


def as_json(value: Any) -> Any:
    """A row as a JSON value: spans are ``[start, end]``, everything else an object of its fields."""
    if isinstance(value, Span):
        return list(value)
    if is_dataclass(value):
        return {f.name: as_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [as_json(v) for v in value]
    return value


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as text: ``columns`` and as many cells in each row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(kind: type[Any], rows: Iterable[Any]) -> Table:
    """Rows of one dataclass as text.

    A party gives three columns (id, Arabic and English name), the sources two (``document:start-end`` and the words);
    several values stand in one cell, parted by «; ».
    """
    shapes = _shapes(kind)
    columns = tuple(column for name, inner in shapes for column in _columns(name, inner))
    return Table(
        columns, tuple(tuple(c for name, inner in shapes for c in _cells(getattr(r, name), inner)) for r in rows)
    )


def write_csv(held: Table) -> str:
    """A table as CSV (RFC 4180). Cells that a spreadsheet would run as a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(held.columns)
    writer.writerows([[_safe(c) for c in row] for row in held.rows])
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def _shapes(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with the type of the single value that each holds."""
    hints = get_type_hints(kind)
    return tuple((f.name, _inner(hints[f.name])) for f in fields(kind))


def _inner(hint: Any) -> Any:
    """``Party`` of ``Party | None`` and of ``tuple[Party, ...]``."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(a for a in get_args(hint) if a is not type(None))
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _columns(name: str, inner: Any) -> tuple[str, ...]:
    if inner is Party:
        return (name, f"{name}_ar", f"{name}_en")
    return (name, "quotes") if inner is Mark else (name,)


def _cells(value: Any, inner: Any) -> tuple[str, ...]:
    held: Sequence[Any] = value if isinstance(value, tuple) else () if value is None else (value,)
    if inner is Party:
        names = ((p.id for p in held), (p.ar for p in held), (p.en or "" for p in held))
        return tuple(_JOINT.join(n) for n in names)
    if inner is Mark:
        return (_JOINT.join(str(m) for m in held), _JOINT.join(m.quote for m in held))
    return (_JOINT.join(_text(v) for v in held),)


def _text(value: Any) -> str:
    """A single value; of a row within a row its id, or its fields if it has none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_dataclass(value):
        shown = getattr(value, "id", None)
        return str(shown) if shown else " / ".join(c for f in fields(value) for c in _field(value, f.name) if c)
    return str(value)


def _field(value: Any, name: str) -> tuple[str, ...]:
    held = getattr(value, name)
    return (", ".join(_text(x) for x in held) if isinstance(held, tuple) else _text(held),)
