from hudna.text import Span
from hudna.web.stretches import LONGEST, Stretch, chosen, stretches


def test_a_text_of_usual_length_is_one_stretch() -> None:
    assert stretches(206, [3, 20]) == (Stretch(0, 206, 0, 2),)
    assert stretches(0, []) == (Stretch(0, 0, 0, 0),)


def test_a_long_text_is_cut_and_nothing_is_lost() -> None:
    starts = sorted({*range(0, 5_000_000, 700), *range(100_000, 101_500)})
    parts = stretches(5_000_000, starts)
    assert [p.start for p in parts[1:]] == [p.end for p in parts[:-1]]
    assert [p.first for p in parts[1:]] == [p.last for p in parts[:-1]]
    assert (parts[0].start, parts[-1].end, parts[-1].last) == (0, 5_000_000, len(starts))
    assert max(p.end - p.start for p in parts) == LONGEST
    assert max(p.last - p.first for p in parts) == 500
    assert all(p.start <= s < p.end for p in parts for s in starts[p.first : p.last])


def test_many_facts_at_one_place_stay_together() -> None:
    parts = stretches(100, [7] * 600)
    assert parts == (Stretch(0, 7, 0, 0), Stretch(7, 100, 0, 600))


def test_a_stretch_is_chosen_by_number_or_by_what_it_holds() -> None:
    parts = stretches(LONGEST * 3, [])
    assert [chosen(parts, page, None) for page in (None, "2", "0", "99", "x")] == [1, 2, 1, 3, 1]
    assert chosen(parts, None, Span(LONGEST, LONGEST + 5)) == 2
    assert chosen(parts, "1", Span(LONGEST, LONGEST + 5)) == 1
