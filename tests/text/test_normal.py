"""Texts are folded letter by letter, whichever way is taken for it."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.text import fold, normalise

_LETTERS = st.text(st.sampled_from("قا أإآٱةىؤئًّـ٣۴٫گیﻻﷺ\u200f\u00a0.a1\n"))


@given(_LETTERS)
def test_folding_is_normalising_without_the_map(text: str) -> None:
    assert fold(text) == normalise(text).text
    assert fold(text) == "".join(map(fold, text))


@given(_LETTERS)
def test_every_letter_leads_back(text: str) -> None:
    normal = normalise(text)
    back = [normal.back(at) for at in range(len(normal.text) + 1)]
    assert back == sorted(back)
    assert all(fold(text[at]) for at in back[:-1])
    assert back[-1] == len(text)


def test_what_was_left_of_html_is_the_sign_that_it_stands_for() -> None:
    normal = normalise("قال &#34;نعم&quot;&nbsp;لا &amp; &x;")
    assert normal.text == 'قال "نعم" لا & &x;'
    assert normal.back(5) == len("قال &#34;")
