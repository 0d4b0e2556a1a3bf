import pytest

from hudna.web.paging import part

ROWS = tuple(range(120))


@pytest.mark.parametrize(
    ("query", "first", "last", "number"),
    [
        ({}, 1, 50, 1),
        ({"page": "3"}, 101, 120, 3),
        ({"page": "99"}, 101, 120, 3),
        ({"page": "x", "size": "7"}, 1, 7, 1),
        ({"size": "0"}, 1, 1, 1),
        ({"page": "9" * 400}, 1, 50, 1),
    ],
)
def test_a_part_is_what_was_asked_for_or_the_nearest(query: dict[str, str], first: int, last: int, number: int) -> None:
    held = part(ROWS, query)
    assert (held.first, held.last, held.number, held.total) == (first, last, number, 120)


def test_a_page_may_have_parts_of_its_own_size() -> None:
    assert part(ROWS, {}, 14).last == 14
    assert part(ROWS, {"size": "20"}, 14).last == 20


def test_an_empty_list_has_one_empty_part() -> None:
    held = part((), {})
    assert (held.first, held.last, held.of, held.rows) == (0, 0, 1, ())
