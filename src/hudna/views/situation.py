"""The situation in five lines: which rows of a brief come first.

One row of each kind of news before a second of any: use of force, truce, deaths of each side, contact, demand or
refusal, measure. What may be stated comes first, the latest before the older; where that gives fewer than five, the
best attested of what is to be checked fills up, kinds that nothing is stated of before others. A truce that took
effect comes before one only demanded.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hudna.views.dates import days
from hudna.views.happening import Happening
from hudna.views.sections import Sections
from hudna.views.tolls import Ledger
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


@dataclass(frozen=True, slots=True)
class Deaths:
    """For each side the ledger with its highest death toll, side by side."""

    ledgers: tuple[Ledger, ...]


News = Happening | Deaths | Ceasefire


@dataclass(frozen=True, slots=True)
class Headline:
    """A row of the situation; ``stated`` is False where it is to be checked."""

    row: News
    stated: bool


def situation(stated: Sections, doubted: Sections) -> tuple[Headline, ...]:
    """Five rows at most."""
    sure, unsure = _queues(stated, _leading), _queues(doubted, _best)
    told = [Headline(row, stated=True) for row in _rounds(sure)]
    kinds = sorted(range(len(unsure)), key=lambda kind: bool(sure[kind]))
    rest = [Headline(row, stated=False) for row in _rounds([unsure[kind] for kind in kinds])]
    return tuple((told + rest)[:_LINES])


def _queues(held: Sections, order: Callable[[tuple[Happening, ...]], list[Happening]]) -> list[list[News]]:
    """The rows of each kind of news, the first first."""
    deaths = _deaths(held.tolls)
    return [
        [*order(held.incidents)],
        [*sorted(held.truces, key=_reach, reverse=True)],
        [deaths] if deaths.ledgers else [],
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


def _deaths(tolls: tuple[Ledger, ...]) -> Deaths:
    """The highest toll of each side, running totals before single incidents, in the order of the sides."""
    best: dict[str, Ledger] = {}
    for toll in tolls:
        if toll.kind == "killed" and toll.side and _height(toll):
            held = best.get(toll.side.id)
            if held is None or (toll.cumulative, _height(toll)) > (held.cumulative, _height(held)):
                best[toll.side.id] = toll
    return Deaths(tuple(_foremost(best[side]) for side in sorted(best)))


def _foremost(ledger: Ledger) -> Ledger:
    """Of running totals the latest of each claim; of incidents the gravest, with all that is said of it.

    The figures that are left are accounts of one thing and may stand against each other.
    """
    numbered = [a for a in ledger.accounts if a.figure.low or a.figure.high]
    if not ledger.cumulative:
        gravest = max(numbered, key=lambda a: a.figure.low or a.figure.high or 0)
        event = gravest.figure.event
        numbered = [*(a for a in numbered if event and a.figure.event == event), gravest]
    last = {tuple(p.id for p in a.figure.claimed_by): a for a in numbered}  # they come in the order of time
    return replace(ledger, accounts=tuple(last.values()))


def _height(ledger: Ledger) -> int:
    return max((a.figure.low or a.figure.high or 0) for a in ledger.accounts)
