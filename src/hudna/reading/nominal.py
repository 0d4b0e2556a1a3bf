"""Times of which the calendar day is not known, while the facts that hang on them are read.

A report without a date says «أمس» and «الأحد», and means two days all the same. While it is read, each time that text
and metadata leave open stands for a day, month or period of its own in the first centuries, of which no report tells,
so that the rules compare it as they do any other; «أمس» and «أمس الأربعاء» stand for one. In the finished reading
the facts have no date but its form (calendar.py), for the record to resolve.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from hudna.reading.calendar import resolve
from hudna.reading.model import Casualty, Event, Loss, Reading, Time, Truce

_MONDAY = date(2001, 1, 1)  # a day on which forms are resolved to see how long they are
_DAY = re.compile(r"(day[+-][0-9]+),weekday:[0-6]")
_OF_THE_WEEK = re.compile(r"(?:day|weekday|night)[+:-].*")
_TOLD_WEEKDAY = re.compile(r"day([+-][0-9]+),weekday:([0-6])(?:T.*)?")
_YEAR = re.compile(r"(?:^|(?<=/))[0-9]{4}")
_Dated = TypeVar("_Dated", Event, Casualty, Loss)
_MOST = 999  # forms of one document: stand-ins are years of three digits


@dataclass(frozen=True, slots=True)
class Nominal:
    """Times that all have a value, and the form of each value that is but a stand-in."""

    times: tuple[Time, ...]
    forms: Mapping[str, str]

    def told(self, reading: Reading) -> Reading:
        """The reading with forms in place of the stand-ins among its dates."""
        if not self.forms:
            return reading
        return replace(
            reading,
            events=tuple(self._dated(x) for x in reading.events),
            casualties=tuple(self._dated(x) for x in reading.casualties),
            losses=tuple(self._dated(x) for x in reading.losses),
            truces=tuple(self._truce(t) for t in reading.truces),
        )

    def _dated(self, fact: _Dated) -> _Dated:
        form = self.forms.get(fact.date or "")
        return replace(fact, date=None, date_form=form) if form else fact

    def _truce(self, truce: Truce) -> Truce:
        announced, start, end = (self.forms.get(x or "") for x in (truce.announced, truce.start, truce.end))
        if not (announced or start or end):
            return truce
        return replace(
            truce,
            announced=None if announced else truce.announced,
            start=None if start else truce.start,
            end=None if end else truce.end,
            announced_form=announced,
            start_form=start,
            end_form=end,
        )


def stand_in(times: Sequence[Time]) -> Nominal:
    """The times of a document with a stand-in for each value that is missing."""
    open_forms = tuple(dict.fromkeys(t.form for t in times if t.value is None))
    if not open_forms:
        return Nominal(tuple(times), {})
    weekdays = {(int(m[2]) - int(m[1])) % 7 for t in times if (m := _TOLD_WEEKDAY.fullmatch(t.form))}
    weekday = weekdays.pop() if len(weekdays) == 1 else None
    numbers: dict[str, int] = {}
    values: dict[str, str] = {}
    for form in open_forms:
        number = numbers.setdefault(_meaning(form, weekday), len(numbers) + 1)
        length = resolve(form, (_MONDAY + timedelta(days=weekday or 0)).isoformat())
        if length is not None and number <= _MOST:
            values[form] = _YEAR.sub(f"{number:04}", length)
    forms: dict[str, str] = {}
    for form, value in values.items():
        forms.setdefault(value, form)
    return Nominal(tuple(replace(t, value=values.get(t.form)) if t.value is None else t for t in times), forms)


def _meaning(form: str, weekday: int | None) -> str:
    """What forms of the same day have in common, in a document of this day of the week where that is known."""
    if weekday is not None and _OF_THE_WEEK.fullmatch(form):
        return resolve(form, (_MONDAY + timedelta(days=weekday)).isoformat()) or form
    return _DAY.sub(r"\1", form)
