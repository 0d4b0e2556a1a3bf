from hypothesis import given
from hypothesis import strategies as st

from hudna.text import Span
from hudna.web.marking import highlighted, pieces


def test_spans_that_overlap_share_a_piece() -> None:
    held = pieces("abcdef", [(Span(1, 4), "x"), (Span(2, 6), "y")])
    assert [(p.text, p.facts) for p in held] == [("a", ()), ("b", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]


def test_a_span_marked_twice_is_one_piece_of_both() -> None:
    assert [p.facts for p in pieces("ab", [(Span(0, 2), "x"), (Span(0, 2), "y")])] == [("x", "y")]


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", []) == ()


@given(st.data())
def test_the_pieces_are_the_text_and_each_span_its_pieces(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(ends, ends), max_size=8))
    spans = [(Span(min(pair), max(pair)), str(n)) for n, pair in enumerate(drawn)]
    held = pieces(text, spans)
    assert "".join(p.text for p in held) == text
    for span, ident in spans:
        assert "".join(p.text for p in held if ident in p.facts) == text[span.start : span.end]


def test_words_set_apart_keep_the_spaces_around_them() -> None:
    held = highlighted("قال  إن\u202e قصف ا\n", 100, [Span(105, 107)])
    assert held == (("قال ", False), ("إن", True), (" قصف ا ", False))
