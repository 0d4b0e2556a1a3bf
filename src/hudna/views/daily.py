"""Day by day, what the reports of the day told first, and what became contested by them.

What may be stated and what comes first are the brief's rules: one row of each kind of news before a second of any.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hudna.views.brief import Brief
from hudna.views.dates import days
from hudna.views.disagreements import Difference
from hudna.views.happening import Happening
from hudna.views.sections import Rows, Sections, arranged
from hudna.views.situation import Headline, situation
from hudna.views.stances import Turn
from hudna.views.tolls import Figure
from hudna.views.truces import Ceasefire

if TYPE_CHECKING:
    from hudna.views.documents import Report

_EVENTS = ("contacts", "positions", "charges", "incidents", "measures", "other")
_Row = TypeVar("_Row")
_News = Happening | Figure | Ceasefire


@dataclass(frozen=True, slots=True)
class Day:
    """What a day brought.

    Attributes:
        id: the day, ``YYYY-MM-DD``; "" for what only undated reports tell.
        reports: how many appeared.
        lineages: of how many independent lineages they are.
        stated: how many facts that may be stated were told first then.
        to_check: how many others were.
        news: five of them at most, those that may be stated first.
        contested: what sources differ on since then.
        changed: sides that took the other stance then.

    """

    id: str
    reports: int
    lineages: int
    stated: int
    to_check: int
    news: tuple[Headline, ...]
    contested: tuple[Difference, ...]
    changed: tuple[Turn, ...]


def daily(held: Brief) -> tuple[Day, ...]:
    """The days of a brief on which something appeared, the latest first, the unknown one last."""
    reports: dict[str, list[Report]] = defaultdict(list)
    for report in held.reports:
        reports[_day(report.published)].append(report)
    stated, doubted = _told(held.stated), _told(held.to_check)
    contested = _by((*held.stated.disagreements, *held.to_check.disagreements), _since)
    changed = _by((*held.stated.turns, *held.to_check.turns), lambda turn: turn.after.reported)
    return tuple(
        Day(
            day,
            len(reports[day]),
            len({r.lineage for r in reports[day]}),
            len(stated.get(day, ())),
            len(doubted.get(day, ())),
            situation(_arranged(stated.get(day, ())), _arranged(doubted.get(day, ()))),
            tuple(contested.get(day, ())),
            tuple(changed.get(day, ())),
        )
        for day in sorted({*reports, *stated, *doubted, *contested, *changed}, reverse=True)
    )


def _told(held: Sections) -> Mapping[str, list[_News]]:
    """The rows of some sections by the day on which they were told first; what is background is no news."""
    events = [row for name in _EVENTS for row in getattr(held, name)]
    figures = [account.figure for ledger in (*held.tolls, *held.losses) for account in ledger.accounts]
    return _by((*events, *figures, *held.truces), lambda row: row.reported)


def _arranged(rows: Iterable[_News]) -> Sections:
    """Rows of one day in sections."""
    held = tuple(rows)
    return arranged(
        Rows(
            events=tuple(r for r in held if isinstance(r, Happening)),
            tolls=tuple(r for r in held if isinstance(r, Figure)),
            losses=(),
            truces=tuple(r for r in held if isinstance(r, Ceasefire)),
            violations=(),
            disagreements=(),
            turns=(),
        ),
        "",
    )


def _since(row: Difference) -> str | None:
    """When the second of the versions was told, by which the first became contested; None if nobody knows."""
    told = sorted(v.reported for v in row.versions if v.reported)
    return told[1] if len(told) > 1 else None


def _by(rows: Iterable[_Row], when: Callable[[_Row], str | None]) -> Mapping[str, list[_Row]]:
    out: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        out[_day(when(row))].append(row)
    return out


def _day(value: str | None) -> str:
    """The day of a date of that precision or a finer one; "" for others, which are of no one day."""
    bounds = days(value)
    return bounds[0] if bounds and bounds[0] == bounds[1] else ""
