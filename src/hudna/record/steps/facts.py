"""The step that gives the facts of each document the record's ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hudna.reading import Reading
from hudna.record import coreference, denial, disagreements, linking, truces
from hudna.record.coreference import Sketch
from hudna.record.dating import as_dated
from hudna.record.disagreements import Aside
from hudna.record.facts import Facts, facts
from hudna.record.judgements.bonds import Bonds
from hudna.record.linking import Strand
from hudna.record.model import Disagreement, DocumentEntry, Loss, Toll
from hudna.record.steps.disagreements import aside_number
from hudna.record.steps.entities import Casting
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run, number
from hudna.record.truces import Alone
from hudna.record.wording import stems
from hudna.record.workings import Pool
from hudna.text import Document

_Told = TypeVar("_Told", Toll, Loss)
TABLES = ("claims", "tellings", "tolls", "losses")


@dataclass(frozen=True, slots=True)
class Pools:
    """Where what is compared of facts is kept."""

    tellings: Pool[Sketch]
    strands: Pool[Strand]
    truce_tellings: Pool[Alone]
    asides: Pool[Aside]

    @classmethod
    def of(cls, run: Run) -> "Pools":
        """As earlier runs left them."""
        connection = run.connection
        terms = (coreference.TERMS, linking.TERMS, truces.TERMS, disagreements.ASIDES)
        return cls(*(Pool[Any](connection, own) for own in terms))

    def each(self) -> tuple[Pool[Any], ...]:
        """All of them."""
        return (self.tellings, self.strands, self.truce_tellings, self.asides)


def renew(run: Run, names: Iterable[str], casting: Casting, pools: Pools, into: Owned) -> None:
    """Bring the facts of these documents up to date; those that are gone lose theirs.

    Args:
        run: the run.
        names: documents of which something changed.
        casting: who is who.
        pools: where what is compared of facts goes.
        into: where disagreements go that a document tells of itself.

    """
    into.replace({f"announced {name}": () for name in run.gone})
    for pool in pools.each():
        pool.replace({name: {} for name in run.gone})
    for table in TABLES:
        run.saved.replace(table, "document", {name: [] for name in run.gone})
    run.saved.replace("document_entries", "name", {name: [] for name in run.gone})
    for told, bonds in run.documents(names):
        announced = _some(run, told, bonds, casting, pools)
        into.replace({f"announced {name}": found for name, found in announced.items()})


def _some(
    run: Run, told: list[tuple[Document, Reading]], bonds: Bonds, casting: Casting, pools: Pools
) -> dict[str, list[Disagreement]]:
    """Take in what some documents tell; what each of them itself says that others differ on."""
    rows: dict[str, dict[str, list[Any]]] = {table: {} for table in TABLES}
    entries: dict[str, list[DocumentEntry]] = {}
    compared: tuple[dict[str, dict[int, Any]], ...] = ({}, {}, {}, {})
    out: dict[str, list[Disagreement]] = {}
    names = [document.name for document, _ in told]
    cast, datings = casting.cast(names), {d.document: d for d in run.saved.items("datings", "document", names)}
    for document, read in told:
        name, ids, line = document.name, cast[document.name], run.lines[document.name]
        reading = as_dated(read, datings.get(name))
        own = facts(reading, ids)
        denied, cues = denial.denials(document, own.claims), linking.cues(document, own.tellings)
        tellings = denial.answered(own.tellings, own.tolls, denied, cues)
        tolls = denial.unclaimed(own.tolls, denied)
        events = _events(own, pools.tellings)
        entries[name] = [_entry(document, reading, line)]
        rows["claims"][name] = list(own.claims)
        rows["tellings"][name] = [replace(t, event=events[t.id]) for t in tellings]
        rows["tolls"][name] = [tied(x, events) for x in tolls]
        rows["losses"][name] = [tied(x, events) for x in own.losses]
        answered = replace(own, tellings=tellings)
        sketched = coreference.sketches(document, reading, answered, ids, run.sides, line=line, bonds=bonds)
        published = {name: entries[name][0].published}
        places = {t.place: stems(run.places[t.place]) for t in tellings if t.place and t.place in run.places}
        strung = linking.strands(rows["tellings"][name], run.sides, published, places, cues)
        truced = truces.sketches(reading, own, ids, run.sides, line)
        alone = (Alone.of(s, own.breaches, events, bonds) for s in truced)
        found: tuple[Iterable[Any], ...] = (sketched, strung, alone)
        for held, items in zip(compared, found, strict=False):
            held[name] = {number(item.telling.id): item for item in items}
        aside = Aside(
            tuple(sorted(disagreements.causes(document, tellings, own.claims).items())),
            tuple(_concerns(reading, tolls, ids, run.sides)),
            tuple((after, *how) for after, how in disagreements.shares(document, tolls)),
            tuple(claim.id for claim in denied),
            tuple(disagreements.surroundings(document, tolls)),
            tuple(disagreements.windows(document, tolls)),
            tuple(disagreements.above(document, tolls)),
            tuple(disagreements.leaders(document, tolls)),
            tuple(sorted(disagreements.fighting(tellings, run.sides))),
        )
        compared[3][name] = {aside_number(name): aside}
        report = disagreements.Report(document, own.claims, denied, tellings, tolls, run.sides)
        out[name] = [*disagreements.announced(document, own.claims), *disagreements.contested(report)]
    run.saved.replace("document_entries", "name", entries)
    for table, items in rows.items():
        run.saved.replace(table, "document", items)
    for pool, given in zip(pools.each(), compared, strict=True):
        pool.replace(given)
    return out


def _concerns(
    reading: Reading, tolls: Iterable[Toll], ids: Mapping[str, str], sides: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sides that the sentence of a toll names, for those that do not say whose losses they are."""
    for toll in tolls:
        if toll.side is None:
            named = {ids.get(m.entity, m.entity) for m in reading.mentions if m.span.within(toll.evidence)}
            yield toll.id, tuple(sorted({side for x in named if (side := sides.get(x, x)) != x}))


def _events(own: Facts, tellings: Pool[Sketch]) -> dict[str, str]:
    """Telling → its event of old, or itself as one."""
    groups = tellings.groups(number(t.id) for t in own.tellings)
    return {t.id: groups.get(number(t.id), t.event) for t in own.tellings}


def tied(fact: _Told, events: Mapping[str, str]) -> _Told:
    """A fact with the event that its telling belongs to."""
    return replace(fact, event=events[fact.telling]) if fact.telling else fact


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
