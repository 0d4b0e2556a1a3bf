"""Truces with their life and their alleged violations."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hudna.record import Breach, Event, Step, Truce, TruceTelling
from hudna.record.dates import ends
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.mark import Mark, in_order
from hudna.views.party import Party


@dataclass(frozen=True, slots=True)
class Violation:
    """One alleged breach, with all who tell it alike.

    Attributes:
        id: fact id of its first telling.
        truce: id of the truce.
        by: who is said to have broken it.
        against: whom it was done to.
        count: how many breaches are claimed at once, None for a single one; claims are never added up.
        date: when, ISO 8601, as the event has it.
        reported: when the first document telling it appeared.
        place: where.
        weapon: with what, as told.
        event: id of the event that it was.
        claimed_by: who alleges it; empty where an outlet does in its own voice.
        denied_by: who denies it.
        lineages: number of independent lineages that tell it.
        sources: where it stands.
        reviewed: what people did to it as it stands: accepted, corrected, added.

    """

    id: str
    truce: str
    by: tuple[Party, ...]
    against: tuple[Party, ...]
    count: str | None
    date: str | None
    reported: str | None
    place: Party | None
    weapon: str | None
    event: str | None
    claimed_by: tuple[Party, ...]
    denied_by: tuple[Party, ...]
    lineages: int
    sources: tuple[Mark, ...]
    reviewed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step in the life of a truce, with all the documents that tell it.

    Attributes:
        stage: demanded, proposed, refused, accepted, announced, starts, in_effect, urged, violation, denied, extended,
            collapsed, ends or ended.
        date: ISO 8601, as told.
        reported: when the first document telling it appeared; a bound, not the date.
        by: who did it.
        against: to whom.
        claimed_by: who says so.
        lineages: number of independent lineages that tell it.
        sources: where it stands.

    """

    stage: str
    date: str | None
    reported: str | None
    by: tuple[Party, ...]
    against: tuple[Party, ...]
    claimed_by: tuple[Party, ...]
    lineages: int
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """One truce over all documents; dates and duration are ISO 8601.

    Attributes:
        id: truce id.
        kind: ceasefire, humanitarian_pause or agreement.
        status: the furthest told.
        parties: between whom.
        announced_by: who announced it.
        brokers: who brokered it.
        announced: when it was announced.
        start: when it begins.
        end: when it ends, as told.
        duration: how long it lasts.
        over: start and duration together, where no document tells the end; None where either is not told.
        place: where.
        reported: when the first document telling it appeared.
        terms: as told, in short English.
        mechanisms: by which it is watched.
        events: ids of its events.
        steps: its life, in time.
        violations: alleged ones, in time.
        why: the reasons for taking its tellings for one truce.
        sources: where it is told of.
        reviewed: what people did to it as it stands: accepted, corrected, added.

    """

    id: str
    kind: str
    status: str
    parties: tuple[Party, ...]
    announced_by: tuple[Party, ...]
    brokers: tuple[Party, ...]
    announced: str | None
    start: str | None
    end: str | None
    duration: str | None
    over: str | None
    place: Party | None
    reported: str | None
    terms: tuple[str, ...]
    mechanisms: tuple[str, ...]
    events: tuple[str, ...]
    steps: tuple[Stage, ...]
    violations: tuple[Violation, ...]
    why: tuple[str, ...]
    sources: tuple[Mark, ...]
    reviewed: tuple[str, ...]

    @property
    def date(self) -> str | None:
        """When it began, or was announced."""
        return self.start or self.announced


def truces(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Ceasefire, ...]:
    """The truces by start, the undated last."""
    rows = (ceasefire(dossier, t) for t in dossier.record.truces)

    def order(row: Ceasefire) -> tuple[bool, str, str]:
        return (row.date is None, row.date or row.reported or "9999", row.id)

    return tuple(sorted((r for r in rows if _asked(r, choice)), key=order))


def violations(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Violation, ...]:
    """The alleged violations of the truces asked for."""
    return tuple(v for truce in truces(dossier, choice) for v in truce.violations)


def ceasefire(dossier: Dossier, truce: Truce) -> Ceasefire:
    """A truce as a row."""
    tellings = [t for t in map(dossier.record.by_id.__getitem__, truce.tellings) if isinstance(t, TruceTelling)]
    return Ceasefire(
        truce.id,
        truce.kind,
        truce.status,
        dossier.parties(truce.parties),
        dossier.parties(truce.announced_by),
        dossier.parties(truce.brokers),
        truce.announced,
        truce.start,
        truce.end,
        truce.duration,
        None if truce.end else ends(truce.start, truce.duration),
        dossier.place(truce.place),
        dossier.reported(t.document for t in tellings),
        truce.terms,
        truce.mechanisms,
        truce.events,
        _life(dossier, truce),
        _violations(dossier, truce),
        tuple(f"{j.rule}: {j.why}" for j in truce.joins),
        dossier.marks(truce.tellings),
        dossier.reviewed(truce.tellings),
    )


def passages(dossier: Dossier, row: Ceasefire, part: str, gives: Callable[[TruceTelling], object]) -> tuple[Mark, ...]:
    """Where a particular of a truce is told, by those of its tellings of which ``gives`` is true."""
    giving = (t for t in tellings(dossier, row) if gives(t))
    return in_order({dossier.passage(t, span) for t in giving for span in t.words_of(part)})


def tellings(dossier: Dossier, row: Ceasefire) -> Iterator[TruceTelling]:
    """The tellings of a truce, in the order of its sources."""
    told = (dossier.record.by_id[m.fact] for m in row.sources)
    return (t for t in told if isinstance(t, TruceTelling))


def _life(dossier: Dossier, truce: Truce) -> tuple[Stage, ...]:
    """The steps, those of one stage that several documents tell of one event, or alike, as one."""
    groups: dict[tuple[object, ...], list[Step]] = {}
    for step in truce.steps:
        groups.setdefault(_one_step(dossier, step), []).append(step)
    rows = [_stage(dossier, held) for held in groups.values()]
    return tuple(sorted(rows, key=lambda r: days(r.date or r.reported) or ("9999", "9999")))


def _one_step(dossier: Dossier, step: Step) -> tuple[object, ...]:
    """What two steps must share to be one told twice."""
    fact = dossier.record.by_id[step.fact]
    event = getattr(fact, "event", None)
    alike = (step.date[:10],) if step.date else (step.by, step.against, dossier.record.document[step.document].lineage)
    return (step.stage, event) if event else (step.stage, *alike, step.by)


def _stage(dossier: Dossier, held: list[Step]) -> Stage:
    fullest = max((s.date for s in held if s.date), key=len, default=None)
    return Stage(
        held[0].stage,
        fullest,
        dossier.reported(s.document for s in held),
        dossier.parties(_every(s.by for s in held)),
        dossier.parties(_every(s.against for s in held)),
        dossier.parties(_every(s.claimed_by for s in held)),
        dossier.lineages(s.document for s in held),
        _where(dossier, held),
    )


def _where(dossier: Dossier, held: Iterable[Step]) -> tuple[Mark, ...]:
    """Where steps stand; what a truce telling is by itself stands where the words for it do."""
    facts = {(s.fact, s.span): dossier.record.by_id[s.fact] for s in held}
    own = (dossier.passage(f, span) for (_, span), f in facts.items() if isinstance(f, TruceTelling))
    others = dossier.marks(dict.fromkeys(s for (s, _), f in facts.items() if not isinstance(f, TruceTelling)))
    return in_order({*own, *others})


def _violations(dossier: Dossier, truce: Truce) -> tuple[Violation, ...]:
    """The alleged violations; those of one event, or told alike in documents of one lineage, as one."""
    groups: dict[tuple[object, ...], list[Breach]] = {}
    alleged = {s.fact for s in truce.steps if s.stage == "violation"}
    told = (b for b in map(dossier.record.by_id.__getitem__, truce.breaches) if isinstance(b, Breach))
    for breach in (b for b in told if b.id in alleged):
        line = dossier.record.document[breach.document].lineage
        alike = (breach.event,) if breach.event else (breach.by, breach.against, breach.date, line)
        groups.setdefault((breach.count, breach.claimed_by, *alike), []).append(breach)
    rows = (violation(dossier, truce, held) for held in groups.values())
    return tuple(sorted(rows, key=lambda r: (days(r.date or r.reported) or ("9999", "9999"), r.id)))


def violation(dossier: Dossier, truce: Truce, held: list[Breach]) -> Violation:
    """Breaches of a truce that are one, told once or again, as a row."""
    first = held[0]
    event = dossier.record.by_id.get(first.event or "")
    known = event if isinstance(event, Event) else None
    told = {b.id for b in held}
    deniers = _every(s.by for s in truce.steps if s.stage == "denied" and s.fact in told)
    return Violation(
        first.id,
        truce.id,
        dossier.parties(_every(b.by for b in held)),
        dossier.parties(_every(b.against for b in held)),
        first.count,
        (known.date if known else None) or first.date,
        dossier.reported(b.document for b in held),
        dossier.place(known.place) if known else None,
        known.weapon if known else None,
        first.event,
        dossier.parties(first.claimed_by),
        dossier.parties(deniers),
        dossier.lineages(b.document for b in held),
        dossier.marks(b.id for b in held),
        dossier.reviewed(b.id for b in held),
    )


def _every(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All that any of the lists names, in the order in which they come."""
    return tuple(dict.fromkeys(x for names in lists for x in names))


def _asked(row: Ceasefire, choice: Choice) -> bool:
    parts = (*row.parties, *row.announced_by, *row.brokers, *(p for v in row.violations for p in (*v.by, *v.against)))
    return choice.takes(
        who=(p.id for p in parts),
        where=(p.id for p in (*parts, *((row.place,) if row.place else ()))),
        sides=(p.side for p in parts),
        date=row.date or row.reported,
    )
