from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.views import Dossier, Happening, Party, alone, apart, contacts, meetings, network, pairs, stretches

A, B, C = (Party(f"e{n}", f"جهة {n}") for n in "123")
UNNAMED = Party("unnamed: official source", "", "official source")


@pytest.fixture(scope="module")
def call(dossier: Dossier) -> Happening:
    """A contact to vary."""
    (row,) = contacts(dossier)
    return replace(row, actors=(A, B), targets=(), date="2023-05-01", status="actual")


def test_who_is_told_of_as_taking_part_is_a_pair(dossier: Dossier) -> None:
    (pair,) = network(dossier)
    assert {pair.left.ar, pair.right.ar} == {"سامح شكري", "فيصل بن فرحان"}
    assert (pair.times, pair.apart, pair.documents) == (1, 0, 1)
    assert pair.sources[0].quote == "اتصالا هاتفيا"


def test_all_who_met_are_pairs_of_each_other(call: Happening) -> None:
    rows = [replace(call, actors=(A, B, C))]
    assert [p.id for p in pairs(rows)] == ["e1~e2", "e1~e3", "e2~e3"]


def test_those_between_whom_somebody_mediates_are_no_pair_by_that(call: Happening) -> None:
    rows = [replace(call, mode="third-party", actors=(A,), targets=(B, C))]
    assert [p.id for p in pairs(rows)] == ["e1~e2", "e1~e3"]


def test_what_did_not_take_place_is_counted_apart(call: Happening) -> None:
    rows = [call, replace(call, id="v2", status="planned"), replace(call, id="v3", status="denied")]
    (pair,) = pairs(rows)
    assert (pair.times, pair.apart) == (1, 2)
    assert pair.events == (call.id,)
    assert pair.others == ("v2", "v3")
    assert [h.id for h in apart(rows)] == ["v2", "v3"]


def test_a_pair_that_never_met_has_no_days(call: Happening) -> None:
    (pair,) = pairs([replace(call, status="planned")])
    assert (pair.times, pair.first, pair.last, pair.days) == (0, None, None, ())


def test_whom_no_text_names_is_nobodys_pair(call: Happening) -> None:
    rows = [replace(call, actors=(A, UNNAMED)), replace(call, actors=(A,))]
    assert pairs(rows) == ()
    assert len(alone(rows)) == 2


def test_the_days_of_a_pair_go_from_its_first_contact_to_its_last(call: Happening) -> None:
    rows = [call, replace(call, date=None, reported="2023-06-02"), replace(call, date="2023-05")]
    (pair,) = pairs(rows)
    assert (pair.first, pair.last) == ("2023-05-01", "2023-06-02")
    assert pair.days == ("2023-05-01", "2023-06-02", "2023-05")


def test_a_pair_leads_to_its_contacts(dossier: Dossier) -> None:
    (pair,) = network(dossier)
    held = meetings(dossier, pair.id)
    assert held.pair == pair
    assert [h.id for h in held.held] == list(pair.events)
    with pytest.raises(KeyError):
        meetings(dossier, "e1~e2")


def test_contacts_are_counted_by_month_with_those_that_have_none(call: Happening) -> None:
    rows = [call, replace(call, date="2023-07-15"), replace(call, date="2023-07"), replace(call, status="planned")]
    told = [(s.since, s.until, s.times) for s in stretches(rows)]
    assert told == [("2023-05-01", "2023-05-31", 1), ("2023-06-01", "2023-06-30", 0), ("2023-07-01", "2023-07-31", 2)]


def test_of_a_long_time_the_years_are_counted(call: Happening) -> None:
    rows = [call, replace(call, date="2012-02-29")]
    told = stretches(rows)
    assert (told[0].since, told[-1].until, len(told)) == ("2012-01-01", "2023-12-31", 12)
    assert stretches([replace(call, date=None, reported=None)]) == ()


@given(st.lists(st.sampled_from([A, B, C, UNNAMED]), max_size=5), st.sampled_from(["actual", "planned", "denied"]))
def test_nobody_is_a_pair_with_himself_and_pairs_are_told_once(dossier: Dossier, who: list[Party], status: str) -> None:
    (row,) = contacts(dossier)
    held = pairs([replace(row, actors=tuple(who), status=status)])
    named = {p.id for p in who if not p.unnamed}
    assert len(held) == len(named) * (len(named) - 1) // 2
    assert all(p.left.id < p.right.id and p.times + p.apart == 1 for p in held)
