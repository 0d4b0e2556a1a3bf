from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hudna.views import Account, Deaths, Dossier, Ledger, casualties, ledgers
from hudna.views.sections import Rows, arranged
from hudna.views.situation import situation


@pytest.fixture
def tolls(dossier: Dossier) -> Callable[..., Ledger]:
    """A ledger of the dossier's with other figures: count, claimant and event of each, in the order of time."""
    (held,) = ledgers(casualties(dossier))
    claimants = {a.figure.claimed_by[0].en: a for a in held.accounts}

    def make(*told: tuple[int, str, str], cumulative: bool) -> Ledger:
        accounts = tuple(
            Account(
                replace(claimants[who].figure, low=n, high=n, count=str(n), event=event, cumulative=cumulative),
                claimants[who].sources,
            )
            for n, who, event in told
        )
        return replace(held, cumulative=cumulative, accounts=accounts)

    return make


def deaths(ledger: Ledger) -> list[str]:
    none = arranged(Rows((), (), (), (), (), (), ()), "")
    (row,) = [h.row for h in situation(replace(none, tolls=(ledger,)), none)]
    assert isinstance(row, Deaths)
    return [a.figure.count for a in row.ledgers[0].accounts]


ARMY, FORCES = "Sudanese Army", "Rapid Support Forces"


def test_of_running_totals_the_latest_of_each_claim_stands(tolls: Callable[..., Any]) -> None:
    assert deaths(tolls((5, ARMY, ""), (9, FORCES, ""), (12, ARMY, ""), cumulative=True)) == ["12", "9"]


def test_incidents_do_not_stand_against_each_other(tolls: Callable[..., Any]) -> None:
    told = tolls((5, ARMY, "v1"), (17, ARMY, "v2"), (9, FORCES, "v2"), (2, FORCES, "v3"), cumulative=False)
    assert sorted(deaths(told)) == ["17", "9"]
