"""Who stands out among those told of."""

from collections import Counter

import pytest

from hudna.reading.foremost import foremost


@pytest.mark.parametrize(
    ("counts", "times", "expected"),
    [
        ({}, 1, None),
        ({"a": 1}, 1, "a"),
        ({"a": 2, "b": 1}, 1, "a"),
        ({"a": 2, "b": 2}, 1, None),
        ({"a": 3, "b": 2, "c": 1}, 2, None),
        ({"a": 1, "b": 4, "c": 2}, 2, "b"),
    ],
)
def test_who_stands_out_is_told_oftener_than_any_other(
    counts: dict[str, int], times: int, expected: str | None
) -> None:
    assert foremost(Counter(counts), times) == expected
