"""The rows of a brief, parted by what may be stated and put into the sections in which they are read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.disagreements import Difference, disagreements
from hudna.views.dossier import Dossier
from hudna.views.happening import CHARGES, CONTACT, FORCE, MEASURES, POSITIONS, Happening, happenings
from hudna.views.mark import Mark
from hudna.views.stances import Turn, turns
from hudna.views.tolls import Figure, Ledger, casualties, ledgers, losses
from hudna.views.truces import Ceasefire, Violation, truces

_TOLD = ("actual", "denied")
_STANDING = ("claimed", "disputed", "reported", "admitted", "corroborated")  # the better, the later

_Row = TypeVar("_Row", Happening, Figure, Ceasefire, Violation)
_Any = TypeVar("_Any")
Sure = Callable[[Iterable[Mark]], bool]


@dataclass(frozen=True, slots=True)
class Rows:
    """All that a brief tells, row by row."""

    events: tuple[Happening, ...]
    tolls: tuple[Figure, ...]
    losses: tuple[Figure, ...]
    truces: tuple[Ceasefire, ...]
    violations: tuple[Violation, ...]
    disagreements: tuple[Difference, ...]
    turns: tuple[Turn, ...]

    @property
    def facts(self) -> tuple[Happening | Figure | Ceasefire | Violation, ...]:
        """The rows that tell a fact each; a disagreement or a change is made of facts and none of its own."""
        return (*self.events, *self.tolls, *self.losses, *self.truces, *self.violations)


@dataclass(frozen=True, slots=True)
class Sections:
    """Rows in their sections, each in the order in which it is to be read.

    ``violations`` are those that do not stand beneath their truce; ``undated`` rows stand in other sections as well.
    """

    contacts: tuple[Happening, ...]
    positions: tuple[Happening, ...]
    turns: tuple[Turn, ...]
    charges: tuple[Happening, ...]
    incidents: tuple[Happening, ...]
    tolls: tuple[Ledger, ...]
    losses: tuple[Ledger, ...]
    measures: tuple[Happening, ...]
    truces: tuple[Ceasefire, ...]
    violations: tuple[Violation, ...]
    other: tuple[Happening, ...]
    disagreements: tuple[Difference, ...]
    undated: tuple[Happening, ...]
    background: tuple[Happening, ...]
    past_tolls: tuple[Ledger, ...]


def parted(dossier: Dossier, choice: Choice, sure: Sure) -> tuple[Rows, Rows]:
    """What may be stated and what is to be checked: ``sure`` judges by the sources of a row.

    A disagreement may be stated where every version may, a change where both stances may; a violation only beneath a
    truce that may.
    """
    events, doubted_events = _split(happenings(dossier, choice), sure)
    tolls, doubted_tolls = _split(casualties(dossier, choice), sure)
    things, doubted_things = _split(losses(dossier, choice), sure)
    held, doubted_held = _split(truces(dossier, choice), sure)
    told, rest = _apart(disagreements(dossier, choice), lambda d: all(sure(v.sources) for v in d.versions))
    certain, doubted_turns = _apart(turns(dossier, choice), lambda t: sure(t.before.sources) and sure(t.after.sources))
    kept = tuple(replace(t, violations=_split(t.violations, sure)[0]) for t in held)
    alleged = {v.id for t in kept for v in t.violations}
    apart = tuple(v for t in (*held, *doubted_held) for v in t.violations if v.id not in alleged)
    bare = tuple(replace(t, violations=()) for t in doubted_held)
    return (
        Rows(events, tolls, things, kept, (), told, certain),
        Rows(doubted_events, doubted_tolls, doubted_things, bare, apart, rest, doubted_turns),
    )


def arranged(rows: Rows, horizon: str) -> Sections:
    """Rows in sections; what ended before the day ``horizon`` is background."""
    recent = sorted((e for e in rows.events if not _past(e, horizon)), key=latest, reverse=True)
    force = tuple(e for e in _of(recent, FORCE) if e.status in _TOLD)
    contacts, positions, charges, measures = (_of(recent, t) for t in (CONTACT, POSITIONS, CHARGES, MEASURES))
    named = {e.id for section in (contacts, positions, charges, measures, force) for e in section}
    return Sections(
        contacts=contacts,
        positions=positions,
        turns=rows.turns,
        charges=charges,
        incidents=force,
        tolls=ledgers(tuple(f for f in rows.tolls if not _past(f, horizon))),
        losses=ledgers(rows.losses),
        measures=measures,
        truces=rows.truces,
        violations=rows.violations,
        other=tuple(e for e in recent if e.id not in named),
        disagreements=rows.disagreements,
        undated=tuple(e for e in recent if not days(e.date) and e.status in _TOLD),
        background=tuple(e for e in rows.events if _past(e, horizon)),
        past_tolls=ledgers(tuple(f for f in rows.tolls if _past(f, horizon))),
    )


def latest(row: Happening) -> tuple[str, str, int, int, int, str]:
    """By the day it began, so that what has gone on for years does not count as news, then by how well attested."""
    return (*(days(row.date) or days(row.reported) or ("", "")), *_attested(row), row.id)


def _attested(row: Happening) -> tuple[int, int, int]:
    """How well: the standing, then the independent lineages, then the documents."""
    standing = _STANDING.index(row.standing) if row.standing in _STANDING else 0
    return (standing, row.lineages, len(row.documents))


def _split(rows: Iterable[_Row], sure: Sure) -> tuple[tuple[_Row, ...], tuple[_Row, ...]]:
    return _apart(rows, lambda row: sure(row.sources))


def _apart(rows: Iterable[_Any], good: Callable[[_Any], bool]) -> tuple[tuple[_Any, ...], tuple[_Any, ...]]:
    judged = [(row, good(row)) for row in rows]
    return tuple(r for r, is_good in judged if is_good), tuple(r for r, is_good in judged if not is_good)


def _of(rows: Iterable[Happening], types: frozenset[str]) -> tuple[Happening, ...]:
    return tuple(r for r in rows if r.type in types)


def _past(row: Happening | Figure, horizon: str) -> bool:
    bounds = days(row.date)
    return bounds is not None and bounds[1] < horizon
