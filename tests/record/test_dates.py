from datetime import date

import pytest

from hudna.record.dates import day_number, days, ends, first_day, narrowest, overlap


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("2020-09-27", ("2020-09-27", "2020-09-27")),
        ("2020-09-27T23:59", ("2020-09-27", "2020-09-27")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-31")),
        ("1992/1994", ("1992-01-01", "1994-12-31")),
        ("2020-07-16/2020-07-18", ("2020-07-16", "2020-07-18")),
        (None, None),
    ],
)
def test_a_date_spans_days(value: str | None, held: tuple[str, str] | None) -> None:
    assert days(value) == held


def test_intervals_overlap_where_they_share_a_day() -> None:
    assert overlap(("2020-01-01", "2020-01-05"), ("2020-01-05", "2020-01-09"))
    assert not overlap(("2020-01-01", "2020-01-04"), ("2020-01-05", "2020-01-09"))


@pytest.mark.parametrize(
    ("values", "best"),
    [
        ((None, None), None),
        (("2020-07", "2020-07-12", None), "2020-07-12"),
        (("2020-07-12", "2020-07-13", "2020-07-13"), "2020-07-13"),
        (("2020-07-12", "2020-07-13"), "2020-07-12"),
    ],
)
def test_the_narrowest_date_that_all_allow(values: tuple[str | None, ...], best: str | None) -> None:
    assert narrowest(values) == best


@pytest.mark.parametrize(
    ("start", "duration", "over"),
    [
        ("2021-03-10", "P5D", "2021-03-15"),
        ("2021-03-10T23:59", "P5D", "2021-03-15T23:59"),
        ("2021-03-10T06:00", "PT72H", "2021-03-13T06:00"),
        ("2021-01-31", "P1M", "2021-02-28"),
        ("2021-12-20", "P2W", "2022-01-03"),
        ("2021-03-10", "PT6H", None),  # hours of a day that is not told to the hour
        ("2021-03", "P5D", None),
        ("2021-03-10/2021-03-12", "P5D", None),
        (None, "P5D", None),
        ("2021-03-10", None, None),
        ("2021-03-10", "P9999Y", None),
    ],
)
def test_the_end_of_what_lasts_is_computed_where_both_are_told(
    start: str | None, duration: str | None, over: str | None
) -> None:
    assert ends(start, duration) == over


def test_day_numbers_follow_each_other_over_months() -> None:
    assert day_number("2021-03-01") - day_number("2021-02-31") == 1


@pytest.mark.parametrize(
    ("published", "day"),
    [("2020-07-16", "2020-07-16"), ("2020-07-16/2020-07-18", "2020-07-16"), ("2020-07/2020-08", None), (None, None)],
)
def test_the_first_day_of_a_report_is_none_where_only_months_are_known(published: str | None, day: str | None) -> None:
    assert first_day(published) == (date.fromisoformat(day) if day else None)
