from collections.abc import Callable
from typing import Any

from hudna.record import Disagreement, derive


def found(*reports: Any) -> dict[str, Disagreement]:
    return {d.about: d for d in derive(r.pair() for r in reports).disagreements}


def clash(scribe: Callable[..., Any], name: str, count: str, claimant: str, **fields: Any) -> Any:
    report = scribe(name, f"وقع اشتباك في بلدة زاريت الحدودية فقتل {count} جنديا.", "2021-03-08")
    town = report.entity("LOC", "زاريت")
    event = report.event(
        "ASSAULT", "اشتباك", mode="clash", actors=("loc.AAA", "loc.BBB"), place=town, date="2021-03-08"
    )
    toll = {"side": "BBB", "victims": "military", "event": event, "claimed_by": (claimant,)} | fields
    report.toll(count, "killed", count, **toll)
    return report


def test_figures_that_exclude_each_other_are_put_side_by_side(scribe: Callable[..., Any]) -> None:
    counted = found(clash(scribe, "a", "5", "loc.BBB"), clash(scribe, "b", "17", "loc.AAA"))["count"]
    assert counted.topic == "killed military BBB"
    assert [(a.value, a.claimed_by) for a in counted.accounts] == [("5", ("loc.BBB",)), ("17", ("loc.AAA",))]
    assert counted.kind == "contradiction"
    assert counted.event


def test_figures_that_can_both_be_right_are_no_disagreement(scribe: Callable[..., Any]) -> None:
    assert "count" not in found(clash(scribe, "a", "17", "loc.BBB"), clash(scribe, "b", ">=12", "loc.AAA"))
    assert "count" not in found(clash(scribe, "a", "5", "loc.BBB"), clash(scribe, "b", "unknown", "loc.AAA"))
    running = clash(scribe, "b", "90", "loc.AAA", cumulative=True)
    assert "count" not in found(clash(scribe, "a", "5", "loc.BBB"), running)


def test_a_denial_is_an_account_of_its_own(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قالت إن قصفا وقع ونفى الجيش ذلك.")
    report.event("ASSAULT", "قصفا", actors=("loc.AAA",), claimed_by=("loc.BBB",), disputed_by=("loc.AAA",))
    occurrence = found(report)["occurrence"]
    assert [(a.value, a.claimed_by) for a in occurrence.accounts] == [
        ("affirmed", ("loc.BBB",)),
        ("denied", ("loc.AAA",)),
    ]


def test_a_denied_event_can_name_both_sides_in_one_telling(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى الجيش أن يكون طيرانه قصف القرى كما قال الناطق.")
    report.event("ASSAULT", "قصف", status="denied", claimed_by=("loc.BBB",), disputed_by=("loc.AAA",))
    assert [a.claimed_by for a in found(report)["occurrence"].accounts] == [("loc.BBB",), ("loc.AAA",)]
    alone = scribe("b", "نفى الجيش أن يكون طيرانه قصف القرى.")
    alone.event("ASSAULT", "قصف", status="denied", disputed_by=("loc.AAA",))
    assert not found(alone)


def test_two_sides_that_blame_each_other_for_one_day_disagree(scribe: Callable[..., Any]) -> None:
    report = scribe(
        "a", "قالت الأولى إن قوات الثانية قصفت القرى. وقالت الثانية إن قوات الأولى هاجمت المواقع.", "2021-03-08"
    )
    ours = {"actors": ("loc.BBB",), "targets": ("loc.AAA",), "claimed_by": ("loc.AAA",), "date": "2021-03-08"}
    theirs = {"actors": ("loc.AAA",), "targets": ("loc.BBB",), "claimed_by": ("loc.BBB",), "date": "2021-03-08"}
    report.event("ASSAULT", "قصفت", **ours)
    report.event("ASSAULT", "هاجمت", **theirs)
    assert [(a.value, a.claimed_by) for a in found(report)["actors"].accounts] == [
        ("AAA", ("loc.BBB",)),
        ("BBB", ("loc.AAA",)),
    ]


def test_mutual_accusations_are_two_accounts(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "تبادل الطرفان الاتهامات بخرق الهدنة.")
    report.event("ACCUSE", "الاتهامات", actors=("loc.AAA", "loc.BBB"), targets=("loc.BBB", "loc.AAA"))
    assert [(a.value, a.claimed_by) for a in found(report)["actors"].accounts] == [
        ("AAA", ("loc.BBB",)),
        ("BBB", ("loc.AAA",)),
    ]


def test_one_shelling_told_of_two_sides_is_one_event_with_two_accounts(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, side in (("a", "AAA"), ("b", "BBB")):
        rest = (
            "صباحا وأصابت منازل عدة، بحسب الجنوب."
            if side == "AAA"
            else "وقتلت جنديا في مركز قريب من النهر، كما ذكر الشمال."
        )
        report = scribe(name, f"قصفت قوات مجهولة بلدة زاريت الحدودية. {rest}", "2021-03-08")
        town = report.entity("LOC", "زاريت")
        by = "loc.BBB" if side == "AAA" else "loc.AAA"
        report.event("ASSAULT", "قصفت", actors=(f"loc.{side}",), place=town, date="2021-03-08", claimed_by=(by,))
        reports.append(report)
    assert [a.value for a in found(*reports)["actors"].accounts] == ["AAA", "BBB"]


def test_a_report_that_gives_several_figures_tells_of_several_incidents(scribe: Callable[..., Any]) -> None:
    one = clash(scribe, "a", "5", "loc.BBB")
    two = scribe("b", "وقع اشتباك في بلدة زاريت الحدودية فقتل 17 جنديا ثم 9 جنود.", "2021-03-08")
    town = two.entity("LOC", "زاريت")
    event = two.event("ASSAULT", "اشتباك", mode="clash", actors=("loc.AAA", "loc.BBB"), place=town, date="2021-03-08")
    for words, count in (("17 جنديا", "17"), ("9 جنود", "9")):
        two.toll(words, "killed", count, side="BBB", victims="military", event=event, claimed_by=("loc.AAA",))
    assert "count" not in found(one, two)
