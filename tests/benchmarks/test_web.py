from datetime import date
from itertools import pairwise

from benchmarks.web.reports import reports


def test_the_reports_are_the_same_each_time() -> None:
    assert list(reports(50)) == list(reports(50))


def test_every_report_is_another_and_has_its_day() -> None:
    made = list(reports(500))
    assert len({r.name for r in made}) == len({r.text for r in made}) == 500
    days = [date.fromisoformat(r.published or "") for r in made]
    assert all(a <= b for a, b in pairwise(days))
