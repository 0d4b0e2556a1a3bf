"""Readings as judgements make them, and what became of each judgement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from hudna.reading import Reading
from hudna.record.judgements.bonds import Bond, Bonds
from hudna.record.judgements.judgement import Judgement
from hudna.record.judgements.log import Log
from hudna.record.judgements.patch import ABSENT, Outcome, Patched, patched
from hudna.record.model import Change, Review
from hudna.text import Document, Span

_NO_DOCUMENT = "no document of the record has its text"
_DAY = 10  # letters of the day in a date-time


class Judged:
    """Documents with their readings as people judged them, as often as they are gone through."""

    def __init__(self, told: Iterable[tuple[Document, Reading]], log: Log) -> None:
        """``told`` as the reader has them, and all judgements."""
        self._told = told
        self._log = log
        self._patched: dict[str, Patched] = {}

    def __iter__(self) -> Iterator[tuple[Document, Reading]]:
        for document, reading in self._told:
            held = self._log.by_text.get(reading.sha256)
            if held and document.name not in self._patched:
                self._patched[document.name] = patched(document, reading, held)
            yield document, self._patched[document.name].reading if held else reading

    @property
    def names(self) -> tuple[str, ...]:
        """The documents that people judged; known when all have been gone through."""
        return tuple(sorted(self._patched))

    @cached_property
    def bonds(self) -> Bonds:
        """What people decided to be one or not; known when the documents have been gone through."""
        order = {j.id: n for n, j in enumerate(self._log.all)}
        out: dict[str, list[Bond]] = defaultdict(list)
        for outcome in self._outcomes():
            judgement = outcome.judgement
            if judgement.pairs and outcome.fact:
                splits = judgement.kind == "split"
                bond = Bond(order[judgement.id], judgement.id, splits, outcome.place, signed(judgement))
                out[outcome.fact].append(bond)
        return {item: tuple(sorted(bonds)) for item, bonds in out.items()}

    def reviews(self, entities: Mapping[str, Mapping[str, str]], owner: Mapping[str, str]) -> tuple[Review, ...]:
        """What became of the judgements that were not taken back, sorted by id.

        Args:
            entities: document name → id of an entity in its reading → its id in the record.
            owner: id of a member, telling or truce telling → id of what it belongs to.

        """
        found: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in self._outcomes():
            found[outcome.judgement.id].append(outcome)
        out = [self._review(j, found[j.id], entities, owner) for j in self._log.live]
        return tuple(sorted(out, key=lambda r: r.id))

    def _outcomes(self) -> Iterator[Outcome]:
        return (o for _, held in sorted(self._patched.items()) for o in held.outcomes)

    def _review(
        self,
        judgement: Judgement,
        found: list[Outcome],
        entities: Mapping[str, Mapping[str, str]],
        owner: Mapping[str, str],
    ) -> Review:
        first = next((o for o in found if o.state == "applied"), found[0] if found else None)
        state, by, why = (first.state, first.by, first.why) if first else ("waiting", None, _NO_DOCUMENT)
        if judgement.pairs and first:
            state, by, why = self._paired(judgement, found, owner)
        return Review(
            id=judgement.id,
            kind=judgement.kind,
            what=judgement.what,
            documents=tuple(dict.fromkeys(o.document for o in found)),
            span=judgement.places[0].span,
            facts=tuple(dict.fromkeys(o.fact for o in sorted(found, key=lambda o: o.place) if o.fact)),
            author=judgement.author,
            made=judgement.made,
            note=judgement.note,
            state=state,
            by=by,
            why=why,
            changes=self._changes(first, entities) if first else (),
        )

    def _paired(
        self, judgement: Judgement, found: list[Outcome], owner: Mapping[str, str]
    ) -> tuple[str, str | None, str | None]:
        """What became of a judgement on what is one, as the groups show."""
        splits = judgement.kind == "split"
        first = {owner[o.fact] for o in found if o.fact in owner and o.place == 0}
        rest = {owner[o.fact] for o in found if o.fact in owner and o.place}
        if not first or not rest:
            return "waiting", None, ABSENT
        if first.isdisjoint(rest) if splits else first == rest:
            return "applied", None, None
        return "overruled", self._contrary(judgement, found), None

    def _contrary(self, judgement: Judgement, found: list[Outcome]) -> str | None:
        """The latest judgement of the other kind on any of the same things."""
        things = {o.fact for o in found}
        others = [
            bond for thing in things for bond in self.bonds.get(thing, ()) if bond.splits != (judgement.kind == "split")
        ]
        return max(others).judgement if others else None

    def _changes(self, outcome: Outcome, entities: Mapping[str, Mapping[str, str]]) -> tuple[Change, ...]:
        events = {e.id: e.record_id for e in self._patched[outcome.document].reading.events}
        ids = {**events, **entities.get(outcome.document, {})}
        return tuple(Change(name, _text(old, ids), _text(new, ids)) for name, old, new in outcome.changes)


def signed(judgement: Judgement) -> str:
    """Who made a judgement, when and why, in a line."""
    line = f"{judgement.author}, {judgement.made[:_DAY]}"
    return f"{line}: {judgement.note}" if judgement.note else line


def _text(value: Any, ids: Mapping[str, str]) -> str:
    """A value with the ids of the record."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Span():
            return f"{value.start}-{value.end}"
        case tuple():
            return ", ".join(_text(v, ids) for v in value)
        case _:
            return ids.get(value, value)
