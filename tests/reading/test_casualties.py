"""Human and material losses in sentences: casualties.txt, and what must hold of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Casualty, Loss, Reading, read
from hudna.reading.casualty.rules import RULES
from hudna.reading.rule import Rule
from hudna.text import Document

_DAY = "2019-04-16"
_WORDS = [
    "قتل",
    "مقتل",
    "12",
    "جنديا",
    "جنديان",
    "وأصيب",
    "إصابة",
    "آخرين",
    "قتلى",
    "وجرحى",
    "حصيلة",
    "القتلى",
    "إلى",
    "بينهم",
    "طفل",
    "منهم",
    "من",
    "في",
    "عدد",
    "الجيش",
    "الأرميني",
    "تدمير",
    "دبابة",
    "أسقط",
    "طائرة",
    "،",
    ".",
    "-",
    '"',
    "لم",
    "أن",
    "فقد",
]


def _read(text: str) -> Reading:
    return read(Document("x", text, published=_DAY))


def _blocks(name: str) -> list[tuple[str, list[str]]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    blocks = [
        [line for line in block.splitlines() if line and not line.startswith("#")] for block in text.split("\n\n")
    ]
    return [(block[0], block[1:]) for block in blocks if block]


def _plain(marked: str) -> str:
    return re.sub(r"[\[\]]", "", marked)


def _marked(text: str, facts: list[Casualty] | list[Loss]) -> str:
    for fact in sorted(facts, key=lambda f: f.quote, reverse=True):
        text = text[: fact.quote.start] + "[" + text[fact.quote.start : fact.quote.end] + "]" + text[fact.quote.end :]
    return text


def _line(c: Casualty) -> str:
    return " ".join([c.kind, c.count, c.victims, c.side or "-", *(["cumulative"] if c.cumulative else [])])


@pytest.mark.parametrize(("marked", "facts"), _blocks("casualties.txt"))
def test_cases(marked: str, facts: list[str]) -> None:
    found = sorted(_read(_plain(marked)).casualties, key=lambda c: c.quote)
    assert _marked(_plain(marked), found) == marked
    assert [_line(c) for c in found] == facts


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rules(rule: Rule) -> None:
    reading = _read(_plain(rule.example))
    facts = [*reading.casualties, *reading.losses]
    assert _marked(_plain(rule.example), facts) == rule.example
    assert rule.id in {f.rule for f in facts}


def test_every_fact_has_a_rule_of_the_table() -> None:
    known = {rule.id for rule in RULES}
    for marked, _ in _blocks("casualties.txt"):
        assert {c.rule for c in _read(_plain(marked)).casualties} <= known


def test_claimants_and_event() -> None:
    reading = _read("أعلنت وزارة الدفاع الأذربيجانية أن القوات الأرمينية قصفت قرية، ما أدى إلى مقتل مدني.")
    (casualty,) = reading.casualties
    (ministry,) = (e.id for e in reading.entities if e.type == "ORG" and "وزارة" in e.name)
    assert casualty.claimed_by == (ministry,)
    assert casualty.side == "AZE"
    assert casualty.event in {e.id for e in reading.events}


def test_a_toll_told_twice_is_one() -> None:
    reading = _read("مقتل سبعة أشخاص في انفجار\nقتل سبعة أشخاص في انفجار وقع أمس.\nوقالت الشرطة إن سبعة أشخاص قتلوا.")
    assert [c.count for c in reading.casualties] == ["7"]


def test_a_lead_without_a_headline_keeps_its_toll() -> None:
    reading = _read("قتل سبعة جنود كينيين في كمين قرب الحدود. وقتل ضابط في حادث سير في نيروبي.")
    assert [c.count for c in reading.casualties] == ["7", "1"]


def test_prisoners_who_flee_are_not_displaced() -> None:
    assert not _read("وبحثت الشرطة عن السبعين سجينا الذين هربوا أمس.").casualties


def test_some_killed_and_wounded_are_two_facts() -> None:
    reading = _read("وأسفرت المعارك عن مقتل وجرح عدد من الجنود الماليين.")
    assert [(c.kind, c.count, c.side) for c in reading.casualties] == [
        ("killed", "unknown", "MLI"),
        ("wounded", "unknown", "MLI"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال المتحدث إن 30 منزلا تضررت.", [("damaged", "house", "30")]),
        ("وألحق القصف أضرارا بمدرستين.", [("damaged", "school", "2")]),
        ("أدى الانفجار إلى انهيار المبنى.", [("destroyed", "building", "1")]),
        ("وسويت عشرة منازل بالأرض.", [("destroyed", "house", "10")]),
        ("إحراق مستوطنين لمنزلين في القرية.", [("destroyed", "house", "2")]),
        ("وتحطمت مروحية قرب الحدود.", [("downed", "helicopter", "1")]),
        ("وصودر مدفع و200 لغم.", [("captured", "artillery piece", "1"), ("captured", "mine", "200")]),
        ("وعثرت الشرطة على ستة مخازن للسلاح.", [("captured", "arms depot", "6")]),
        ("وعثرت الشرطة على ستة منازل خالية.", []),
        ("واستولى مسلحون من القبيلة على 500 رأس من الماشية.", [("captured", "livestock", "500")]),
        ("وضبطت القوات 100 كيلوغرام من المتفجرات.", [("captured", "explosives", "100")]),
        ("وألحق الانفجار أضرارا بعشرات المنازل.", [("damaged", "house", "~tens")]),
        ("وأكد ثقته في سيطرة الحكومة على سلاحها.", []),
        ("تهدف الغارات إلى تدمير مستودعات السلاح.", []),
        ("وصل الوفد فجر الأحد إلى منازل الضحايا.", []),
    ],
)
def test_losses_told_in_other_ways(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(x.kind, x.item, x.count) for x in _read(text).losses] == told


def test_whose_the_things_were() -> None:
    text = "وغنم المقاتلون أسلحة وأربع عربات مدرعة من الجيش التشادي.\nوضبطت الشرطة متفجرات إيرانية في المرفأ."
    assert [x.side for x in _read(text).losses] == ["TCD", "TCD", None]


def test_losses() -> None:
    reading = _read("أعلنت وزارة الدفاع الأذربيجانية تدمير ثلاث دبابات أرمينية و22 عربة.\nوأسقطت القوات طائرة مسيرة.")
    assert [(x.kind, x.item, x.count, x.side) for x in reading.losses] == [
        ("destroyed", "tank", "3", "ARM"),
        ("destroyed", "vehicle", "22", "ARM"),
        ("downed", "drone", "1", None),
    ]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*_WORDS, "\n"]), max_size=60).map(" ".join))
def test_any_text(text: str) -> None:
    reading = _read(text)
    for fact in (*reading.casualties, *reading.losses):
        assert 0 <= fact.quote.start < fact.quote.end <= len(text)
        assert fact.quote.within(fact.evidence)
    assert [c.id for c in reading.casualties] == [f"c{n}" for n in range(len(reading.casualties))]
    assert reading == _read(text)


def test_what_also_happened_is_told_by_the_same() -> None:
    text = "أنباء\n\nأعلن الجيش الباكستاني أنه قتل 80 مسلحا، كما قتل في الاشتباكات ثلاثة جنود باكستانيين."
    reading = _read(text)
    army = next(e.id for e in reading.entities if e.name.startswith("الجيش"))
    assert [(c.count, c.claimed_by) for c in reading.casualties] == [("80", (army,)), ("3", (army,))]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("وأفاد مصدر أمني بمقتل عشرة أشخاص، فيما أصيب ثلاثون آخرون.", [True, True]),
        ("وأفاد مصدر أمني بمقتل عشرة أشخاص، وأصيب ثلاثون آخرون.", [True, True]),
        ("وأعلن مصدر أمني تشديد الإجراءات، فيما قتل جنديان في حادث آخر.", [False]),
        ("ورصد مراقبون مقتل 16 مقاتلا.", [True]),
        ("وسجلت وزارة الصحة السودانية 23 قتيلا.", [True]),
        ("وخفض مصدر أمني حصيلة القتلى إلى خمسة.", [True]),
        ("وذكر سكان محليون سقوط قتلى في الغارة.", [True]),
        ("ووفقا لإحصاءات رسمية، فقد أدى النزاع إلى مقتل أكثر من 37 ألف شخص.", [True]),
    ],
)
def test_a_toll_is_told_by_whoever_goes_on_counting(text: str, claimed: list[bool]) -> None:
    assert [bool(c.claimed_by) for c in _read(text).casualties] == claimed


def test_so_few_of_another_account_are_others() -> None:
    text = (
        "أنباء\n\nوقال الجيش الكندي إن اثنين من جنوده قتلا في الجنوب. وأفادت الشرطة بأن شخصين قتلا في انفجار بالعاصمة."
    )
    assert [(c.count, c.victims) for c in _read(text).casualties] == [("2", "military"), ("2", "unspecified")]


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب حصيلة لوكالة فرانس برس قتل 50 شخصا.",
        "ووفقا لإحصاءات الأمم المتحدة قتل 1200 مدني.",
        "وفي حصيلة جديدة أعلنتها وزارة الداخلية قتل 73 شخصا.",
    ],
)
def test_who_counts_the_dead_killed_nobody(text: str) -> None:
    reading = _read("صدر البيان أمس\n" + text)
    assert [c.blamed for c in reading.casualties] == [()]
    assert not any(e.actors for e in reading.events)


def test_figures_of_a_body_are_what_it_says() -> None:
    reading = _read("صدر البيان أمس\nوتقول أرقام الحكومة الإثيوبية إن 100 شخص قتلوا.")
    assert [len(c.claimed_by) for c in reading.casualties] == [1]
    assert not reading.casualties[0].claimed_by[0].startswith("unnamed")


def test_who_denies_a_toll_does_not_claim_it() -> None:
    text = "صدر البيان أمس\nوقالت حركة الشباب إنها قتلت 16 جنديا كينيا، الأمر الذي نفته نيروبي."
    reading = _read(text)
    (casualty,) = reading.casualties
    assert len(casualty.claimed_by) == 1
    assert "loc.KEN" not in (*casualty.claimed_by, *casualty.blamed, *(a for e in reading.events for a in e.actors))


def test_what_came_of_an_attack_told_before_is_blamed_on_its_doers() -> None:
    text = "أنباء\nشنت حركة الشباب هجوما على قاعدة للجيش الكيني.\nوأدى الهجوم إلى مقتل عشرة جنود."
    (casualty,) = _read(text).casualties
    assert (casualty.side, len(casualty.blamed)) == ("KEN", 1)


def test_what_time_is_counted_from_is_no_cause() -> None:
    text = "أنباء\nوأصيب 15 شخصا في أول انفجار تشهده المدينة منذ بدء الجيش الباكستاني هجومه على طالبان."
    assert not _read(text).casualties[0].blamed


def test_the_attack_they_fell_in_was_told_before_not_behind_it() -> None:
    text = "هز هجوم العاصمة. وقتل أربعون شخصا في الهجوم الذي جاء بعد حملة كينيا على حركة الشباب."
    assert [c.blamed for c in _read(text).casualties] == [()]


def test_the_second_sentence_of_a_headline_is_of_it() -> None:
    reading = _read("أول خرق للهدنة.. مقتل جندي كيني\nقتل جندي كيني في كمين قرب الحدود.")
    assert [c.count for c in reading.casualties] == ["1"]


def test_what_heads_a_part_of_the_text_is_told_better_behind_it() -> None:
    text = "قتل جندي كيني في كمين.\nمقتل قائد شرطة\nوقتل قائد شرطة كيني في تفجير قرب الحدود."
    assert [c.victims for c in _read(text).casualties] == ["military", "military"]


def test_who_stands_before_the_verb_did_it_to_him_behind_it() -> None:
    (casualty,) = _read("وقالت الصحف إن السلطات الإيرانية اعتقلت زعيم جماعة جند الله عبد الملك ريجي.").casualties
    assert casualty.side == "jundallah"
    assert casualty.blamed
    assert casualty.side not in casualty.blamed[0]


def test_a_toll_since_a_year_came_of_no_one_attack() -> None:
    text = (
        "قتل جندي كيني في انفجار نفذته حركة الشباب، وبذلك يرتفع عدد الجنود الكينيين الذين قتلوا منذ عام 2001 إلى 246."
    )
    assert _read(text).casualties[-1].blamed == ()


def test_a_definite_number_counts_those_told_before() -> None:
    text = "قتل أربعة جنود كينيين في كمين. وقتل ضابط أمس. وبمقتل الأربعة تتفاقم أزمة الحكومة."
    assert [c.count for c in _read(text).casualties] == ["4", "1"]


def test_what_an_attack_answers_is_not_blamed_on_it() -> None:
    (casualty,) = _read("أنباء\nوهاجمت القوات التركية معسكرات الحزب ردا على مقتل 12 شخصا.").casualties
    assert casualty.blamed == ()


def test_who_speaks_in_the_next_clause_claims_what_is_told_there() -> None:
    reading = _read("أعلن الجيش السوداني مقتل ألف مسلح، في حين قال الجنوب إنه خسر 19 جنديا فقط.")
    assert [len(c.claimed_by) for c in reading.casualties] == [1, 0]


def test_as_many_dead_of_two_attacks_in_two_places_are_two() -> None:
    text = (
        "أنباء\nوأدى انفجار سيارة في البصرة إلى مقتل أربعة أشخاص. "
        "وفي محافظة ديالى، قتل أربعة أشخاص في هجوم بسيارة في مدينة بعقوبة."
    )
    assert [c.count for c in _read(text).casualties] == ["4", "4"]


@pytest.mark.parametrize(
    "text",
    [
        "حررت قوات أميركية رهينتين. وقتل حاكم الولاية في هجوم لم تعلن أي جهة مسؤوليتها عنه.",
        "قتل مسلحون يرتدون زي الجيش العراقي ستة مدنيين.",
        "قتل ستة مدنيين برصاص مسلحين بزي الجيش العراقي.",
    ],
)
def test_neither_another_deed_nor_whose_clothes_are_worn_is_blamed(text: str) -> None:
    assert [c.blamed for c in _read(text).casualties] == [()]


def test_the_nation_of_an_attack_is_no_victim_of_it() -> None:
    reading = _read("وقتل صحافي في قصف إسرائيلي أصاب مجموعة صحافيين.")
    assert all(c.side != "ISR" for c in reading.casualties)


@pytest.mark.parametrize(
    "text",
    [
        "قتلت حركة الشباب خمسة جنود، حسبما أعلن متحدث باسمها.",
        "قتلت حركة الشباب خمسة جنود، وفق بيان لها.",
        "قتلت حركة الشباب خمسة جنود، كما جاء في بيان صادر عنها.",
        "قتل الجيش الكيني خمسة مسلحين، كما أعلن أمس الجمعة متحدث باسمه.",
    ],
)
def test_its_spokesman_and_its_statement_are_those_of_the_body_told_of(text: str) -> None:
    reading = _read(text)
    (casualty,) = reading.casualties
    assert casualty.claimed_by == (reading.mentions[0].entity,)


def test_whoever_speaks_to_an_outlet_is_the_source_and_not_the_outlet() -> None:
    (casualty,) = _read("وسقط عشرة قتلى، كما قال لوكالة رويترز مسؤول محلي.").casualties
    assert casualty.claimed_by == ("unnamed: local official",)


def test_a_body_that_published_a_toll_killed_nobody() -> None:
    reading = _read("وبحسب حصيلة جديدة نشرتها وزارة الصحة قتل عشرة أشخاص.")
    assert not reading.casualties[0].blamed
    assert not reading.events


def test_the_day_of_the_telling_is_not_that_of_the_loss() -> None:
    told = "أعلن الجيش الأوغندي اليوم الأربعاء مقتل خمسة من جنوده في هجوم شنه المتمردون أمس الثلاثاء على كاسيسي."
    assert [c.date for c in read(Document("a", told, published="2022-09-14")).casualties] == ["2022-09-13"]


def test_nobody_is_blamed_for_what_he_tells_that_shelling_did() -> None:
    (toll,) = _read("قال متحدث باسم نمور التاميل إن القصف أوقع مئة قتيل.").casualties
    assert toll.claimed_by
    assert toll.blamed == ()


@pytest.mark.parametrize("published", [None, "2015-04-02", "2015-01-03"])
def test_a_week_is_no_long_time_even_where_two_months_meet_in_it(published: str | None) -> None:
    (toll,) = read(Document("x", "وقتل 12 جنديا في معارك الأسبوع الماضي.", published=published)).casualties
    assert not toll.cumulative


def test_an_outlet_that_goes_by_a_source_passes_it_on() -> None:
    (toll,) = _read("ولقي 11 دركيا مصرعهم في كمين، حسبما ذكرت صحيفة الوطن نقلا عن مصدر أمني.").casualties
    assert toll.claimed_by == ("unnamed: security source",)


def test_the_crew_of_a_warship_told_of_some_sentences_before_are_soldiers() -> None:
    reading = _read(
        "غرقت السفينة الحربية الكورية الجنوبية. وبدأ البحث. وهدأت الريح. وقال مسؤول إن 13 من البحارة الناجين أصيبوا."
    )
    assert [(c.count, c.victims) for c in reading.casualties] == [("13", "military")]


def test_those_who_killed_others_in_some_year_are_no_victims() -> None:
    reading = _read("وكان مستوطنون قتلوا العام 2008 شابين فلسطينيين.")
    assert all(c.side != "ISR" for c in reading.casualties)


_BORDER = "أعلن الجيش الكيني أن قواته هاجمت مواقع حركة الشباب الصومالية قرب بلدة ليبوي الكينية الحدودية. "


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("وقتل 15 مسلحا في المعارك.", ["al-shabaab"]),
        ("وتم أسر تسعة من المهاجمين.", ["al-shabaab"]),
        ("وعثر على جثث عشرة مسلحين.", ["al-shabaab"]),
        ("وخسرت القوات الكينية ستة رجال.", ["KEN"]),
    ],
)
def test_gunmen_are_of_the_one_party_that_fights_the_state_of_the_text(text: str, sides: list[str]) -> None:
    tolls = _read(_BORDER + text).casualties
    assert [c.side for c in tolls] == sides
    assert all(c.victims == "military" for c in tolls)


@pytest.mark.parametrize(
    "text",
    [
        "ونقلت وكالة رويترز عن مسؤول لم تكشف عن هويته القول إن سبعة جنود قتلوا.",
        "وأعرب محمد سالم عن أسفه لمقتل سبعة جنود.",
    ],
)
def test_who_stays_unnamed_and_who_regrets_tell_of_losses(text: str) -> None:
    (toll,) = _read(text).casualties
    assert toll.count == "7"
    assert toll.claimed_by
