"""Values as JSON text and back, by the types of their fields: how the workings keep dataclasses in one column."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from sys import intern
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import json

from hudna.text import Span

_Step = Callable[[Any], Any]


def pack(value: Any) -> str:
    """A dataclass as JSON: a list of its fields; sets are sorted, so that equal values give equal text."""
    kind: Any = type(value)
    write = _writer(kind)
    return encode(write(value) if write else value)


def unpacker(kind: type[Any]) -> Callable[[str], Any]:
    """What makes a value of this dataclass of the text that ``pack`` gave."""
    hint: Any = kind
    read: Any = _reader(hint)
    return lambda text: read(decode(text))


def encode(value: Any) -> str:
    """Plain values as JSON."""
    return _ENCODER.encode(value).decode()


_ENCODER = json.Encoder()
decode: Callable[[str], Any] = json.Decoder().decode  # plain values of JSON


@cache
def _writer(hint: Any) -> _Step | None:
    """What makes lists and plain values of a value of this type; None where JSON takes the value itself."""
    if is_dataclass(hint):
        return _dataclass_writer(hint)
    if get_origin(hint) is frozenset:
        return sorted
    if get_origin(hint) is tuple and float in get_args(hint):
        return lambda value: list(map(repr, value))  # JSON has no infinity
    if get_origin(hint) is tuple and _item(hint) is not None and (one := _writer(_item(hint))):
        return lambda value: [one(x) for x in value] if value else value
    if get_origin(hint) is UnionType and (held := _writer(_known(hint))):
        return lambda value: None if value is None else held(value)
    return None


def _dataclass_writer(kind: Any) -> _Step:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind) if f.init]
    every = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    steps = [(at, step) for at, name in enumerate(names) if (step := _writer(hints[name]))]

    def write(value: Any) -> list[Any]:
        values = list(every(value))
        for at, step in steps:
            values[at] = step(values[at])
        return values

    return write


@cache
def _reader(hint: Any) -> _Step | None:
    """What makes a value of this type of what ``_writer`` made of it; None where that is the value itself."""
    if get_origin(hint) is UnionType:
        held = _reader(_known(hint))
        return held and (lambda value: None if value is None else held(value))
    if hint is Span:
        return lambda value: Span(*value)
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    if get_origin(hint) is frozenset:
        return frozenset
    return _tuple_reader(hint) if get_origin(hint) is tuple else None


def _tuple_reader(hint: Any) -> _Step:
    if float in get_args(hint):
        return lambda value: tuple(map(float, value))
    item = _item(hint)
    one = intern if item is str else _reader(item) if item is not None else None  # the same words over many items
    return (lambda value: tuple(map(one, value))) if one else tuple


def _dataclass_reader(kind: Any) -> _Step:
    hints = get_type_hints(kind)
    given = [f.name for f in fields(kind) if f.init]
    steps = [(at, step) for at, name in enumerate(given) if (step := _reader(hints[name]))]

    def read(values: list[Any]) -> Any:
        for at, step in steps:
            values[at] = step(values[at])
        return kind(*values)

    return read


def _item(hint: Any) -> Any:
    """The type of the items of a tuple; None for pairs, whose two items are plain."""
    first, *rest = get_args(hint)
    return first if rest == [Ellipsis] else None


def _known(hint: Any) -> Any:
    """The type of an optional value."""
    return next(a for a in get_args(hint) if a is not NoneType)
