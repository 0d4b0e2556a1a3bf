"""People at work on the reports of ``tests/record/conftest.py``: judgements made by the ids of a record."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from hudna.reading import Reading
from hudna.record import Record, derive
from hudna.record.judgements import Judgement, Log, Place, Pointer
from hudna.text import Document, Span

Pairs = Sequence[tuple[Document, Reading]]


class Reviewer:
    """Somebody who judges the record of some documents; every judgement is appended to the log."""

    def __init__(self, told: Pairs, log: Sequence[Judgement] = (), author: str = "Lena") -> None:
        self.told = list(told)
        self.log = list(log)
        self.author = author

    @property
    def record(self) -> Record:
        return derive(self.told, self.log)

    @property
    def pointer(self) -> Pointer:
        stored = {d.name: (d, r) for d, r in self.told}
        return Pointer(self.record, Log.of(self.log), stored.__getitem__)

    def accept(self, ident: str) -> Judgement:
        place = self.pointer.fact(ident)
        return self._made("accept", (place,), {"seen": self.pointer.seen(place)})

    def reject(self, ident: str, note: str | None = None) -> Judgement:
        return self._made("reject", (self.pointer.fact(ident),), note=note)

    def correct(self, ident: str, **fields: Any) -> Judgement:
        return self._made("correct", (self.pointer.fact(ident),), fields)

    def add(self, document: str, words: str, what: str, **fields: Any) -> Judgement:
        text = next(d.text for d, _ in self.told if d.name == document)
        span = Span(text.index(words), text.index(words) + len(words))
        return self._made("add", (self.pointer.added(document, what, span, fields),), fields)

    def join(self, *idents: str) -> Judgement:
        return self._made("join", tuple(map(self.pointer.member, idents)))

    def split(self, ident: str) -> Judgement:
        return self._made("split", (self.pointer.member(ident), *self.pointer.rest(ident)))

    def note(self, ident: str, text: str) -> Judgement:
        return self._made("note", (self.pointer.fact(ident),), note=text)

    def undo(self, judgement: Judgement) -> Judgement:
        return self._made("undo", judgement.places[:1], {"undoes": judgement.id})

    def _made(
        self, kind: str, places: tuple[Place, ...], fields: dict[str, Any] | None = None, note: str | None = None
    ) -> Judgement:
        made = f"2024-05-01T10:{len(self.log) // 60:02}:{len(self.log) % 60:02}+00:00"
        judgement = Judgement(kind, places, self.author, made, fields or {}, note)
        self.log.append(judgement)
        return judgement


@pytest.fixture
def reviewer(reports: Pairs) -> Reviewer:
    return Reviewer(reports)


@pytest.fixture(scope="session")
def at_work() -> Callable[..., Reviewer]:
    return Reviewer
