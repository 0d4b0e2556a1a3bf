"""What a document without a date says of its day by its own words.

Each rule that is not the calendar's own was held against 20,000 dated reports: of 95 «الأحد الماضي» 4 are of
yesterday, none where the report says «أمس» of another day; a month is called this month («سبتمبر الجاري») up to three
days into the next, because papers print what was written before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.reading import Reading, Time
from hudna.reading.calendar import MONTH_OF_YEAR, WEEKDAY_OF_DAY, anchor_days
from hudna.record.model import Reason
from hudna.text import Document

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YESTERDAY = re.compile(r"day-1(?:T.*)?")
_LAST = re.compile(r"weekday:([0-6])<")
_BARE = re.compile(r"weekday:([0-6])")
_PINNED = re.compile(r"day([+-][0-9]{1,4}),([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?")
_WEEK = 7
_LATE = timedelta(days=3)
_LONG = 366  # days between what a document tells as past and as to come beyond which it tells nothing of its day


@dataclass(frozen=True, slots=True)
class Own:
    """What a document says of its day: the weekdays and months that it can be, the bounds, and the words."""

    weekdays: frozenset[int]
    months: frozenset[int]  # each with the first days of the next
    pinned: frozenset[date]
    earliest: date | None
    latest: date | None
    reasons: tuple[Reason, ...]

    def fits(self, day: date) -> bool:
        """Whether ``day`` is one of which all of it is true."""
        return (
            day.weekday() in self.weekdays
            and (not self.pinned or day in self.pinned)
            and (not self.months or bool({day.month, (day - _LATE).month} & self.months))
            and (self.earliest is None or day >= self.earliest)
            and (self.latest is None or day <= self.latest)
        )

    def days(self) -> tuple[date, ...] | None:
        """The days left by these words alone, in order; None where they leave it open."""
        if self.pinned:
            return tuple(sorted(d for d in self.pinned if self.fits(d)))
        if self.earliest is None or self.latest is None or (self.latest - self.earliest).days > _LONG:
            return None
        count = (self.latest - self.earliest).days + 1
        return tuple(d for n in range(count) if self.fits(d := self.earliest + timedelta(days=n)))

    @property
    def weekday(self) -> int | None:
        """The weekday of the document, where it names it."""
        return next(iter(self.weekdays)) if len(self.weekdays) == 1 else None


def own_words(document: Document, reading: Reading) -> Own:
    """What the words of a document say of its day."""
    times = told_times(reading)
    weekdays, months, pinned = set(range(_WEEK)), set[int](), set[date]()
    reasons: list[Reason] = []

    def note(rule: str, time: Time, what: str) -> None:
        if not any(r.why == what for r in reasons):
            reasons.append(Reason(rule, document.name, time.span, what, ""))

    for time in times:
        if found := WEEKDAY_OF_DAY.fullmatch(time.form):
            day = (int(found[2]) - int(found[1])) % _WEEK
            weekdays &= {day}
            note("own-weekday", time, f"written on a {WEEKDAYS[day]}")
        elif found := _PINNED.fullmatch(time.form):
            pinned.update(d - timedelta(days=int(found[1])) for d in anchor_days(found[2]))
            note("own-day", time, f"written on {', '.join(sorted(d.isoformat() for d in pinned))}")
        elif found := MONTH_OF_YEAR.fullmatch(time.form):
            months.add(int(found[1]))
            note("own-month", time, f"written in month {found[1]} or on the three days after it")
    for time, barred, because in _not_these(times):
        weekdays -= {barred}
        note("not-that-day", time, f"not written on a {WEEKDAYS[barred]}: {because}")
    earliest, latest = _bounds(document, reading, reasons)
    return Own(frozenset(weekdays), frozenset(months), frozenset(pinned), earliest, latest, tuple(reasons))


def told_times(reading: Reading) -> list[Time]:
    """The times of a document but for those of its page furniture."""
    return [t for t in reading.times if not any(t.span.within(f) for f in reading.furniture)]


def _not_these(times: list[Time]) -> Iterator[tuple[Time, int, str]]:
    """Weekdays on which a document was not written.

    «الأحد الماضي» is not yesterday in a report that says «أمس», nor is it another Sunday than a bare «الأحد» beside
    it: it would be on a Sunday alone.
    """
    yesterday = any(_YESTERDAY.fullmatch(t.form) for t in times)
    bare = {int(m[1]) for t in times if (m := _BARE.fullmatch(t.form))}
    for time in times:
        if found := _LAST.fullmatch(time.form):
            weekday = int(found[1])
            if yesterday:
                yield time, (weekday + 1) % _WEEK, "the report calls another day «أمس»"
            if weekday in bare:
                yield time, weekday, f"«{WEEKDAYS[weekday]}» alone would be the day itself, and the two another"


def _bounds(document: Document, reading: Reading, reasons: list[Reason]) -> tuple[date | None, date | None]:
    """The days between which it was written: not before what it tells as past."""
    told = [(days, e) for e in reading.events if e.status == "actual" and len(days := anchor_days(e.date)) == 1]
    past = [(days[0], e) for days, e in told]
    if not past:
        return None, None
    earliest, event = max(past, key=lambda p: (p[0], p[1].trigger))
    why = f"tells as past what happened on {event.date}"
    reasons.append(Reason("told-as-past", document.name, event.trigger, why, ""))
    return earliest, None
