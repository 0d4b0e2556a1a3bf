from collections.abc import Callable
from typing import Any

from hudna.record import Entity, Record, derive, entities
from hudna.record.forms import Form


def people(record: Record) -> list[Entity]:
    return [e for e in record.entities if e.type == "PER"]


def test_spellings_of_a_person_are_one_with_the_evidence(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "قال الوزير دافيد زالكالي."), scribe("b", "قال ديفيد زالكالي.")
    one.entity("PER", "دافيد زالكالي", side="GEO")
    two.entity("PER", "ديفيد زالكالي", side="GEO")
    (person,) = people(derive([one.pair(), two.pair()]))
    assert {s.text for s in person.spellings} == {"دافيد زالكالي", "ديفيد زالكالي"}
    assert [j.rule for j in person.joins] == ["same-consonants"]
    assert {person.joins[0].left, person.joins[0].right} == {m.id for m in person.members}


def test_a_person_keeps_the_id_as_reports_come_and_go(scribe: Callable[..., Any]) -> None:
    reports = [scribe(n, f"قال ديفيد زالكالي كلمة {n}.") for n in "abcdef"]
    for report in reports:
        report.entity("PER", "ديفيد زالكالي", side="GEO")
    held = [r.pair() for r in reports]
    assert len({person.id for n in range(6) for person in people(derive(held[n:]))}) == 1
    assert people(derive(held[:1]))[0].id == people(derive(held[-1:]))[0].id


def test_homonyms_that_only_a_judgement_keeps_apart_have_ids_of_their_own() -> None:
    forms = [Form("PER", "", "خالد زركان", "SYR", on=on) for on in ("", "IRQ", "SYR")]
    found = list(entities.ids([forms[:1], forms[1:2], forms[2:]]))
    assert len(set(found)) == 3
    assert found == list(entities.ids([forms[:1], forms[1:2], forms[2:]]))


def test_a_body_that_the_lexicon_knows_has_one_id_whatever_reports_call_it() -> None:
    one, two = (Form("ORG", "org.un", text, "") for text in ("الأمم المتحدة", "المنظمة الدولية"))
    assert list(entities.ids([[one]])) == list(entities.ids([[two]])) == list(entities.ids([[two, one]]))


def test_homonyms_of_two_sides_stay_apart(scribe: Callable[..., Any]) -> None:
    reports = [scribe(n, "قال خالد الحسن كلمة.") for n in "abc"]
    for report, side in zip(reports, ("SYR", "IRQ", None), strict=True):
        report.entity("PER", "خالد الحسن", side=side)
    found = people(derive(r.pair() for r in reports))
    assert len(found) == 3  # the one without a side can be either, so it is neither


def test_a_family_name_finds_the_only_person_of_that_name(scribe: Callable[..., Any]) -> None:
    full, short = scribe("a", "وصل سيرغي لافرنوف."), scribe("b", "قال لافرنوف.")
    full.entity("PER", "سيرغي لافرنوف", side="AAA")
    short.entity("PER", "لافرنوف")
    assert len(people(derive([full.pair(), short.pair()]))) == 1


def test_a_father_is_not_his_son(scribe: Callable[..., Any]) -> None:
    son, father = scribe("a", "قتل الطفل علي سعد زرقاوين."), scribe("b", "أصيب سعد زرقاوين بجروح.")
    son.entity("PER", "علي سعد زرقاوين", side="SYR")
    father.entity("PER", "سعد زرقاوين", side="SYR")
    assert len(people(derive([son.pair(), father.pair()]))) == 2


def test_a_family_name_of_two_persons_goes_by_office(scribe: Callable[..., Any]) -> None:
    president, speaker, short = (
        scribe("a", "التقى رئيس البرلمان حيدر علينوف."),
        scribe("b", "قال وزير النقل إلهام علينوف."),
        scribe("c", "أكد وزير النقل علينوف ذلك."),
    )
    president.entity("PER", "حيدر علينوف", side="AAA", title="رئيس البرلمان")
    speaker.entity("PER", "إلهام علينوف", side="BBB", title="وزير النقل")
    short.entity("PER", "علينوف", title="وزير النقل")
    found = people(derive([president.pair(), speaker.pair(), short.pair()]))
    assert sorted(len(p.members) for p in found) == [1, 2]
    assert next(p for p in found if len(p.members) == 2).name == "إلهام علينوف"


def test_a_ministry_is_one_with_or_without_its_nisba(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "قالت وزارة الدفاع الأذربيجانية."), scribe("b", "قالت وزارة الدفاع في بيان.")
    other = scribe("c", "قالت وزارة الدفاع هناك.")
    one.entity("ORG", "وزارة الدفاع الأذربيجانية", side="AZE")
    two.entity("ORG", "وزارة الدفاع", side="AZE")
    other.entity("ORG", "وزارة الدفاع", side="ARM")
    record = derive([one.pair(), two.pair(), other.pair()])
    assert sorted(len(e.members) for e in record.entities if e.type == "ORG") == [1, 2]


def test_bodies_of_one_class_and_state_are_one(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "تقدم الجيش الأرميني."), scribe("b", "تقدمت القوات المسلحة الأرمينية.")
    one.entity("ORG", "الجيش الأرميني", side="ARM")
    two.entity("ORG", "القوات المسلحة الأرمينية", side="ARM")
    (army,) = (e for e in derive([one.pair(), two.pair()]).entities if e.type == "ORG")
    assert army.lexicon is None
    assert army.joins[0].rule == "same-class"


def test_a_class_of_body_is_its_only_entry_in_the_lexicon(scribe: Callable[..., Any]) -> None:
    reports = [
        scribe(n, f"تقدم {name} شمالا.")
        for n, name in (("a", "الجيش الأرميني"), ("b", "جيش أرمينيا"), ("c", "القوات الأرمينية"))
    ]
    reports[0].entity("ORG", "الجيش الأرميني", side="ARM", lexicon="org.army_one")
    reports[1].entity("ORG", "جيش أرمينيا", side="ARM")
    (army,) = (e for e in derive(r.pair() for r in reports[:2]).entities if e.type == "ORG")
    assert army.lexicon == "org.army_one"
    reports[2].entity("ORG", "القوات الأرمينية", side="ARM", lexicon="org.army_two")
    (one, other) = (e for e in derive(r.pair() for r in reports).entities if e.type == "ORG")
    assert {one.lexicon, other.lexicon} == {"org.army_one", "org.army_two"}


def test_a_bare_head_noun_is_of_its_document_only(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "قالت الوزارة أمس كلاما طويلا."), scribe("b", "ردت الوزارة اليوم على سؤال آخر.")
    one.entity("ORG", "الوزارة")
    two.entity("ORG", "الوزارة")
    assert len(derive([one.pair(), two.pair()]).entities) == 2


def test_places_are_joined_with_care(scribe: Callable[..., Any]) -> None:
    names = ("قره باغ", "قره داغ", "مرتفعات قره باغ")
    reports = [scribe(str(n), f"وصل إلى {name} صباحا.") for n, name in enumerate(names)]
    for report, name in zip(reports, names, strict=True):
        report.entity("LOC", name)
    found = {frozenset(s.text for s in e.spellings) for e in derive(r.pair() for r in reports).entities}
    assert found == {frozenset({"قره باغ", "مرتفعات قره باغ"}), frozenset({"قره داغ"})}


def test_the_lexicon_joins_what_no_spelling_can(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "في ناجورنو كاراباخ."), scribe("b", "في ناغورني قره باغ.")
    one.entity("LOC", "ناجورنو كاراباخ", lexicon="loc.nk")
    two.entity("LOC", "ناغورني قره باغ", lexicon="loc.nk")
    (place,) = derive([one.pair(), two.pair()]).entities
    assert place.lexicon == "loc.nk"
    assert place.joins[0].rule == "same-entry"


def test_countries_keep_their_id_and_need_no_mention(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "اتهمت باكو يريفان بالقصف.")
    report.entity("LOC", "باكو", own="loc.AZE")
    report.event("ACCUSE", "اتهمت", actors=("loc.AZE",), targets=("loc.ARM",))
    record = derive([report.pair()])
    assert {e.id: (e.side, len(e.members)) for e in record.entities} == {"loc.AZE": ("AZE", 1), "loc.ARM": ("ARM", 0)}


def test_an_article_swallowed_by_a_preposition_is_written_whole(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "وصل الوفد للحكومة المؤقتة.")
    report.entity("ORG", "لحكومة المؤقتة", side="AAA")
    (body,) = derive([report.pair()]).entities
    assert body.name == "الحكومة المؤقتة"
    assert [s.text for s in body.spellings] == ["الحكومة المؤقتة"]


def test_an_entry_of_the_lexicon_is_one_whatever_sides_it_is_seen_on(scribe: Callable[..., Any]) -> None:
    reports = [scribe(n, "قال خالد الحسن كلمة.") for n in "ab"]
    for report, side in zip(reports, ("SYR", "rebels"), strict=True):
        report.entity("PER", "خالد الحسن", side=side, lexicon="per.khaled")
    (person,) = people(derive(r.pair() for r in reports))
    assert len(person.members) == 2


def test_any_name_of_a_body_tells_its_class(scribe: Callable[..., Any]) -> None:
    one, two = scribe("a", "الحكومة الشرعية السودانية قالت إن الحكومة باقية."), scribe("b", "قالت الحكومة السودانية.")
    one.entity("ORG", "الحكومة الشرعية السودانية", "الحكومة", side="SDN")
    two.entity("ORG", "الحكومة السودانية", side="SDN")
    assert [len(e.members) for e in derive([one.pair(), two.pair()]).entities if e.type == "ORG"] == [2]


def bodies(scribe: Callable[..., Any], *named: tuple[str, str]) -> list[int]:
    """Members of each body of reports on Yemen that name one coalition each, as text and lexicon entry."""
    out = []
    for number, (name, entry) in enumerate(named):
        report = scribe(f"r{number}", f"قصف {name} مواقع في اليمن.")
        report.entity("LOC", "اليمن", own="loc.YEM")
        report.entity("ORG", name, lexicon=entry)
        out.append(report.pair())
    return sorted(len(e.members) for e in derive(out).entities if e.type == "ORG")


def test_a_bare_coalition_is_the_only_one_named_in_reports_on_the_same_country(scribe: Callable[..., Any]) -> None:
    bare, arab, global_ = ("قوات التحالف", "o.bare"), ("التحالف العربي", "o.arab"), ("التحالف الدولي", "o.global")
    assert bodies(scribe, bare, arab) == [2]
    assert bodies(scribe, bare, bare) == [2]
    assert bodies(scribe, bare, arab, global_) == [1, 1, 1]


def test_an_entity_told_on_two_sides_alike_is_on_neither(scribe: Callable[..., Any]) -> None:
    reports = [scribe(n, "قال خالد الحسن كلمة.") for n in "ab"]
    for report, side in zip(reports, ("SYR", "rebels"), strict=True):
        report.entity("PER", "خالد الحسن", side=side, lexicon="per.khaled")
    assert [p.side for p in people(derive(r.pair() for r in reports))] == [None]
