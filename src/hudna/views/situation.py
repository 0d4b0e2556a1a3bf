"""The situation in five lines: which rows of a brief come first.

One row of each kind of news before a second of any: use of force, truce, deaths of each side, contact, demand or
refusal, measure. What may be stated comes first, the latest before the older; where that gives fewer than five, the
best attested of what is to be checked fills up, kinds that nothing is stated of before others. A truce that took
effect comes before one only demanded. The deaths of a side stand as all have them who differ on them, stated or not.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hudna.views.dates import days
from hudna.views.deaths import Deaths, Tolls
from hudna.views.happening import Happening
from hudna.views.sections import Sections
from hudna.views.truces import Ceasefire

_LINES = 5
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


News = Happening | Deaths | Ceasefire


@dataclass(frozen=True, slots=True)
class Headline:
    """A row of the situation; ``stated`` is False where it is to be checked."""

    row: News
    stated: bool


def situation(stated: Sections, doubted: Sections) -> tuple[Headline, ...]:
    """Five rows at most."""
    tolls = Tolls.of(stated, doubted)
    deaths = [row] if (row := tolls.deaths()).ledgers else []
    sure = _queues(stated, _leading, deaths if tolls.stated else [])
    unsure = _queues(doubted, _best, [] if tolls.stated else deaths)
    told = [Headline(row, stated=not tolls.doubts(row)) for row in _rounds(sure)]
    kinds = sorted(range(len(unsure)), key=lambda kind: bool(sure[kind]))
    rest = [Headline(row, stated=False) for row in _rounds([unsure[kind] for kind in kinds])]
    return tuple((told + rest)[:_LINES])


def _queues(
    held: Sections, order: Callable[[tuple[Happening, ...]], list[Happening]], deaths: list[Deaths]
) -> list[list[News]]:
    """The rows of each kind of news, the first first."""
    return [
        [*order(held.incidents)],
        [*sorted(held.truces, key=_reach, reverse=True)],
        [*deaths],
        [*order(held.contacts)],
        [*order(held.positions)],
        [*order(held.measures)],
    ]


def _rounds(queues: list[list[News]]) -> list[News]:
    """The first of every queue, then the second of every queue, and so on."""
    return [q[turn] for turn in range(max(len(q) for q in queues)) for q in queues if turn < len(q)]


def _leading(rows: tuple[Happening, ...]) -> list[Happening]:
    """What happened and names somebody, as the rows come; what is neither dated nor of a dated report comes last."""
    named = (r for r in rows if r.status == "actual" and any(not p.unnamed for p in (*r.actors, *r.targets)))
    return sorted(named, key=lambda r: not (days(r.date) or days(r.reported)))


def _best(rows: tuple[Happening, ...]) -> list[Happening]:
    """The same, first what most lineages and documents tell, of those alike what names both who and whom."""

    def key(row: Happening) -> tuple[int, int, bool]:
        return (row.lineages, len(row.documents), bool(row.actors and row.targets) or len(row.actors) > 1)

    return sorted(_leading(rows), key=key, reverse=True)


def _reach(row: Ceasefire) -> tuple[int, str, str]:
    return (_TRUCE.index(row.status), row.date or row.reported or "", row.id)
