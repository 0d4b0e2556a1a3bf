from collections.abc import Callable
from typing import Any

from hudna.record import derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"


def test_accusations_that_answer_each_other_are_one_quarrel(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اتهم الشمال جاره بتسليح القبائل. ويتهم الجنوب جاره بنهب النفط. وقصفت قرى.")
    report.event("ACCUSE", "اتهم", actors=(NORTH,), targets=(SOUTH,))
    report.event("ACCUSE", "يتهم", actors=(SOUTH,), targets=(NORTH,))
    report.event("ASSAULT", "قصفت")
    (found,) = derive([report.pair()]).disagreements
    assert found.about == "actors"
    assert [(a.value, a.claimed_by) for a in found.accounts] == [("AAA", (SOUTH,)), ("BBB", (NORTH,))]


def test_mutual_accusations_and_the_attacks_of_one_report_are_one_quarrel(scribe: Callable[..., Any]) -> None:
    report = scribe(
        "a", "تبادل الطرفان الاتهامات. قال الجيش إن المتمردين قصفوا الحي. وقال المتمردون إن الجيش هاجم مواقعهم."
    )
    report.event("ACCUSE", "الاتهامات", actors=(NORTH, SOUTH), targets=(NORTH, SOUTH))
    report.event("ASSAULT", "قصفوا", actors=(SOUTH,), claimed_by=(NORTH,))
    report.event("ASSAULT", "هاجم", actors=(NORTH,), claimed_by=(SOUTH,))
    (found,) = (d for d in derive([report.pair()]).disagreements if d.about == "actors")
    assert [len(a.facts) for a in found.accounts] == [2, 2]


def test_quarrels_of_two_reports_without_a_common_event_stay_apart(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, text, day in (
        ("a", "تبادل الطرفان الاتهامات بخرق الهدنة عند النهر.", "2021-04-02"),
        ("b", "اتهامات متبادلة بعرقلة قوافل الإغاثة في الجبال.", "2022-11-20"),
    ):
        report = scribe(name, text, day)
        words = "الاتهامات" if name == "a" else "اتهامات"
        report.event("ACCUSE", words, actors=(NORTH, SOUTH), targets=(NORTH, SOUTH), date=day)
        reports.append(report.pair())
    assert len(derive(reports).disagreements) == 2
