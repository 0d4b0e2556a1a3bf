"""Phrases are looked for where their marks are."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.record.wording import bears, marks, written

_PHRASES = ("ردا على", "لا أساس له", "الأيام الأخيرة", "بحجة")
_SPELT = st.sampled_from((*_PHRASES, "رداً على", "لا  اساس لة", "وبحجه", "الايام الأخيره", "مورد", "على", "ـ", " ", "،"))


@given(st.lists(_SPELT).map("".join))
def test_a_text_with_a_phrase_bears_a_mark_of_it(text: str) -> None:
    assert bears(text, marks(_PHRASES)) or not written(_PHRASES).search(text)


def test_marks_are_few() -> None:
    assert marks(("هذه الأيام", "الأيام الأولى", "على خلفية")) == ("الايام", "خلفيه")
