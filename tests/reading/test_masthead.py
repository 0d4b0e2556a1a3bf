"""Head and foot of reports: date, outlet, agency."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading import read
from hudna.reading.furniture import find_furniture
from hudna.reading.masthead import Masthead, find_masthead
from hudna.reading.times import find_times
from hudna.text import Document
from tests.reading.opened import opened

TITLE = "الطرفان يتفقان على تبادل الأسرى"
BODY = "قال المبعوث إن الطرفين اتفقا على تبادل الأسرى وعلى فتح الطريق إلى المدينة."


def masthead(text: str, **given_with: str) -> Masthead:
    page = opened(text, **given_with)
    page = replace(page, furniture=find_furniture(page))
    return find_masthead(page, find_times(page, None))


@pytest.mark.parametrize(
    ("line", "published", "agency"),
    [
        ("٢٧ سبتمبر ٢٠١٩", "2019-09-27", None),
        ("الأحد 14 نيسان/أبريل 2019 - 10:30", "2019-04-14", None),
        ("القاهرة - رويترز", None, "رويترز"),
        ("دمشق ـ أ ف ب", None, "أ ف ب"),
        ("نشر في: 2015-07-12\nآخر تحديث: 2015-07-13", "2015-07-12", None),
        ("آخر تحديث: 2015-07-13\nتاريخ النشر: 2015-07-12", "2015-07-12", None),
        ("الرياض 03 رمضان 1442 هـ الموافق 15 أبريل 2021 م واس", "2021-04-15", "واس"),
        ("المصدر: رويترز", None, "رويترز"),
        ("نقلا عن الوكالة س", None, "الوكالة س"),
        ("وصل الوفد في 12 يوليو 2019 إلى العاصمة وبدأ اللقاءات.", None, None),
    ],
)
def test_a_line_under_the_title(line: str, published: str | None, agency: str | None) -> None:
    found = masthead(f"{TITLE}\n{line}\n{BODY}")
    assert (found.published.value, found.agency) == (published, agency)
    assert found.published.basis == ("dateline" if published else "unknown")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("القاهرة / رويترز - 12 يوليو 2019", "2019-07-12"),
        ("قناة الجزيرة: 6 أكتوبر 1973 يوم العبور", None),
        ("مصر وإسرائيل: 6 أكتوبر 1973", None),
    ],
)
def test_a_first_line_dates_only_where_it_is_all_dateline(line: str, published: str | None) -> None:
    assert masthead(f"{line}\n{BODY}").published.value == published


def test_a_dateline_in_brackets_names_outlet_and_agency() -> None:
    text = f"{TITLE}\n\n(موقع ص / سبوتنيك - 23 يوليو 2019ء) {BODY}"
    found = masthead(text)
    assert (found.published.value, found.outlet, found.agency) == ("2019-07-23", "موقع ص", "سبوتنيك")
    assert found.published.span is not None
    assert text[slice(*found.published.span)] == "23 يوليو 2019ء"


@pytest.mark.parametrize(
    "lead",
    ["القاهرة، 12 يوليو 2019 (رويترز) - ", "موسكو (تاس) - ", "(أ ف ب) ", "واس – جدة: "],
)
def test_a_lead_before_the_first_sentence(lead: str) -> None:
    assert masthead(f"{TITLE}\n{lead}{BODY}").agency in ("رويترز", "تاس", "أ ف ب", "واس")


def test_the_source_at_the_foot() -> None:
    found = masthead(f"{TITLE}\n{BODY}\n{BODY}\nالصورة: وزارة الإعلام\nالمصدر: نوفوستي\nشارك\nالأكثر قراءة\n1\n2\n3")
    assert found.agency == "نوفوستي"


def test_what_is_given_with_a_document_wins() -> None:
    found = masthead(f"{TITLE}\n٢٧ سبتمبر ٢٠١٩\n{BODY}", published="2019-09-28", outlet="صحيفة س")
    assert (found.published.value, found.published.basis, found.outlet) == ("2019-09-28", "metadata", "صحيفة س")


def test_relative_times_are_counted_from_a_dateline_near_the_date_given() -> None:
    near = masthead(f"{TITLE}\n٢٧ سبتمبر ٢٠١٩\n{BODY}", published="2019-09-28")
    far = masthead(f"{TITLE}\n٢٧ سبتمبر ٢٠١٩\n{BODY}", published="2010-01-01")
    assert (near.anchor, far.anchor) == ("2019-09-27", "2010-01-01")


def test_a_report_without_a_date_has_none() -> None:
    found = masthead(f"{TITLE}\n{BODY}")
    assert (found.published.value, found.published.basis, found.anchor, found.title) == (None, "unknown", None, TITLE)


def test_the_engine_dates_by_the_dateline() -> None:
    body = "قال المبعوث أمس إن الطرفين اتفقا على الهدنة."
    reading = read(Document("x", f"{TITLE}\n\n٢٧ سبتمبر ٢٠١٩\n\n{body}\n\nالتعليقات (0)"))
    assert [t.value for t in reading.times] == ["2019-09-27", "2019-09-26"]
    assert reading.published.value == "2019-09-27"
    assert len(reading.furniture) == 1


@given(st.text(alphabet=st.sampled_from("\n\n()-/:٢٠١٩2 يوليو رويترز المصدر نشر في قال"), max_size=80))
def test_any_string(text: str) -> None:
    found = masthead(text)
    if found.published.span is not None:
        assert 0 <= found.published.span.start < found.published.span.end <= len(text)
