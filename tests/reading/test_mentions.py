import re

import pytest

from hudna.reading.mention_rules import RULES
from hudna.reading.rule import Rule
from tests.reading.opened import cast_of


def mentions(text: str) -> list[tuple[str, str]]:
    """Each mention with the type of its entity, or the id of its country."""
    cast = cast_of(text)
    kinds = {e.id: e.id if e.id.startswith("loc.") else e.type for e in cast.entities}
    return [(text[m.span.start : m.span.end], kinds[m.entity]) for m in cast.mentions]


def groups(text: str) -> set[frozenset[str]]:
    """The spellings of each entity."""
    cast = cast_of(text)
    return {
        frozenset(text[m.span.start : m.span.end] for m in cast.mentions if m.entity == e.id) for e in cast.entities
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    marked = [m.span() for m in re.finditer(r"\[.*?\]", rule.example)]
    text = rule.example.replace("[", "").replace("]", "")
    cast = cast_of(text)
    found = {m.span: m.rule for m in cast.mentions}
    for n, (start, end) in enumerate(marked):
        assert found.get((start - 2 * n, end - 2 * n - 2)) == rule.id


def test_every_mention_carries_a_known_rule() -> None:
    known = {r.id for r in RULES}
    cast = cast_of("قال وزير الخارجية التركي إن الجيش الليبي قصف مدينة سرت. وأضاف الوزير أن باكو ترفض.")
    assert {m.rule for m in cast.mentions} <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أكدت وزارة الدفاع الأرمنية ذلك.", [("وزارة الدفاع الأرمنية", "ORG")]),
        ("وزارة الدفاع في أذربيجان نفت.", [("وزارة الدفاع", "ORG"), ("أذربيجان", "loc.AZE")]),
        ("وجاء في بيان لخارجية أذربيجان أمس.", [("خارجية أذربيجان", "ORG")]),
        ("قصفت المدفعية مواقع للجيش السوداني.", [("لجيش السوداني", "ORG")]),
        ("قائد القوات الجوية الأذري حضر.", [("القوات الجوية", "ORG")]),
        ("طائرات تركية قصفت الموقع.", []),
        ("قالت باكو إن القصف مستمر.", [("باكو", "loc.AZE")]),
        ("عقد اللقاء في باكو أمس.", [("باكو", "LOC")]),
        ("بحث التعاون بين موسكو وأنقرة.", [("موسكو", "loc.RUS"), ("أنقرة", "loc.TUR")]),
        ("معارك في شرق أوكرانيا.", [("أوكرانيا", "loc.UKR")]),
        ("التقى رئيس الجمهورية اليمنية الوفد.", [("الجمهورية اليمنية", "loc.YEM")]),
        ("اقتحموا مطار بنينا الدولي فجرا.", [("مطار بنينا الدولي", "FAC")]),
        ("المخا والحديدة مدينتان.", [("المخا", "LOC"), ("الحديدة", "LOC")]),
    ],
)
def test_names_and_their_types(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize("office", ["الرئيس", "الوزير", "السفير", "المبعوث", "القائد"])
@pytest.mark.parametrize(
    ("nisba", "side"),
    [
        ("المصري", "EGY"),
        ("الجزائري", "DZA"),
        ("اللبناني", "LBN"),
        ("التونسي", "TUN"),
        ("المغربي", "MAR"),
        ("العراقي", "IRQ"),
        ("السوداني", "SDN"),
        ("اليمني", "YEM"),
        ("الليبي", "LBY"),
        ("الفلسطيني", "PSE"),
        ("التركي", "TUR"),
        ("الأفغاني", "AFG"),
    ],
)
@pytest.mark.parametrize("name", ["عبد الحميد بوزيد", "أبو بكر الشاذلي", "عز الدين بوعلام", "نور الدين بوزيان"])
def test_the_adjective_of_a_state_after_an_office_is_no_name(office: str, nisba: str, side: str, name: str) -> None:
    cast = cast_of(f"وصل {office} {nisba} {name} إلى المطار.")
    assert [(e.name, e.side) for e in cast.entities if e.type == "PER"] == [(name, side)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حث الاتحاد الأفريقي كينيا على الحوار.", [("الاتحاد الأفريقي", "ORG"), ("كينيا", "loc.KEN")]),
        ("عاد وفد اللجنة الأولمبية العربية السعودية.", [("اللجنة الأولمبية العربية السعودية", "ORG")]),
        ("انتشرت القوة الأمنية زوارة هناك.", [("القوة الأمنية زوارة", "ORG")]),
        ("أغارت مقاتلات التحالف العربي فجرا.", [("التحالف العربي", "ORG")]),
        ("وأطلقت بوارج التحالف صواريخ.", [("التحالف", "ORG")]),
        ("هاجمت حركة الشباب البلدة ليلا.", [("حركة الشباب", "ORG")]),
        ("اتهم حزب الدعوة المجلس الأعلى بالتأخر.", [("حزب الدعوة", "ORG"), ("المجلس الأعلى", "ORG")]),
        ("عبرت السفن قناة السويس فجرا.", [("قناة السويس", "LOC")]),
        ("توقفت حركة المرور في الحي.", []),
        ("رفضت حكومة مالي العرض.", [("حكومة مالي", "ORG")]),
        ("يرفض دوماً دعماً سورياً للقرار.", []),
        ("أغار التحالف العربي بقيادة السعودية.", [("التحالف العربي", "ORG"), ("السعودية", "loc.SAU")]),
        ("ترشح إلى رئاسة كينيا.", [("كينيا", "loc.KEN")]),
        ("زار الكلية الحربية المصرية.", [("الكلية الحربية المصرية", "ORG")]),
        ("حضر اللواء ركن سعيد الغامدي.", [("سعيد الغامدي", "PER")]),
        ("اعتقلت قوات الاحتلال الروسي مزارعا.", [("قوات الاحتلال الروسي", "ORG")]),
        ("قالت شرطة المدينة إن الهدوء عاد.", [("شرطة المدينة", "ORG")]),
        ("أغلق الجنود حاجز حوارة صباحا.", [("حاجز حوارة", "FAC")]),
        ("اتهمت أوغندا ومعارضون مسلحون بعضهم.", [("أوغندا", "loc.UGA")]),
        ("تبادلت أوغندا وانفصاليون موالون لها القصف.", [("أوغندا", "loc.UGA"), ("انفصاليون", "ORG")]),
        ("كتب ڈاکٹر سلیم خاں مقالا.", []),
        ("قال ناصر فارس منصور، الناطق باسم الحراك، إن القتال مستمر.", [("ناصر فارس منصور", "PER")]),
        ("وقال صالح قائد مبارك إن الهدنة انتهت.", [("صالح قائد مبارك", "PER")]),
        ("فر أنصار المخلوع صالح ليلا.", [("أنصار المخلوع صالح", "ORG")]),
        ("وقال شاهد عيان إن القصف استمر.", []),
        ("وأكد مصدر أمني رفيع أن القصف استمر.", []),
    ],
)
def test_where_a_name_ends_and_what_is_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "rank", ["اللواء الركن طيار", "اللواء ركن طيار", "عميد طيار ركن", "العقيد الركن المتقاعد", "اللواء أركان حرب"]
)
def test_a_branch_of_arms_belongs_to_the_rank(rank: str) -> None:
    assert mentions(f"حضر {rank} سليم الدوري الاجتماع.") == [("سليم الدوري", "PER")]


def test_ranks_and_offices_in_a_row_lead_to_one_holder() -> None:
    text = "قال القائد العام للقوات المسلحة الكينية وزير الدفاع الفريق أول سليم الدوري إن الجيش جاهز."
    assert ("سليم الدوري", "PER") in mentions(text)


@pytest.mark.parametrize("place", ["ناغورني كاراباخ", "القرم", "أبخازيا", "كشمير", "الجولان", "الصحراء الغربية"])
def test_a_disputed_place_tells_no_side(place: str) -> None:
    cast = cast_of(f"وصل المراقبون إلى {place} أمس.")
    assert [(e.type, e.side) for e in cast.entities] == [("LOC", None)]


def test_an_article_swallowed_by_a_particle_is_restored_in_the_name() -> None:
    cast = cast_of("قصفت المدفعية مواقع للجيش السوداني.")
    assert cast.entities[0].name == "الجيش السوداني"
    assert cast.entities[0].side == "SDN"


def test_variants_of_one_body_are_one_entity_and_the_ministry_another() -> None:
    text = "قصف الجيش الأذري الموقع. وقالت القوات الأذربيجانية إنها ردت. ونفت وزارة الدفاع الأذربيجانية ذلك."
    assert groups(text) == {
        frozenset({"الجيش الأذري", "القوات الأذربيجانية"}),
        frozenset({"وزارة الدفاع الأذربيجانية"}),
    }


def test_a_short_name_joins_the_full_one_before_or_after_it() -> None:
    text = "كاسيموف يزور الحدود\nقال الوزير تيمور كاسيموف إن الهدنة صامدة، ثم غادر كاسيموف."
    assert groups(text) == {frozenset({"كاسيموف", "تيمور كاسيموف"})}


def test_a_family_name_is_that_of_whom_the_text_named_not_of_the_lexicon() -> None:
    text = "قال اللواء أطهر عباس، المتحدث باسم الجيش الباكستاني، إن الطريق آمن. وغادر اللواء عباس المدينة."
    assert frozenset({"أطهر عباس", "عباس"}) in groups(text)


def test_a_rank_brings_another_of_a_known_family() -> None:
    text = "قال الميجور جنرال نك كارتر إن الطريق آمن. وأضاف كارتر أن الجسر سليم."
    assert groups(text) == {frozenset({"نك كارتر", "كارتر"})}


def test_two_persons_of_one_family_stay_apart() -> None:
    text = "قال الرئيس بشار الأسد كلمته، وحضر العقيد ماهر الأسد اللقاء."
    assert len(groups(text)) == 2


def test_an_office_goes_to_the_entity_not_into_the_mention() -> None:
    cast = cast_of("قال وزير الدفاع الجورجي ليفان توروفيتش إن الوضع هادئ.")
    person = next(e for e in cast.entities if e.type == "PER")
    assert (person.name, person.side) == ("ليفان توروفيتش", "GEO")
    assert [(r.title, r.of) for r in person.roles] == [("وزير الدفاع الجورجي", "GEO")]


def test_the_white_house_is_no_former_administration() -> None:
    text = "انتقدت إدارة أوباما الهجوم قبل سنوات. ويرفض البيت الأبيض اليوم الحرب."
    assert groups(text) == {frozenset({"إدارة أوباما"}), frozenset({"البيت الأبيض"})}


def test_forces_are_told_apart_by_whom_they_back() -> None:
    text = "هاجمت القوات الموالية لحفتر المطار.\nوردت القوات الموالية لحكومة الوفاق، ثم انسحبت القوات الموالية لحفتر."
    cast = cast_of(text)
    forces = [m.entity for m in cast.mentions if text[m.span.start : m.span.end] == "القوات الموالية"]
    assert forces[0] == forces[2] != forces[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأعرب الفريق أول سعدي لطفي عن شكره للحاضرين.", "سعدي لطفي"),
        ("نقلت الصحيفة عن الناطق باسم الجبهة الشمالية هاني البحر أن الهجوم توقف.", "هاني البحر"),
        ("وقال العميد بالحرس الثوري سمير صياد رستمي إن المناورات انتهت.", "سمير صياد رستمي"),
        ("قال وزير الزراعة والموارد المائية والصيد البحري سامي الكيلاني إن الموسم جيد.", "سامي الكيلاني"),
        ("وقال الناطق الرسمي برئاسة الجمهورية رضا بوعزيزي للصحفيين.", "رضا بوعزيزي"),
        ("وأوضح مدير إدارة الإعلام بالهلال الأحمر حسن العمري طريقة التسجيل.", "حسن العمري"),
        ("وأوضح المتحدث الأمني بالمديرية اللواء سامي بن راشد أن الطريق مفتوح.", "سامي بن راشد"),
    ],
)
def test_an_office_with_a_long_phrase_has_its_holder(text: str, name: str) -> None:
    assert (name, "PER") in mentions(text)


def test_an_office_takes_no_verb_for_a_name() -> None:
    assert ("سعيد يكتب", "PER") not in mentions("وقال رئيس الحكومة سعيد يكتب في الصحيفة كل يوم.")


def test_two_adjectives_after_a_noun_are_nobody() -> None:
    found = mentions("زار وزير الإنتاج الحربي المصري المصنع.")
    assert not [m for m in found if m[1] == "PER"]


def test_a_body_joined_to_an_office_stays_a_body() -> None:
    found = mentions("جرى لقاء بين ممثلي طالبان والحكومة الأفغانية في بلدة حدودية.")
    assert ("الحكومة الأفغانية", "ORG") in found


def test_the_end_of_a_compound_name_is_no_family_name() -> None:
    found = mentions("وصل قائد الشرطة سامي فتح الله إلى المقر. ونحمد الله على السلامة.")
    assert "الله" not in [text for text, _ in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقع انفجار في مدينة ورجل صباحا.", "ورجل"),
        ("دخلوا بلدة بيت أمر من الشرق.", "بيت أمر"),
        ("وصلوا إلى حي النعيمة.", "النعيمة"),
    ],
)
def test_a_plain_word_after_the_noun_for_a_settlement_is_its_name(text: str, name: str) -> None:
    assert mentions(text) == [(name, "LOC")]


@pytest.mark.parametrize("text", ["هاجموا مدينة سياحية.", "في حي سكني.", "في مثال حي لاحتواء الأزمة."])
def test_what_describes_a_settlement_names_none(text: str) -> None:
    assert mentions(text) == []


def test_a_name_ends_before_whom_he_spoke_to() -> None:
    assert mentions("وقال الوزير سامي شكري لرويترز إن القوات انسحبت.") == [("سامي شكري", "PER"), ("رويترز", "ORG")]


def test_what_each_calls_its_enemy_names_nobody_by_itself() -> None:
    assert mentions("قصفت قوات الاحتلال المدينة قرب خيرسون.") == [("خيرسون", "LOC")]
    assert ("قوات الاحتلال", "ORG") in mentions("قصفت قوات الاحتلال بلدة بيت حانون في قطاع غزة.")


@pytest.mark.parametrize("text", ["وحضر وزير الدفاع سامي", "وقال العقيد سرحد"])
def test_a_name_may_end_the_text(text: str) -> None:
    assert mentions(text)[-1:] in ([("سامي", "PER")], [("سرحد", "PER")], [])


def test_a_part_of_a_town_is_not_the_town() -> None:
    told = groups("عقد اللقاء في القدس، وبحث البناء في القدس الشرقية.")
    assert told == {frozenset({"القدس"}), frozenset({"القدس الشرقية"})}


def test_armies_of_several_states_are_not_the_one_that_is_named() -> None:
    text = "وأعلن المفوض أن قادة الجيوش اتفقوا. وطالب المتظاهرون برحيل القوات الفرنسية."
    assert ("الجيوش", "ORG") not in mentions(text)


def test_a_delegation_is_no_town() -> None:
    assert mentions("استقبل الوزير في دمشق وفدا من الكونغرس الأمريكي.") == [
        ("دمشق", "LOC"),
        ("الكونغرس الأمريكي", "ORG"),
    ]
