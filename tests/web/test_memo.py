import pytest

from hudna.web.memo import Memo


def test_the_longest_unasked_leaves_first() -> None:
    memo, made = Memo(2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        memo.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_tried_again() -> None:
    memo = Memo(2)
    with pytest.raises(ZeroDivisionError):
        memo.get("a", lambda: 1 // 0)
    assert memo.get("a", lambda: 1) == 1
