"""Knows who comes: by a login that a browser keeps, or by a key that a program shows."""

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Semaphore

from hudna.web.guard.people import REVIEWER, BadPeople, Person, read
from hudna.web.guard.secret import matches
from hudna.web.memo import Memo

_LASTING = 12 * 60 * 60.0  # seconds that a login holds
_LOGINS = 10_000  # that are remembered
_KEYS = 1_000  # shown keys whose owners are remembered, wrong ones as well
_AT_ONCE = 2  # secrets that are hashed at a time: each takes 32 MiB


@dataclass(frozen=True, slots=True)
class User:
    """Who asks.

    Attributes:
        name: as the file of people has it; "" where nobody is asked.
        reviews: whether their judgements are taken.

    """

    name: str = ""
    reviews: bool = False


ANYBODY = User(reviews=True)  # where only this machine is answered


class Gate:
    """Everybody who may come, by a file; without one anybody, who may do anything.

    The file is read again when it changes; a login or key ends when its person is changed or taken out.
    """

    def __init__(self, path: Path | None) -> None:
        """Raises BadPeople where the file is none."""
        self._path = path
        self._lock = Lock()
        self._hashing = Semaphore(_AT_ONCE)
        self._logins: OrderedDict[bytes, tuple[Person, float]] = OrderedDict()
        self._pepper = secrets.token_bytes(32)
        self._keys = Memo(_KEYS)
        self._stamp: tuple[int, ...] = ()
        self._people: dict[str, Person] = {}
        if path:
            self._people, self._stamp = read(path), _stamp(path)

    @property
    def asks(self) -> bool:
        """Whether people must say who they are."""
        return self._path is not None

    def enter(self, name: str, password: str) -> str | None:
        """A login for whoever knows the password of a name; slow on purpose."""
        person = self._now().get(name)
        with self._hashing:
            right = matches(person.password if person else None, password)
        if not right or person is None:
            return None
        login = secrets.token_urlsafe(32)
        with self._lock:
            self._logins[_digest(login)] = (person, time.monotonic() + _LASTING)
            while len(self._logins) > _LOGINS:
                self._logins.popitem(last=False)
        return login

    def entered(self, login: str) -> User | None:
        """Whose login this is."""
        with self._lock:
            person, until = self._logins.get(_digest(login), (None, 0.0))
        if person is None or until < time.monotonic() or self._now().get(person.name) != person:
            return None
        return _user(person)

    def leave(self, login: str) -> None:
        """End a login."""
        with self._lock:
            self._logins.pop(_digest(login), None)

    def owner(self, key: str) -> User | None:
        """Whose key this is; slow for one that was not shown before."""
        people = self._now()
        mark, _, secret = key.partition(".")
        person = next((p for p in people.values() if mark in p.keys), None)
        held = person.keys[mark] if person else None

        def right() -> bool:
            with self._hashing:
                return matches(held, secret)

        shown = hmac.new(self._pepper, key.encode("utf-8", "replace"), hashlib.sha256).digest()
        return _user(person) if self._keys.get((held, shown), right) and person else None

    def _now(self) -> dict[str, Person]:
        """The people of the file as it is; nobody where it cannot be read."""
        if self._path is not None and (stamp := _stamp(self._path)) != self._stamp:
            try:
                self._people = read(self._path)
            except BadPeople:
                self._people = {}
            self._stamp = stamp
        return self._people


def _user(person: Person) -> User:
    return User(person.name, person.role == REVIEWER)


def _digest(login: str) -> bytes:
    return hashlib.sha256(login.encode("utf-8", "replace")).digest()


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        held = path.stat()
    except OSError:
        return ()
    return (held.st_dev, held.st_ino, held.st_mtime_ns, held.st_size)
