"""Dates, months and years: «الثاني عشر من تموز/يوليو 2020», «24/7/2015», «يونيو الماضي», «عامي 1950 و1953»."""

import re

from hudna.reading.calendar import make_date
from hudna.reading.hijri import hijri_in_year
from hudna.reading.times_terms import (
    FIRST_HIJRI,
    LAST_DAY,
    LAST_HIJRI,
    Month,
    Part,
    Terms,
    Year,
    day_number,
    hijri_year,
    month_name,
    named_year,
    year_number,
    year_tail,
)
from hudna.text import DASHES

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})")
_MONTHS = 12
_HIJRI_MARKS = {"year-1": "<", "year+0": "=", "year+1": ">", "year-2": None, "year+2": None}
_FIRST_BARE, _LAST_BARE = 1900, 2050  # what a number without «عام» may be as a year
_WRITTEN_DAY = 3  # letters: a counted noun after a number is longer


def dated_form(month: Month, year: Year, day: int | None) -> str | None:
    """The form of a month or date; None where there is no such date."""
    if month.hijri:
        if year.prefix.isdigit() and int(year.prefix) > LAST_HIJRI:  # «رمضان 2013»
            return hijri_in_year(int(year.prefix), f"-{month.value:02}" + ("" if day is None else f"-{day:02}"))
        mark = _HIJRI_MARKS.get(year.prefix, year.mark)
        head = f"hijri:{year.prefix if year.prefix.isdigit() else '-'}-{month.value:02}"
        return (head if day is None else f"{head}-{day:02}") + mark if mark is not None else None
    if make_date(int(year.prefix) if year.prefix.isdigit() else 2000, month.value, day or 1) is None:
        return None
    tail = f"{month.value:02}" if day is None else f"{month.value:02}-{day:02}"
    return f"{year.prefix}-{tail}" if year.prefix else f"--{tail}{year.mark}"


def date_at(t: Terms, i: int) -> Part | None:
    """A day with its month: in words, in digits, or of a month that is named by «الشهر المقبل»."""
    return _numeric(t, i) or _day_first(t, i) or _month_first(t, i)


def _day_first(t: Terms, i: int) -> Part | None:
    days = _days(t, i)
    if days is None:
        return None
    last, first, final = days
    at = t.skip(last, "/", "-")
    dashed = t.form(last) == "-"
    of = at == last and t.form(at) == "من"
    at += of
    noun = t.time.plain(at, "month_noun")
    named = month_name(t, noun.last if noun else at)
    if named is None:
        return _day_of_month(t, at, first, final)
    year = year_tail(t, named.last, hijri=named.hijri)
    if named.hijri and dashed and not year.given:  # «1 - صفر» is a score
        return None
    return _span_of_days(named, year, first, final)


def _span_of_days(month: Month, year: Year, first: int, final: int) -> Part | None:
    low, high = dated_form(month, year, first), dated_form(month, year, final)
    if low is None or high is None:
        return None
    last = max(year.last, month.last)
    return Part(last, high if first == final else f"{low}/{high}", "time.date" if first == final else "time.days")


def _days(t: Terms, i: int) -> tuple[int, int, int] | None:
    """(token after them, first, last day): one day, or neighbouring ones: «21 و22 و23», «27-29», «3 إلى 5»."""
    day = day_number(t, i)
    if day is None:
        return None
    last, first = day
    final = first
    for _ in range(LAST_DAY):
        at = t.skip(last, "و", "،", *DASHES)
        to = t.word(last, "to") if at == last else None
        further = day_number(t, to.last if to else at) if to or at > last or t.form(at).startswith("و") else None
        listed = to is None and (t.form(last) in ("و", "،") or t.form(at).startswith("و"))
        if further is None or further[1] <= final or (listed and further[1] != final + 1):
            break
        last, final = further
    return last, first, final


def _day_of_month(t: Terms, i: int, first: int, final: int) -> Part | None:
    """«العاشر من الشهر المقبل», «27 من هذا الشهر», «27 الجاري»."""
    this = t.time.plain(i, "this")
    noun = t.time.plain(this.last if this else i, "month_noun")
    shift = t.time.plain(noun.last if noun else i, "shift")
    if shift is None and not (this and noun):
        return None
    if noun is None and (shift is None or shift.entry.data["value"] != 0):
        return None
    offset = int(shift.entry.data["value"]) if shift else 0
    last = shift.last if shift else noun.last if noun else i
    head = f"month{offset:+d}"
    form = f"{head}-{final:02}" if first == final else f"{head}-{first:02}/{head}-{final:02}"
    return Part(last, form, "time.day_of_month")


def _month_first(t: Terms, i: int) -> Part | None:
    """«يوليو 13، 2015», «تموز 13 إلى 15»."""
    month = month_name(t, i)
    days = _days(t, month.last) if month and not month.hijri else None
    if month is None or days is None:
        return None
    last, first, final = days
    year = year_tail(t, last)
    if not year.prefix.isdigit() and first == final:
        return None
    return _span_of_days(month._replace(last=last), year, first, final)


def _numeric(t: Terms, i: int) -> Part | None:
    """«24/7/2015», «2015-07-24», «04.04.2017», «7 / يوليو / 2015», «2/2013»."""
    dotted = _DOTTED.fullmatch(t.form(i))
    if dotted:
        day, month, year = (dotted[1], dotted[2], dotted[3]) if dotted[1] else (dotted[6], dotted[5], dotted[4])
        return _numeric_date(t, i + 1, int(year), int(month), int(day))
    a, mark, b = t.digits(i), t.form(i + 1), t.digits(i + 2)
    if a is None or b is None or mark not in ("/", "-", "\\"):
        return None
    c = t.digits(i + 4) if t.form(i + 3) == mark else None
    if c is None:
        of_year = mark == "/" and 1 <= a <= _MONTHS and b >= _FIRST_BARE
        return Part(i + 3, f"{b:04}-{a:02}", "time.month") if of_year else None
    if a > LAST_DAY:
        return _numeric_date(t, i + 5, a, b, c)
    if b > _MONTHS >= a:
        a, b = b, a
    return _numeric_date(t, i + 5, c, b, a)


def day_and_month(t: Terms, i: int) -> Part | None:
    """«21/09», which is a date only beside a weekday."""
    day, month = t.digits(i), t.digits(i + 2)
    if day is None or month is None or t.form(i + 1) not in ("/", "-") or not 1 <= month <= _MONTHS:
        return None
    return Part(i + 3, f"--{month:02}-{day:02}", "time.date") if make_date(2000, month, day) else None


def _numeric_date(t: Terms, last: int, year: int, month: int, day: int) -> Part | None:
    hijri = t.time.plain(last, "hijri_era")
    if hijri or FIRST_HIJRI <= year <= LAST_HIJRI:
        return Part(hijri.last if hijri else last, f"hijri:{year:04}-{month:02}-{day:02}", "time.hijri")
    era = t.time.plain(last, "era")
    if year < 100:  # noqa: PLR2004 - «24/7/15»
        year += 2000
    found = make_date(year, month, day) if _FIRST_BARE <= year <= _LAST_BARE else None
    return Part(era.last if era else last, found.isoformat(), "time.date") if found else None


def month_at(t: Terms, i: int) -> Part | None:
    """A month: «مطلع مايو (أيار) الماضي», «شباط 1988», «شهر مارس», «الشهر الماضي», «شهري يونيو ويوليو»."""
    phase = t.word(i, "phase")
    at = phase.last if phase else i
    this = t.word(at, "this")
    noun = t.word(this.last if this else at, "month_noun", "months_noun")
    if noun and noun.entry.data["kind"] == "month_noun":
        shift = t.time.plain(noun.last, "shift")
        if shift or this:
            offset = int(shift.entry.data["value"]) if shift else 0
            return Part(shift.last if shift else noun.last, f"month{offset:+d}", "time.month_relative")
    start = noun.last if noun and not this else at
    month = month_name(t, start)
    if month is None or this:
        return None
    year = year_tail(t, month.last, hijri=month.hijri)
    marked = noun or phase or year.given
    if not (marked if month.hijri else marked or month.sure or _opens_date(t, i - 1)):
        return None
    return _two_months(t, month, year) or _one_month(month, year)


def _opens_date(t: Terms, i: int) -> bool:
    """Whether the word before is one that a bare year or month may follow: «في», «منذ»."""
    return t.word(i, "years") is not None


def _one_month(month: Month, year: Year) -> Part | None:
    form = dated_form(month, year, None)
    return Part(max(year.last, month.last), form, "time.month") if form else None


def _two_months(t: Terms, month: Month, year: Year) -> Part | None:
    """«يونيو ويوليو الماضيين» are one period; a month further on is a time of its own."""
    joined = t.time.joined(month.last, "month")
    at = month.last + (t.form(month.last) == "و")
    second = month_name(t, at) if joined else None
    if second is None or second.hijri or second.value != month.value % _MONTHS + 1 or year.given:
        return None
    tail = year_tail(t, second.last)
    low, high = dated_form(month, tail, None), dated_form(second, tail, None)
    return Part(max(tail.last, second.last), f"{low}/{high}", "time.months") if low and high else None


def year_at(t: Terms, i: int) -> Part | None:
    """A year: «عام 1992», «مطلع العام الماضي», «عامي 1950 و1953», «منذ 2011», «1992 - 1994», «التسعينيات»."""
    phase = t.word(i, "phase")
    at = phase.last if phase else i
    named = named_year(t, at) or _hijri_year(t, at)
    if named:
        return _to_year(t, named) or Part(named[0], named[1], "time.year")
    return _years(t, at) or _bare_year(t, i, at) or _decade(t, at)


def _hijri_year(t: Terms, i: int) -> tuple[int, str] | None:
    """«عام 1436هـ»."""
    noun = t.word(i, "year_noun")
    year = hijri_year(t, noun.last) if noun else None
    return (year[0], f"hijri:{year[1]}") if noun and year and year[0] > noun.last + 1 else None


def _to_year(t: Terms, first: tuple[int, str]) -> Part | None:
    """«عام 1992-1994»."""
    if not first[1].isdigit() or t.form(first[0]) not in (*DASHES, "/"):
        return None
    second = year_number(t, first[0] + 1)
    return Part(second[0], f"{first[1]}/{second[1]:04}", "time.years") if second and second[1] > int(first[1]) else None


def _years(t: Terms, i: int) -> Part | None:
    noun = t.word(i, "years_noun")
    first = year_number(t, noun.last) if noun else None
    if first is None:
        return None
    last, final = first
    for _ in range(LAST_DAY):
        at = t.skip(last, "و", "،", *DASHES)
        further = year_number(t, at) if at > last else None
        if further is None or further[1] <= final:
            break
        last, final = further
    if final == first[1]:
        return Part(last, f"{final:04}", "time.year")
    return Part(last, f"{first[1]:04}/{final:04}", "time.years")


def _bare_year(t: Terms, i: int, at: int) -> Part | None:
    """A number as a year: after «في», «منذ», «حرب» …, and before no counted noun."""
    year = t.digits(at)
    if year is None or not _FIRST_BARE <= year <= _LAST_BARE or len(t.form(at)) != len("2015"):
        return None
    opening = t.word(at - 1, "years")
    known = at > i or opening
    era = t.time.plain(at + 1, "era")
    last = era.last if era else at + 1
    if t.form(last) in DASHES:
        second = year_number(t, last + 1)
        if second and year < second[1] <= _LAST_BARE:
            return Part(second[0], f"{year:04}/{second[1]:04}", "time.years")
    firm = era or at > i or (opening and opening.entry.get("firm"))
    if not (known or era) or (not firm and _counted(t, last)):
        return None
    return Part(last, f"{year:04}", "time.year")


def _counted(t: Terms, i: int) -> bool:
    """Whether the word at ``i`` looks counted: «2000 قذيفة», «2000 صاروخا»."""
    form = t.form(i)
    if form in ("%", "٪", "$", "€") or t.number.plain(i, "scale", "percent"):
        return True
    if not t.page.is_word(i) or len(form) <= _WRITTEN_DAY or any(s.pos == "verb" for s in t.page.senses[i]):
        return False
    return not form.startswith("ال") and form.endswith(("ا", "ه")) and t.word(i) is None


def _decade(t: Terms, i: int) -> Part | None:
    decade = t.word(i, "decade")
    if decade is None or t.time.at(decade.last, "age"):  # «في الخمسينيات من عمره»
        return None
    century = t.time.plain(decade.last, "century")
    first = 1900 + int(decade.entry.data["value"])
    return Part(century.last if century else decade.last, f"{first}/{first + 9}", "time.decade")
