"""The day of a document, as its own words narrow down or correct the date given with it.

Pages carry the date of their print or last change. «اليوم الاثنين» in a report dated a Tuesday was written the day
before; «أغسطس الجاري» in one of September was written in August and «مايو المقبل» in one of May before it, on a day
not known; «اليوم الأحد 5 أبريل» says the day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.reading.calendar import MONTH_OF_YEAR, WEEKDAY_OF_DAY, anchor_days, resolve
from hudna.reading.redate import interval

_NEXT = re.compile(r"--([0-9]{2})(?:-[0-9]{2})?>")
_PINNED = re.compile(r"day([+-][0-9]{1,4}),([0-9-].*)")
_WEEK = 7
_SOON = 300  # days within which what is called next comes
_LATE = 31  # days that the date of a page may lie after its text; beyond that one of both is a slip


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of a document say of its day: weekdays by offset, months that are «this» month, dates to come."""

    weekdays: frozenset[tuple[int, int]]
    months: frozenset[int]
    coming: frozenset[str]

    def __bool__(self) -> bool:
        """Whether they say anything."""
        return bool(self.weekdays or self.months or self.coming)

    def fits(self, day: date) -> bool:
        """Whether all of it is true on ``day``."""
        right = all((day.weekday() + offset) % _WEEK == weekday for offset, weekday in self.weekdays)
        right = right and (not self.months or day.month in self.months)
        return right and all(_comes_soon(form, day) for form in self.coming)


def settle_anchor(forms: Iterable[str], anchor: str | None) -> str | None:
    """The day or interval of a document of ``anchor`` in which the times of ``forms`` stand.

    A date beside «اليوم» or «أمس» is the day. Else an interval becomes a day where only one of its days fits what the
    text says; where none does, the text is of the day before or after, as clocks of other zones have it, else of the
    nearest day up to a week back, or of those up to a month back.
    """
    forms = tuple(forms)
    days = anchor_days(anchor)
    pinned = _pinned(forms, anchor)
    if pinned and (not days or -_WEEK <= (days[0] - pinned).days <= _LATE):
        return pinned.isoformat()
    told = _Told(
        frozenset((int(m[1]), int(m[2])) for form in forms if (m := WEEKDAY_OF_DAY.fullmatch(form))),
        frozenset(int(m[1]) for form in forms if (m := MONTH_OF_YEAR.fullmatch(form))),
        frozenset(filter(_NEXT.fullmatch, forms)),
    )
    if not days or not told:
        return anchor
    fitting = tuple(d for d in days if told.fits(d))
    if fitting:
        return fitting[0].isoformat() if len(fitting) == 1 else anchor
    return _off(days, told) or anchor


def _off(days: tuple[date, ...], told: _Told) -> str | None:
    """The day or days off ``days`` that fit what the text says: a day before or after, else the nearest before."""
    earlier = tuple(d for d in _back(days[0], _LATE) if told.fits(d))
    if not earlier:
        return None
    day = timedelta(days=1)
    if told.weekdays and days[0] - earlier[-1] > day and days[-1] < date.max and told.fits(days[-1] + day):
        return (days[-1] + day).isoformat()
    if (days[0] - earlier[-1]).days <= (_WEEK if told.weekdays else 1):  # papers are dated a day ahead
        return earlier[-1].isoformat()
    return interval(_of_last_month(earlier) if told.months else earlier)


def _pinned(forms: tuple[str, ...], anchor: str | None) -> date | None:
    """The day of which a date is called today, yesterday or tomorrow; None where there is none or they disagree."""
    days: set[date] = set()
    for found in filter(None, map(_PINNED.fullmatch, forms)):
        value = resolve(found[2].partition("T")[0], anchor)
        days.update(day - timedelta(days=int(found[1])) for day in anchor_days(value))
    return days.pop() if len(days) == 1 else None


def _comes_soon(form: str, day: date) -> bool:
    """Whether «مايو المقبل» is less than a year away on ``day``."""
    value = anchor_days(resolve(form, day.isoformat()))
    return not value or (value[0] - day).days <= _SOON


def _of_last_month(days: tuple[date, ...]) -> tuple[date, ...]:
    """Those of ``days`` that are of the last month among them."""
    return tuple(d for d in days if (d.year, d.month) == (days[-1].year, days[-1].month))


def _back(start: date, days: int) -> tuple[date, ...]:
    """The days before ``start``, in order."""
    first = max(start.toordinal() - days, 1)
    return tuple(date.fromordinal(n) for n in range(first, start.toordinal()))
