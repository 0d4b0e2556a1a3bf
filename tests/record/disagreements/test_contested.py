"""What one report sets against each other: charges and condemnations, aims and «unprovoked», amounts, tolls."""

from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import Disagreement, derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"
Scribe = Callable[..., Any]


def found(*reports: Any) -> list[Disagreement]:
    return list(derive(r.pair() for r in reports).disagreements)


def told(*reports: Any) -> list[tuple[str, str, list[str]]]:
    return [(d.about, d.kind, [a.value for a in d.accounts]) for d in found(*reports)]


def test_who_is_blamed_for_a_deed_condemns_it(scribe: Scribe) -> None:
    report = scribe(
        "a", "حملت الجبهة حكومة الشمال مسؤولية تفجير السوق. ونددت حكومة الشمال بهذا الهجوم ووصفته بالإجرامي."
    )
    front = report.entity("ORG", "الجبهة", side="front")
    report.event("ACCUSE", "حملت", actors=(front,), targets=(NORTH,))
    report.event("ACCUSE", "نددت", actors=(NORTH,))
    # the charge names the deed by the word that the condemnation has
    assert told(report) == []
    report = scribe("a", "حملت الجبهة حكومة الشمال مسؤولية الهجوم. ونددت حكومة الشمال بهذا الهجوم ووصفته بالإجرامي.")
    front = report.entity("ORG", "الجبهة", side="front")
    report.event("ACCUSE", "حملت", actors=(front,), targets=(NORTH,))
    report.event("ACCUSE", "نددت", actors=(NORTH,))
    assert told(report) == [("occurrence", "contradiction", ["affirmed", "condemned"])]


def test_an_attack_without_cause_that_others_explain(scribe: Scribe) -> None:
    text = "وصف الرئيس الهجوم على مطار زاريت بأنه غير مبرر. وقال القائد إن قواته شنت الهجوم لاستعادة مطار زاريت."
    report = scribe("a", text)
    report.claim("unnamed: president", "وصف", "الهجوم على مطار زاريت بأنه غير مبرر")
    report.claim("unnamed: commander", "قال", "قواته شنت الهجوم لاستعادة مطار زاريت")
    ((about, _, values),) = told(report)
    assert about == "cause"
    assert len(values) == 2


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (("خمسة مسلحين اقتحموا مبنى البلدية", "رجلين ملثمين اقتحما مبنى البلدية"), ["5", "2"]),
        (("ثلاثة صواريخ سقطت على مطار المدينة", "ثمانية صواريخ سقطت على مطار المدينة"), ["3", "8"]),
    ],
)
def test_amounts_of_two_claimants(scribe: Scribe, words: tuple[str, str], counts: list[str]) -> None:
    report = scribe("a", f"قال شهود إن {words[0]}. وذكرت الشرطة أن {words[1]}.")
    report.claim("unnamed: eyewitnesses", "قال شهود", words[0])
    report.claim("unnamed: police", "وذكرت الشرطة", words[1])
    assert told(report) == [("count", "contradiction", counts)]


def test_amounts_of_other_things_or_of_the_dead_are_none(scribe: Scribe) -> None:
    report = scribe("a", "قال شهود إن خمسة مسلحين اقتحموا مبنى البلدية. وذكرت الشرطة أن رجلين سرقا متجرا.")
    report.claim("unnamed: eyewitnesses", "قال شهود", "خمسة مسلحين اقتحموا مبنى البلدية")
    report.claim("unnamed: police", "وذكرت الشرطة", "رجلين سرقا متجرا")
    assert told(report) == []
    report = scribe("a", "قال شهود إن خمسة مسلحين قتلوا في مبنى البلدية. وذكرت الشرطة أن ثلاثة مسلحين في مبنى البلدية.")
    report.claim("unnamed: eyewitnesses", "قال شهود", "خمسة مسلحين قتلوا في مبنى البلدية")
    report.claim("unnamed: police", "وذكرت الشرطة", "ثلاثة مسلحين في مبنى البلدية")
    report.toll("خمسة مسلحين قتلوا", "killed", "5")
    assert told(report) == []


def test_tolls_of_other_spans_of_time(scribe: Scribe) -> None:
    text = "قال الجنوب إن جنديا قتل خلال الساعات الماضية. وقال الشمال إن أربعة جنود من الجنوب قتلوا في الأيام الأخيرة."
    report = scribe("a", text)
    lost = {"side": "BBB", "victims": "military"}
    report.toll("جنديا قتل", "killed", "1", claimed_by=(SOUTH,), **lost)
    report.toll("أربعة جنود من الجنوب قتلوا", "killed", "4", claimed_by=(NORTH,), **lost)
    assert told(report) == [("count", "change", ["1", "4"])]


def test_parts_that_exceed_their_whole(scribe: Scribe) -> None:
    def report(third: str, begins: str = "وفي كمين آخر") -> Any:
        first = "أعلن الشمال مقتل 20 متمردا في عمليات في منطقتي زاريت وقدار. وقتل 12 متمردا في زاريت."
        made = scribe("a", f"{first} {begins} قتل {third} متمردا.")
        for words, count in (("20 متمردا", "20"), ("12 متمردا", "12"), (f"{third} متمردا", third)):
            made.toll(words, "killed", count, side="rebels", victims="military", claimed_by=(NORTH,))
        return made

    assert told(report("13")) == [("count", "contradiction", ["20", "12 + 13"])]
    assert told(report("8")) == []
    assert told(report("13", "وكان قد")) == []


def test_a_number_where_another_report_says_that_none_is_known(scribe: Scribe) -> None:
    reports = []
    for name, count, words, day, text in (
        ("a", "unknown", "مقتل عدد غير محدد من جنود الجنوب", "2021-03-08", "وقع اشتباك في بلدة زاريت أسفر عن {}."),
        ("b", "7", "سبعة من جنوده قتلوا", "2021-03-09", "أقر ناطق بأن {} في اشتباك دار أمس حول زاريت الحدودية."),
    ):
        report = scribe(name, text.format(words), day)
        town = report.entity("LOC", "زاريت")
        event = report.event("ASSAULT", "اشتباك", mode="clash", actors=(NORTH, SOUTH), place=town, date="2021-03-08")
        report.toll(words, "killed", count, side="BBB", victims="military", event=event)
        reports.append(report)
    assert told(*reports) == [("count", "change", ["unknown", "7"])]
