import pytest

from hudna.record.dates import days, narrowest, overlap


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
