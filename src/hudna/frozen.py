"""Frozen dataclasses that are made by the hundred thousand."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

_T = TypeVar("_T")


def made_fast(kind: type[_T]) -> type[_T]:
    """A frozen dataclass with slots, made in a third of the time.

    The ``__init__`` that ``dataclass`` writes calls ``object.__setattr__`` for each field. This one sets attributes,
    while the object is of a class with the same slots that does not refuse.
    """
    named: dict[str, Any] = {
        "own": kind,
        "open_": type(kind.__name__, (), {"__slots__": kind.__slots__}),  # type: ignore[attr-defined]
        "become": object.__setattr__,
    }
    asked, lines = ["self"], ['become(self, "__class__", open_)']
    for field in fields(kind):  # type: ignore[arg-type]
        if field.init:
            asked.append(field.name)
            lines.append(f"self.{field.name} = {field.name}")
            if field.default is not MISSING:
                named[f"default_{field.name}"] = field.default
                asked[-1] += f"=default_{field.name}"
    lines.append("self.__class__ = own")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(asked)}):\n " + "\n ".join(lines), named)  # noqa: S102 - as dataclass makes its own
    kind.__init__ = named["__init__"]  # type: ignore[method-assign]
    return kind
