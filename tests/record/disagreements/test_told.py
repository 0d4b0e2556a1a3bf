"""Disagreements that stand in the words of reports: causes, announced differences, stances, truces, measures."""

from collections.abc import Callable
from typing import Any

from hudna.record import Disagreement, derive

NORTH, SOUTH = "loc.AAA", "loc.BBB"


def only(*reports: Any) -> Disagreement:
    (found,) = derive(r.pair() for r in reports).disagreements
    return found


def strike(scribe: Callable[..., Any], name: str, why: str, by: str) -> Any:
    report = scribe(name, f"قصف سلاح الجو ميناء زاريت الحربي مساء الأحد {why}.", "2021-04-05")
    port = report.entity("FAC", "ميناء زاريت الحربي")
    fields = {"actors": (NORTH,), "place": port, "date": "2021-04-04", "claimed_by": (by,)}
    report.event("ASSAULT", "قصف", mode="aerial", **fields)
    return report


def test_other_causes_of_one_event(scribe: Callable[..., Any]) -> None:
    one = strike(scribe, "a", "ردا على إغراق سفينة", NORTH)
    other = strike(scribe, "b", "بذريعة وجود مستودعات صواريخ", SOUTH)
    record = derive([one.pair(), other.pair()])
    assert len(record.events) == 1
    found = next(d for d in record.disagreements if d.about == "cause")
    assert sorted(a.value for a in found.accounts) == ["بذريعة وجود مستودعات صواريخ", "ردا على إغراق سفينة"]
    assert not any(
        d.about == "cause"
        for d in derive([one.pair(), strike(scribe, "b", "ردا على إغراق السفينة", SOUTH).pair()]).disagreements
    )


def test_other_causes_of_one_deed_told_twice_in_a_report(scribe: Callable[..., Any]) -> None:
    report = scribe(
        "a", "قال القائد إن الجيش قصف زاريت ردا على كمين. وقال المتمردون إن الجيش قصف البلدة بهدف ترهيب السكان."
    )
    town = report.entity("LOC", "زاريت")
    for words, by in (("قصف زاريت", NORTH), ("قصف البلدة", SOUTH)):
        report.event("ASSAULT", words, actors=(NORTH,), place=town, claimed_by=(by,))
    found = next(d for d in derive([report.pair()]).disagreements if d.about == "cause")
    assert [a.value for a in found.accounts] == ["ردا على كمين", "بهدف ترهيب السكان"]


def test_what_a_report_says_that_others_differ_on(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "وتضاربت الأنباء حول أسباب الانفجار. فقد قال سكان إن لغما انفجر، وقال الجيش إن خزانا اشتعل.")
    report.claim("unnamed: residents", "قال سكان", "لغما انفجر")
    report.claim(NORTH, "وقال الجيش", "خزانا اشتعل")
    found = only(report)
    assert (found.about, found.event, found.topic) == ("cause", None, "حول أسباب الانفجار")
    assert [(a.value, a.claimed_by) for a in found.accounts] == [
        ("لغما انفجر", ("unnamed: residents",)),
        ("خزانا اشتعل", (NORTH,)),
    ]


def test_one_voice_alone_does_not_differ(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "وتضاربت الأنباء حول عدد القتلى. وقال الجيش إن خزانا اشتعل.")
    report.claim(NORTH, "وقال الجيش", "خزانا اشتعل")
    assert not derive([report.pair()]).disagreements


def test_a_side_that_agreed_and_by_its_foe_refused(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "وافق الشمال على الهدنة. وقال الجنوب إن جاره رفض الهدنة.")
    report.event("AGREE", "وافق", topic="ceasefire", actors=(NORTH,))
    report.event("REJECT", "رفض", topic="ceasefire", actors=(NORTH,), claimed_by=(SOUTH,))
    found = only(report)
    assert (found.about, found.topic, [a.value for a in found.accounts]) == (
        "occurrence",
        "ceasefire AAA",
        ["agreed", "refused"],
    )


def test_when_a_truce_begins(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, hour in (("a", "12:00"), ("b", "23:59")):
        report = scribe(name, f"أعلنت هدنة بين الطرفين تبدأ الأحد الساعة {hour}.", "2021-04-03")
        report.truce("هدنة", "announced", parties=(NORTH, SOUTH), start=f"2021-04-04T{hour}", duration="P5D")
        reports.append(report)
    found = only(*reports)
    assert (found.about, found.topic) == ("date", "truce")
    assert [a.value for a in found.accounts] == ["2021-04-04T12:00", "2021-04-04T23:59"]


def test_a_toll_that_is_denied(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "نفى الجيش مقتل 100 جندي في زاريت.")
    report.toll("مقتل 100 جندي", "killed", "100", side="AAA", victims="military", claimed_by=(NORTH,))
    report.claim(NORTH, "نفى", "مقتل 100 جندي في زاريت")
    found = only(report)
    assert (found.about, found.topic) == ("occurrence", "killed military AAA")
    assert [(a.value, a.claimed_by) for a in found.accounts] == [("affirmed", ()), ("denied", (NORTH,))]


def test_a_measure_not_taken_and_then_taken_has_changed(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, text, day, status in (
        ("a", "قالت الحكومة إنه لا حاجة إلى التعبئة.", "2021-04-03", "denied"),
        ("b", "وقع الرئيس مرسوما بشأن التعبئة الجزئية للاحتياط.", "2021-04-09", "actual"),
    ):
        report = scribe(name, text, day)
        report.event("MOBILIZE", "التعبئة", mode="troops", actors=(NORTH,), status=status)
        reports.append(report)
    found = only(*reports)
    assert (found.about, found.kind, [a.value for a in found.accounts]) == (
        "occurrence",
        "change",
        ["denied", "affirmed"],
    )


def test_why_one_side_struck_the_other_as_both_have_it(scribe: Callable[..., Any]) -> None:
    report = scribe(
        "a",
        "قال الجنوب إن جاره قصف القاعدة لمجرد افتراض خطر. وأعلن الشمال تدمير منصة. وقال إنها كانت تستعد لضرب مدنه.",
    )
    deed = {"actors": (NORTH,), "targets": (SOUTH,)}
    report.event("ASSAULT", "قصف", claimed_by=(SOUTH,), **deed)
    report.event("ASSAULT", "تدمير", claimed_by=(NORTH,), **deed)
    report.claim(NORTH, "وقال", "إنها كانت تستعد لضرب مدنه")
    found = next(d for d in derive([report.pair()]).disagreements if d.about == "cause")
    assert [a.value for a in found.accounts] == ["لمجرد افتراض خطر", "كانت تستعد لضرب مدنه"]


def test_a_claim_and_its_denial_without_an_event(scribe: Callable[..., Any]) -> None:
    text = "قالت المعارضة إن الوزير باع شحنات القمح للخارج. ونفى الوزير أن يكون باع شحنات القمح."
    report = scribe("a", text)
    report.claim("unnamed: opposition", "قالت المعارضة", "الوزير باع شحنات القمح للخارج")
    report.claim(NORTH, "نفى", "يكون باع شحنات القمح")
    found = only(report)
    assert (found.about, found.topic) == ("occurrence", "الوزير باع شحنات القمح للخارج")
    assert [a.value for a in found.accounts] == ["affirmed", "denied"]


def test_a_claim_that_another_calls_untrue(scribe: Callable[..., Any]) -> None:
    text = "قالت المعارضة إن شحنات القمح بيعت للخارج. وقال الوزير إن ما قيل عن شحنات القمح وبيعها للخارج عار عن الصحة."
    report = scribe("a", text)
    report.claim("unnamed: opposition", "قالت المعارضة", "شحنات القمح بيعت للخارج")
    report.claim(NORTH, "وقال الوزير", "ما قيل عن شحنات القمح وبيعها للخارج عار عن الصحة")
    assert only(report).about == "occurrence"


def test_another_account_of_the_same_dead(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "أعلن الجيش مقتل سبعة متسللين عند السياج. وقال سكان إن هؤلاء القتلى رعاة سقطوا في حقلهم.")
    report.claim(NORTH, "أعلن الجيش", "مقتل سبعة متسللين عند السياج")
    report.toll("مقتل سبعة متسللين", "killed", "7", claimed_by=(NORTH,))
    report.claim("unnamed: residents", "وقال سكان", "هؤلاء القتلى رعاة سقطوا في حقلهم")
    assert [a.claimed_by for a in only(report).accounts] == [(NORTH,), ("unnamed: residents",)]


def test_how_far_the_fighting_reaches(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال الشمال إن القتال امتد إلى زاريت. وقال الجنوب إن القتال دائر فقط في الجبال.")
    report.claim(NORTH, "قال الشمال", "القتال امتد إلى زاريت")
    report.claim(SOUTH, "وقال الجنوب", "القتال دائر فقط في الجبال")
    assert only(report).about == "place"


def test_a_charge_that_another_state_rejects(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "رفضت كوردال مشروع الشمال الذي يحمل الجنوب المسؤولية.")
    third = report.entity("ORG", "كوردال", side="CCC")
    report.event("ACCUSE", "يحمل", actors=(NORTH,), targets=(SOUTH,))
    report.event("REJECT", "رفضت", actors=(third,), targets=(NORTH,))
    assert [a.value for a in only(report).accounts] == ["affirmed", "refused"]


def test_to_rule_something_out_is_not_to_deny_it(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "واستبعد القائد أن يقتحم الجيش زاريت.")
    report.event("ASSAULT", "يقتحم", actors=(NORTH,))
    report.claim("unnamed: commander", "واستبعد القائد", "يقتحم الجيش زاريت")
    assert not derive([report.pair()]).disagreements


def test_other_causes_of_a_campaign_in_reports_of_two_days(scribe: Callable[..., Any]) -> None:
    one = scribe("a", "وردا على مقتل ضباط، يشن الشمال غارات على مواقع المتمردين.", "2021-04-05")
    two = scribe("b", "أطلق الشمال عملية ضد المتمردين بعد سلسلة من التفجيرات في عاصمته.", "2021-04-06")
    for report, words in ((one, "غارات"), (two, "عملية")):
        rebels = report.entity("ORG", "المتمردين", side="rebels")
        report.event("ASSAULT", words, actors=(NORTH,), targets=(rebels,))
    found = only(one, two)
    assert (found.about, [a.value for a in found.accounts]) == (
        "cause",
        ["ردا على مقتل ضباط", "بعد سلسلة من التفجيرات في عاصمته"],
    )
