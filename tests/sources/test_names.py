from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.sources.names import Origin, printable, safe, settle


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("000", "000"),
        ("تقرير أول", "تقرير-أول"),
        ("a/b\\c:d", "a-b-c-d"),
        ("-x", "x"),
        ("../../etc/passwd", "etc-passwd"),
        (".", "document"),
        ("a\u202eb", "ab"),
        ("e\u0301", "é"),
    ],
)
def test_names_are_safe_as_file_names(asked: str, name: str) -> None:
    assert safe(asked) == name


def test_long_names_stay_apart() -> None:
    first, second = safe("ن" * 300 + "1"), safe("ن" * 300 + "2")
    assert first != second
    assert len(f"{first}.json".encode()) < 255


@given(st.text())
def test_any_name_is_safe(asked: str) -> None:
    name = safe(asked)
    assert name
    assert not set(name) & set('/\\:*?"<>|\n\0')
    assert name[0] not in "-."
    assert len(f"{name}.json".encode()) < 255
    assert safe(name) == name


def test_shared_names_get_the_folder_in_front_whatever_the_order() -> None:
    origins = [Origin(Path("/n/a/1.txt"), "1"), Origin(Path("/n/b/1.txt"), "1"), Origin(Path("/n/b/2.txt"), "2")]
    assert settle(origins) == ["a-1", "b-1", "2"]
    assert settle(origins[::-1]) == ["2", "b-1", "a-1"]


def test_shared_names_in_one_folder_get_suffix_or_line() -> None:
    text, page = Origin(Path("/n/a/1.txt"), "1"), Origin(Path("/n/a/1.html"), "1")
    assert settle([text, page]) == ["a-1-txt", "a-1-html"]
    rows = [Origin(Path("/n/a/r.jsonl"), "x", 1), Origin(Path("/n/a/r.jsonl"), "X", 2)]
    assert settle(rows) == ["a-x-1", "a-X-2"]


_PARTS = st.sampled_from(["a", "A", "b", "a-b", "1"])
_ORIGINS = st.builds(
    lambda folders, stem, suffix, line: Origin(Path("/", *folders, stem + suffix), stem, line),
    st.lists(_PARTS, max_size=3),
    _PARTS,
    st.sampled_from([".txt", ".html"]),
    st.sampled_from([None, 1, 2]),
)


@given(st.lists(_ORIGINS, unique=True, max_size=12), st.randoms(use_true_random=False))
def test_no_name_comes_twice_and_order_is_nothing(origins: list[Origin], random: object) -> None:
    names = dict(zip(origins, settle(origins), strict=True))
    assert len({name.casefold() for name in names.values()}) == len(origins)
    shuffled = list(origins)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert dict(zip(shuffled, settle(shuffled), strict=True)) == names


def test_printable_stays_on_one_line() -> None:
    assert printable("a\nb\u2028c\udce9") == "a?b?c?"
