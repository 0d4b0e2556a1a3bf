"""Who may come, as a file says: a line of JSON for each person, with role and hashes, never a password or key."""

import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from hudna.web.guard.secret import hashed, kept

READER, REVIEWER = "reader", "reviewer"
ROLES = (READER, REVIEWER)  # who looks, and who judges as well
_NAME = re.compile(r"[^\W_](?:[\w .@'\u2019-]{0,62}\w)?")
_NOTHING: Mapping[str, str] = MappingProxyType({})


class BadPeople(ValueError):  # noqa: N818 it says what the file is
    """A file of people cannot be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may come.

    Attributes:
        name: by which judgements are signed.
        role: reader or reviewer.
        password: its hash; None for whoever comes by keys alone.
        keys: the open part of each key → the hash of its secret part.

    """

    name: str
    role: str
    password: str | None = None
    keys: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


def read(path: Path) -> dict[str, Person]:
    """The people of a file by name.

    Raises:
        BadPeople: it cannot be read, or a line of it names nobody.

    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise BadPeople(f"{path}: {reason}") from error
    found: dict[str, Person] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            person = _person(line)
            if person is None or person.name in found:
                raise BadPeople(f"{path}, line {number}: names nobody, or somebody again")
            found[person.name] = person
    return found


def write(path: Path, people: Mapping[str, Person]) -> None:
    """Put people into a file that only its owner can read; it is never there by half."""
    rows = ({"name": p.name, "role": p.role, "password": p.password, "keys": dict(p.keys)} for p in people.values())
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def fit(name: str) -> bool:
    """Whether a name can be given to somebody."""
    return _NAME.fullmatch(name) is not None


def new_key() -> tuple[str, str, str]:
    """A key to be handed over, its open part, and the hash of its secret part."""
    mark, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    return f"{mark}.{secret}", mark, hashed(secret)


def _person(line: str) -> Person | None:
    try:
        held = json.loads(line)
        person = Person(held["name"], held["role"], held.get("password"), held.get("keys") or {})
        hashes = [*([] if person.password is None else [person.password]), *person.keys.values()]
        good = fit(person.name) and person.role in ROLES and all(map(kept, hashes))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return person if good else None
