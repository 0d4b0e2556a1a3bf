"""Whom a phrase means that names nobody: an office, «الجانبان», «بلاده», «القوات»."""

import pytest

from hudna.reading.mentions import find_cast
from tests.reading.opened import TALKS, opened


def referred(text: str, words: str) -> tuple[str, tuple[str, ...]] | None:
    """How the phrase ``words`` refers, and to whom, by name."""
    page = opened(text)
    cast = find_cast(page)
    names = {e.id: e.name for e in cast.entities}
    for r in cast.references:
        if page.raw(r.first, r.last) == words:
            return r.how, tuple(names.get(e, e) if not e.startswith("loc.") else e for e in r.entities)
    return None


def test_the_deputy_crown_prince_is_not_the_crown_prince() -> None:
    text = "حضر ولي العهد الأمير سالم بن راشد. وحضر ولي ولي العهد الأمير فهد بن خالد. وقال ولي العهد إن الحرب انتهت."
    assert referred(text, "ولي العهد") == ("role", ("سالم بن راشد",))
    assert referred(text + " وقال ولي ولي العهد كلمة.", "ولي ولي العهد") == ("role", ("فهد بن خالد",))


def test_a_word_with_alef_maqsura_is_no_adjective_of_a_state() -> None:
    assert referred("أصيب في يده اليمنى.", "اليمنى") is None
    assert referred("سافر الوفد اليمنى فى الصباح وعاد فى المساء.", "اليمنى") == ("nisba", ("loc.YEM",))


@pytest.mark.parametrize(
    ("text", "words", "how", "entities"),
    [
        (TALKS, "نظيره التركي مولود تشاووش أوغلو", "name", ("مولود تشاووش أوغلو",)),
        (TALKS + "واتفق الطرفان على وقف القتال.", "الطرفان", "pair", ("سيرغي لافروف", "مولود تشاووش أوغلو")),
        (TALKS + "وقال الوزير التركي إن الحل ممكن.", "الوزير التركي", "role", ("مولود تشاووش أوغلو",)),
        (
            "وتأمل القاهرة في اتفاق بين مصر وإثيوبيا. ودعا الوسيط البلدين إلى الحوار.",
            "البلدين",
            "pair",
            ("loc.EGY", "loc.ETH"),
        ),
        ("وشدد الجانب الروسي على الهدنة.", "الجانب الروسي", "side", ("loc.RUS",)),
        ("قال الرئيس الجورجي تيمور كاسيموف إن بلاده ترفض.", "بلاده", "possessive", ("loc.GEO",)),
        ("دخل الجيش الإثيوبي البلدة. وقال شهود إن القوات انسحبت.", "القوات", "body", ("الجيش الإثيوبي",)),
        ("دخل الجيش الإثيوبي البلدة. وأقامت تلك القوات حواجز.", "تلك القوات", "body", ("الجيش الإثيوبي",)),
        ("تقدمت حركة الشباب نحو مقديشو. وانسحبت هذه الميليشيات.", "هذه الميليشيات", "body", ("حركة الشباب",)),
        (
            "قصف الجيش السوداني الموقع. وأعلنت وزارة الدفاع السودانية انسحاب قواتها.",
            "قواتها",
            "possessive",
            ("الجيش السوداني",),
        ),
        (
            "وقال المتحدث باسم وزارة الدفاع الكينية إن الهجوم صد.",
            "المتحدث باسم وزارة الدفاع الكينية",
            "role",
            ("وزارة الدفاع الكينية",),
        ),
        ("وقال الرئيس الروسي إن الهدنة صامدة.", "الرئيس الروسي", "role", ("loc.RUS",)),
        ("قال مندوب سوريا لدى الأمم المتحدة ذلك.", "مندوب سوريا لدى الأمم المتحدة", "role", ("loc.SYR",)),
        ("رفض الوزير القرار الأميركي.", "الأميركي", "nisba", ("loc.USA",)),
        ("دعا الوزير الحكومة السورية إلى الحوار.", "الحكومة السورية", "name", ("الحكومة السورية",)),
        ("قصفت طائرات تركية الموقع.", "تركية", "nisba", ("loc.TUR",)),
        (
            "قال مدير منظمة الصحة العالمية أنديرس فوغ ذلك. وأضاف مدير المنظمة أن المشفى دمر.",
            "مدير المنظمة",
            "role",
            ("أنديرس فوغ",),
        ),
        ("قال السيناتور جاك تايلر ذلك. وأضاف السيناتور أن الخطة فشلت.", "السيناتور", "role", ("جاك تايلر",)),
        ("قالت متحدثة باسم الشرطة الكينية ذلك. وأضافت المتحدثة المزيد.", "المتحدثة", "role", ("الشرطة الكينية",)),
        ("قصف الجيش السوداني قوات الدعم السريع. وقالت القوات إنها ردت.", "القوات", "body", ("قوات الدعم السريع",)),
        ("أعلنت بوكو حرام الهدنة. وقال التنظيم إنه ملتزم.", "التنظيم", "body", ("بوكو حرام",)),
    ],
)
def test_references(text: str, words: str, how: str, entities: tuple[str, ...]) -> None:
    assert referred(text, words) == (how, entities)


@pytest.mark.parametrize(
    ("text", "words", "pair"),
    [
        ("قصفت كينيا بلدة غولو الأوغندية. وقالت مصر إن الجانبين خسرا جنودا.", "الجانبين", ("loc.KEN", "loc.UGA")),
        ("قالت مصر إن كينيا هاجمت أوغندا وإن الطرفين خسرا جنودا.", "الطرفين", ("loc.KEN", "loc.UGA")),
        ("أعلنت كينيا وأوغندا هدنة. وقالت قناة الجزيرة إن الجانبين تبادلا القصف.", "الجانبين", ("loc.KEN", "loc.UGA")),
        (TALKS + "وقال لافروف إن الجانبين اتفقا.", "الجانبين", ("سيرغي لافروف", "مولود تشاووش أوغلو")),
    ],
)
def test_two_sides_are_those_who_fight_never_who_tells_of_them(text: str, words: str, pair: tuple[str, ...]) -> None:
    assert referred(text, words) == ("pair", pair)


HEADS = "قال قائد الجيش الكيني تيمور كاسيموف إن الهجوم فشل. "


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (HEADS + "وقال قائد الجيش إن النصر قريب.", "قائد الجيش", "تيمور كاسيموف"),
        (HEADS + "وقال القائد إن النصر قريب.", "القائد", "تيمور كاسيموف"),
        (HEADS + "وقال قائد القوات الجوية الكينية ذلك.", "قائد القوات الجوية الكينية", "القوات الجوية الكينية"),
        (
            "قال الرئيس الكيني تيمور كاسيموف ذلك. ونفاه رئيس اللجنة الدولية للصليب الأحمر.",
            "رئيس اللجنة الدولية للصليب الأحمر",
            "اللجنة الدولية للصليب الأحمر",
        ),
        (
            "قال القائد العام للقوات المسلحة وزير الدفاع ذلك. ثم غادر وزير الدفاع تيمور كاسيموف.",
            "القائد العام للقوات المسلحة وزير الدفاع",
            "تيمور كاسيموف",
        ),
    ],
)
def test_an_office_of_something_else_is_held_by_somebody_else(text: str, words: str, holder: str) -> None:
    assert referred(text, words) == ("role", (holder,))


def test_whom_a_mediator_asks_he_is_none_of() -> None:
    text = "اتصل لافروف بوزير الخارجية المصري سامح شكري وبحثا القتال مع إثيوبيا. وطالب لافروف البلدين بالهدوء."
    asked = referred(text, "البلدين")
    assert asked is not None
    assert set(asked[1]) == {"loc.EGY", "loc.ETH"}


def test_two_sides_of_which_one_is_told_of_by_a_person_are_states() -> None:
    text = "عقد رئيس الوزراء الباكستاني عمران خان محادثات مع الهند. ودعت الصين الجانبين إلى ضبط النفس."
    asked = referred(text, "الجانبين")
    assert asked is not None
    assert set(asked[1]) == {"loc.PAK", "loc.IND"}
