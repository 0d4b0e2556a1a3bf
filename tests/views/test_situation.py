from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hudna.views import Account, Deaths, Difference, Dossier, Ledger, Version, casualties, ledgers
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


def test_what_contradicts_the_dead_of_a_side_stands_against_them(tolls: Callable[..., Any]) -> None:
    told, other = tolls((5, ARMY, "v1"), cumulative=False), tolls((31, FORCES, "v9"), cumulative=False)
    sources = (*told.accounts[0].sources, *other.accounts[0].sources)
    versions = tuple(Version(n, (), (), "", (), ()) for n in ("5", "31"))
    differing = Difference("x", "count", "contradiction", "", None, None, None, versions, sources)
    none = arranged(Rows((), (), (), (), (), (), ()), "")
    stated = replace(none, tolls=(told,))
    doubted = replace(none, tolls=(replace(other, what="unspecified"),), disagreements=(differing,))
    (first, *_) = situation(stated, doubted)
    assert isinstance(first.row, Deaths)
    assert sorted(a.figure.count for a in first.row.ledgers[0].accounts) == ["31", "5"]
    assert not first.stated  # one of the two is to be checked


def test_some_of_those_told_are_no_toll_of_their_own(tolls: Callable[..., Any]) -> None:
    held = tolls((17, ARMY, "v1"), (20, FORCES, "v1"), cumulative=False)
    first, second = held.accounts
    part = replace(second, figure=replace(second.figure, part=True))
    assert deaths(replace(held, accounts=(first, part))) == ["17"]


def test_about_so_many_is_a_number_too(tolls: Callable[..., Any]) -> None:
    held = tolls((5, ARMY, "v1"), (9, FORCES, "v1"), cumulative=False)
    about = replace(held.accounts[1], figure=replace(held.accounts[1].figure, count="~15", low=None, high=None))
    assert sorted(deaths(replace(held, accounts=(held.accounts[0], about)))) == ["5", "~15"]
