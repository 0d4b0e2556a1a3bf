"""What a calendar expression says, as a form, and what it means on a given day.

A form is what a text says before it is anchored, so that the record can anchor it again:

    form                       example                          says
    2020-07-12, 2020-07, 2020  12 يوليو 2020                    a date, month or year
    --07-12, --07              12 يوليو                         the nearest that is not after the anchor
    --07-12<, >                يوليو الماضي، المقبل              the nearest before or after the anchor
    --07-12+, =                يوليو الجاري                     the nearest not before the anchor; in the anchor's year
    --07-12,weekday:6          الأحد 12 يوليو                   the same, on a Sunday (Monday is 0)
    day-1                      أمس                              days from the anchor
    day-1,weekday:2            أمس الأربعاء                     on a Wednesday; if they disagree the weekday holds
    weekday:2                  الأربعاء                         the nearest Wednesday that is not after the anchor
    weekday:2<, <<             الأربعاء الماضي، قبل الماضي       the nearest before the anchor, the one before that
    weekday:2>, >>, +          الأربعاء (بعد) المقبل            the nearest after, the one after that; not before it
    night:3, night:3T24:00     (منتصف) ليل الخميس الجمعة         the night between two days, and its midnight
    week-1, weekend-1          الأسبوع الماضي                   Monday to Sunday; Saturday and Sunday
    week-1,weekday:6           الأحد من الأسبوع الماضي          a day of such a week
    month+1, month+1-10        العاشر من الشهر المقبل            months from the anchor's, and a day of one
    year-1, year-1-04          أبريل من العام الماضي            years from the anchor's, and a month of one
    year-1-04-12               12 أبريل من العام الماضي         and a day of one
    year-1-S06, season:6<      صيف العام الماضي، الصيف الماضي    the season that begins with a month
    hijri:1436-10-25           25 شوال 1436                     Umm al-Qura calendar
    hijri:--10-25, <, >        25 شوال (الماضي)                 the same without a year: the nearest, before, after
    hijri:--10-25,weekday:0    الاثنين 25 شوال                  the same, on a Monday up to two days off
    day+0,2020-07-12           اليوم 12 يوليو 2020              a date, and what it was on the day of the report
    T04:00                     الساعة 04:00                     an hour of a day that the text does not name
    day+1T23:59                غدا الساعة 11:59 مساء            an hour of a day
    --05-03/--05-05            من 3 إلى 5 مايو                  first and last
"""

import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, date, timedelta

from hudna.reading.hijri import hijri_to_iso

WEEKDAY_OF_DAY = re.compile(r"day([+-][0-9]{1,4}),weekday:([0-6])(?:T.*)?")  # «أمس الأربعاء»
MONTH_OF_YEAR = re.compile(r"--([0-9]{2})(?:-[0-9]{2})?=.*")  # «يوليو الجاري»
_ABSOLUTE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(T[0-9]{2}:[0-9]{2})?")
_YEARLESS = re.compile(r"--([0-9]{2})(?:-([0-9]{2}))?([<>+=]?)(?:,weekday:([0-6]))?")
_DAY = re.compile(r"day([+-][0-9]{1,4})(?:,weekday:([0-6]))?")
_WEEKDAY = re.compile(r"weekday:([0-6])(<<|>>|[<>+]?)")
_NIGHT = re.compile(r"night:([0-6])(<<|[<>+]?)")
_WEEK = re.compile(r"(week|weekend)([+-][0-9]{1,3})(?:,weekday:([0-6]))?")
_MONTH = re.compile(r"month([+-][0-9]{1,4})(?:-([0-9]{2}))?")
_YEAR = re.compile(r"year([+-][0-9]{1,4})(?:-(S?[0-9]{2})(?:-([0-9]{2}))?)?")
_SEASON = re.compile(r"season:([0-9]{1,2})([<>+]?)")
_HIJRI_YEARLESS = re.compile(r"hijri:-((?:-[0-9]{2}){1,2})([<>+=]?)(?:,weekday:([0-6]))?")
_PINNED = re.compile(r"day([+-][0-9]{1,4}),(?=[0-9-])")
_SIDE = re.compile("[<>+]+$")
_MIDNIGHT = "24:00"
_WEEK_DAYS = 7
_LONGEST_ANCHOR = 366  # days; an interval longer than a year settles nothing
_SIGHTING = 2  # days that a month may begin off the table
_SEARCH_YEARS = 9  # a 29th of February may be eight years away


def resolve(form: str, anchor: str | None) -> str | None:
    """The ISO 8601 value of ``form`` for a document of ``anchor`` (date, month, year, ``start/end`` or None).

    An anchor of several days resolves only what is the same for all of them; with «day-1,weekday:2» only the days that
    fit the weekday count. None where form and anchor do not settle it.
    """
    if "/" in form:
        return _resolve_range(form, anchor)
    form = _PINNED.sub("", form)
    head, _, clock = form.partition("T")
    if _ABSOLUTE.fullmatch(form):
        return form
    if head.startswith("hijri:") and not head.startswith("hijri:-"):
        return _with_clock(hijri_to_iso(head), clock)
    values = {_with_clock(_on(head, day), clock) for day in _fitting(head, anchor_days(anchor))}
    return values.pop() if len(values) == 1 else None


def anchor_days(anchor: str | None) -> tuple[date, ...]:
    """Every day of an ISO date, month, year or ``start/end``; none where it is None, broken or longer than a year."""
    if not anchor:
        return ()
    start, _, end = anchor.partition("/")
    first, last = _bounds(start), _bounds(end or start)
    if first is None or last is None or not 0 <= (last[1] - first[0]).days <= _LONGEST_ANCHOR:
        return ()
    return tuple(first[0] + timedelta(days=n) for n in range((last[1] - first[0]).days + 1))


def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def season_of(year: int, month: int) -> str:
    """The three months from ``month`` of ``year``, as ``start/end``."""
    end_year, end_month = (year, month + 2) if month + 2 <= 12 else (year + 1, month + 2 - 12)  # noqa: PLR2004 - months
    return f"{year:04}-{month:02}/{end_year:04}-{end_month:02}"


def _with_clock(value: str | None, clock: str) -> str | None:
    if not clock or value is None:
        return value
    if clock == _MIDNIGHT:
        return value.rpartition("/")[2] + "T00:00"
    return f"{value}T{clock}" if len(value) == len("2020-07-12") else None


def _fitting(head: str, days: tuple[date, ...]) -> tuple[date, ...]:
    """The days of an interval on which «day-1» falls on the weekday that is named; all where none fits."""
    found = _DAY.fullmatch(head)
    if found is None or found[2] is None or len(days) == 1:
        return days
    return tuple(d for d in days if (d.weekday() + int(found[1])) % _WEEK_DAYS == int(found[2])) or days


def _on(head: str, today: date) -> str | None:
    """The value of a form without an hour for a document of one day."""
    if not head:
        return today.isoformat()
    for pattern, rule in _RULES:
        if found := pattern.fullmatch(head):
            try:
                return rule(today, found)
            except (ValueError, OverflowError):  # beyond the years that a date can have
                return None
    return None


def _day_rule(today: date, found: re.Match[str]) -> str | None:
    day = today + timedelta(days=int(found[1]))
    if found[2] is None or day.weekday() == int(found[2]):
        return day.isoformat()
    return _weekday(today, int(found[2]), "+" if int(found[1]) > 0 else "").isoformat()


def _weekday_rule(today: date, found: re.Match[str]) -> str | None:
    return _weekday(today, int(found[1]), found[2]).isoformat()


def _night_rule(today: date, found: re.Match[str]) -> str | None:
    evening = _weekday(today, int(found[1]), found[2])
    if found[2] == "+" and evening - today == timedelta(days=_WEEK_DAYS - 1):
        evening = today - timedelta(days=1)  # the night that ends today
    return f"{evening}/{evening + timedelta(days=1)}"


def _week_rule(today: date, found: re.Match[str]) -> str | None:
    # the Arab week begins on Sunday: what a report of that day calls last week ended the day before
    on_sunday = found[1] == "week" and found[3] is None and today.weekday() == _WEEK_DAYS - 1
    first = today - timedelta(days=0 if on_sunday else today.weekday()) + timedelta(weeks=int(found[2]))
    if found[3] is not None:
        return (first + timedelta(days=int(found[3]))).isoformat()
    return f"{first + timedelta(days=5 if found[1] == 'weekend' else 0)}/{first + timedelta(days=6)}"


def _month_rule(today: date, found: re.Match[str]) -> str | None:
    year, month = divmod(today.year * 12 + today.month - 1 + int(found[1]), 12)
    return _iso(year, month + 1, found[2])


def _year_rule(today: date, found: re.Match[str]) -> str | None:
    year, month = today.year + int(found[1]), found[2]
    if not 1 <= year <= MAXYEAR:
        return None
    if month is None:
        return f"{year:04}"
    return season_of(year, int(month[1:])) if month.startswith("S") else _iso(year, int(month), found[3])


def _season_rule(today: date, found: re.Match[str]) -> str | None:
    """The season: last, next or (no mark) the last that has begun."""
    month, mark = int(found[1]), found[2]
    begun = [date(y, month, 1) for y in range(today.year - 2, today.year + 3)]
    ended = timedelta(days=92)
    if mark in (">", "+"):
        start = next(d for d in begun if d > today or (mark == "+" and d + ended > today))
    else:
        start = next(d for d in reversed(begun) if (d + ended <= today if mark else d <= today))
    return season_of(start.year, month)


def _hijri_rule(today: date, found: re.Match[str]) -> str | None:
    """A day or month of the Islamic year that lies nearest, or on the side that is told."""
    year, mark, weekday = today.year - 579, found[2], found[3]  # 1436 began late in 2014; four years are tried
    values = [value for y in range(year - 1, year + 3) if (value := hijri_to_iso(f"hijri:{y:04}{found[1]}"))]
    if mark in ("<", ">"):
        values = [v for v in values if (anchor_days(v)[-1] < today if mark == "<" else anchor_days(v)[0] > today)]
    nearest = min(values, key=lambda value: abs(anchor_days(value)[0] - today), default=None)
    return nearest if nearest is None or weekday is None else _sighted(nearest, int(weekday))


def _sighted(value: str, weekday: int) -> str:
    """The day of such a weekday around a date of the Islamic calendar, where one is near enough."""
    days = anchor_days(value)
    off = (weekday - days[0].weekday() + 3) % _WEEK_DAYS - 3
    return (days[0] + timedelta(days=off)).isoformat() if len(days) == 1 and abs(off) <= _SIGHTING else value


def _yearless_rule(today: date, found: re.Match[str]) -> str | None:
    month, day, mark, weekday = int(found[1]), found[2], found[3], found[4]
    if day is None:
        this = date(today.year, today.month, 1)
        first = (make_date(y, month, 1) for y in _years(today.year, mark))
        return next((d.isoformat()[:7] for d in first if d and _allowed(d, this, mark)), None)
    if weekday is not None:
        # the weekday tells the year better than the rule that the nearest past is meant
        near = [d for y in (today.year - 1, today.year, today.year + 1) if (d := make_date(y, month, int(day)))]
        fitting = sorted((abs(d - today), d) for d in near if d.weekday() == int(weekday))
        if fitting:
            return fitting[0][1].isoformat()
    candidates = (make_date(y, month, int(day)) for y in _years(today.year, mark))
    return next((d.isoformat() for d in candidates if d and _allowed(d, today, mark)), None)


_RULES: tuple[tuple[re.Pattern[str], Callable[[date, re.Match[str]], str | None]], ...] = (
    (_DAY, _day_rule),
    (_WEEKDAY, _weekday_rule),
    (_NIGHT, _night_rule),
    (_HIJRI_YEARLESS, _hijri_rule),
    (_YEARLESS, _yearless_rule),
    (_WEEK, _week_rule),
    (_MONTH, _month_rule),
    (_YEAR, _year_rule),
    (_SEASON, _season_rule),
)


def _iso(year: int, month: int, day: str | None) -> str | None:
    found = make_date(year, month, int(day or 1))
    return found.isoformat()[: None if day else 7] if found else None


def _weekday(today: date, weekday: int, mark: str) -> date:
    if mark in (">", ">>", "+"):
        ahead = (weekday - today.weekday()) % _WEEK_DAYS or (0 if mark == "+" else _WEEK_DAYS)
        return today + timedelta(days=ahead + (_WEEK_DAYS if mark == ">>" else 0))
    back = (today.weekday() - weekday) % _WEEK_DAYS
    if mark and not back:
        back = _WEEK_DAYS
    return today - timedelta(days=back + (_WEEK_DAYS if mark == "<<" else 0))


def _years(year: int, mark: str) -> Iterator[int]:
    """The years to try, the nearest first."""
    step = 1 if mark in (">", "+") else -1
    yield from range(year, year + step * (1 if mark == "=" else _SEARCH_YEARS), step)


def _allowed(candidate: date, now: date, mark: str) -> bool:
    if mark == "=":
        return True
    if mark in (">", "+"):
        return candidate > now or (mark == "+" and candidate == now)
    return candidate < now or (not mark and candidate == now)


def _bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO date, month or year (an hour is passed over)."""
    parts = value.partition("T")[0].split("-")
    if not all(p.isascii() and p.isdigit() for p in parts) or len(parts) > 3:  # noqa: PLR2004 - year, month, day
        return None
    year, month, day = (int(p) for p in (*parts, "0", "0")[:3])
    first = make_date(year, month or 1, day or 1)
    if first is None:
        return None
    if day:
        return first, first
    after = make_date(year + 1, 1, 1) if month in (0, 12) else make_date(year, month + 1, 1)
    return (first, after - timedelta(days=1)) if after else None


def _resolve_range(form: str, anchor: str | None) -> str | None:
    """First and last of «FORM/FORM»; a first end that would lie after the last is counted back from it."""
    low, _, high = form.partition("/")
    end = resolve(high, anchor)
    start = resolve(low, anchor)
    if end is None or start is None:
        return None
    first, last = start.partition("/")[0], end.rpartition("/")[2]
    if first > last:
        start = resolve(_SIDE.sub("", low), end.partition("T")[0])
        if start is None or start.partition("/")[0] > last:
            return None
        first = start.partition("/")[0]
    return f"{first}/{last}"
