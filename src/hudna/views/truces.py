"""Truces with their alleged violations."""

from dataclasses import dataclass

from hudna.record import Breach, Truce, TruceTelling
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.mark import Mark
from hudna.views.party import Party


@dataclass(frozen=True, slots=True)
class Violation:
    """One alleged breach: by whom, against whom, how many, and who says so."""

    id: str
    truce: str
    by: tuple[Party, ...]
    against: tuple[Party, ...]
    count: str | None
    event: str | None
    claimed_by: tuple[Party, ...]
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """One truce over all documents; ``status`` is the furthest told, dates and duration are ISO 8601."""

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
    place: Party | None
    reported: str | None
    terms: tuple[str, ...]
    mechanisms: tuple[str, ...]
    events: tuple[str, ...]
    violations: tuple[Violation, ...]
    sources: tuple[Mark, ...]

    @property
    def date(self) -> str | None:
        """When it began, or was announced."""
        return self.start or self.announced


def truces(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Ceasefire, ...]:
    """The truces by start, the undated last."""
    rows = (_ceasefire(dossier, t) for t in dossier.record.truces)
    return tuple(
        sorted((r for r in rows if _asked(r, choice)), key=lambda r: (r.date is None, r.date or r.reported or "", r.id))
    )


def violations(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Violation, ...]:
    """The alleged violations of the truces asked for."""
    return tuple(v for truce in truces(dossier, choice) for v in truce.violations)


def _ceasefire(dossier: Dossier, truce: Truce) -> Ceasefire:
    tellings = [t for t in map(dossier.record.by_id.__getitem__, truce.tellings) if isinstance(t, TruceTelling)]
    breaches = [b for b in map(dossier.record.by_id.__getitem__, truce.breaches) if isinstance(b, Breach)]
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
        dossier.place(truce.place),
        dossier.reported(t.document for t in tellings),
        truce.terms,
        tuple(dict.fromkeys(t.mechanism for t in tellings if t.mechanism)),
        truce.events,
        tuple(_violation(dossier, b) for b in breaches),
        dossier.marks(truce.tellings),
    )


def _violation(dossier: Dossier, breach: Breach) -> Violation:
    return Violation(
        breach.id,
        breach.truce,
        dossier.parties(breach.by),
        dossier.parties(breach.against),
        breach.count,
        breach.event,
        dossier.parties(breach.claimed_by),
        (dossier.mark(breach),),
    )


def _asked(row: Ceasefire, choice: Choice) -> bool:
    parts = (*row.parties, *row.announced_by, *row.brokers, *(p for v in row.violations for p in (*v.by, *v.against)))
    return choice.takes(
        who=(p.id for p in parts),
        where=(p.id for p in (*parts, *((row.place,) if row.place else ()))),
        sides=(p.side for p in parts),
        date=row.date or row.reported,
    )
