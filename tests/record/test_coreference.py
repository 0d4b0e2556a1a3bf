from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hudna.reading import read
from hudna.record import derive
from hudna.record.coreference import sketches
from hudna.record.coreference.likeness import weigh
from hudna.record.facts import facts
from hudna.text import Document

CALL = "بحث سيرغي لافرنوف في اتصال هاتفي مع جيهون بيراموغلو الوضع على الحدود."
SAME = "تناول اتصال هاتفي بين سيرغي لافرنوف وجيهون بيراموغلو الوضع على الحدود."


def test_two_reports_of_one_call_are_one_event(phone_call: Callable[..., Any]) -> None:
    record = derive([phone_call("a", CALL, "2021-03-07").pair(), phone_call("b", SAME, "2021-03-07").pair()])
    (event,) = record.events
    assert event.documents == ("a", "b")
    assert len(event.tellings) == 2
    assert event.joins[0].rule == "same-happening"
    assert event.id[1:] == min(event.tellings)[1:]


def test_two_calls_of_the_same_pair_on_two_days_are_two(phone_call: Callable[..., Any]) -> None:
    record = derive([phone_call("a", CALL, "2021-03-07").pair(), phone_call("b", SAME, "2021-03-19").pair()])
    assert len(record.events) == 2


def test_one_document_never_tells_an_event_twice(phone_call: Callable[..., Any]) -> None:
    report = phone_call("a", CALL + "\nثم جاء لقاء.", "2021-03-07")
    report.event("CONSULT", "مع", mode="phone", actors=("e0", "e1"), date="2021-03-07")
    other = phone_call("b", SAME, "2021-03-07")
    record = derive([report.pair(), other.pair()])
    assert sorted(len(e.tellings) for e in record.events) == [1, 2]
    assert all(len(e.documents) == len(e.tellings) for e in record.events)


def test_a_call_and_a_meeting_are_two(phone_call: Callable[..., Any]) -> None:
    one = phone_call("a", CALL, "2021-03-07")
    two = phone_call("b", "عقد سيرغي لافرنوف لقاء مع جيهون بيراموغلو بعد اتصال هاتفي.", "2021-03-07")
    two.events.clear()
    two.event("CONSULT", "لقاء", mode="meeting", actors=("e0", "e1"), date="2021-03-07")
    assert len(derive([one.pair(), two.pair()]).events) == 2


def attack(scribe: Callable[..., Any], name: str, text: str, **fields: Any) -> Any:
    report = scribe(name, text, "2021-03-08")
    army, town = report.entity("ORG", "قوات الشمال", side="AAA"), report.entity("LOC", "زاريت")
    report.event("ASSAULT", "قصفت", actors=(army,), place=town, **fields)
    return report.pair()


def test_an_undated_telling_joins_by_place_actor_and_wording(scribe: Callable[..., Any]) -> None:
    one = attack(scribe, "a", "قصفت قوات الشمال بلدة زاريت الحدودية بالمدفعية.", date="2021-03-08")
    two = attack(scribe, "b", "قصفت قوات الشمال زاريت بالمدفعية الثقيلة.")
    assert len(derive([one, two]).events) == 1


def test_the_same_act_of_two_sides_is_two(scribe: Callable[..., Any]) -> None:
    one = attack(scribe, "a", "قصفت قوات الشمال بلدة زاريت الحدودية.", date="2021-03-08")
    report = scribe("b", "ردا على ذلك قصفت قوات الجنوب تلالا قرب زاريت مساء.", "2021-03-08")
    army, town = report.entity("ORG", "قوات الجنوب", side="BBB"), report.entity("LOC", "زاريت")
    report.event("ASSAULT", "قصفت", actors=(army,), place=town, date="2021-03-08")
    assert len(derive([one, report.pair()]).events) == 2


def test_who_is_struck_in_one_and_strikes_in_the_other_speaks_for_two(scribe: Callable[..., Any]) -> None:
    def weight(actors: tuple[str, ...], targets: tuple[str, ...]) -> float:
        held = []
        for name, by, against in (("a", ("loc.AAA",), ("loc.BBB",)), ("b", actors, targets)):
            report = scribe(name, "وقع هجوم قرب بلدة زاريت الحدودية فجرا.", "2021-03-08")
            report.event("ASSAULT", "هجوم", actors=by, targets=against)
            document, reading = report.pair()
            own = facts(reading, {})
            held.extend(sketches(document, reading, own, {}, {}, line=name, bonds={}))
        return weigh(*held)

    assert weight((), ("loc.AAA",)) < weight((), ("loc.CCC",)) < weight((), ("loc.BBB",))


def test_what_is_planned_is_not_what_happened(scribe: Callable[..., Any]) -> None:
    text = "يصل الوزير كارلو بنداس إلى العاصمة في زيارة رسمية."
    done, planned = (
        scribe("a", text, "2021-03-08"),
        scribe("b", "يعتزم كارلو بنداس القيام في زيارة إلى الجنوب.", "2021-03-07"),
    )
    for report, status in ((done, "actual"), (planned, "planned")):
        guest = report.entity("PER", "كارلو بنداس", side="AAA")
        report.event("CONSULT", "زيارة", mode="visit", actors=(guest,), status=status, date="2021-03-08")
    assert len(derive([done.pair(), planned.pair()]).events) == 2


def test_the_event_takes_the_narrowest_date_that_all_allow(phone_call: Callable[..., Any]) -> None:
    one, two = phone_call("a", CALL, "2021-03-07"), phone_call("b", SAME, "2021-03-07")
    two.events[0] = replace(two.events[0], date="2021-03-06/2021-03-08")
    (event,) = derive([one.pair(), two.pair()]).events
    assert event.date == "2021-03-07"


PAIRS = [
    ("سيرغي لافرنوف", "جيهون بيراموغلو"),
    ("مولود أوزبيك", "نيكوس ديندرياس"),
    ("إبراهيم الماحي", "عبد الفتاح الجزولي"),
]


def told_call(scribe: Callable[..., Any], name: str, pair: tuple[str, str], published: str, **told: Any) -> Any:
    report = scribe(name, told["text"].format(*pair), published)
    people = tuple(report.entity("PER", who, side=side) for who, side in zip(pair, ("AAA", "BBB"), strict=True))
    report.event("CONSULT", "اتصال هاتفي", mode="phone", actors=people, date=told["day"])
    return report.pair()


@pytest.mark.parametrize("pair", PAIRS)
def test_two_calls_on_two_days_stay_two_and_a_late_report_joins_its_own(
    scribe: Callable[..., Any], pair: tuple[str, str]
) -> None:
    first = told_call(
        scribe, "a", pair, "2021-03-07", text="بحث {0} و{1} في اتصال هاتفي سبل وقف القتال.", day="2021-03-07"
    )
    second = told_call(
        scribe, "b", pair, "2021-03-09", text="بحث {0} و{1} في اتصال هاتفي سبل وقف القتال.", day="2021-03-09"
    )
    late = told_call(
        scribe, "c", pair, "2021-03-10", text="كان {1} قد تلقى الأحد اتصال هاتفي من {0}.", day="2021-03-07"
    )
    record = derive([first, second, late])
    assert sorted(e.documents for e in record.events) == [("a", "c"), ("b",)]


ONE_ATTACK = [
    (
        "انفجرت سيارة مفخخة صباح الأربعاء في حي الكرادة وسط بغداد، ما أسفر عن مقتل 12 شخصا.",
        "قتل 12 شخصا وأصيب العشرات في انفجار سيارة مفخخة في حي الكرادة ببغداد الأربعاء.",
    ),
    (
        "انفجرت سيارة مفخخة الأربعاء في سوق شعبي وسط كابول، ما أسفر عن مقتل 12 شخصا.",
        "قالت الشرطة إن 15 شخصا قتلوا عندما انفجرت سيارة مفخخة الأربعاء في سوق في كابول.",
    ),
]
TWO_ATTACKS = [
    (
        "انفجرت سيارة مفخخة صباح الأربعاء في حي الكرادة وسط بغداد، ما أسفر عن مقتل 12 شخصا.",
        "انفجرت عبوة ناسفة مساء الأربعاء في حي المنصور غرب بغداد، ما أسفر عن مقتل ثلاثة أشخاص.",
    ),
    (
        "انفجرت سيارة مفخخة الأربعاء في كابول، ما أسفر عن مقتل 40 شخصا.",
        "انفجرت عبوة ناسفة الأربعاء في كابول، ما أسفر عن مقتل 3 أشخاص.",
    ),
    (
        "قصفت طائرات حربية حي الصاخور في حلب فجر الأربعاء ما أدى إلى مقتل 20 مدنيا.",
        "قصفت مروحيات حي السكري في حلب مساء الأربعاء ما أدى إلى مقتل 5 مدنيين.",
    ),
]


def attacks(*texts: str) -> list[tuple[str, ...]]:
    """The reports of each attack that texts of one day tell of."""
    told = [Document(f"report-{n}", text, published="2016-05-11") for n, text in enumerate(texts)]
    record = derive((document, read(document)) for document in told)
    return sorted(e.documents for e in record.events if e.type == "ASSAULT")


@pytest.mark.parametrize(("one", "two"), ONE_ATTACK)
def test_one_attack_told_by_two_outlets_is_one(one: str, two: str) -> None:
    assert attacks(one, two) == [("report-0", "report-1")]


@pytest.mark.parametrize(("one", "two"), TWO_ATTACKS)
def test_two_attacks_on_one_city_and_day_with_other_particulars_are_two(one: str, two: str) -> None:
    assert attacks(one, two) == [("report-0",), ("report-1",)]


FIRST = "قصفت قوات الشمال بالمدفعية الثقيلة مواقع قرب الحدود التركية فجرا وفق سكان."
SECOND = "سمع دوي كبير حين قصفت قوات الشمال بالمدفعية مواقع قرب الحدود التركية، ولم يصب أحد."


def shelling(scribe: Callable[..., Any], name: str, text: str, where: str, victims: tuple[str, str | None]) -> Any:
    report = scribe(name, text, "2021-03-08")
    army, place = report.entity("ORG", "قوات الشمال", side="AAA"), report.entity("LOC", where)
    target = report.entity("ORG", victims[0], side=victims[1])
    report.event("ASSAULT", "قصفت", actors=(army,), targets=(target,), place=place, date="2021-03-08")
    return report.pair()


def test_a_bare_name_is_no_other_place(scribe: Callable[..., Any]) -> None:
    one = shelling(scribe, "a", FIRST, "الحدود التركية", ("مواقع", None))
    two = shelling(scribe, "b", SECOND, "الحدود التركية", ("أحد", None))
    (event,) = derive([one, two]).events
    assert len(event.tellings) == 2


def test_a_bare_name_without_a_side_is_not_held_against_a_side(scribe: Callable[..., Any]) -> None:
    told = "قصفت قوات الشمال {} عند الجسر الكبير وسط زاريت."
    one = shelling(scribe, "a", told.format("الجيش"), "زاريت", ("الجيش", None))
    two = shelling(scribe, "b", "أمس " + told.format("حامية الجنوب"), "زاريت", ("حامية الجنوب", "BBB"))
    (event,) = derive([one, two]).events
    assert "+1.0" in event.joins[0].why
    assert "targets" not in event.joins[0].why


def test_a_month_in_common_is_no_wording_in_common() -> None:
    one = "قالت وكالة الأنباء إن جماعة مسلحة هاجمت قرية سيلان في مارس 2007."
    two = "تذكر اللجنة أن جماعة غريبة هاجمت ميناء الجاردن في مارس 2007."
    assert len(attacks(one, two)) == 2


def points(scribe: Callable[..., Any], *told: tuple[str, str, str, dict[str, Any]]) -> float:
    """The points of two tellings, each given by its text, its type, the word that tells it and its fields."""
    held = []
    for name, (text, kind, word, fields) in zip("ab", told, strict=True):
        report = scribe(name, text, fields.pop("published", "2021-03-08"))
        report.event(kind, word, **fields)
        document, reading = report.pair()
        held.extend(sketches(document, reading, facts(reading, {}), {}, {}, line=name, bonds={}))
    return weigh(*held)


def test_all_forms_of_a_word_tell_the_same(scribe: Callable[..., Any]) -> None:
    told = ("وقال شهود إن المسلحين هاجموا مخفرا.", "ASSAULT", "هاجموا", {})
    assert points(scribe, told, ("تعرض مخفر إلى هجوم ليلا.", "ASSAULT", "هجوم", {})) > points(
        scribe, told, ("تعرض مخفر إلى اعتداء ليلا.", "ASSAULT", "اعتداء", {})
    )


def test_what_two_bodies_say_of_one_deed_is_two(scribe: Callable[..., Any]) -> None:
    """«أدانت …»: condemnations of one bombing are worded alike, whoever condemns."""
    reports = []
    for name, body in (("a", "منظمة البحيرات"), ("b", "رابطة السواحل")):
        report = scribe(name, f"أدانت {body} التفجير الذي استهدف سوقا في بلدة زاريت وأودى بالعشرات.", "2021-03-08")
        own = report.entity("ORG", body)
        report.event("ACCUSE", "أدانت", actors=(own,), date="2021-03-08")
        reports.append(report.pair())
    assert len(derive(reports).events) == 2


def test_an_accord_of_long_ago_that_two_reports_date_by_its_month_is_one(scribe: Callable[..., Any]) -> None:
    reports = []
    for name, published, text in (
        ("a", "2021-08-02", "هدأت الجبهات منذ أن أبرم الشمال والجنوب اتفاق زاريت في شباط."),
        ("b", "2021-11-20", "وبموجب ما أبرم الطرفان في زاريت في شباط كان على الشمال والجنوب سحب المدافع."),
    ):
        report = scribe(name, text, published)
        one, two = report.entity("ORG", "الشمال", side="AAA"), report.entity("ORG", "الجنوب", side="BBB")
        town = report.entity("LOC", "زاريت")
        report.event("AGREE", "أبرم", actors=(one, two), place=town, date="2021-02")
        reports.append(report.pair())
    assert len(derive(reports).events) == 1


def test_a_day_of_a_month_is_hardly_its_date(scribe: Callable[..., Any]) -> None:
    def weight(date: str) -> float:
        many = ("تزايدت الهجمات على القوافل.", "ASSAULT", "الهجمات", {"date": date})
        return points(scribe, ("وقع هجوم على قافلة.", "ASSAULT", "هجوم", {"date": "2021-03-07"}), many)

    assert weight("2021-03") < weight("2021-03-07")
