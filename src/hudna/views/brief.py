"""What a mediation adviser wants on one page: what is chosen and in which order, not how it is said.

The situation is five rows at most, one of each kind of news before a second of any: use of force, truce, deaths of each
side, contact, demand or refusal, measure. Within a kind the dated come before the undated, the latest first; of one day
the row with the better standing, then more independent lineages, then more documents. A truce that took effect comes
before one only demanded. Rows that stand on nothing of measured reliability go to ``to_check`` and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from hudna.record import Breach, Claim, Entity
from hudna.text import fold
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
_STANDING = ("claimed", "disputed", "reported", "admitted", "corroborated")  # the better, the later
_TRUCE = (
    "refused",
    "demanded",
    "proposed",
    "accepted",
    "announced",
    "ended",
    "collapsed",
    "violated",
    "extended",
    "in_effect",
)

_Row = TypeVar("_Row", Happening, Figure, Ceasefire)


@dataclass(frozen=True, slots=True)
class Deaths:
    """For each side the ledger with its highest death toll, side by side."""

    ledgers: tuple[Ledger, ...]


News = Happening | Deaths | Ceasefire


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
    situation: tuple[News, ...]
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
    past_tolls: tuple[Ledger, ...]
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
    figures, things = sure(casualties(dossier, choice)), ledgers(sure(losses(dossier, choice)))
    tolls = ledgers(tuple(f for f in figures if not _past(f, horizon)))
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
        disagreements=tuple(d for d in disagreements(dossier, choice) if _sure(dossier, reliability, d)),
        undated=tuple(e for e in recent if not days(e.date) and e.status in _TOLD),
        background=background,
        past_tolls=ledgers(tuple(f for f in figures if _past(f, horizon))),
        names=tuple(p for p in places(dossier) if _differ(p.spellings) and not _country(dossier.record.entity[p.id])),
        to_check=tuple(doubts),
    )


def _situation(
    sections: dict[frozenset[str], tuple[Happening, ...]], held: tuple[Ceasefire, ...], tolls: tuple[Ledger, ...]
) -> tuple[News, ...]:
    """One row of each kind of news, then second rows, until there are five."""
    deaths = _deaths(tolls)
    queues: list[list[News]] = [
        [*_leading(sections[FORCE])],
        [*sorted(held, key=_reach, reverse=True)],
        [deaths] if deaths.ledgers else [],
        [*_leading(sections[CONTACT])],
        [*_leading(sections[POSITIONS])],
        [*_leading(sections[MEASURES])],
    ]
    rounds = max(len(q) for q in queues)
    return tuple(q[i] for i in range(rounds) for q in queues if i < len(q))[:_SITUATION]


def _leading(rows: tuple[Happening, ...]) -> list[Happening]:
    """What happened and names somebody, the dated before the undated, then as the rows come."""
    named = (r for r in rows if r.status == "actual" and any(not p.unnamed for p in (*r.actors, *r.targets)))
    return sorted(named, key=lambda r: not days(r.date))


def _reach(row: Ceasefire) -> tuple[int, str, str]:
    return (_TRUCE.index(row.status), row.date or row.reported or "", row.id)


def _deaths(tolls: tuple[Ledger, ...]) -> Deaths:
    """The highest toll of each side, running totals before single incidents, in the order of the sides."""
    best: dict[str, Ledger] = {}
    for toll in tolls:
        if toll.kind == "killed" and toll.side and _height(toll):
            held = best.get(toll.side.id)
            if held is None or (toll.cumulative, _height(toll)) > (held.cumulative, _height(held)):
                best[toll.side.id] = toll
    return Deaths(tuple(best[side] for side in sorted(best)))


def _height(ledger: Ledger) -> int:
    return max((a.figure.low or a.figure.high or 0) for a in ledger.accounts)


def _latest(row: Happening) -> tuple[str, str, int, int, int, str]:
    """By the day it began, so that what has gone on for years does not count as news."""
    bounds = days(row.date) or days(row.reported) or ("", "")
    standing = _STANDING.index(row.standing) if row.standing in _STANDING else 0
    return (*bounds, standing, row.lineages, len(row.documents), row.id)


def _of(rows: Iterable[Happening], types: frozenset[str]) -> tuple[Happening, ...]:
    return tuple(r for r in rows if r.type in types)


def _horizon(dossier: Dossier) -> str:
    """The day before which an event is background."""
    first = min((b[0] for d in dossier.record.documents if (b := days(d.published))), default=None)
    return (date.fromisoformat(first) - timedelta(_BACKGROUND_DAYS)).isoformat() if first else ""


def _past(row: Happening | Figure, horizon: str) -> bool:
    bounds = days(row.date)
    return bounds is not None and bounds[1] < horizon


def _facts(dossier: Dossier, marks: Iterable[Mark]) -> list[Fact]:
    items = (dossier.record.by_id[m.fact] for m in marks)
    return [i for i in items if isinstance(i, Fact) and not isinstance(i, Breach | Claim)]


def _sure(dossier: Dossier, reliability: Reliability, difference: Difference) -> bool:
    """Whether every version stands on a fact that may be stated."""
    return all(any(reliability.vouches(f) for f in _facts(dossier, v.sources)) for v in difference.versions)


def _best(reliability: Reliability, facts: Iterable[Fact]) -> Measured | None:
    return max((m for f in facts if (m := reliability.of(f))), key=lambda m: m.precision, default=None)


def _differ(spellings: tuple[str, ...]) -> bool:
    """Whether two names differ by more than a word that one of them adds."""
    held = [set(fold(s).split()) for s in spellings]
    return any(not a <= b and not b <= a for a, b in combinations(held, 2))


def _country(entity: Entity) -> bool:
    """Whether it is a state: its names are no matter of dispute here."""
    return entity.id.startswith("loc.") and entity.id[4:].isupper()
