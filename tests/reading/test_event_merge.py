"""One event per happening, and none where the text tells of deeds as such; whether it is told as having happened."""

from dataclasses import replace

import pytest

from hudna.reading import read
from hudna.reading.cast import Cast
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.merge import merge
from hudna.reading.event.telling import is_another, is_generic, is_headline, is_means
from hudna.reading.model import Event
from hudna.text import Document, Span
from tests.reading.opened import opened

_NOBODY = Cast((), (), ())


def _at(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def _told(text: str, word: str, **said: object) -> Candidate:
    """A telling of force by ``word`` of ``text``; ``said`` are fields of the event, or entry and frame of its word."""
    entry, frame = str(said.pop("entry", word)), str(said.pop("frame", "strike"))
    start = text.rfind(".", 0, text.index(word)) + 1
    evidence = Span(start, text.index(".", text.index(word)) + 1)
    fields = {"mode": "other", "status": "actual", "rule": "event.noun", **said}
    event = Event(id="", type="ASSAULT", trigger=_at(text, word), evidence=evidence, **fields)  # type: ignore[arg-type]
    return Candidate(event, entry, frame, definite=False, title=False, generic=False, bare=False)


def _merged(text: str, *told: Candidate) -> list[Event]:
    return merge(told, _NOBODY, opened(text))


@pytest.mark.parametrize(
    ("text", "deed", "noun", "means"),
    [
        ("قتل الجيش خمسة مسلحين في هجوم على القرية.", "قتل", "هجوم", True),
        ("استهدف الجيش مواقع الحركة بقصف مدفعي.", "استهدف", "قصف", True),
        ("قتل الجيش خمسة مسلحين في سلسلة هجمات.", "قتل", "هجمات", True),
        ("قتل الجيش خمسة مسلحين ردا على هجوم.", "قتل", "هجوم", False),
        ("قتل الجيش مسلحا ثم قام بتفجير المنزل.", "قتل", "تفجير", False),
        ("مقتل طفل في غارة وامرأة في قصف على القرية.", "غارة", "قصف", False),
    ],
)
def test_means_of_a_deed(text: str, deed: str, noun: str, means: bool) -> None:  # noqa: FBT001
    assert is_means(opened(text), _at(text, deed), _at(text, noun)) is means


def test_another_attack_is_set_apart() -> None:
    text = "وقع انفجار آخر في المدينة بعد هجوم."
    assert is_another(opened(text), _at(text, "انفجار"))
    assert not is_another(opened(text), _at(text, "هجوم"))


def test_headline_again_in_the_body() -> None:
    text = "هجوم على قرية\nقال الجيش إن هجوما وقع.\nهجوم على قرية\nووقع الهجوم فجرا."
    page = opened(text, title="هجوم على قرية")
    again = text.rindex("هجوم على")
    assert is_headline(page, _at(text, "هجوم"))
    assert is_headline(page, Span(again, again + 4))
    assert not is_headline(page, _at(text, "هجوما"))


@pytest.mark.parametrize("word", ["خطف", "قتل", "قطع الطرقات"])
def test_deeds_as_such(word: str) -> None:
    text = "وندد الرئيس بأعمال خطف وقتل وقطع الطرقات."
    assert is_generic(opened(text), _at(text, word))
    assert _merged(text, _told(text, word)) == []


def test_killing_in_an_attack_is_one_event_by_the_attack() -> None:
    text = "قتل الجيش خمسة مسلحين في تفجير عند القرية."
    deed = _told(text, "قتل", frame="kill", actors=("a",), targets=("b",), date="2020-05-05")
    (event,) = _merged(text, deed, _told(text, "تفجير", mode="explosives", place="e1"))
    assert (event.trigger, event.mode) == (_at(text, "تفجير"), "explosives")
    assert (event.actors, event.targets, event.place, event.date) == (("a",), ("b",), "e1", "2020-05-05")


_TWICE = "وقع هجوم في تابت. وأصيب ثلاثة في انفجار في تابت."


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ({"place": "e1"}, {"place": "e1"}, 1),
        ({"place": "e1", "actors": ("a",)}, {"place": "e1"}, 1),
        ({"place": "e1", "actors": ("a",)}, {"place": "e1", "targets": ("b",)}, 2),
        ({"place": "e1"}, {"place": "e2"}, 2),
        ({"place": "loc.SDN"}, {"place": "loc.SDN"}, 2),
        ({"place": "e1", "date": "2020-05-04"}, {"place": "e1", "date": "2020-05-05"}, 2),
        ({"place": "e1"}, {"place": "e1", "date": "2019"}, 2),
        ({"place": "e1", "claimed_by": ("a",)}, {"place": "e1"}, 2),
        ({"date": "2020-05-05"}, {"date": "2020-05-05"}, 2),
        ({"date": "2020-05-05", "entry": "x"}, {"date": "2020-05-05", "entry": "x"}, 1),
    ],
)
def test_told_again_with_place_or_day(first: dict[str, object], second: dict[str, object], count: int) -> None:
    events = _merged(_TWICE, _told(_TWICE, "هجوم", **first), _told(_TWICE, "انفجار", mode="explosives", **second))
    assert len(events) == count


def test_another_explosion_in_town_is_kept() -> None:
    text = "وقع هجوم في تابت. وأصيب ثلاثة في انفجار آخر في تابت."
    assert len(_merged(text, _told(text, "هجوم", place="e1"), _told(text, "انفجار", place="e1"))) == 2


_BODY = "قال الجيش إن هجوما وقع.\nغضب في العاصمة بعد الهجوم\nودانت فرنسا ما حدث."


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (_BODY, True),
        (_BODY.replace("العاصمة\n", "العاصمة.\n"), True),
        (_BODY.replace("بعد الهجوم", "بعد الهجوم."), False),  # a sentence
        (_BODY.replace("غضب", "ساد غضب شديد"), False),  # too long
        (_BODY.removesuffix("."), False),  # one of many lines without a stop
    ],
)
def test_line_that_heads_a_part_is_a_headline(text: str, heads: bool) -> None:  # noqa: FBT001
    assert is_headline(opened(text), Span(text.index("الهجوم"), text.index("الهجوم") + 6)) is heads


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a killing in a fight is that fight
        ("قتل الجيش الفلبيني ستة من عناصر جماعة أبو سياف في معارك عنيفة بباسيلان.", [("معارك", 2)]),
        ("وأعلن الجيش المالي أنه قتل عشرة مسلحين في اشتباكات مع حركة أزواد.", [("اشتباكات", 2)]),
        # nobody is killed twice, and who is only accused of it lends no doer to what others tell
        (
            "اغتيل جبران تويني في انفجار. وقالت فرنسا إن اغتيال تويني جريمة. واتهمت المعارضة سوريا باغتيال تويني.",
            [("انفجار", 0)],
        ),
        ("اغتيل جبران تويني. وكان تويني نجا من محاولة اغتيال.", [("اغتيل", 0), ("محاولة اغتيال", 0)]),
        ("وشهدت كراتشي أمس انفجارين قتل فيهما عشرون شخصا.", [("انفجارين", 0)]),
        # one attack that did two things, and a clause that says how it went
        ("دمر الجيش الباكستاني ثلاث قواعد وقتل أربعة مسلحين في هجوم على سوات.", [("دمر", 1)]),
        ("شن مسلحون هجوما في مقديشو عندما فجر انتحاري سيارته.", [("فجر", 0)]),
        ("شن الجيش الصومالي هجوما في مقديشو عندما أطلق مسلحون النار.", [("هجوما", 1), ("أطلق", 0)]),
        # other days
        (
            "دارت معارك بين الجيش والحوثيين في 3 مايو 2009. ودارت معارك بين الجيش والحوثيين في 4 مايو 2009.",
            [("معارك", 2), ("معارك", 2)],
        ),
    ],
)
def test_one_event_per_happening(text: str, told: list[tuple[str, int]]) -> None:
    events = [e for e in read(Document("x", text)).events if e.type == "ASSAULT"]
    assert [(text[e.trigger.start : e.trigger.end], len(e.actors)) for e in events] == told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("اتهمت أرمينيا أذربيجان بقصف قرية. واعتبرت أرمينيا ذلك جريمة. وقالت أرمينيا: ندين هذا العدوان.", "ACCUSE"),
        ("اتهمت أرمينيا أذربيجان بقصف قرية. ودانت أرمينيا تصريحات باكو.", "ACCUSE ACCUSE"),
        ("اعتقلت الشرطة التركية 45 شخصا في إسطنبول. وتم توقيف 45 شخصا في المدينة.", "COERCE"),
        ("اعتقلت الشرطة التركية 45 شخصا في إسطنبول. وتم توقيف 12 شخصا في أنقرة.", "COERCE COERCE"),
    ],
)
def test_same_accusation_and_same_arrests(text: str, types: str) -> None:
    assert [e.type for e in read(Document("x", text)).events if e.type != "ASSAULT"] == types.split()


@pytest.mark.parametrize(
    ("lender", "targets", "actors"),
    [
        ({"rule": "event.noun"}, ("b",), ("a",)),
        ({"rule": "event.elided-speaker"}, ("b",), ()),  # a guess
        ({"rule": "event.noun", "frame": "seize"}, ("b",), ()),  # another kind of word
        ({"rule": "event.noun", "frame": "seize", "targets": ("b",)}, ("b",), ("a",)),  # with the same target
    ],
)
def test_who_lends_a_side(lender: dict[str, object], targets: tuple[str, ...], actors: tuple[str, ...]) -> None:
    first = _told(_TWICE, "هجوم", place="e1", actors=("a",), **lender)
    second = _told(_TWICE, "انفجار", place="e1", date="2020-05-05", weapon="bomb", targets=targets)
    (event,) = _merged(_TWICE, first, replace(second, definite=True))
    assert (event.actors, event.targets) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("فإذا هاجم الجيش السوداني المدينة فسيخسر.", "هاجم", "possible"),
        ("وقال الوزير إن بلاده سترد إذا قصفت إثيوبيا السدود.", "قصفت", "possible"),
        ("ولو هاجم الجيش السوداني المدينة لسقط كثيرون.", "هاجم", "possible"),
        ("وقال إن لم تقصف القوات الإثيوبية البلدة فسوف تسقط.", "تقصف", "possible"),
        ("وقال إن لم تنسحب القوات الإثيوبية فسوف نقاتل.", "تنسحب", None),  # a condition is no deed
        ("لم تنسحب القوات الإثيوبية من المدينة.", "تنسحب", "denied"),
        ("وتخطط فرنسا لسحب قواتها من مالي بحلول الصيف.", "سحب", "planned"),
        ("واقترب الموعد المقرر لانسحاب القوات الفرنسية من مالي.", "انسحاب", "planned"),
        ("هاجم الجيش السوداني المدينة.", "هاجم", "actual"),
    ],
)
def test_status(text: str, word: str, status: str | None) -> None:
    found = {text[e.trigger.start : e.trigger.end]: e.status for e in read(Document("x", text)).events}
    assert found.get(word) == status
