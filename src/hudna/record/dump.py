"""A record as canonical JSON lines."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hudna.record.model import Record


def rows(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """All that a record holds as (part, JSON object), the parts in the record's order, each sorted as it is there."""
    for part in fields(record):
        for item in getattr(record, part.name):
            yield part.name, plain(item)


def plain(value: Any) -> Any:
    """A record value as JSON: dataclasses become objects with their fields in order, spans and tuples lists."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


def dump(record: Record) -> str:
    """The record as JSON lines, UTF-8 as it is: ``{"row": "events", "id": …}``; equal records give equal strings."""
    return "".join(
        json.dumps({"row": part, **item}, ensure_ascii=False, separators=(",", ":")) + "\n"
        for part, item in rows(record)
    )
