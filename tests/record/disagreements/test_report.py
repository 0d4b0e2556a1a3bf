from hudna.record import Claim
from hudna.record.disagreements.report import Report
from hudna.text import Document, Span


def claims(count: int) -> list[Claim]:
    """So many claims, each behind the one before it, told in no order."""
    spans = [Span(10 * n, 10 * n + 5) for n in range(count)]
    held = [Claim(f"cl{s.start}", "a", "loc.AAA", s, s, "speech", None, (), "rule") for s in spans]
    return held[::-1]


def test_a_denial_is_held_against_all_that_a_report_says() -> None:
    held = claims(40)
    assert Report(Document("a", ""), held, (), (), (), {}).around(held[0]) == held


def test_in_a_very_long_report_it_is_held_against_what_stands_around_it() -> None:
    held = claims(2000)
    near = Report(Document("a", ""), held, (), (), (), {}).around(held[1000])
    assert held[1000] in near
    assert len(near) == 200
    assert {abs(c.content.start - held[1000].content.start) // 10 for c in near} == set(range(101))
