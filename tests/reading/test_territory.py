import pytest

from hudna.lexicon import load
from hudna.reading.territory import usual
from tests.reading.opened import cast_of


def sides(text: str) -> dict[str, str | None]:
    """The side of the entity of each mention."""
    cast = cast_of(text)
    told = {e.id: e.side for e in cast.entities}
    return {text[m.span.start : m.span.end]: told[m.entity] for m in cast.mentions}


@pytest.mark.parametrize(
    ("text", "place", "side"),
    [
        ("هاجم مسلحون بلدة زرنوقة جنوب مقديشو في الصومال.", "زرنوقة", "SOM"),
        ("هاجم مسلحون بلدة زرنوقة. وقالت الصومال إن الصومال سترد مع الجيش الصومالي.", "زرنوقة", "SOM"),
        ("بين كينيا وأوغندا وتنزانيا خلاف على بلدة زرنوقة.", "زرنوقة", None),
        ("هاجم مسلحون بلدة زرنوقة.", "زرنوقة", None),
    ],
)
def test_an_unknown_place_lies_where_the_text_says(text: str, place: str, side: str | None) -> None:
    assert sides(text)[place] == side


def test_a_numbered_unit_serves_the_state_the_text_is_about() -> None:
    text = "قالت كينيا إن كينيا سترد. وقال الجيش الكيني إن اللواء السابع تقدم."
    assert sides(text)["اللواء السابع"] == "KEN"


def test_a_class_alone_means_the_one_party_of_the_land() -> None:
    text = "قصفت القوات الأوكرانية البلدة. وقالت أوكرانيا إن الانفصاليين ردوا على الجيش الأوكراني."
    assert sides(text)["الانفصاليين"] == "donbas-separatists"
    assert sides("قصف الجيش الهندي البلدة. وقالت الهند إن الانفصاليين ردوا في الهند.")["الانفصاليين"] is None


def test_each_usual_party_is_an_entry_of_the_lexicon() -> None:
    sides_of = {e.id: e.get("side") for e in load("ar").layer("names")}
    for entity, side in usual("ar").values():
        assert sides_of[entity] == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("صدت الشرطة الكينية الهجوم. وقال المتحدث باسم الشرطة سامي الخطيب إن الطريق مفتوح.", "KEN"),
        ("صدت الشرطة الكينية الهجوم. وقال المتحدث باسم الشركة سامي الخطيب إن الطريق مفتوح.", None),
        ("صدت الشرطة الكينية الشرطة الأوغندية. وقال المتحدث باسم الشرطة سامي الخطيب إن الطريق مفتوح.", None),
    ],
)
def test_a_spokesman_is_of_the_one_body_that_his_office_calls_by_its_noun(text: str, side: str | None) -> None:
    assert sides(text)["سامي الخطيب"] == side
