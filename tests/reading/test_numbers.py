"""Numbers in phrases, as counts of the reading format."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.cardinal import ordinal
from hudna.reading.numbers import Number, count_of, find_numbers
from hudna.reading.vocabulary import Vocabulary
from tests.reading.opened import opened

SUITE = Path(__file__).resolve().parents[3] / "shared" / "data" / "temporal"


def numbers(text: str) -> tuple[Number, ...]:
    return find_numbers(opened(text))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("مقتل 12 جنديا", ["12"]),
        ("مقتل ١٢ جنديا", ["12"]),
        ("أصيب خمسة وعشرون مدنيا", ["25"]),
        ("أصيب مئة وخمسون مدنيا", ["150"]),
        ("نزح ألفان وثلاثمئة شخص", ["2300"]),
        ("نزح ثلاثة آلاف شخص", ["3000"]),
        ("نزح 1,200 شخص", ["1200"]),
        ("نزح 1.5 مليون شخص", ["1500000"]),
        ("نزح مليون ونصف المليون شخص", ["1500000"]),
        ("نزح نصف مليون شخص", ["500000"]),
        ("نزح مئة وعشرون ألفا وخمسمئة شخص", ["120500"]),
        ("ألفا جندي", ["2000"]),
        ("خمسون ألفا", ["50000"]),
        ("ثلاث مئة", ["300"]),
        ("أحد عشر جنديا واثنتا عشرة امرأة", ["11", "12"]),
        ("قتل ثلاثة و10 جرحى", ["3", "10"]),
        ("نحو 20 قتيلا", ["~20"]),
        ("ما يقارب 300 أسير", ["~300"]),
        ("أكثر من 20 قتيلا", [">=20"]),
        ("ما لا يقل عن خمسة قتلى", [">=5"]),
        ("20 شخصا على الأقل", [">=20"]),
        ("أقل من مئة مقاتل", ["<=100"]),
        ("ما لا يزيد عن 40 مقاتلا", ["<=40"]),
        ("بين 10 و12 قتيلا", ["10-12"]),
        ("من 10 إلى 12 قتيلا", ["10-12"]),
        ("10-12 قتيلا", ["10-12"]),
        ("ثلاثة أو أربعة مسلحين", ["3-4"]),
        ("عشرات القتلى", ["~tens"]),
        ("مئات من المدنيين", ["~hundreds"]),
        ("الآلاف من النازحين", ["~thousands"]),
        ("عشرات الآلاف", ["~tens of thousands"]),
        ("عدد غير محدد من الجنود", ["unknown"]),
        ("عدة قذائف", ["unknown"]),
        ("20% من الأراضي", ["20%"]),
        ("20 في المئة من الأراضي", ["20%"]),
        ("وقال أحد السكان الأحد", []),
        ("رقم 99999999999999999999", []),
    ],
)
def test_a_number_and_its_count(text: str, counts: list[str]) -> None:
    assert [n.count for n in numbers(text)] == counts


def test_what_a_hedge_leaves_open() -> None:
    (number,) = numbers("أكثر من 20 قتيلا")
    assert (number.value, number.low, number.high, number.kind) == (20, 20, None, "at_least")


def test_a_conjunction_is_cut_off() -> None:
    text = "قتيل وخمسة جرحى"
    (number,) = numbers(text)
    span = opened(text).span(number.first, number.last, number.cut)
    assert text[span.start : span.end] == "خمسة"


@pytest.mark.parametrize(("text", "value"), [("الثاني عشر", 12), ("الحادي والعشرين", 21), ("العاشر", 10), ("ثالث", 3)])
def test_an_ordinal(text: str, value: int) -> None:
    found = ordinal(Vocabulary(opened(text), "number"), 0)
    assert found is not None
    assert found.value == value


def test_the_count_in_the_form_of_a_noun() -> None:
    assert count_of(opened("قصفان"), 0) == "2"
    assert count_of(opened("قصف واحد"), 0) == "1"
    assert count_of(opened("قصف"), 0) is None
    assert count_of(opened(""), 0) is None


@given(st.text(max_size=60))
def test_any_string(text: str) -> None:
    found = numbers(text)
    assert all(a.first < a.last for a in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


WORDS = ["مئة", "و", "ألف", "خمسة", "عشر", "مليون", "نصف", "20", "إلى", "نحو", "-", "بين"]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_string_of_number_words(words: list[str]) -> None:
    numbers(" ".join(words))


@pytest.mark.parametrize("piece", ["1", "و", "مئة و", "ألف ", "1,", "خمسة وعشرون ", "نحو "])
def test_long_input(piece: str) -> None:
    numbers(piece * (60_000 // len(piece)))


@pytest.mark.skipif(not SUITE.exists(), reason="the development suite lies beside the project")
def test_the_duckling_numerals() -> None:
    rows = [json.loads(line) for line in (SUITE / "duckling_numeral.jsonl").read_text(encoding="utf-8").splitlines()]
    # out of scope: signs before a number and fractions with a slash
    rows = [r for r in rows if not r["input"].startswith("-") and "/" not in r["input"]]
    right = sum([n.value for n in numbers(r["input"])] == r["expected"]["values"] for r in rows)
    assert right / len(rows) >= 0.95
