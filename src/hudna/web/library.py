"""The record as it is served: read once per version of the file, held in memory, renewed behind those who read."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from hudna.collection import no_collection
from hudna.export.brief import LANGUAGES, Voice, catalogue
from hudna.record import RecordError, Store, stamp
from hudna.views import EVERYTHING, Choice, Dossier, Reliability, table
from hudna.web.memo import Memo

_ANSWERS = 256  # of views that an edition keeps
_Row = TypeVar("_Row")
View = Callable[[Dossier, Choice], Sequence[_Row]]


class Edition:
    """One version of a record, read whole; it never changes, so whatever is worked out from it can be kept."""

    def __init__(self, version: str, store: Store) -> None:
        self.version = version
        self.store = store
        self.dossier = Dossier.of(store)
        self.reliability: Reliability = table()
        self._memo = Memo(_ANSWERS)

    def rows(self, view: View[_Row], choice: Choice = EVERYTHING) -> Sequence[_Row]:
        """The rows of a view, worked out once."""
        held: Sequence[_Row] = self._memo.get((view, choice), lambda: view(self.dossier, choice))
        return held

    def keep(self, key: tuple[Any, ...], make: Callable[[Dossier], Any]) -> Any:
        """Anything else that follows from the record alone, worked out once; ``key`` begins with its maker's name."""
        return self._memo.get(key, lambda: make(self.dossier))

    def voice(self, language: str) -> Voice:
        """The words of the brief for this record."""
        return Voice(catalogue(language), self.dossier)


class Library:
    """The edition to be read now.

    Whoever asks while the file has moved on still gets the edition at hand, and a new one is read behind them: no page
    waits for a record to be read. ``follow`` waits a while, for whoever has just written.
    """

    def __init__(self, path: Path, warm: Iterable[View[Any]] = ()) -> None:
        """Reads the record at ``path``.

        Args:
            path: the file.
            warm: views whose rows an edition works out before anyone asks.

        Raises:
            RecordError: it cannot be read.

        """
        self._path = path
        self._warm = tuple(warm)
        self._lock = Lock()
        self._edition = self._read()
        Thread(target=self._warmed, args=(self._edition,), daemon=True).start()

    def edition(self) -> Edition:
        """The edition at hand."""
        held = self._edition
        if self._version() != held.version and self._lock.acquire(blocking=False):
            Thread(target=self._behind, daemon=True).start()  # it lets go of the lock
        return held

    def follow(self, patience: float) -> None:
        """Have the file read as it is now; who has just written waits for it, but not longer than so many seconds."""
        until = time.monotonic() + patience
        while self._version() != self._edition.version and (left := until - time.monotonic()) > 0:
            self.edition()
            if self._lock.acquire(timeout=left):
                self._lock.release()

    def close(self) -> None:
        """Let go of the file."""
        self._edition.store.close()

    def _behind(self) -> None:
        try:
            with suppress(RecordError):  # being written just now: the next who asks tries again
                fresh = self._read()
                self._warmed(fresh)
                self._edition = fresh
        finally:
            self._lock.release()

    def _read(self) -> Edition:
        store = Store.open(self._path)
        store.reconcile()  # may write, which makes another version of the file
        with no_collection():
            return Edition(stamp(self._path), store)

    def _warmed(self, edition: Edition) -> None:
        for language in LANGUAGES:
            edition.voice(language)  # reads its words
        with no_collection():
            for view in self._warm:
                edition.rows(view)
        gc.collect()
        gc.freeze()  # or the collector would go through all that is kept, again and again, while somebody waits

    def _version(self) -> str:
        """Of the file as it is now; of one that was taken away, as it was."""
        try:
            return stamp(self._path)
        except OSError:
            return self._edition.version
