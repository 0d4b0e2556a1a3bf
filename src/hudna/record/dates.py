"""Calendar values as days that can be compared."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

Days = tuple[str, str]  # first and last day, ISO 8601: strings that sort
Numbers = tuple[int, int]  # the same as day numbers
_YEAR = 4
_DAY = 10  # letters of a full date
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")


@lru_cache(maxsize=50_000)
def days(value: str | None) -> Days | None:
    """First and last day of an ISO 8601 date, date-time, month, year or ``start/end``; None for none."""
    if not value:
        return None
    start, _, end = value.partition("/")
    start, end = start[:10], (end or start)[:10]
    first = start + "-01-01"[len(start) - 10 :] if len(start) < 10 else start  # noqa: PLR2004 - letters of a full date
    if len(end) == _YEAR:
        end += "-12-31"
    elif len(end) < 10:  # noqa: PLR2004 - as above
        end += "-31"  # no day sorts after it
    return first, end


def first_day(published: str | None) -> date | None:
    """The day on which a report appeared, or the first of its days; None where only a month or a year is known."""
    day = (published or "").partition("/")[0][:_DAY]
    return date.fromisoformat(day) if len(day) == _DAY else None


def overlap(left: Days, right: Days) -> bool:
    """Whether two intervals share a day."""
    return left[0] <= right[1] and right[0] <= left[1]


def narrowest(values: Iterable[str | None]) -> str | None:
    """The narrowest of several dates if it lies within all others, else the most frequent, the earliest first."""
    known = sorted(v for v in values if v)
    if not known:
        return None
    spans = {v: held for v in known if (held := days(v))}
    inside = [v for v in known if all(o[0] <= spans[v][0] and spans[v][1] <= o[1] for o in spans.values())]
    return inside[0] if inside else max(known, key=lambda v: (known.count(v), [-ord(c) for c in v]))


def day_number(day: str) -> int:
    """The number of a day ``YYYY-MM-DD``; a day beyond the end of its month is the month's last."""
    year, month, number = map(int, day.split("-"))
    return date(year, month, min(number, monthrange(year, month)[1])).toordinal()


def numbers(value: str | None) -> Numbers | None:
    """First and last day of an ISO 8601 date as day numbers; None for none."""
    held = days(value)
    return (day_number(held[0]), day_number(held[1])) if held else None


def ends(start: str | None, duration: str | None) -> str | None:
    """When what begins at ``start`` and lasts an ISO 8601 duration is over; None where either does not say."""
    length = _LENGTH.fullmatch(duration or "")
    if not start or not length or len(start) < len("2020-01-01") or "/" in start:
        return None
    years, months, weeks, number, hours = (int(x or 0) for x in length.groups())
    if hours and "T" not in start:
        return None
    begun = datetime.fromisoformat(start)
    year, month = divmod(begun.year * 12 + begun.month - 1 + years * 12 + months, 12)
    try:
        over = begun.replace(year=year, month=month + 1, day=min(begun.day, monthrange(year, month + 1)[1]))
        over += timedelta(days=7 * weeks + number, hours=hours)
    except (ValueError, OverflowError):  # beyond the calendar
        return None
    return over.isoformat(timespec="minutes") if "T" in start else over.date().isoformat()
