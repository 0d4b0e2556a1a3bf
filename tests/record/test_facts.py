from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import derive
from hudna.record.facts import bounds


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        ("12", 12, 12),
        (">=12", 12, None),
        ("<=12", None, 12),
        ("10-12", 10, 12),
        ("~12", None, None),
        ("~tens", None, None),
        ("unknown", None, None),
    ],
)
def test_a_count_sets_bounds_only_where_it_says_so(count: str, low: int | None, high: int | None) -> None:
    assert bounds(count) == (low, high)


def test_a_claim_knows_what_is_told_in_it(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "دعا الوزير كارلو بنداس إلى وقف القتال وقال إن الطرفين قبلا الهدنة.")
    minister = report.entity("PER", "كارلو بنداس", side="AAA")
    report.event("AGREE", "قبلا", topic="ceasefire")
    report.event("REQUEST", "دعا", actors=(minister,), topic="ceasefire")
    report.claim(minister, "قال", "الطرفين قبلا الهدنة", via="speech")
    record = derive([report.pair()])
    (claim,) = record.claims
    assert [record.telling[t].type for t in claim.tellings] == ["AGREE"]
    assert claim.source in record.entity


def test_facts_of_the_same_words_are_told_apart(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اتصل الوزير بنظيريه.")
    for _ in range(2):
        report.event("CONSULT", "اتصل", mode="phone")
    report.toll("نظيريه", "killed", "2", side="AAA")
    report.toll("نظيريه", "killed", "2", side="BBB")
    record = derive([report.pair()])
    assert len({t.id for t in record.tellings}) == 2
    assert len({t.id for t in record.tolls}) == 2
