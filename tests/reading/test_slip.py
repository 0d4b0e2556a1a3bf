from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.slip import Spellings, is_slip

NAMES = ["ساركوزي", "ساركوزين", "بوتفليقة", "كاراديتش"]
FORMS = st.text(alphabet="ابتسكن", min_size=1, max_size=9)


def test_a_letter_left_out_put_in_or_exchanged_is_a_slip_of_a_long_name() -> None:
    assert list(Spellings(NAMES).like("ساكوزي")) == ["ساركوزي"]
    assert list(Spellings(NAMES).like("ساركوزيي")) == ["ساركوزي", "ساركوزين"]
    assert list(Spellings(NAMES).like("كارادتيش")) == ["كاراديتش"]


def test_another_first_letter_or_a_short_name_is_no_slip() -> None:
    assert not is_slip("ماركوزي", "ساركوزي")
    assert not is_slip("باسم", "بسام")


@given(st.lists(FORMS, min_size=61, max_size=90, unique=True), FORMS)
def test_of_many_names_the_same_are_found_in_their_order_as_by_going_through_all(names: list[str], form: str) -> None:
    assert list(Spellings(names).like(form)) == [name for name in names if is_slip(form, name)]
