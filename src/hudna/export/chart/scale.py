"""Days along a line, and the days that are written beneath it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil, log10

from hudna.export.brief.catalogue import Catalogue
from hudna.views import days

_ROOM = 0.04  # of the line, left free at both ends
_LABEL = 74  # pixels that a label takes
_MONTHS = 12
_STEPS = (1, 2, 3, 7, 14)  # days between labels, where months are too far apart
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MONTH = 31
_LEVELS = 4  # lines above that of none


def moment(value: str | None) -> float | None:
    """A date as a day number, a date-time as a fraction; of an interval, a month or a year the middle."""
    bounds = days(value)
    if not value or not bounds:
        return None
    first, last = (_number(b) for b in bounds)
    if first == last and "T" in value and "/" not in value:
        try:
            told = datetime.fromisoformat(value[:16])
        except ValueError:
            return float(first)
        return first + (told.hour * 60 + told.minute) / 1440
    return (first + last) / 2


def _number(day: str) -> int:
    year, month, number = map(int, day.split("-"))
    while True:
        try:
            return date(year, month, number).toordinal()
        except ValueError:  # the 31st of a shorter month
            number -= 1
            if number < 1:
                raise


@dataclass(frozen=True, slots=True)
class Moments:
    """A span of days drawn between two distances from the beginning of a line."""

    first: float
    last: float
    start: float
    end: float

    @classmethod
    def over(cls, moments: Iterable[float], start: float, end: float) -> "Moments":
        """A scale that holds all of some moments, with some room at both ends."""
        held = list(moments)
        first, last = min(held), max(held)
        room = max((last - first) * _ROOM, 0.75)
        return cls(first - room, last + room, start, end)

    def at(self, moment: float) -> float:
        """How far from the beginning a moment lies."""
        share = (moment - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    def ticks(self, words: Catalogue) -> Iterator[tuple[float, str]]:
        """The days to write, with their words."""
        most = max(2, int((self.end - self.start) / _LABEL))
        length = self.last - self.first
        for step in _STEPS:
            if length / step <= most:
                yield from self._days(words, step)
                return
        yield from self._months(
            words, next((s for s in _MONTH_STEPS if length / (_MONTH * s) <= most), _MONTH_STEPS[-1])
        )

    def _days(self, words: Catalogue, step: int) -> Iterator[tuple[float, str]]:
        first = int(self.first) + 1
        for number in range(first, int(self.last) + 1, step):
            day = date.fromordinal(number)
            yield number, str(words("date", "short_day")).format(d=day.day, month=_month(words, day.month))

    def _months(self, words: Catalogue, step: int) -> Iterator[tuple[float, str]]:
        begun = date.fromordinal(max(1, int(self.first)))
        number = begun.year * _MONTHS + begun.month - 1
        number += -number % step
        while True:
            year, month = divmod(number, _MONTHS)
            if year > date.max.year:
                return
            day = date(year, month + 1, 1)
            if day.toordinal() > self.last:
                return
            if day.toordinal() >= self.first:
                key = "year" if step % _MONTHS == 0 else "short_month"
                yield day.toordinal(), str(words("date", key)).format(y=year, month=_month(words, month + 1))
            number += step


def _month(words: Catalogue, number: int) -> str:
    """A month in short: of two names the first."""
    name = str(words("months")[number - 1]).partition("/")[0]
    return name[:3] if words.language == "en" else name


def levels(highest: float, *, powers: bool = False) -> list[int]:
    """Round numbers from none to at least the highest: four steps at most, or ``powers`` of ten."""
    step, power = 1, 1
    if powers:
        return [0, *(10**n for n in range(1, max(1, ceil(log10(max(highest, 1)))) + 1))]
    while step * _LEVELS < highest:
        step = {1: 2, 2: 5, 5: 10}[step // power] * power
        power = step if step == power * 10 else power
    return [step * n for n in range(max(1, ceil(highest / step)) + 1)]
