"""JSON schemas of dataclasses: what ``as_json`` makes of them, with what their docstrings say."""

import inspect
import re
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hudna.text import Span

Schema = dict[str, Any]
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "First code point of the stored text, and the one behind the last.",
}
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*)$")


class Schemas:
    """The schemas of the dataclasses that were asked for, and of those they hold."""

    def __init__(self) -> None:
        self.held: dict[str, Schema] = {}
        self._names: dict[type[Any], str] = {}

    def of(self, hint: Any) -> Schema:
        """The schema of a type as a field names it."""
        origin = get_origin(hint)
        if origin is not None:
            return self._made(origin, get_args(hint))
        if hint is Span:
            return _SPAN
        if isinstance(hint, type) and is_dataclass(hint):
            return {"$ref": f"#/components/schemas/{self._named(hint)}"}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"enum": [each.value for each in hint]}
        return {"type": _PLAIN[hint]} if hint in _PLAIN else {}

    def _made(self, origin: Any, inner: tuple[Any, ...]) -> Schema:
        """Of a type that is made of others."""
        if origin in (Union, types.UnionType):
            return self._union(inner)
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in (tuple, list):
            return self._list(inner)
        return {"type": "object", "additionalProperties": self.of(inner[1])} if issubclass(origin, Mapping) else {}

    def _union(self, inner: tuple[Any, ...]) -> Schema:
        schemas = [self.of(each) for each in inner]
        if all(set(schema) == {"type"} for schema in schemas):
            return {"type": [schema["type"] for schema in schemas]}
        return {"anyOf": schemas}

    def _list(self, inner: tuple[Any, ...]) -> Schema:
        """An array of one type, or of as many as a tuple names."""
        if len(inner) == 1 or inner[-1] is Ellipsis:
            return {"type": "array", "items": self.of(inner[0])}
        size = len(inner)
        return {"type": "array", "prefixItems": [self.of(i) for i in inner], "minItems": size, "maxItems": size}

    def _named(self, kind: type[Any]) -> str:
        """The name of a dataclass, of which there can be two in different modules."""
        if kind not in self._names:
            name = kind.__name__
            if name in self.held:
                name = f"{kind.__module__.rpartition('.')[2].title().replace('_', '')}{name}"
            self._names[kind] = name
            self.held[name] = {}  # before its fields, which may hold its like
            self.held[name] = self._object(kind)
        return self._names[kind]

    def _object(self, kind: type[Any]) -> Schema:
        about, attributes = told(kind)
        hints = get_type_hints(kind)
        own = {f.name: self._field(hints[f.name], attributes.get(f.name, "")) for f in fields(kind)}
        return {
            "type": "object",
            "description": about,
            "properties": own,
            "required": list(own),
            "additionalProperties": False,
        }

    def _field(self, hint: Any, about: str) -> Schema:
        schema = self.of(hint)
        return {**schema, "description": about} if about else schema


def told(kind: type[Any]) -> tuple[str, dict[str, str]]:
    """What the docstring of a dataclass says of it and of its attributes."""
    said = inspect.getdoc(kind) or ""
    about, _, rest = said.partition("\n\nAttributes:\n")
    attributes: dict[str, str] = {}
    name = ""
    for line in rest.splitlines():
        if found := _ATTRIBUTE.match(line):
            name = found[1]
            attributes[name] = found[2]
        elif name and line.startswith(" " * 8):
            attributes[name] += f" {line.strip()}"
    return " ".join(about.split()), attributes
