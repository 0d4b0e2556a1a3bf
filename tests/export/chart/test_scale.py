from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.export.brief.catalogue import catalogue
from hudna.export.chart import Drawing, Moments
from hudna.export.chart.scale import moment


@given(st.lists(st.floats(600_000, 740_000), min_size=1), st.sampled_from(["ar", "en"]))
def test_all_moments_lie_on_the_line_and_its_days_do_not_cover_each_other(moments: list[float], language: str) -> None:
    scale = Moments.over(moments, 10, 750)
    assert all(10 < scale.at(m) < 750 for m in moments)
    ticks = [scale.at(at) for at, _ in scale.ticks(catalogue(language))]
    assert all(b - a > 40 for a, b in pairwise(ticks))
    assert all(10 <= t <= 750 for t in ticks)


@pytest.mark.parametrize(
    ("value", "same"),
    [("2021-03-10", "2021-03-10T00:00"), ("2021-02", "2021-02-14T12:00"), ("2021-03-10/2021-03-12", "2021-03-11")],
)
def test_what_is_no_day_lies_in_the_middle(value: str, same: str) -> None:
    assert moment(value) == moment(same)


@pytest.mark.parametrize("value", [None, "", "later", "2021-03-10T25:99"])
def test_what_is_no_date_lies_nowhere_or_on_its_day(value: str | None) -> None:
    assert moment(value) == (moment("2021-03-10") if value and value[0] == "2" else None)


def test_words_and_titles_are_escaped() -> None:
    drawing = Drawing(100, rtl=False)
    drawing.text(0, 0, "<b>")
    drawing.circle(0, 0, 1, "x", "<i>")
    made = str(drawing.render("a", "<t>", "<d>", "wide"))
    assert not {"<b>", "<i>", "<t>", "<d>"} & set(made.replace("><", ">\n<").splitlines())
