"""Where a person judges a record: ids and words in, judgements appended to its log."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from hudna.record import Disagreement, Event, Record, Store, Truce
from hudna.record.judgements import Judgement, Place, Pointer, Unknown, Unreadable, check
from hudna.text import Span
from hudna.views.deciding import Undecidable, decided

_PAIR = "+"  # between the ids of a join
_Made = tuple[str, tuple[Place, ...], Mapping[str, Any]]  # kind, places and fields of a judgement


def now() -> str:
    """The time by the clock of this system, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Bench:
    """Makes the judgements of one author; each is in the log of the record when its method returns.

    The methods take ids that the record shows, redirected ones too, and raise ``Unknown`` or ``Undecidable``, with a
    line for people, where these or the words mean nothing.
    """

    def __init__(self, store: Store, author: str, clock: Callable[[], str] = now, record: Record | None = None) -> None:
        """``clock`` tells the time of a judgement, ISO 8601; ``record`` is that of the store, where it is at hand."""
        self._store = store
        self._author = author
        self._clock = clock
        self.record: Record = record or store.record()

    def accept(self, idents: str, note: str | None = None) -> list[Judgement]:
        """Facts, all tellings of an event or truce, accounts of a disagreement, or joins (``left+right``) are right.

        ``idents`` are parted by spaces; what people are asked together is judged together.
        """
        pointer = self._pointer()
        made: list[_Made] = []
        for ident in _listed(idents):
            if _PAIR in ident:
                made.append(("join", self._one(pointer, ident.split(_PAIR)), {}))
            else:
                places = [pointer.fact(f) for f in self._facts(ident)]
                made.extend(("accept", (p,), {"seen": pointer.seen(p)}) for p in places)
        return self._put(made, note)

    def reject(self, idents: str, note: str | None = None) -> list[Judgement]:
        """Facts, all tellings of an event or truce, or joins (``left+right``), parted by spaces, are wrong."""
        pointer = self._pointer()
        made: list[_Made] = []
        for ident in _listed(idents):
            left, pair, right = ident.partition(_PAIR)
            if pair:
                made.append(("split", (pointer.member(right), pointer.member(left)), {}))
            else:
                made.extend(("reject", (pointer.fact(f),), {}) for f in self._facts(self._single(ident)))
        return self._put(made, note)

    def correct(self, ident: str, said: Mapping[str, str], note: str | None = None) -> list[Judgement]:
        """Fields of a fact are otherwise than read."""
        facts = self._facts(self._single(ident))
        if len(facts) > 1:
            raise Undecidable(f"{ident} has several tellings, name the one to correct: {', '.join(facts)}")
        pointer = self._pointer()
        place = pointer.fact(facts[0])
        document = self._document(place)
        fields = decided(self.record, pointer, document, place.what, said)
        pointer.check(document, place, fields)
        return self._put([("correct", (place,), fields)], note)

    def add(
        self, document: str, span: Span, what: str, said: Mapping[str, str], note: str | None = None
    ) -> list[Judgement]:
        """The reader missed a fact on these characters."""
        pointer = self._pointer()
        fields = decided(self.record, pointer, document, what, said, added=True)
        place = pointer.added(document, what, span, fields)
        return self._put([("add", (place,), fields)], note)

    def join(self, idents: Iterable[str], note: str | None = None) -> list[Judgement]:
        """Entities, events or truces, or parts of them, are one."""
        return self._put([("join", self._one(self._pointer(), idents), {})], note)

    def split(self, idents: Iterable[str], note: str | None = None) -> list[Judgement]:
        """Members, tellings or truce tellings do not belong to their group; several stay together."""
        pointer = self._pointer()
        given = list(idents)
        out = {i: pointer.member(i) for i in given}
        made: list[_Made] = []
        for ident, place in out.items():
            rest = tuple(p for p in pointer.rest(ident) if p not in out.values())
            if not rest:
                raise Undecidable("nothing would stay of the group")
            made.append(("split", (place, *rest), {}))
        together = tuple(dict.fromkeys(out.values()))
        if len(together) > 1:
            made.append(("join", together, {}))
        return self._put(made, note)

    def note(self, ident: str, text: str) -> list[Judgement]:
        """Something to be remembered about a fact, entity, event, truce or the first fact of a disagreement."""
        pointer = self._pointer()
        held = self._store.resolve(ident)
        if isinstance(self.record.by_id.get(held), Disagreement):
            held = self._facts(held)[0]
        fact = held[:1] not in ("e", "v", "r", "m") and not held.startswith("loc.")
        return self._put([("note", (pointer.fact(held) if fact else pointer.member(held),), {})], text)

    def undo(self, number: int, note: str | None = None) -> list[Judgement]:
        """Take a judgement back, by its number in the log."""
        log = self._store.judgements()
        if not 0 < number <= len(log.all):
            raise Undecidable(f"the log has no judgement {number}; it has {len(log.all)}")
        undone = log.all[number - 1]
        if undone.id in log.undone:
            raise Undecidable(f"judgement {number} was taken back already")
        return self._put([("undo", undone.places[:1], {"undoes": undone.id})], note)

    def _facts(self, ident: str) -> tuple[str, ...]:
        """The facts that an id means."""
        held = self._store.resolve(ident)
        item = self.record.by_id.get(held)
        if isinstance(item, Event):
            return item.tellings
        if isinstance(item, Truce):
            return (*item.tellings, *item.breaches)
        if isinstance(item, Disagreement):
            return item.facts
        return (held,)

    def _single(self, ident: str) -> str:
        """The id, unless it is that of a disagreement, of which not all is wrong."""
        if isinstance(self.record.by_id.get(ident), Disagreement):
            facts = ", ".join(self._facts(ident))
            raise Undecidable(f"{ident} is a disagreement, name what of it was read wrongly: {facts}")
        return ident

    def _one(self, pointer: Pointer, idents: Iterable[str]) -> tuple[Place, ...]:
        """The places of what is to be one."""
        places = tuple(dict.fromkeys(pointer.member(self._store.resolve(i)) for i in idents))
        if len({p.what for p in places}) > 1:
            raise Undecidable(f"what is joined must be of one kind, not {', '.join(sorted({p.what for p in places}))}")
        if len(places) == 1:
            raise Undecidable("these are one already")
        return places

    def _document(self, place: Place) -> str:
        name = next((d.name for d in self.record.documents if d.sha256 == place.sha256), None)
        if name is None:
            raise Unknown("its document is not in the record")
        return name

    def _pointer(self) -> Pointer:
        return self._store.pointer(self.record)

    def _put(self, made: Iterable[_Made], note: str | None) -> list[Judgement]:
        """Into the log together, or none of them."""
        judgements = [
            Judgement(kind, places, self._author, self._clock(), dict(fields), note or None)
            for kind, places, fields in made
        ]
        for judgement in judgements:
            check(judgement)
        self._store.judge(judgements)
        return judgements


def _listed(idents: str) -> list[str]:
    if not idents.split():
        raise Undecidable("say what is judged")
    return idents.split()


__all__ = ["Bench", "Undecidable", "Unknown", "Unreadable"]
