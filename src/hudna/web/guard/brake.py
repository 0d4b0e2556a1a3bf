"""Holds up those who try passwords, each address for itself: the oftener they fail, the longer."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_FREE = 2  # tries that nobody is held up for
_FIRST, _LONGEST = 1.0, 16.0  # seconds between tries, doubled with each
_QUEUE = 32.0  # seconds after which a try is refused instead of held up
_REST = 900.0  # seconds after which tries are forgotten
_ADDRESSES = 10_000  # that are remembered


class Brake:
    """Counts tries by address; each counts as a failure until it is known to be none, so that many at once count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()  # how many, and when the next may come

    def hold(self, address: str) -> float | None:
        """Seconds that a try from an address must wait; None where too many wait already."""
        with self._lock:
            now = self._clock()
            count, due = self._tries.pop(address, (0, now))
            if now - due > _REST:
                count, due = 0, now
            wait = max(0.0, due - now)
            if wait > _QUEUE:
                self._tries[address] = (count, due)
                return None
            pause = min(_FIRST * 2.0 ** min(count + 1 - _FREE, 10), _LONGEST) if count + 1 >= _FREE else 0.0
            self._tries[address] = (count + 1, max(now, due) + pause)
            while len(self._tries) > _ADDRESSES:
                self._tries.popitem(last=False)
            return wait

    def free(self, address: str) -> None:
        """A try from an address was right."""
        with self._lock:
            self._tries.pop(address, None)
