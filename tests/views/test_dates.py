import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.views import days
from hudna.views.dates import ends, overlap


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-07-12", ("2020-07-12", "2020-07-12")),
        ("2020-07", ("2020-07-01", "2020-07-31")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("1992/1994", ("1992-01-01", "1994-12-31")),
        ("2020-10-10T12:00", ("2020-10-10", "2020-10-10")),
        ("--09-27", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_of_any_precision_has_a_first_and_a_last_day(
    value: str | None, expected: tuple[str, str] | None
) -> None:
    assert days(value) == expected


def test_an_unknown_date_is_in_no_period_but_the_open_one() -> None:
    assert overlap(None, None, None)
    assert not overlap(None, "2020-01-01", None)
    assert overlap("2020-07", "2020-07-15", None)
    assert not overlap("2020-07", None, "2020-06-30")


@given(st.text())
def test_no_text_raises(value: str) -> None:
    days(value)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2007", "2015-02", None], ("2007", "2015-02")),
        (["2013/2021", "2014-05-01"], ("2013", "2021")),
        (["2020-07-12T10:00", "2020-07-12"], ("2020-07-12", "2020-07-12")),
        ([None, "soon"], (None, None)),
    ],
)
def test_dates_end_as_closely_as_they_are_told(
    dates: list[str | None], expected: tuple[str | None, str | None]
) -> None:
    assert ends(dates) == expected
