"""From a set of readings to the record: a pure function."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from hudna.lexicon.cache import digest
from hudna.lexicon.source import source_files
from hudna.reading import Reading
from hudna.record import disagreements, entities, events, lineage, truces
from hudna.record.facts import Facts, facts
from hudna.record.model import Breach, DocumentEntry, Entity, Loss, Record, Toll
from hudna.text import Document

_Tied = TypeVar("_Tied", Toll, Loss, Breach)


@lru_cache(maxsize=1)
def version() -> str:
    """Digest of the code that derives and of the lexicon: what a record depends on besides its documents."""
    code = sorted((f for f in files("hudna.record").iterdir() if f.name.endswith(".py")), key=lambda f: f.name)
    return hashlib.sha256(
        b"\0".join([*(f.read_bytes() for f in code), digest(source_files("ar")).encode()])
    ).hexdigest()


def derive(told: Iterable[tuple[Document, Reading]]) -> Record:
    """The record of a set of documents with their readings; the order in which they come does not matter."""
    known = sorted(told, key=lambda pair: pair[0].name)
    lines = lineage.lineages(known)
    line_of = {name: line.id for line in lines for name in line.documents}
    resolved = entities.resolve(known, line_of)
    found = _facts(known, resolved)
    sides = {e.id: e.side or e.id for e in resolved}
    alone = tuple(t for f in found for t in f.tellings)
    grouped, tellings = events.group(known, alone, sides, line_of)
    owner = {t.id: t.event for t in tellings}
    tolls = tuple(_tied(x, owner) for f in found for x in f.tolls)
    losses = tuple(_tied(x, owner) for f in found for x in f.losses)
    own_truces, truce_tellings, breaches = truces.group(
        tuple(t for f in found for t in f.truce_tellings),
        tuple(_tied(b, owner) for f in found for b in f.breaches),
        owner,
        sides,
    )
    return Record(
        documents=tuple(_entry(d, r, line_of[d.name]) for d, r in known),
        entities=resolved,
        events=_by_id(grouped),
        tellings=_by_id(tellings),
        claims=_by_id(c for f in found for c in f.claims),
        tolls=_by_id(tolls),
        losses=_by_id(losses),
        truces=_by_id(own_truces),
        truce_tellings=_by_id(truce_tellings),
        breaches=_by_id(breaches),
        lineages=lines,
        disagreements=_by_id(disagreements.find(grouped, tellings, tolls, sides, line_of)),
    )


def _facts(told: Iterable[tuple[Document, Reading]], resolved: Iterable[Entity]) -> list[Facts]:
    local: dict[str, dict[str, str]] = {}
    for entity in resolved:
        for member in entity.members:
            local.setdefault(member.document, {})[member.local] = entity.id
    return [facts(reading, local.get(document.name, {})) for document, reading in told]


def _tied(fact: _Tied, owner: dict[str, str]) -> _Tied:
    """A fact with the event that its telling now belongs to."""
    return replace(fact, event=owner[fact.telling]) if fact.telling else fact


def _entry(document: Document, reading: Reading, line: str) -> DocumentEntry:
    return DocumentEntry(
        name=document.name,
        sha256=reading.sha256,
        title=reading.title or document.title,
        language=reading.language,
        outlet=reading.outlet or document.outlet,
        agency=reading.agency,
        url=reading.url or document.url,
        published=reading.published.value,
        basis=reading.published.basis,
        lineage=line,
    )


_Item = TypeVar("_Item")


def _by_id(items: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(items, key=lambda x: x.id))  # type: ignore[attr-defined]
