import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.export.brief.catalogue import LANGUAGES, catalogue
from hudna.export.brief.figures import count, counted, date, duration, plural

AR, EN = catalogue("ar"), catalogue("en")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (10, "10 قتلى"),
        (11, "11 قتيلاً"),
        (43, "43 قتيلاً"),
        (99, "99 قتيلاً"),
        (100, "100 قتيل"),
        (103, "103 قتلى"),
        (1200, "1,200 قتيل"),
        (0, "0 قتيل"),
    ],
)
def test_arabic_counts_by_its_classes(number: int, told: str) -> None:
    assert counted(AR, number, "killed") == told


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        (">=20", "ما لا يقل عن 20 قتيلاً", "at least 20 killed"),
        ("<=2", "ما لا يزيد على قتيلين", "at most 2 killed"),
        ("~12", "نحو 12 قتيلاً", "about 12 killed"),
        ("10-12", "ما بين 10 و12 قتيلاً", "10 to 12 killed"),
        ("~tens", "عشرات القتلى", "dozens killed"),
        ("~hundreds of thousands", "مئات آلاف القتلى", "hundreds of thousands killed"),
        ("unknown", "قتلى (العدد غير محدد)", "killed, number not given"),
        ("1", "قتيل واحد", "1 killed"),
    ],
)
def test_a_count_is_said_as_it_was_told(value: str, arabic: str, english: str) -> None:
    assert count(AR, value, "killed") == arabic
    assert count(EN, value, "killed") == english


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2020-09-27", "27 سبتمبر/أيلول 2020", "27 September 2020"),
        ("2020-09", "سبتمبر/أيلول 2020", "September 2020"),
        ("1992/1994", "1992 – 1994", "1992 – 1994"),
        ("2020-07-16/2020-07-18", "16 – 18 يوليو/تموز 2020", "16 – 18 July 2020"),
        ("2020-10-10T12:00", "10 أكتوبر/تشرين الأول 2020، الساعة 12:00", "10 October 2020, 12:00"),
        (None, "بلا تاريخ", "No date"),
        ("--09-27", "--09-27", "--09-27"),
    ],
)
def test_a_date_is_told_in_the_language(value: str | None, arabic: str, english: str) -> None:
    assert date(AR, value) == arabic
    assert date(EN, value) == english


def test_a_duration_is_told_in_the_language() -> None:
    assert duration(AR, "P5D") == "5 أيام"
    assert duration(AR, "P2M") == "شهران"
    assert duration(EN, "P1DT12H") == "1 day and 12 hours"
    assert duration(EN, "for long") == "for long"


@given(st.integers(min_value=0), st.sampled_from(LANGUAGES), st.sampled_from(sorted(AR("counted"))))
def test_every_number_has_a_form(number: int, language: str, thing: str) -> None:
    words = catalogue(language)
    assert plural(words, number) in words("counted", thing)
    assert "{" not in counted(words, number, thing)
