"""One document in, one ``Reading`` out: pure, deterministic, without input or output."""

from hudna.reading.engine import engine, read
from hudna.reading.format import from_json, to_json
from hudna.reading.model import (
    TRUCE_STATUSES,
    Attribution,
    Casualty,
    Entity,
    Event,
    Loss,
    Mention,
    Particular,
    Published,
    Reading,
    Role,
    Time,
    Truce,
    Violation,
)

__all__ = [
    "TRUCE_STATUSES",
    "Attribution",
    "Casualty",
    "Entity",
    "Event",
    "Loss",
    "Mention",
    "Particular",
    "Published",
    "Reading",
    "Role",
    "Time",
    "Truce",
    "Violation",
    "engine",
    "from_json",
    "read",
    "to_json",
]
