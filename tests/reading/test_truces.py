"""Truces in short reports: truces.txt, the rules' examples, and what must hold of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Reading, Truce, read
from hudna.reading.model import TRUCE_STATUSES
from hudna.reading.rule import Rule
from hudna.reading.truce.rules import RULES
from hudna.text import Document

_DAY = "2019-04-16"
AGREED = "توصلت أوغندا والمتمردون إلى اتفاق لوقف إطلاق النار بوساطة كينيا."
_WORDS = [
    "وقف",
    "إطلاق",
    "النار",
    "هدنة",
    "الهدنة",
    "إنسانية",
    "لمدة",
    "خمسة",
    "أيام",
    "خرق",
    "خروقات",
    "دعا",
    "إلى",
    "أعلن",
    "رفض",
    "بين",
    "وأرمينيا",
    "وأذربيجان",
    "اتهم",
    "الجيش",
    "حتى",
    "غدا",
    "أول",
    "تمديد",
    "2473",
    "،",
    ".",
    '"',
]


def _read(text: str) -> Reading:
    return read(Document("x", text, published=_DAY))


def _plain(marked: str) -> str:
    return re.sub(r"[\[\]]", "", marked)


def _marked(text: str, truces: tuple[Truce, ...]) -> str:
    for truce in sorted(truces, key=lambda t: t.quote, reverse=True):
        text = (
            text[: truce.quote.start] + "[" + text[truce.quote.start : truce.quote.end] + "]" + text[truce.quote.end :]
        )
    return text


def _blocks() -> list[tuple[str, list[str]]]:
    text = (Path(__file__).parent / "truces.txt").read_text(encoding="utf-8")
    blocks = [
        [line for line in block.splitlines() if line and not line.startswith("#")] for block in text.split("\n\n")
    ]
    return [(block[0], block[1:]) for block in blocks if block]


@pytest.mark.parametrize(("marked", "facts"), _blocks())
def test_cases(marked: str, facts: list[str]) -> None:
    reading = _read(_plain(marked))
    side = {e.id: e.side for e in reading.entities}
    assert _marked(_plain(marked), reading.truces) == marked
    told = [
        f"{t.kind} {t.status} {','.join(sorted(side[p] or p for p in t.parties)) or '-'} {t.duration or '-'}"
        for t in reading.truces
    ]
    assert told == facts


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rules(rule: Rule) -> None:
    reading = _read(_plain(rule.example))
    assert _marked(_plain(rule.example), reading.truces) == rule.example
    assert {t.rule for t in reading.truces} == {rule.id}


def test_there_is_a_rule_for_every_status() -> None:
    assert {rule.id for rule in RULES} == {"truce." + status.replace("_", "-") for status in TRUCE_STATUSES}


def test_start_and_length() -> None:
    (truce,) = _read("أعلن الجيش السوداني هدنة تبدأ غدا الأربعاء لمدة ثلاثة أيام.").truces
    assert (truce.start, truce.duration) == ("2019-04-17", "P3D")


def test_a_counted_breach_and_its_claimant() -> None:
    reading = _read("أعلنت وزارة الدفاع الأرمينية أن أذربيجان ارتكبت 2473 خرقا لوقف إطلاق النار.")
    (truce,) = reading.truces
    (breach,) = truce.violations
    assert breach.count == "2473"
    assert truce.status == "violated"


def test_mutual_accusations_are_two_breaches() -> None:
    reading = _read("تبادلت أرمينيا وأذربيجان الاتهامات بخرق وقف إطلاق النار.")
    (truce,) = reading.truces
    assert {(v.by, v.claimed_by) for v in truce.violations} == {
        (("loc.ARM",), ("loc.AZE",)),
        (("loc.AZE",), ("loc.ARM",)),
    }


@pytest.mark.parametrize(
    ("text", "by", "claimed_by"),
    [
        ("قصف الجيش السوداني أحياء في الخرطوم رغم الهدنة مع قوات الدعم السريع.", ["الجيش السوداني"], []),
        ("وأضاف الجيش الكولومبي أن المتمردين لم يلتزموا بالهدنة.", ["المتمردين"], ["الجيش الكولومبي"]),
        ("أعلنت السعودية هدنة إنسانية، فيما قام الحوثيون باختراق الهدنة.", ["الحوثيون"], []),
        ("وسقط قتلى في ظل الهدنة التي خرقتها قوات الدعم السريع.", ["قوات الدعم السريع"], []),
        ("نفى الجيش الهندي خرق وقف إطلاق النار.", ["الجيش الهندي"], []),
    ],
)
def test_by_whom_a_truce_is_breached(text: str, by: list[str], claimed_by: list[str]) -> None:
    reading = _read(text)
    name = {e.id: e.name for e in reading.entities}
    (breach,) = (v for t in reading.truces for v in t.violations)
    assert ([name[i] for i in breach.by], [name[i] for i in breach.claimed_by]) == (by, claimed_by)


@pytest.mark.parametrize(
    ("told", "by", "count", "claimed_by"),
    [
        ("وقال المكتب الإعلامي إن أوغندا ارتكبت 38 خرقا للاتفاق.", ["أوغندا"], "38", None),
        ("وقالت بلجيكا إنها رصدت 52 خرقا أوغنديا.", ["أوغندا"], "52", ["بلجيكا"]),
        ("وقال المتمردون إنهم يردون على خروقات أوغندا.", ["أوغندا"], None, ["المتمردون"]),
    ],
)
def test_whose_counted_or_bare_breaches_are(
    told: str, by: list[str], count: str | None, claimed_by: list[str] | None
) -> None:
    reading = _read(f"{AGREED} {told}")
    name = {e.id: e.name for e in reading.entities}
    (breach,) = (v for t in reading.truces for v in t.violations)
    assert ([name.get(i, i) for i in breach.by], breach.count) == (by, count)
    assert claimed_by is None or [name[i] for i in breach.claimed_by] == claimed_by


def test_a_headline_tells_no_breach_of_its_own() -> None:
    text = f"المتمردون يتهمون أوغندا بخرق الهدنة\n{AGREED} واتهم المتمردون الجيش الأوغندي بخرق الهدنة."
    reading = read(Document("x", text, title=text.split("\n", maxsplit=1)[0], published=_DAY))
    (breach,) = (v for t in reading.truces for v in t.violations)
    assert breach.quote.start > text.index("\n")


def test_who_denies_a_breach_does_not_claim_it() -> None:
    reading = _read(f"{AGREED} ونفى النائب عن الحركة الوطنية جون موسى أن يكون الجيش الأوغندي قد خرق الاتفاق.")
    (breach,) = (v for t in reading.truces for v in t.violations)
    (event,) = (e for e in reading.events if e.id == breach.event)
    assert (event.status, breach.claimed_by) == ("denied", ())


def test_what_one_party_calls_a_breach_the_other_did() -> None:
    reading = _read(
        "اندلعت اشتباكات بين القوات الأرمينية والقوات الأذربيجانية على الحدود.\n"
        "وتجددت الاشتباكات بين القوات الأرمينية والقوات الأذربيجانية أمس.\n"
        "وقال الجيش الأرميني إنه سجل عشرات الخروقات لوقف إطلاق النار."
    )
    (breach,) = (v for t in reading.truces for v in t.violations)
    sides = {e.id: e.side for e in reading.entities}
    assert ([sides[i] for i in breach.by], [sides[i] for i in breach.claimed_by]) == (["AZE"], ["ARM"])


@pytest.mark.parametrize(
    "told",
    [
        "ونفى المتمردون ارتكاب أي خرق للهدنة.",
        "وحذرت كينيا من أن أي خرق للهدنة سيؤدي إلى استئناف القتال.",
        "وقال المراقبون إنهم لم يسجلوا أي انتهاك للهدنة.",
        "وأبدت كينيا مخاوف من انهيار الهدنة.",
        "وقالت أوغندا إنها سترد في حال خرق الهدنة.",
    ],
)
def test_what_is_denied_feared_or_supposed_breaks_no_truce(told: str) -> None:
    (truce,) = _read(f"{AGREED} {told}").truces
    assert not truce.violations
    assert truce.status in ("announced", "in_effect")


def test_the_agreement_takes_up_the_truce_told_before() -> None:
    reading = _read(
        f"{AGREED} ويدخل الاتفاق حيز التنفيذ صباح السبت. وينص الاتفاق على تبادل الأسرى. "
        "وقالت أوغندا إن المتمردين خرقوا الاتفاق 12 مرة."
    )
    (truce,) = reading.truces
    (breach,) = truce.violations
    name = {e.id: e.name for e in reading.entities}
    assert (truce.status, truce.start, truce.terms) == (
        "violated",
        "2019-04-20",
        ("release or exchange of prisoners",),
    )
    assert ([name[b] for b in truce.brokers], breach.count) == (["كينيا"], "12")
    assert _read("وقعت إيران الاتفاق النووي. وانتهكت إيران الاتفاق.").truces == ()


def test_an_attack_that_is_called_a_breach() -> None:
    reading = _read(f"{AGREED} وقصف الجيش الأوغندي قرية للمتمردين في خرق واضح للهدنة.")
    (breach,) = reading.truces[0].violations
    (attack,) = (e for e in reading.events if e.id == breach.event)
    assert (attack.type, breach.by) == ("ASSAULT", attack.actors)


def test_a_breach_is_of_the_truce_that_is_not_over() -> None:
    reading = _read(
        "أعلن الجيش السوداني وقوات الدعم السريع هدنة لمدة 72 ساعة. ويأتي ذلك بعد انهيار هدنة سابقة. "
        "واتهم الجيش السوداني قوات الدعم السريع بخرق الهدنة."
    )
    assert [(t.status, t.duration, len(t.violations)) for t in reading.truces] == [
        ("violated", "PT72H", 1),
        ("collapsed", None, 0),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "duration"),
    [
        ("مددت تشاد والمتمردون الهدنة خمسة أيام إضافية.", None, None, "P5D"),
        ("أعلن الجيش هدنة من الثامنة صباحا حتى السادسة مساء.", "2019-04-16T08:00", "2019-04-16T18:00", None),
        ("تبدأ الهدنة الممتدة أربعة أيام صباح الخميس.", "2019-04-18", None, "P4D"),
        ("دخلت الهدنة صباح الأحد حيز التنفيذ.", "2019-04-14", None, None),
        ("وجاء الاتفاق على الهدنة بعد أسبوع من القتال.", None, None, None),
    ],
)
def test_when_a_truce_is_and_how_long(text: str, start: str | None, end: str | None, duration: str | None) -> None:
    (truce,) = _read(text).truces
    assert (truce.start, truce.end, truce.duration) == (start, end, duration)


def test_both_sides_stay_those_whom_they_meant() -> None:
    reading = _read(
        "وقعت الحكومة الأوغندية وحركة إم 23 اتفاقا لوقف إطلاق النار. وقال المبعوث النيجيري بابا غانا إن الطرفين "
        "اتفقا على نزع سلاح مقاتلي الحركة. وتبادل الطرفان الاتهامات بخرق الاتفاق."
    )
    sides = {e.id: e.side for e in reading.entities}
    assert {frozenset(sides[b] for b in v.by) for t in reading.truces for v in t.violations} == {
        frozenset({"UGA"}),
        frozenset({"m23"}),
    }


def test_a_peace_that_is_only_hoped_for_is_no_truce() -> None:
    assert not _read("استبعد الوزير التوصل إلى اتفاق سلام هذا العام.").truces
    assert not _read("وترفض الحركة الانسحاب في أي اتفاق سلام مع الحكومة.").truces


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*_WORDS, "\n"]), max_size=60).map(" ".join))
def test_any_text(text: str) -> None:
    reading = _read(text)
    for truce in reading.truces:
        assert 0 <= truce.quote.start < truce.quote.end <= len(text)
        assert all(0 <= v.quote.start < v.quote.end <= len(text) for v in truce.violations)
    assert reading == _read(text)


def test_who_watches_the_one_truce_of_a_report_is_told_anywhere() -> None:
    watched = "واتفق الجانبان على تشكيل لجنة رباعية للإشراف على انسحاب القوات."
    (truce,) = _read(f"{AGREED} {watched}").truces
    assert truce.mechanism == "committee to oversee it"
    assert [t.mechanism for t in _read(f"{AGREED} ودعت فرنسا إلى هدنة في مالي. {watched}").truces] == [None, None]


def test_each_particular_stands_where_its_own_words_do() -> None:
    text = (
        "اتفقت أوغندا والمتمردون على هدنة لمدة خمسة أيام.\n"
        "وتبدأ الهدنة صباح الأربعاء، وتشرف عليها لجنة مشتركة لمراقبة الهدنة.\n"
        "وكانت المفاوضات قد جرت برعاية كينيا."
    )
    (truce,) = read(Document("a", text, published=_DAY)).truces
    told = {p.part: text[p.quote.start : p.quote.end] for p in truce.told}
    assert told["duration"] == "خمسة أيام"
    assert told["start"] == "صباح الأربعاء"
    assert "مراقبة" in told["mechanism"]
    assert {p.part for p in truce.told if getattr(truce, p.part)} == {p.part for p in truce.told}


def test_fighting_again_before_a_truce_is_made_does_not_end_it() -> None:
    told = read(Document("a", "تجدد القتال بين أوغندا وكينيا ورئيساهما يتفقان على وقف إطلاق النار.", published=_DAY))
    assert [t.status for t in told.truces] == ["announced"]
