from dataclasses import dataclass
from math import inf

import pytest

from hudna.record.workings.codec import pack, unpacker
from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Held:
    """A value of each form that the workings keep."""

    name: str
    between: tuple[float, float]
    words: frozenset[str]
    spans: tuple[Span, ...] = ()
    count: int | None = None


@pytest.mark.parametrize(
    "value",
    [
        Held("هدنة", (14.0, inf), frozenset("بأ"), (Span(0, 4),), 3),
        Held("", (0.0, 0.5), frozenset()),
    ],
)
def test_what_is_packed_comes_out_the_same(value: Held) -> None:
    assert unpacker(Held)(pack(value)) == value


def test_equal_sets_are_packed_alike() -> None:
    assert pack(Held("x", (1.0, 2.0), frozenset("abc"))) == pack(Held("x", (1.0, 2.0), frozenset("cba")))
