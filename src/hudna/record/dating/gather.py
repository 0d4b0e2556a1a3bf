"""What dating needs of every document, gathered as they go by one at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hudna.reading import Reading
from hudna.record.coreference import Sketch, sketches
from hudna.record.dating.find import Found, find
from hudna.record.dating.likeness import Background
from hudna.record.dating.links import Pool
from hudna.record.dating.sheet import Key, Sheet, keys, sheet
from hudna.record.facts import Facts, facts
from hudna.record.identity import is_country
from hudna.text import Document

_FEW = 5  # losses below this number are told of by many reports


def settle(
    told: Iterable[tuple[Document, Reading]],
    local: Mapping[str, Mapping[str, str]],
    sides: Mapping[str, str],
    types: Mapping[str, str],
    line_of: Mapping[str, str],
) -> Found:
    """What a record says of the days of its undated documents.

    Args:
        told: the documents with their readings; gone through twice, one held at a time.
        local: document name → id of an entity in its reading → its id in the record.
        sides: entity id → its side, or itself.
        types: entity id → PER, ORG, LOC or FAC.
        line_of: document name → id of its lineage.

    """
    context = Context(local, sides, types, line_of)
    sheets: list[Sheet] = []
    backgrounds: dict[str, Background] = {}
    for document, reading in told:
        if reading.published.value is None:
            sketched, backgrounds[document.name] = context.sketched(document, reading)
            sheets.append(sheet(document, reading, sketched))
    if not sheets:
        return Found((), ())
    pool = Pool(frozenset(_wanted(sheets, sides)), sides, backgrounds)
    for document, reading in told:
        sketched, background = context.sketched(document, reading)
        if pool.add(sketched):
            backgrounds[document.name] = background
    return find(sheets, pool)


def _wanted(sheets: Iterable[Sheet], sides: Mapping[str, str]) -> Iterator[Key]:
    for held in sheets:
        for told in held.told:
            yield from keys(told.sketch, [told.calendar], sides)


@dataclass(frozen=True, slots=True)
class Context:
    """What of the record the tellings of a document are compared by."""

    local: Mapping[str, Mapping[str, str]]
    sides: Mapping[str, str]
    types: Mapping[str, str]
    line_of: Mapping[str, str]

    def sketched(self, document: Document, reading: Reading) -> tuple[tuple[Sketch, ...], Background]:
        """The tellings of a document as the record compares them, and what it tells of besides."""
        ids = self.local.get(document.name, {})
        own = facts(reading, ids)
        made = sketches(document, reading, own, ids, self.sides, line=self.line_of[document.name], bonds={})
        return tuple(made), self._background(own, ids)

    def _background(self, own: Facts, ids: Mapping[str, str]) -> Background:
        named = frozenset(ids.values())
        tolls = (x for x in own.tolls if x.count.isdigit() and int(x.count) >= _FEW and x.side)
        return Background(
            frozenset(x for x in named if self.types[x] in ("LOC", "FAC") and not is_country(x)),
            frozenset(f"{x.count} {x.kind} of {x.side}" for x in tolls),
            frozenset(x for x in named if self.types[x] == "PER"),
        )
