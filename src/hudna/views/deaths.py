"""The death tolls that the situation tells: of each side the highest, and all that others say against it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from hudna.record.model.disagreement import CONTRADICTION
from hudna.views.sections import Sections
from hudna.views.tolls import Account, Ledger


@dataclass(frozen=True, slots=True)
class Deaths:
    """For each side the ledger with its highest death toll, with the figures that stand against it, side by side."""

    ledgers: tuple[Ledger, ...]


@dataclass(frozen=True, slots=True)
class Tolls:
    """What a brief tells of the dead.

    Attributes:
        ledgers: of both parts.
        all: the accounts of all death tolls with a number, in the order of time.
        stated: whether some of them may be stated.
        doubted: ids of the figures that are to be checked.
        against: fact of a figure → the facts of those that contradict it.

    """

    ledgers: tuple[Ledger, ...]
    all: tuple[Account, ...]
    stated: bool
    doubted: frozenset[str]
    against: dict[str, frozenset[str]]

    @classmethod
    def of(cls, stated: Sections, doubted: Sections) -> Self:
        """The tolls of both parts of a brief."""
        sure, unsure = _killed(stated.tolls), _killed(doubted.tolls)
        against: dict[str, frozenset[str]] = {}
        for row in (*stated.disagreements, *doubted.disagreements):
            if row.about == "count" and row.kind == CONTRADICTION:
                facts = frozenset(m.fact for m in row.sources)
                against.update((f, against.get(f, frozenset()) | facts) for f in facts)
        doubts = frozenset(a.figure.id for a in unsure)
        ledgers = (*stated.tolls, *doubted.tolls)
        ordered = tuple(sorted((*sure, *unsure), key=lambda a: a.figure.as_of or ""))
        return cls(ledgers, ordered, bool(sure), doubts, against)

    def deaths(self) -> Deaths:
        """The highest toll of each side of all that is told, running totals before single incidents."""
        best: dict[str, Ledger] = {}
        for toll in self.ledgers:
            if toll.kind == "killed" and toll.side and _height(toll):
                held = best.get(toll.side.id)
                if held is None or (toll.cumulative, _height(toll)) > (held.cumulative, _height(held)):
                    best[toll.side.id] = toll
        return Deaths(tuple(self._foremost(best[side]) for side in sorted(best)))

    def doubts(self, row: object) -> bool:
        """Whether a row tells figures of which one is to be checked."""
        told = row.ledgers if isinstance(row, Deaths) else ()
        return any(a.figure.id in self.doubted for ledger in told for a in ledger.accounts)

    def _foremost(self, ledger: Ledger) -> Ledger:
        """Of running totals the latest of each side that gives one; of incidents the gravest, with all said of it.

        What contradicts these comes with them, be it of others counted or of nobody's side.
        """
        own = [a for a in ledger.accounts if _number(a)]
        if ledger.cumulative:
            own = [a for a in self.all if _totals(a, ledger)]
        else:
            gravest = max(own, key=_number)
            event = gravest.figure.event
            own = [*(a for a in own if event and a.figure.event == event), gravest]
        last = {_voices(a): a for a in own}  # they come in the order of time
        facts = {f for a in last.values() for m in a.sources for f in self.against.get(m.fact, ())}
        rivals = {_voices(a): a for a in self.all if any(m.fact in facts for m in a.sources)}
        return replace(ledger, accounts=tuple({**rivals, **last}.values()))


def _killed(ledgers: Iterable[Ledger]) -> list[Account]:
    return [a for x in ledgers if x.kind == "killed" for a in x.accounts if _number(a)]


def _totals(account: Account, ledger: Ledger) -> bool:
    """Whether an account is a running total of the same people, or of the dead of that side at large."""
    figure = account.figure
    return figure.cumulative and figure.side == ledger.side and figure.what in (ledger.what, "unspecified")


def _voices(account: Account) -> tuple[str, ...]:
    """The sides of those who give a figure: what they gave last is their account."""
    return tuple(sorted({p.side or p.id for p in account.figure.claimed_by}))


def _number(account: Account) -> int:
    """How many; 0 where that is not told, or told of some among others."""
    return 0 if account.figure.part else account.figure.size


def _height(ledger: Ledger) -> int:
    return max(map(_number, ledger.accounts))
