from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hudna.record import Disagreement, derive
from hudna.record.disagreements.figure import allowed

NORTH, SOUTH = "loc.AAA", "loc.BBB"


def toll(scribe: Callable[..., Any], name: str, day: str, count: str, *by: str, **fields: Any) -> Any:
    text = "بلغ عدد ضحايا حرب زاريت {} منذ الربيع." if name == "a" else "مستشفيات زاريت سجلت حتى أمس {} من قتلى الحرب."
    report = scribe(name, text.format(count), day)
    report.toll(count, fields.pop("kind", "killed"), count, claimed_by=by, **fields)
    return report


def counted(*reports: Any) -> list[Disagreement]:
    return [d for d in derive(r.pair() for r in reports).disagreements if d.about == "count"]


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [("12", 12, 12), ("~500", 450, 550), ("~tens", 10, 118.8), ("<=7", 0, 7), ("10-12", 10, 12)],
)
def test_a_count_leaves_room(count: str, low: float, high: float) -> None:
    held = allowed(count)
    assert held is not None
    assert held == pytest.approx((low, high))


def test_what_is_no_number_leaves_nothing() -> None:
    assert allowed("unknown") is None
    assert allowed("1.5") is None


def test_a_total_that_rises_from_report_to_report_is_a_change(scribe: Callable[..., Any]) -> None:
    total = {"side": "BBB", "cumulative": True}
    (found,) = counted(toll(scribe, "a", "2021-04-02", "40", **total), toll(scribe, "b", "2021-04-09", "63", **total))
    assert (found.kind, found.topic) == ("change", "killed unspecified BBB")
    assert [a.value for a in found.accounts] == ["40", "63"]


def test_copies_do_not_disagree(scribe: Callable[..., Any]) -> None:
    total = {"side": "BBB", "cumulative": True}
    reports = [toll(scribe, "a", "2021-04-02", "40", **total), toll(scribe, "a", "2021-04-09", "63", **total)]
    reports[1].document = replace(reports[1].document, name="copy")
    assert not counted(*reports)


def test_a_total_that_falls_is_a_contradiction(scribe: Callable[..., Any]) -> None:
    total = {"side": "BBB", "cumulative": True}
    (found,) = counted(toll(scribe, "a", "2021-04-02", "63", **total), toll(scribe, "b", "2021-04-09", "40", **total))
    assert found.kind == "contradiction"


def test_opponents_that_count_differently_contradict_each_other(scribe: Callable[..., Any]) -> None:
    total = {"side": "BBB", "cumulative": True}
    (found,) = counted(
        toll(scribe, "a", "2021-04-02", "40", SOUTH, **total), toll(scribe, "b", "2021-04-09", "63", NORTH, **total)
    )
    assert found.kind == "contradiction"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"count": "~500"}, {"count": "512"}),
        ({"count": "40"}, {"count": "63", "side": "CCC"}),
        ({"count": "40"}, {"count": "4000"}),
        ({"count": "40"}, {"count": "unknown"}),
        ({"count": "40"}, {"count": "63", "kind": "wounded"}),
        ({"count": "40"}, {"count": "63", "cumulative": False}),
        ({"count": "40", "day": "2021-04-02"}, {"count": "63", "day": "2023-04-02"}),
    ],
)
def test_what_differs_in_more_than_the_number_is_no_disagreement(
    scribe: Callable[..., Any], one: dict[str, Any], two: dict[str, Any]
) -> None:
    reports = []
    for name, given in (("a", one), ("b", two)):
        fields: dict[str, Any] = {"day": "2021-04-02", "side": "BBB", "cumulative": True} | given
        reports.append(toll(scribe, name, fields.pop("day"), fields.pop("count"), **fields))
    assert not counted(*reports)


def test_more_than_rises_too(scribe: Callable[..., Any]) -> None:
    total = {"side": "BBB", "cumulative": True}
    (found,) = counted(
        toll(scribe, "a", "2021-04-02", ">=40", **total), toll(scribe, "b", "2021-04-09", ">=63", **total)
    )
    assert found.kind == "change"


def test_the_toll_of_one_day_and_place_by_two_claimants(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, count, by in (("a", "5", SOUTH), ("b", "9", NORTH)):
        report = scribe(name, f"سقط {count} قتلى في زاريت الأحد وفق {name}.", "2021-04-05")
        town = report.entity("LOC", "زاريت")
        report.toll(count, "killed", count, side="BBB", place=town, date="2021-04-04", claimed_by=(by,))
        reports.append(report)
    (found,) = counted(*reports)
    assert [a.value for a in found.accounts] == ["5", "9"]


def test_a_part_is_no_other_figure_and_what_comes_on_top_is_added(scribe: Callable[..., Any]) -> None:
    first = scribe("a", "اعتقلت الشرطة 297 شخصا بينهم 37 أجنبيا خلال المداهمات.")
    raid = first.event("COERCE", "المداهمات", date="2021-04-04")
    for words, count in (("297 شخصا", "297"), ("37 أجنبيا", "37")):
        first.toll(words, "captured", count, event=raid, claimed_by=(NORTH,))
    assert not counted(first)
    army = {"side": "BBB", "victims": "military", "cumulative": True}
    second = scribe("b", "قتل 12 جنديا وجنرال منذ بدء حرب زاريت.", "2021-04-05")
    second.toll("12 جنديا", "killed", "12", **army)
    second.toll("جنرال", "killed", "1", **army)
    (found,) = counted(second, toll(scribe, "c", "2021-04-04", "12", **army))
    assert [a.value for a in found.accounts] == ["12", "12 + 1"]
    assert [len(a.facts) for a in found.accounts] == [1, 2]


def test_counted_violations_differ(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, count, by in (("a", "20", SOUTH), ("b", "75", NORTH)):
        report = scribe(name, f"أعلنت الهدنة ورصد {count} خرقا لها.", "2021-04-05")
        breach = (count, {"by": (SOUTH,), "count": count, "claimed_by": (by,)})
        report.truce("الهدنة", "violated", breaches=(breach,), parties=(NORTH, SOUTH), start="2021-04-01")
        reports.append(report)
    (found,) = counted(*reports)
    assert (found.topic, [a.value for a in found.accounts]) == ("violations loc.BBB", ["20", "75"])


def test_totals_of_two_wars_do_not_meet(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, count, text in (("a", "40", "خسر الجيش {} في حرب زاريت."), ("b", "63", "قتل {} خلال مهمة في كوردال.")):
        report = scribe(name, text.format(count), "2021-04-05")
        report.toll(count, "killed", count, side="BBB", cumulative=True)
        reports.append(report)
    assert not counted(*reports)


def test_totals_of_a_side_that_fights_the_same_foe_meet(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, count, text in (("a", "40", "خسر الجيش {}. قصف الشمال."), ("b", "63", "قتل {} خلال مهمة. هاجم الشمال.")):
        report = scribe(name, text.format(count), "2021-04-05")
        report.toll(count, "killed", count, side="BBB", cumulative=True)
        report.event("ASSAULT", text.split()[-2], actors=(NORTH,), targets=(SOUTH,))
        reports.append(report)
    assert counted(*reports)


@pytest.mark.parametrize(
    ("second", "days", "met"), [("63", "2021-04-05", False), ("42", "2021-04-05", True), ("42", "2021-05-01", False)]
)
def test_totals_of_some_days_lie_near(scribe: Callable[..., Any], second: str, days: str, met: bool) -> None:  # noqa: FBT001
    reports = []
    for name, count, day in (("a", "40", "2021-04-05"), ("b", second, days)):
        words = "بلغ عدد ضحايا حرب زاريت {} هذا الشهر." if name == "a" else "سجلت مستشفيات زاريت {} من ضحايا الحرب."
        report = scribe(name, words.format(count), day)
        report.toll(count, "killed", count, side="BBB", cumulative=True)
        reports.append(report)
    assert bool(counted(*reports)) == met


def test_a_report_does_not_differ_from_whom_it_quotes(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "سقط 19 مسلحا في هجوم. وقال الجيش إن 15 مسلحا قتلوا.")
    attack = report.event("ASSAULT", "هجوم", date="2021-04-04")
    report.toll("19 مسلحا", "killed", "19", event=attack)
    report.toll("15 مسلحا", "killed", "15", event=attack, claimed_by=(NORTH,))
    assert not counted(report)


def test_some_of_the_dead_are_no_toll_of_their_own(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الشمال إن 3 جنود قتلوا في هجوم. وقال الجنوب إن اثنين من القتلى ضابطان.")
    attack = report.event("ASSAULT", "هجوم", date="2021-04-04")
    report.toll("3 جنود", "killed", "3", event=attack, claimed_by=(NORTH,))
    report.toll("اثنين", "killed", "2", event=attack, claimed_by=(SOUTH,))
    assert not counted(report)


@pytest.mark.parametrize(("words", "differ"), [("أكثر من 3000", True), ("3000 على الأقل", False)])
def test_more_than_a_number_is_not_that_number(scribe: Callable[..., Any], words: str, differ: bool) -> None:  # noqa: FBT001
    report = scribe("a", f"قال الشمال إن 3000 نازح محتجزون في زاريت. وقال الجنوب إن {words} نازح محتجزون في زاريت.")
    town = report.entity("LOC", "زاريت")
    for quote, count, by in (("3000 نازح", "3000", NORTH), (f"{words} نازح", ">=3000", SOUTH)):
        report.toll(quote, "captured", count, victims="civilian", place=town, claimed_by=(by,))
    assert bool(counted(report)) == differ


def test_two_claimants_of_one_sentence_count_the_same_dead(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت المستشفيات إن 46 قتلوا، فيما قال الجيش إن 51 قتلوا.", "2021-04-02")
    report.toll("46 قتلوا", "killed", "46", side="AAA", claimed_by=(NORTH,))
    report.toll("51 قتلوا", "killed", "51", side="AAA", claimed_by=(SOUTH,))
    (found,) = counted(report)
    assert [(a.value, a.claimed_by) for a in found.accounts] == [("46", (NORTH,)), ("51", (SOUTH,))]
