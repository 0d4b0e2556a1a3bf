import pytest

from tests.reading.opened import cast_of


def meant(text: str, capital: str) -> list[bool]:
    """For each mention of a capital whether it stands for its state."""
    cast = cast_of(text)
    return [m.entity.startswith("loc.") for m in cast.mentions if text[m.span.start : m.span.end] == capital]


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("أعلنت موسكو موقفها.", "موسكو"),
        ("علاقات متوترة بين موسكو وأنقرة.", "أنقرة"),
        ("وفقا لباكو قتل جنديان.", "باكو"),
        ("ورأى محللون في تصريحات أنقرة تصعيدا.", "أنقرة"),
        ("وقالوا في باكو إنه لا داعي للقلق.", "باكو"),
        ("يحمل السلطات في دمشق المسؤولية.", "دمشق"),
    ],
)
def test_a_capital_as_a_government(text: str, capital: str) -> None:
    assert meant(text, capital) == [True]


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("وصل الوفد إلى أنقرة صباحا.", "أنقرة"),
        ("سقطت القذائف على أطراف مدينة دمشق.", "دمشق"),
        ("كييف 25 شوال. سقطت قذيفة.", "كييف"),
        ("محافظات صعدة ومأرب وصنعاء هادئة.", "صنعاء"),
        ("عقدا مباحثات في العاصمة البريطانية لندن.", "لندن"),
    ],
)
def test_a_capital_as_a_place(text: str, capital: str) -> None:
    assert meant(text, capital) == [False]
