"""A word of saying without a subject that opens a sentence, where nobody before it can go on speaking."""

import pytest

from hudna.reading import read
from hudna.text import Document


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("هاجمت حركة الشباب قاعدة في مقديشو. وقالت إنها قتلت عشرين جنديا.", "حركة الشباب"),
        ("بثت قناة العربية صورا للقصف. وقالت إن الطائرات استهدفت ثلاثة مواقع.", "قناة العربية"),
        ("ونقلت وكالة رويترز عن مصدر مسؤول قوله إن جنديا قتل. وأضافت أن الهدوء عاد.", "وكالة رويترز"),
    ],
)
def test_the_subject_of_the_sentence_before_or_the_outlet_speaks(text: str, source: str) -> None:
    reading = read(Document("x", text))
    names = {e.id: e.name for e in reading.entities}
    assert names.get(reading.attributions[-1].source) == source


@pytest.mark.parametrize(
    "text",
    [
        "شهدت المدينة هدوءا. وقالت إن الوضع مستقر.",
        "هاجم الجيش القرية. وقالت إن الوضع مستقر.",
    ],
)
def test_a_mere_place_or_another_gender_does_not(text: str) -> None:
    assert not read(Document("x", text)).attributions
