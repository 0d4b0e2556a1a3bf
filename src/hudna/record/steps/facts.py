"""The step that gives the facts of each document the record's ids."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hudna.frozen import made_fast
from hudna.reading import Reading
from hudna.record import coreference, denial, disagreements, linking, truces
from hudna.record.coreference import Sketch
from hudna.record.dating import as_dated
from hudna.record.disagreements import Aside
from hudna.record.facts import Facts, facts
from hudna.record.judgements.bonds import Bonds
from hudna.record.linking import Strand
from hudna.record.model import Disagreement, DocumentEntry, Loss, Telling, Toll
from hudna.record.steps.datings import Calendar
from hudna.record.steps.disagreements import aside_number
from hudna.record.steps.entities import Casting
from hudna.record.steps.owned import Owned
from hudna.record.steps.run import Run, number
from hudna.record.truces import Alone
from hudna.record.wording import stems
from hudna.record.workings import Pool, open_pool
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
        return cls(*(open_pool(connection, own) for own in terms))

    def each(self) -> tuple[Pool[Any], ...]:
        """All of them."""
        return (self.tellings, self.strands, self.truce_tellings, self.asides)


@made_fast
@dataclass(frozen=True, slots=True)
class _Taken:
    """What a document tells: its entry, the rows of its facts, what is compared of them, what it itself contests."""

    entry: DocumentEntry
    rows: Mapping[str, list[Any]]  # by table
    compared: tuple[dict[int, Any], ...]  # in the order of the pools
    differing: list[Disagreement]
    sketches: list[Sketch]  # of the tellings, but for who denies them


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes in what documents tell.

    Attributes:
        run: the run.
        casting: who is who.
        pools: where what is compared of facts goes.
        into: where disagreements go that a document tells of itself.

    """

    run: Run
    casting: Casting
    pools: Pools
    into: Owned

    def forget(self) -> None:
        """Take out the facts of the documents that are gone."""
        gone = self.run.gone
        self.into.replace({f"announced {name}": () for name in gone})
        for pool in self.pools.each():
            pool.replace({name: {} for name in gone})
        for table in TABLES:
            self.run.saved.replace(table, "document", {name: [] for name in gone})
        self.run.saved.replace("document_entries", "name", {name: [] for name in gone})

    def dated(self, names: Iterable[str], calendar: Calendar) -> set[str]:
        """Bring the facts of those of these documents that bear a date up to date.

        Args:
            names: documents of which something changed.
            calendar: where the documents go that can date others.

        Returns:
            The other documents, whose facts hang on what dates them.

        """
        undated: set[str] = set()
        for told, bonds in self.run.documents(names):
            undated.update(document.name for document, reading in told if reading.published.value is None)
            dated = [(document, reading) for document, reading in told if document.name not in undated]
            calendar.anchor(self._some(dated, bonds))
        return undated

    def rest(self, names: Iterable[str]) -> None:
        """Bring the facts of documents up to date whose datings are."""
        for told, bonds in self.run.documents(names):
            self._some(told, bonds)

    def _some(self, told: list[tuple[Document, Reading]], bonds: Bonds) -> dict[str, list[Sketch]]:
        """Take in what some documents tell; their tellings as they are compared, but for who denies them."""
        names = [document.name for document, _ in told]
        cast = self.casting.cast(names)
        datings = {d.document: d for d in self.run.saved.items("datings", "document", names)}
        made = {
            document.name: self._one(document, as_dated(read, datings.get(document.name)), cast[document.name], bonds)
            for document, read in told
        }
        self.run.saved.replace("document_entries", "name", {name: [one.entry] for name, one in made.items()})
        for table in TABLES:
            self.run.saved.replace(table, "document", {name: one.rows[table] for name, one in made.items()})
        for at, pool in enumerate(self.pools.each()):
            pool.replace({name: one.compared[at] for name, one in made.items()})
        self.into.replace({f"announced {name}": one.differing for name, one in made.items()})
        return {name: one.sketches for name, one in made.items()}

    def _one(self, document: Document, reading: Reading, ids: Mapping[str, str], bonds: Bonds) -> _Taken:
        """What a document tells, as it is written and compared."""
        sides, line = self.run.sides, self.run.lines[document.name]
        own = facts(reading, ids)
        denied, cues = denial.denials(document, own.claims), linking.cues(document, own.tellings)
        tellings = denial.answered(own.tellings, own.tolls, denied, cues)
        tolls = denial.unclaimed(own.tolls, denied)
        events = _events(own, self.pools.tellings)
        tied_tellings = [t if t.event == events[t.id] else replace(t, event=events[t.id]) for t in tellings]
        rows: dict[str, list[Any]] = {
            "claims": list(own.claims),
            "tellings": tied_tellings,
            "tolls": [tied(x, events) for x in tolls],
            "losses": [tied(x, events) for x in own.losses],
        }
        entry = _entry(document, reading, line)
        answered = replace(own, tellings=tellings)
        sketched = list(coreference.sketches(document, reading, answered, ids, sides, line=line, bonds=bonds))
        words = {t.id: stems(document.text[t.trigger.start : t.trigger.end]) for t in tellings}
        when = {document.name: entry.published}
        places, struck = self._places(tellings), linking.befallen(document, tellings)
        strung = linking.strands(tied_tellings, sides, when, places, cues, words=words, struck=struck)
        alone = (Alone.of(s, own.breaches, events, bonds) for s in truces.sketches(reading, own, ids, sides, line))
        compared = tuple({number(item.telling.id): item for item in items} for items in (sketched, strung, alone))
        aside = Aside(
            tuple(sorted(disagreements.causes(document, tellings, own.claims).items())),
            tuple(_concerns(reading, tolls, ids, sides)),
            tuple((after, *how) for after, how in disagreements.shares(document, tolls)),
            tuple(claim.id for claim in denied),
            tuple(disagreements.surroundings(document, tolls)),
            tuple(disagreements.windows(document, tolls)),
            tuple(disagreements.above(document, tolls)),
            tuple(disagreements.leaders(document, tolls)),
            tuple(sorted(disagreements.fighting(tellings, sides))),
            tuple(disagreements.uncounted(document, tolls)),
            tuple(disagreements.outcomes(document, tellings)),
        )
        report = disagreements.Report(document, own.claims, denied, tellings, tolls, sides)
        return _Taken(
            entry,
            rows,
            (*compared, {aside_number(document.name): aside}),
            [*disagreements.announced(document, own.claims), *disagreements.contested(report)],
            [s if s.telling is t else replace(s, telling=t) for s, t in zip(sketched, own.tellings, strict=True)],
        )

    def _places(self, tellings: Iterable[Telling]) -> dict[str, frozenset[str]]:
        """Id of a place in which something was told to happen → the stems of its name."""
        places = self.run.places
        return {t.place: stems(places[t.place]) for t in tellings if t.place and t.place in places}


def _concerns(
    reading: Reading, tolls: Iterable[Toll], ids: Mapping[str, str], sides: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sides that the sentence of a toll names, for those that do not say whose losses they are."""
    without = [toll for toll in tolls if toll.side is None]
    mentions = sorted((m.span, m.entity) for m in reading.mentions) if without else []
    for toll in without:
        first, last = (bisect_left(mentions, ((at,),)) for at in toll.evidence)
        named = {ids.get(x, x) for span, x in mentions[first:last] if span.end <= toll.evidence.end}
        yield toll.id, tuple(sorted({side for x in named if (side := sides.get(x, x)) != x}))


def _events(own: Facts, tellings: Pool[Sketch]) -> dict[str, str]:
    """Telling → its event of old, or itself as one."""
    groups = tellings.groups(number(t.id) for t in own.tellings)
    return {t.id: groups.get(number(t.id), t.event) for t in own.tellings}


def tied(fact: _Told, events: Mapping[str, str]) -> _Told:
    """A fact with the event that its telling belongs to."""
    event = events[fact.telling] if fact.telling else fact.event
    return fact if event == fact.event else replace(fact, event=event)


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
