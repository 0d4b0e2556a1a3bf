from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading.mentions import find_cast
from tests.reading.opened import TALKS, cast_of, opened


@settings(max_examples=60)
@given(st.text(alphabet='ابتوزيرالخجدهسمنقفك و،.«»"()-–\n0123٤abZ', max_size=160))
def test_any_text_is_read_with_mentions_inside_it(text: str) -> None:
    page = opened(text)
    cast = find_cast(page)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in cast.mentions)
    assert all(m.span.end <= n.span.start for m, n in zip(cast.mentions, cast.mentions[1:], strict=False))
    assert all(r.last <= s.first for r, s in zip(cast.references, cast.references[1:], strict=False))
    assert all(0 <= r.first < r.last <= len(page.tokens) and r.entities for r in cast.references)
    assert {m.entity for m in cast.mentions} == {e.id for e in cast.entities}


def test_the_same_text_gives_the_same_cast() -> None:
    text = TALKS + "واتفق الطرفان على وقف القتال في مدينة سرت."
    assert cast_of(text) == cast_of(text)


def test_time_grows_with_the_text_only(work: Callable[[Callable[[], object]], int]) -> None:
    def cost(times: int) -> int:
        page = opened((TALKS + "وقصف الجيش السوداني بلدة قرنيشوك. ") * times)
        return work(lambda: find_cast(page))

    assert cost(200) < 6 * cost(50)
