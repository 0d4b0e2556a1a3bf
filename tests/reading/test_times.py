"""Times in sentences: what stands in square brackets is a time, with its value for a report of the day given."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.lexicon import load
from hudna.reading.calendar import resolve, settle_anchor
from hudna.reading.model import Time
from hudna.reading.page import open_page
from hudna.reading.times import anchor_times, find_times
from hudna.text import Document

TUESDAY = "2019-04-16"


def times(text: str, published: str | None = TUESDAY) -> tuple[Time, ...]:
    return find_times(open_page(Document("x", text), load()), published)


def bracketed(text: str, published: str | None = TUESDAY) -> tuple[str, list[str | None]]:
    found = times(text, published)
    out, at = "", 0
    for t in found:
        out += text[at : t.span.start] + "[" + text[t.span.start : t.span.end] + "]"
        at = t.span.end
    return out + text[at:], [t.value for t in found]


CASES = [
    # days of the report and around it
    ("قال المتحدث [اليوم] إن المعبر أغلق.", "2019-04-16"),
    ("التقى المبعوث الوفدين [أمس الاثنين].", "2019-04-15"),
    ("وصل القافلة [مساء أمس الأول].", "2019-04-14"),
    ("وصل الوفد [أول من أمس].", "2019-04-14"),
    ("يصل الوفد [غدا الأربعاء] إلى العاصمة.", "2019-04-17"),
    ("قصفت المدينة [فجر اليوم (الثلاثاء)].", "2019-04-16"),
    ("يستأنف الحوار [بعد غد].", "2019-04-18"),
    ("انفجرت العبوة [الليلة الماضية] قرب السوق.", "2019-04-15"),
    # weekdays: the nearest past, unless the text says otherwise
    ("و[الأحد]، اتهمت الوزارة المسلحين.", "2019-04-14"),
    ("قتل جندي [الثلاثاء] في كمين.", "2019-04-16"),
    ("قتل جندي [يوم الثلاثاء الماضي].", "2019-04-09"),
    ("ستعقد الجولة [الخميس] في جنيف.", "2019-04-18"),
    ("من المقرر أن تبدأ الهدنة [الجمعة].", "2019-04-19"),
    ("تبدأ الهدنة [الجمعة المقبلة].", "2019-04-19"),
    ("اندلعت المعارك [يومي السبت والأحد].", "2019-04-13/2019-04-14"),
    ("أصيب طفلان [ليل الأحد الاثنين].", "2019-04-14/2019-04-15"),
    ("يسري الاتفاق من [منتصف ليل الاثنين-الثلاثاء].", "2019-04-16T00:00"),
    ("وقعا الاتفاق [الأحد من الأسبوع الماضي].", "2019-04-14"),
    # dates
    ("وقع الهجوم في [12 تموز/يوليو 2018].", "2018-07-12"),
    ("وقع الهجوم في [الثاني عشر من شهر تموز/يوليو].", "2018-07-12"),
    ("بدأت الحملة في [4 أبريل (نيسان) الجاري].", "2019-04-04"),
    ("بدأت الحملة في [25 ديسمبر الماضي].", "2018-12-25"),
    ("تنتهي المهلة في [10 مايو المقبل].", "2019-05-10"),
    ("اجتمعوا [يومي 21 و22 مارس].", "2019-03-21/2019-03-22"),
    ("زارها [من 3 إلى 5 أبريل].", "2019-04-03/2019-04-05"),
    ("دامت المعركة [من 28 مارس إلى 2 أبريل 2017].", "2017-03-28/2017-04-02"),
    ("وقع في [24/7/2015م].", "2015-07-24"),
    ("وقع في [2015-07-24].", "2015-07-24"),
    ("وقع في [04.04.2017].", "2017-04-04"),
    ("كتب في [7 / يوليو /2015م].", "2015-07-07"),
    ("يصلون في [العاشر من الشهر المقبل].", "2019-05-10"),
    ("عادوا في [الأول من الشهر الجاري].", "2019-04-01"),
    ("الاجتماع [الأحد 14 أبريل 2019].", "2019-04-14"),
    ("قال في [13 جانفي 2017] إنه مستعد.", "2017-01-13"),
    ("وقعت في [غرة يونيو 2014].", "2014-06-01"),
    # Islamic calendar
    ("صدر البيان في [25 شوال 1436 هـ].", "2015-08-10"),
    ("يبدأ [يوم الأحد (20/رمضان/ 1442هـ) الموافق (2/5/2021)].", "2021-05-02"),
    # months, weeks, seasons, years
    ("دخلوا البلدة في [شباط/ فبراير 1988].", "1988-02"),
    ("دخلوا البلدة [مطلع مايو (أيار) الماضي].", "2018-05"),
    ("انهار الاتفاق في [أكتوبر].", "2018-10"),
    ("انهار الاتفاق [الشهر الماضي].", "2019-03"),
    ("انهار في [نوفمبر من العام الماضي].", "2018-11"),
    ("انهار الاتفاق في [مارس].", "2019-03"),
    ("اندلعت [الأسبوع الماضي].", "2019-04-08/2019-04-14"),
    ("زارها [نهاية الأسبوع الماضي].", "2019-04-13/2019-04-14"),
    ("بدأت المعركة في [صيف 2012].", "2012-06/2012-08"),
    ("سقطت المدينة [عام 1992].", "1992"),
    ("سقطت المدينة [العام الماضي].", "2018"),
    ("تغيرت منذ [2011] كثيرا.", "2011"),
    ("فقدوها [بين 1992 - 1994].", "1992/1994"),
    ("الحرب [بين عامي 1950 و1953].", "1950/1953"),
    ("القتال في [تسعينيات القرن الماضي].", "1990/1999"),
    ("سيطروا عليها [قبل أسبوعين].", "2019-04-02"),
    ("سيطروا عليها [قبل خمسة أعوام].", "2014"),
    # hours with their day
    ("تبدأ من [الساعة (10:30) مساءً بتوقيت السودان يوم الأحد المقبل].", "2019-04-21T22:30"),
    ("يسري [مساء غد الساعة 11:59].", "2019-04-17T23:59"),
    ("في [الساعة الثالثة والنصف من فجر اليوم] سمع دوي.", "2019-04-16T03:30"),
    ("بدأت عند [الساعة 23,59 بالتوقيت المحلي (20,59 ت غ) الأحد].", "2019-04-14T23:59"),
]


@pytest.mark.parametrize(("marked", "value"), CASES)
def test_a_time_and_its_value(marked: str, value: str) -> None:
    assert bracketed(marked.replace("[", "").replace("]", "")) == (marked, [value])


@pytest.mark.parametrize(
    "text",
    [
        "قال ثوار 17 فبراير إنهم باقون.",
        "دعت حركة 20 فبراير إلى التظاهر.",
        "نقلت صحيفة اليوم عن مصدر.",
        "نقلت قناة روسيا اليوم عن مصدر.",
        "ذكرت المصري اليوم أن الوفد وصل.",
        "خرجوا بعد صلاة الجمعة.",
        "قوى «14 آذار» في لبنان.",
        "استمرت الهدنة خمسة أيام.",
        "قتل 2000 شخص و2012 مدنيا.",
        "أطلق الجيش في 2000 صاروخا على الأرض.",
        "في اليوم الثاني من القتال.",
        "انسحبوا قبل يومين من الانتخابات.",
        "مارس الوفد ضغوطا على الطرفين.",
        "زار رجب طيب أردوغان المدينة مع شعبان عبد الله.",
        "بلغت نسبة التأييد 20%.",
        "في وقت لاحق سابقا وحاليا وفي الآونة الأخيرة.",
        "أصيب أحد عشر جنديا.",
        "على مدار الساعة.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == ()


def test_without_a_date_forms_stay_and_values_are_unknown() -> None:
    found = times("عقد اللقاء أمس الأربعاء في 27 سبتمبر بعد لقاء الثلاثاء الماضي عام 2003.", None)
    assert [(t.form, t.value) for t in found] == [
        ("--09-27,weekday:2", None),
        ("weekday:1<", None),
        ("2003", "2003"),
    ]


def test_the_words_of_a_report_correct_its_date() -> None:
    # dated a Tuesday, written on a Monday
    found = times("قال الجيش اليوم الاثنين إنه قصف الموقع أمس.", "2015-08-11")
    assert [t.value for t in found] == ["2015-08-10", "2015-08-09"]


def test_an_interval_settles_what_all_its_days_agree_on() -> None:
    found = times("قتلوا أمس في حرب بدأت العام الماضي.", "2020-07-16/2020-07-18")
    assert [t.value for t in found] == [None, "2019"]


def test_an_interval_is_narrowed_by_a_weekday() -> None:
    found = times("قتلوا أمس الجمعة. وقال المتحدث اليوم إنهم مدنيون.", "2020-07-16/2020-07-18")
    assert [t.value for t in found] == ["2020-07-17", "2020-07-18"]


def test_an_hour_takes_the_day_before_it() -> None:
    found = times("هاجموا المطار أمس. وبدأ الهجوم الساعة 04:00 فجرا.", TUESDAY)
    assert [t.value for t in found] == ["2019-04-15", "2019-04-15T04:00"]


def test_times_are_anchored_again_from_their_forms() -> None:
    text = "وقع الهجوم أمس الأحد ويوم 12 مارس وفي أكتوبر الماضي، وسيجتمعون الخميس الساعة 10:30 صباحا."
    bare = times(text, None)
    assert anchor_times(bare, TUESDAY) == times(text)


@pytest.mark.parametrize(
    ("form", "anchor", "value"),
    [
        ("--02-29", "2019-01-01", "2016-02-29"),
        ("--12-25/--01-03", "2020-01-10", "2019-12-25/2020-01-03"),
        ("weekday:5/weekday:6", "2009-09-19", "2009-09-12/2009-09-13"),
        ("--07-12,weekday:6", "2020-07-16", "2020-07-12"),
        ("--02-18,weekday:0", "2013-02-12", "2013-02-18"),
        ("day-1", "0001-01-01", None),
        ("year-1-S12", "2015-03-01", "2014-12/2015-02"),
        ("hijri:--10-25", "2015-08-12", "2015-08-10"),
        ("hijri:1200-01-01", None, None),
        ("month-1", "2020-02", "2020-01"),
        ("nothing of the kind", "2020-02-01", None),
    ],
)
def test_a_form_on_a_day(form: str, anchor: str | None, value: str | None) -> None:
    assert resolve(form, anchor) == value


def test_an_anchor_that_no_weekday_fits_stays() -> None:
    assert settle_anchor(["day+0,weekday:0", "day+0,weekday:1"], TUESDAY) == TUESDAY


LETTERS = "أمسالثناءيوبجمعةخدغهـ والساعة٠١٢2019/:-.,()«»\n ليليونيومارسعامقبلمن"


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=80))
def test_any_string_has_its_times_inside_it(text: str) -> None:
    found = times(text, "2020-02-29")
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(max_size=30), st.one_of(st.none(), st.text(max_size=12)))
def test_resolving_never_raises(form: str, anchor: str | None) -> None:
    resolve(form, anchor)
    settle_anchor([form], anchor)


@pytest.mark.parametrize("piece", ["1", "12 ", "21 و", "يوم ", "(", "1992-", "أمس ", "من ", "مساء ", "الخميس "])
def test_hostile_repetition_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    times(text)
    assert time.perf_counter() - start < 8
