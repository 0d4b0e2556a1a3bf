"""One version of a record as it is served."""

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from threading import Condition
from typing import Any, TypeVar

from hudna.export.brief import LANGUAGES, Voice, catalogue
from hudna.record import Store
from hudna.views import EVERYTHING, Choice, Dossier, Reliability, table
from hudna.web.memo import Memo
from hudna.web.paging import SIZE

_ANSWERS = 256  # of views that an edition keeps
_Row = TypeVar("_Row")
View = Callable[[Dossier, Choice], Sequence[_Row]]


class Edition:
    """One version of a record, read whole; it never changes, so whatever is worked out from it can be kept.

    ``prepare`` works out, before anyone asks, the views that pages need; those that somebody waits for come first.
    """

    def __init__(self, version: str, store: Store, needed: Iterable[View[Any]] = ()) -> None:
        """The record that a store holds now.

        Args:
            version: of its file.
            store: of which the edition keeps hold, for searches.
            needed: views that pages need without a choice.

        """
        self.version = version
        self.store = store
        self.dossier = Dossier.of(store)
        self.reliability: Reliability = table()
        self._memo = Memo(_ANSWERS)
        self._missing = dict.fromkeys(needed)
        self._parts = len(self._missing)
        self._asked: set[View[Any]] = set()
        self._changed = Condition()

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

    def prepare(self) -> None:
        """Work out what pages need, the rows of the first part of a list included."""
        for language in LANGUAGES:
            self.voice(language)  # reads its words
        while self._missing:
            view = next((v for v in self._missing if v in self._asked), None) or next(iter(self._missing))
            with suppress(Exception):  # it fails again for whoever asks, and is told then
                self.rows(view)[:SIZE]
            self._have(view)

    def ready(self, views: Collection[View[Any]], until: float) -> bool:
        """Whether views are worked out that pages need, by a time of the monotonic clock."""
        with self._changed:
            self._asked.update(views)
            missing = self._missing.keys()
            return self._changed.wait_for(lambda: missing.isdisjoint(views), max(0, until - time.monotonic()))

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the views that pages need are worked out, and of how many."""
        return self._parts - len(self._missing), self._parts

    def _have(self, view: View[Any]) -> None:
        with self._changed:
            del self._missing[view]
            self._changed.notify_all()
