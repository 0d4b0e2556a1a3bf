from collections.abc import Sequence

from hudna.views.listing import Listing


def test_rows_are_made_when_they_are_looked_at() -> None:
    made: list[int] = []

    def make(item: int) -> str:
        made.append(item)
        return str(item)

    held = Listing(range(10_000), make)
    assert isinstance(held, Sequence)
    assert len(held) == 10_000
    assert not made
    assert held[7] == "7"
    assert held[-2:] == ("9998", "9999")
    assert held[-1] == held[9_999]
    assert made == [7, 9998, 9999]


def test_a_listing_is_gone_through_as_often_as_one_likes() -> None:
    held = Listing("ab", str.upper)
    assert [*held] == [*held] == ["A", "B"]
    assert not Listing("", str.upper)
