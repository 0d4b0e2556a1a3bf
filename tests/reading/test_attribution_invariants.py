from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.attributions import find_attributions
from hudna.reading.cast import Cast
from tests.reading.heard import NAMES, hear
from tests.reading.opened import opened

WORDS = (
    "قال قالت وأضاف مؤكدا إن أن أنه بحسب كما وفق نقلت عن قوله دعا إلى الاتهامات تبادل بيان في البيان المصدر مصادر"
    ' « » " ، . : ( ) الذي فيما'
)

PIECES = [*NAMES, *WORDS.split(), "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_one_sentence_of_the_text(text: str) -> None:
    page, cast = hear(text)
    sentences = [page.span(s.first, s.last) for s in page.sentences]
    for a in find_attributions(page, cast):
        assert 0 <= a.cue.start < a.cue.end <= len(text)
        assert a.content.start < a.content.end
        assert any(a.content.within(s) for s in sentences)
        assert a.source
        assert a.relay != a.source


HOSTILE = ['"', "«", "قال إن ", "بحسب مصدر ", "الاتهامات ", "تبادل الاتهامات بقصف ", 'قال "نعم لا" ']


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_input_takes_linear_time(piece: str, work: Callable[[Callable[[], object]], int]) -> None:
    def cost(length: int) -> int:
        page = opened(piece * (length // len(piece)))
        return work(lambda: find_attributions(page, Cast((), (), ())))

    assert cost(16_000) < 6 * cost(4_000)
