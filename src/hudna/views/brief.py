"""What a mediation adviser wants on one page: what is chosen and in which order, not how it is said.

The situation is five rows at most, one of each kind of news: the latest use of force, the latest truce, the latest contact,
the highest toll of each side, the latest demand or refusal, the latest measure. "Latest" counts the date, then the number
of independent lineages, then of documents. Everything with a source below the reliability threshold goes to ``to_check``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from hudna.record import Breach, Claim, Entity
from hudna.views.cast import Named, places
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.disagreements import Difference, disagreements
from hudna.views.documents import Report, documents
from hudna.views.dossier import Dossier, Fact
from hudna.views.happening import (
    CHARGES,
    CONTACT,
    EVERYTHING,
    FORCE,
    MEASURES,
    POSITIONS,
    Happening,
    happenings,
)
from hudna.views.mark import Mark
from hudna.views.reliability import Measured, Reliability
from hudna.views.tolls import Figure, Ledger, casualties, ledgers, losses
from hudna.views.truces import Ceasefire, truces

_SITUATION = 5
_BACKGROUND_DAYS = 365  # what ended more than a year before the first document appeared is background
_TOLD = ("actual", "denied")

_Row = TypeVar("_Row", Happening, Figure, Ceasefire)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that stands on facts of low or unmeasured reliability only."""

    row: Happening | Figure | Ceasefire
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class Brief:
    """The rows of a brief, each section in the order in which it is to be read."""

    reports: tuple[Report, ...]
    lineages: int
    choice: Choice
    situation: tuple[Happening | Ledger | Ceasefire, ...]
    contacts: tuple[Happening, ...]
    positions: tuple[Happening, ...]
    charges: tuple[Happening, ...]
    incidents: tuple[Happening, ...]
    tolls: tuple[Ledger, ...]
    losses: tuple[Ledger, ...]
    measures: tuple[Happening, ...]
    truces: tuple[Ceasefire, ...]
    other: tuple[Happening, ...]
    disagreements: tuple[Difference, ...]
    undated: tuple[Happening, ...]
    background: tuple[Happening, ...]
    names: tuple[Named, ...]
    to_check: tuple[Doubt, ...]


def brief(dossier: Dossier, reliability: Reliability, choice: Choice = EVERYTHING) -> Brief:
    """The brief of a dossier over the days of ``choice``."""
    doubts: list[Doubt] = []

    def sure(rows: Iterable[_Row]) -> tuple[_Row, ...]:
        kept = []
        for row in rows:
            facts = _facts(dossier, row.sources)
            if any(reliability.vouches(f) for f in facts):
                kept.append(row)
            else:
                doubts.append(Doubt(row, _best(reliability, facts)))
        return tuple(kept)

    events = sure(happenings(dossier, choice))
    horizon = _horizon(dossier)
    background = tuple(e for e in events if _past(e, horizon))
    recent = sorted((e for e in events if not _past(e, horizon)), key=_latest, reverse=True)
    tolls, things = ledgers(sure(casualties(dossier, choice))), ledgers(sure(losses(dossier, choice)))
    held = sure(truces(dossier, choice))
    sections = {types: _of(recent, types) for types in (CONTACT, POSITIONS, CHARGES, MEASURES, FORCE)}
    sections[FORCE] = tuple(e for e in sections[FORCE] if e.status in _TOLD)
    named = {e.id for rows in sections.values() for e in rows}
    reports = documents(dossier, choice)
    return Brief(
        reports=reports,
        lineages=len({r.lineage for r in reports}),
        choice=choice,
        situation=_situation(sections, held, tolls),
        contacts=sections[CONTACT],
        positions=sections[POSITIONS],
        charges=sections[CHARGES],
        incidents=sections[FORCE],
        tolls=tolls,
        losses=things,
        measures=sections[MEASURES],
        truces=held,
        other=tuple(e for e in recent if e.id not in named),
        disagreements=disagreements(dossier, choice),
        undated=tuple(e for e in recent if not days(e.date) and e.status in _TOLD),
        background=background,
        names=tuple(p for p in places(dossier) if len(p.spellings) > 1 and not _country(dossier.record.entity[p.id])),
        to_check=tuple(doubts),
    )


def _situation(
    sections: dict[frozenset[str], tuple[Happening, ...]], held: tuple[Ceasefire, ...], tolls: tuple[Ledger, ...]
) -> tuple[Happening | Ledger | Ceasefire, ...]:
    """One row of each kind of news, then second rows, until there are five; actual before planned or feared."""
    queues: list[list[Happening | Ledger | Ceasefire]] = [
        [*_actual(sections[FORCE])],
        [*sorted(held, key=lambda t: t.date or t.reported or "", reverse=True)],
        [*_deadliest(tolls)],
        [*_actual(sections[CONTACT])],
        [*_actual(sections[POSITIONS])],
        [*_actual(sections[MEASURES])],
    ]
    rounds = max((len(q) for q in queues), default=0)
    return tuple(q[i] for i in range(rounds) for q in queues if i < len(q))[:_SITUATION]


def _actual(rows: tuple[Happening, ...]) -> list[Happening]:
    return [r for r in rows if r.status == "actual" and (r.actors or r.targets)]


def _deadliest(tolls: tuple[Ledger, ...]) -> list[Ledger]:
    """Deaths with a side and a number, running totals and high figures first."""
    dead = [t for t in tolls if t.kind == "killed" and t.side and _height(t)]
    return sorted(dead, key=lambda t: (t.cumulative, _height(t)), reverse=True)


def _height(ledger: Ledger) -> int:
    return max((a.figure.low or a.figure.high or 0) for a in ledger.accounts)


def _latest(row: Happening) -> tuple[str, int, int, str]:
    bounds = days(row.date) or days(row.reported) or ("", "")
    return (bounds[1], row.lineages, len(row.documents), row.id)


def _of(rows: Iterable[Happening], types: frozenset[str]) -> tuple[Happening, ...]:
    return tuple(r for r in rows if r.type in types)


def _horizon(dossier: Dossier) -> str:
    """The day before which an event is background."""
    first = min((b[0] for d in dossier.record.documents if (b := days(d.published))), default=None)
    return (date.fromisoformat(first) - timedelta(_BACKGROUND_DAYS)).isoformat() if first else ""


def _past(row: Happening, horizon: str) -> bool:
    bounds = days(row.date)
    return bounds is not None and bounds[1] < horizon


def _facts(dossier: Dossier, marks: Iterable[Mark]) -> list[Fact]:
    items = (dossier.record.by_id[m.fact] for m in marks)
    return [i for i in items if isinstance(i, Fact) and not isinstance(i, Breach | Claim)]


def _best(reliability: Reliability, facts: Iterable[Fact]) -> Measured | None:
    return max((m for f in facts if (m := reliability.of(f))), key=lambda m: m.precision, default=None)


def _country(entity: Entity) -> bool:
    """Whether it is a state: its names are no matter of dispute here."""
    return entity.id.startswith("loc.") and entity.id[4:].isupper()
