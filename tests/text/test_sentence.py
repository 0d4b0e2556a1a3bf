import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.text import normalise, split_sentences, tokenise


def sentences(text: str) -> list[str]:
    tokens = tokenise(normalise(text))
    return [text[tokens[s.first].span.start : tokens[s.last - 1].span.end] for s in split_sentences(tokens)]


def test_full_stops_and_line_ends_end_sentences_and_initials_do_not() -> None:
    text = "عاد الهدوء.\nقالت أ. ف. ب إن الهدنة صامدة! وانتهى."
    assert sentences(text) == ["عاد الهدوء.", "قالت أ. ف. ب إن الهدنة صامدة!", "وانتهى."]


@pytest.mark.parametrize(("words", "lengths"), [("كلمة " * 600, [256, 256, 88]), ("كلمة كلمة، " * 200, [255, 255, 90])])
def test_what_never_ends_is_cut_at_a_comma_where_there_is_one(words: str, lengths: list[int]) -> None:
    found = split_sentences(tokenise(normalise(words)))
    assert [s.last - s.first for s in found] == lengths
    assert {s.line for s in found} == {0}


@given(st.text(alphabet="اب .،؟\n«»", max_size=80))
def test_every_token_but_line_ends_lies_in_one_sentence(text: str) -> None:
    tokens = tokenise(normalise(text))
    held = [i for s in split_sentences(tokens) for i in range(s.first, s.last)]
    assert held == [i for i, t in enumerate(tokens) if t.kind.name != "BREAK"]
