"""From a set of readings to the record: a pure function."""

import hashlib
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

from hudna.fingerprint import fingerprint
from hudna.lexicon.cache import digest
from hudna.lexicon.source import source_files
from hudna.reading import Reading
from hudna.record import dating, denial, disagreements, entities, events, lineage, linking, truces
from hudna.record.coreference import Sketch, sketches
from hudna.record.facts import facts
from hudna.record.judgements.bonds import Bonds
from hudna.record.judgements.judged import Judged
from hudna.record.judgements.judgement import Judgement
from hudna.record.judgements.log import Log
from hudna.record.model import Breach, Claim, Disagreement, DocumentEntry, Entity, Loss, Record, Toll
from hudna.record.standing import contested
from hudna.record.wording import stems
from hudna.text import Document

_Tied = TypeVar("_Tied", Toll, Loss, Breach)


@lru_cache(maxsize=1)
def version() -> str:
    """Digest of the code that derives and of the lexicon: what a record depends on besides its documents."""
    return hashlib.sha256(f"{fingerprint('hudna.record')} {digest(source_files('ar'))}".encode()).hexdigest()


def derive(told: Iterable[tuple[Document, Reading]], judgements: Iterable[Judgement] = ()) -> Record:
    """The record of a set of documents with their readings and of what people decided about them.

    The order in which documents come does not matter, that of the judgements does: the later one wins.
    """
    known = sorted(told, key=lambda pair: pair[0].name)
    return Record(**{name: tuple(items) for name, items in parts(known, judgements)})


def parts(
    read: Iterable[tuple[Document, Reading]], judgements: Iterable[Judgement] = ()
) -> Iterator[tuple[str, Sequence[Any]]]:
    """The parts of a record by name, each as soon as it is known, so that nobody need hold them all.

    Args:
        read: the documents by name, with their readings; gone through several times, one held at a time.
        judgements: what people decided, in the order of the log.

    """
    told = Judged(read, Log.of(judgements))
    lines = lineage.lineages(told)
    line_of = {name: line.id for line in lines for name in line.documents}
    yield "lineages", lines
    resolved = entities.resolve(told, line_of, told.bonds)
    del lines
    sides = {e.id: e.side or e.id for e in resolved}
    types = {e.id: e.type for e in resolved}
    local = _local(resolved)
    places = {e.id: stems(e.name) for e in resolved if e.type in ("LOC", "FAC")}
    owner = {m.id: e.id for e in resolved for m in e.members if m.id in told.bonds}
    yield "entities", resolved
    del resolved
    judged = {name: local[name] for name in told.names if name in local}
    days = dating.settle(told, local, sides, types, line_of)
    yield "datings", _by_id(days.datings)
    found = _Found(contradictions=list(days.contradictions), places=places)
    for document, reading in dating.dated(told, days.datings):
        found.add(document, reading, local.pop(document.name, {}), sides, line_of[document.name])
    yield "documents", found.documents
    yield "claims", _by_id(found.claims)
    found.claims.clear()
    owner |= yield from _grouped(found, sides, line_of, told.bonds)
    yield "reviews", told.reviews(judged, owner)


def _grouped(
    found: "_Found", sides: Mapping[str, str], line_of: Mapping[str, str], bonds: Bonds
) -> Generator[tuple[str, Any], None, dict[str, str]]:
    """The parts that need to know which tellings are one; at the end the event or truce of each telling."""
    grouped, tellings = events.group(found.sketches, sides, line_of, bonds)
    found.sketches.clear()
    owner = {t.id: t.event for t in tellings}
    tolls = tuple(_tied(x, owner) for x in found.tolls)
    published = {d.name: d.published for d in found.documents}
    tied = linking.links(tellings, sides, published, found.places, found.cues)
    grouped = contested(grouped, tellings, tied)
    yield "links", tied
    yield "events", _by_id(grouped)
    yield "tellings", _by_id(tellings)
    yield "tolls", _by_id(tolls)
    losses = _by_id(_tied(x, owner) for x in found.losses)
    yield "losses", losses
    breaches = tuple(_tied(b, owner) for b in found.breaches)
    own_truces, truce_tellings, breaches = truces.group(found.truce_sketches, breaches, owner, bonds)
    yield "truces", _by_id(own_truces)
    yield "truce_tellings", _by_id(truce_tellings)
    yield "breaches", _by_id(breaches)
    contradicting = disagreements.Told(
        grouped,
        tellings,
        tied,
        tolls,
        losses,
        breaches,
        own_truces,
        truce_tellings,
        found.denials,
        found.causes,
        disagreements.About(found.concerns, found.shares),
        found.contradictions,
    )
    yield "disagreements", disagreements.find(contradicting, sides, line_of, published)
    return owner | {t.id: t.truce for t in truce_tellings}


@dataclass(slots=True)
class _Found:
    """What the documents give, each fact standing alone."""

    documents: list[DocumentEntry] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    sketches: list[Sketch] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    truce_sketches: list[truces.Sketch] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    contradictions: list[Disagreement] = field(default_factory=list)
    causes: dict[str, str] = field(default_factory=dict)
    denials: list[Claim] = field(default_factory=list)
    concerns: dict[str, frozenset[str]] = field(default_factory=dict)
    shares: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(
        self, document: Document, reading: Reading, ids: Mapping[str, str], sides: Mapping[str, str], line: str
    ) -> None:
        """Take in what a document gives; ``ids`` maps its entity ids to the record's."""
        own = facts(reading, ids)
        denied = denial.denials(document, own.claims)
        cues = linking.cues(document, own.tellings)
        tellings = denial.answered(own.tellings, own.tolls, denied, cues)
        tolls = denial.unclaimed(own.tolls, denied)
        self.documents.append(_entry(document, reading, line))
        self.claims.extend(own.claims)
        self.sketches.extend(sketches(document, reading, replace(own, tellings=tellings), ids, sides, line=line))
        self.cues.update(cues)
        self.causes.update(disagreements.causes(document, tellings))
        self.denials.extend(denied)
        self.tolls.extend(tolls)
        self.shares.update(disagreements.shares(document, tolls))
        self.contradictions.extend(disagreements.announced(document, own.claims))
        self.concerns.update(_concerns(reading, tolls, ids, sides))
        self.losses.extend(own.losses)
        self.truce_sketches.extend(truces.sketches(reading, own, ids, sides, line))
        self.breaches.extend(own.breaches)


def _concerns(
    reading: Reading, tolls: Iterable[Toll], ids: Mapping[str, str], sides: Mapping[str, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """The sides that the sentence of a toll names, for those that do not say whose losses they are."""
    for toll in tolls:
        if toll.side is None:
            named = {ids.get(m.entity, m.entity) for m in reading.mentions if m.span.within(toll.evidence)}
            yield toll.id, frozenset(side for x in named if (side := sides.get(x, x)) != x)


def _local(resolved: Iterable[Entity]) -> dict[str, dict[str, str]]:
    """Document name → id of an entity in its reading → its id in the record."""
    out: dict[str, dict[str, str]] = {}
    for entity in resolved:
        for member in entity.members:
            out.setdefault(member.document, {})[member.local] = entity.id
    return out


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
