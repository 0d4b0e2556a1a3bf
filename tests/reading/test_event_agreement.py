"""A verb that stands apart from its subject agrees with it."""

import pytest

from hudna.reading import read
from hudna.text import Document


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("تقدمت القوات الصومالية نحو هيران، حيث سيطرت على ثلاث بلدات.", 1),
        ("تقدم الجيش الصومالي نحو هيران، حيث سيطرت على ثلاث بلدات.", 0),  # a feminine verb: somebody else
        ("واستولى المتمردون على البلدة، كما هاجموا ثكنة قريبة.", 1),
        ("واستولى الجيش المالي على البلدة، كما هاجموا ثكنة قريبة.", 0),
    ],
)
def test_a_verb_without_a_subject_has_the_one_before_where_they_agree(text: str, doers: int) -> None:
    last = max(read(Document("case", text)).events, key=lambda e: e.trigger)
    assert len(last.actors) == doers
