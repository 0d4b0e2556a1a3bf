"""The record as it is served: read once per version of the file, held in memory, renewed behind those who read."""

import gc
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from hudna.collection import no_collection
from hudna.record import RecordError, Store, stamp
from hudna.web.edition import Edition, View
from hudna.web.page import NotReady

PATIENCE = 1.0  # seconds that a request waits for what it needs before it is told that the record is being prepared


class Library:
    """The edition to be read now.

    The first is read behind whoever asks too: they are told that the record is being prepared, and how far that is.
    Whoever asks while the file has moved on still gets the edition at hand, and a new one is read behind them: no page
    waits for a record to be read. ``follow`` waits a while, for whoever has just written.
    """

    def __init__(self, path: Path, warm: Iterable[View[Any]] = ()) -> None:
        """Begins to read the record at ``path``.

        Args:
            path: the file.
            warm: views whose rows an edition works out before anyone asks.

        Raises:
            RecordError: it is none.

        """
        self._path = path
        self._warm = tuple(dict.fromkeys(warm))
        self._lock = Lock()
        self._edition: Edition | None = None
        self._begun = Event()
        self._why = ""
        Store.open(path).close()
        self._renew()

    def edition(self, needed: Collection[View[Any]] = ()) -> Edition:
        """The edition at hand, with what is needed of ``warm`` worked out.

        Raises:
            NotReady: the record is being prepared.

        """
        until = time.monotonic() + PATIENCE
        held = self._edition
        if held is None or self._version() != held.version:
            self._renew()
        if held is None:
            self._begun.wait(PATIENCE)
            held = self._edition
        if held is None or not held.ready(needed, until):
            raise NotReady(*(held.progress if held else (0, len(self._warm))), self._why)
        return held

    def follow(self, patience: float) -> None:
        """Have the file read as it is now; who has just written waits for it, but not longer than so many seconds."""
        until = time.monotonic() + patience
        while self._version() != self._at_hand() and (left := until - time.monotonic()) > 0:
            self._renew()
            if self._lock.acquire(timeout=left):
                self._lock.release()

    def close(self) -> None:
        """Let go of the file."""
        if self._edition:
            self._edition.store.close()

    def _renew(self) -> None:
        """Read the file behind whoever asks, unless it is being read."""
        if self._lock.acquire(blocking=False):
            Thread(target=self._behind, daemon=True).start()  # it lets go of the lock

    def _behind(self) -> None:
        try:
            with no_collection():
                fresh = self._read()
                if self._edition is None:
                    self._edition = fresh
                    self._begun.set()
                fresh.prepare()
            gc.collect()
            gc.freeze()  # or the collector would go through all that is kept, again and again, while somebody waits
            self._edition = fresh
        except RecordError as error:  # being written just now: the next who asks tries again
            self._why = str(error)
        finally:
            self._lock.release()

    def _read(self) -> Edition:
        store = Store.open(self._path)
        store.reconcile()  # may write, which makes another version of the file
        return Edition(stamp(self._path), store, self._warm)

    def _at_hand(self) -> str:
        return self._edition.version if self._edition else ""

    def _version(self) -> str:
        """Of the file as it is now; of one that was taken away, as it was."""
        try:
            return stamp(self._path)
        except OSError:
            return self._at_hand()
