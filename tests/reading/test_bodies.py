import pytest

from hudna.reading import read
from hudna.text import Document
from tests.reading.opened import cast_of


def sides(text: str) -> dict[str, str | None]:
    """The side of the entity of each body mentioned."""
    cast = cast_of(text)
    bodies = {e.id: e.side for e in cast.entities if e.type == "ORG"}
    return {text[m.span.start : m.span.end]: bodies[m.entity] for m in cast.mentions if m.entity in bodies}


@pytest.mark.parametrize(
    ("text", "body", "side"),
    [
        ("وزارة الدفاع في أذربيجان نفت ذلك.", "وزارة الدفاع", "AZE"),
        ("قالوا في باكو إن الجيش مستعد، فيما قصف الجيش الأرميني قرية.", "الجيش الأرميني", "ARM"),
        ("اشتباكات في كينيا. وقال سكان كينيا إن رجلا كينيا قتل. وتعهدت الحكومة بالرد.", "الحكومة", "KEN"),
        ("توتر بين كينيا وأوغندا وتنزانيا. وتعهدت الحكومة بالرد.", "الحكومة", None),
        ("كينيا قلقة. وقال كيني إن كينيا تخشى وصول أسلحة من تنزانيا إلى الحكومة.", "الحكومة", "KEN"),
        ("قال نائب كيني: قواتنا المسلحة في كينيا مستعدة. وأكد الجيش الكيني ذلك.", "قواتنا المسلحة", "KEN"),
        # the capital in the dateline, where another state is told of as often
        (
            "كمبالا (رويترز) - توتر بين أوغندا وكينيا. وزار رئيس كينيا أوغندا، ثم عاد إلى كينيا. وتعهدت الحكومة بالرد.",
            "الحكومة",
            "UGA",
        ),
        # of two states in the headline that which speaks of «الجيش» has it
        ("الرئيس التشادي يتهم السودان بالعدوان\nوأعلنت الحكومة التشادية أن الجيش صد هجوما.", "الجيش", "TCD"),
        # the one state of the headline
        (
            "الجيش الأوغندي يوقع هدنة.\nتحدثت كينيا عن محادثات بين أوغندا والمتمردين في كينيا. وانسحب الجيش من أوغندا.",
            "الجيش",
            "UGA",
        ),
        # where something is said is nobody's army
        (
            "قلق في أوغندا. وقالت أوغندا إن أوغندا سترد. وفي بيان صدر في نيروبي اتهم المتمردون الجيش.",
            "الجيش",
            "UGA",
        ),
        # «الجيش» is rather an army than other forces
        (
            "تقدم الجيش الأوغندي والقوات الكينية. وقال الجيش إنه سيطر على البلدة.",
            "الجيش",
            "UGA",
        ),
    ],
)
def test_the_side_of_a_body(text: str, body: str, side: str | None) -> None:
    assert sides(text)[body] == side


def test_a_head_noun_alone_needs_a_body_named_before() -> None:
    assert "المنظمة" not in sides("قالت المنظمة إن الوضع خطير.")
    assert "المنظمة" in sides("حذرت منظمة الشفافية الكينية من الوضع. وقالت المنظمة إن الوضع خطير.")


def test_the_order_of_genders_keeps_the_adjective_of_a_person_out_of_a_force() -> None:
    assert "القوات الجوية" in sides("حضر قائد القوات الجوية الكيني اللقاء.")


def test_an_occupier_without_a_name_is_none_of_the_land() -> None:
    told = sides("انسحبت سلطات الاحتلال. وقالت أوكرانيا إن أوكرانيا سترد وإن كييف قلقة.")
    assert not any("الاحتلال" in body for body in told)
    assert sides("رفضت سلطات الاحتلال الروسية الطلب، وقالت أوكرانيا ذلك.")["سلطات الاحتلال الروسية"] == "RUS"


def test_the_red_crescent_is_no_civil_defence() -> None:
    text = "وصل الدفاع المدني الكيني. وقال الهلال الأحمر الكيني إن الطريق مفتوح."
    cast = cast_of(text)
    assert len({m.entity for m in cast.mentions}) == 2


@pytest.mark.parametrize(
    ("text", "body", "side"),
    [
        ("هاجمت ميليشيات طالبان القاعدة.", "ميليشيات طالبان", "taliban"),
        ("قالت جماعة طالبان الأفغانية إنها ترفض.", "جماعة طالبان الأفغانية", "taliban"),
        ("قصفت مليشيا جماعة الحوثي القرية.", "مليشيا جماعة الحوثي", "houthi"),
        ("هاجمت ميليشيات بشار الأسد البلدة.", "ميليشيات بشار الأسد", "SYR"),
        ("دخلت قوات نظام بشار الأسد البلدة.", "قوات نظام بشار الأسد", "SYR"),
    ],
)
def test_a_group_behind_another_noun_for_it(text: str, body: str, side: str) -> None:
    assert sides(text)[body] == side


def test_a_militia_of_rebels_is_the_rebels() -> None:
    text = "خطف مقاتلو بوكو حرام تجارا. وانسحبت ميليشيات المتمردين من السوق."
    assert sides(text)["ميليشيات المتمردين"] == "boko-haram"


def test_a_party_that_has_fighters_is_the_one_that_bears_arms() -> None:
    text = "أعلن حزب العمال الكردستاني هدنة، ورحب حزب السلام والديمقراطية بها. وبدأ مقاتلو الحزب الانسحاب."
    cast = cast_of(text)
    named = {text[m.span.start : m.span.end]: m.entity for m in cast.mentions}
    assert named["الحزب"] == named["حزب العمال الكردستاني"]


def test_rebels_are_of_no_state_that_they_fight() -> None:
    assert sides("هاجم الجيش السنغالي متمردي كازامانس، وفر المتمردون في السنغال.") == {
        "الجيش السنغالي": "SEN",
        "متمردي كازامانس": None,
        "المتمردون": None,
    }


def test_a_ministry_is_of_the_side_that_its_sentence_is_about() -> None:
    text = "أعلنت طاجيكستان مقتل 35 شخصا. وارتفعت الحصيلة في الجانب القرغيزي إلى 59 قتيلا، وفق وزارة الصحة."
    assert sides(f"{text} وقالت طاجيكستان إن الهدوء عاد إلى دوشانبي.")["وزارة الصحة"] == "KGZ"


def test_of_two_armies_the_one_that_spoke_goes_on() -> None:
    text = "أعلن الجيش البريطاني مقتل جندي في دورية مع الجيش الأفغاني. وذكر بيان للجيش أن التحقيق مستمر."
    reading = read(Document("bodies", text))
    assert len({a.source for a in reading.attributions}) == 1
