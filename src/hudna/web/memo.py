"""Answers kept for those who ask the same again, worked out once however many ask at a time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class _Entry:
    __slots__ = ("lock", "value")

    def __init__(self) -> None:
        self.lock = Lock()
        self.value: tuple[Any] | None = None


class Memo:
    """At most ``size`` answers, the longest unasked leaving first; safe to ask from many threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._held: OrderedDict[Hashable, _Entry] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer under ``key``, by ``make`` where there is none; what it raises is not kept."""
        with self._lock:
            entry = self._held.setdefault(key, _Entry())
            self._held.move_to_end(key)
            while len(self._held) > self._size:
                self._held.popitem(last=False)
        with entry.lock:
            if entry.value is None:
                entry.value = (make(),)
            return entry.value[0]
