from dataclasses import replace

import pytest

from hudna.views import Dossier, Happening, enclosing, periods, timeline


@pytest.fixture
def row(dossier: Dossier) -> Happening:
    return timeline(dossier)[0]


@pytest.mark.parametrize(
    ("dates", "unit", "held"),
    [
        (("2023-05-01", "2023-05-03"), "day", ["2023-05-01", "2023-05-02", "2023-05-03"]),
        (("2023-12-05", "2024-02"), "day", None),
        (("2023-11-30", "2024-02-28"), "month", ["2023-11", "2023-12", "2024-01", "2024-02"]),
        (("2001", "2016-02-01"), "year", None),
    ],
)
def test_the_unit_follows_from_the_time_between(
    row: Happening, dates: tuple[str, ...], unit: str, held: list[str] | None
) -> None:
    found = periods(replace(row, date=d) for d in dates)
    assert {p.unit for p in found} == {unit}
    assert sum(p.events for p in found) == len(dates)
    assert held is None or [p.id for p in found] == held


def test_a_month_ends_on_its_last_day(row: Happening) -> None:
    first = periods(replace(row, date=d) for d in ("2023-11-05", "2024-02-29"))[0]
    assert (first.since, first.until) == ("2023-11-01", "2023-11-30")
    assert enclosing("2024-02-01", "2024-02-03")[1].until == "2024-02-29"
    assert enclosing("2024-12-01", "2024-12-03")[1].until == "2024-12-31"


def test_days_that_no_calendar_has_are_left_out(row: Happening) -> None:
    assert periods([replace(row, date="2023-02-30"), replace(row, date=None)]) == ()


def test_very_many_years_leave_out_those_in_which_nothing_happened(row: Happening) -> None:
    assert [p.id for p in periods(replace(row, date=d) for d in ("0610", "1948", "2016"))] == ["0610", "1948", "2016"]


@pytest.mark.parametrize("many", [4, 30])
def test_early_years_with_few_events_are_taken_together(row: Happening, many: int) -> None:
    dates = ("1915", "1993", *("2009-05-01",) * many, *("2015-07-20",) * many)
    early, first, *_, last = periods(replace(row, date=d) for d in dates)
    assert (early.id, early.unit, early.events) == ("1915/2008", "years", 2)
    assert (early.since, early.until) == ("1915-01-01", "2008-12-31")
    assert (first.id, first.events, last.id) == ("2009", many, "2015")


def test_what_holds_two_days_is_their_year_and_month() -> None:
    assert [p.id for p in enclosing("2016-05-01", "2016-05-31")] == ["2016", "2016-05"]
    assert [p.id for p in enclosing("2016-05-01", "2016-06-02")] == ["2016"]
    assert enclosing("2015-05-01", "2016-06-02") == enclosing(None, "2016-01-01") == ()


def test_what_began_before_the_first_day_counts_on_it(row: Happening) -> None:
    held = periods([replace(row, date="2013/2021"), replace(row, date="2015-05-03")], "2015-05-01")
    assert [(p.id, p.events) for p in held] == [("2015-05-01", 1), ("2015-05-02", 0), ("2015-05-03", 1)]
