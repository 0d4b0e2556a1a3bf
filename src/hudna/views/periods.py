"""Years, months or days with how much happened in each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from hudna.views.dates import days
from hudna.views.happening import Happening

LENGTHS = {"day": 10, "month": 7, "year": 4}  # characters of ISO 8601
_MOST = 62  # days or months shown side by side
_YEARS = 300
_PART = 0.05  # of all events that may lie before the years that are shown singly
_FEW = 3  # events that may in any case, if they are no more than a quarter of all
_WORTH = 15  # years that are taken together, at least
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year, or years taken together.

    Attributes:
        id: ISO 8601.
        unit: day, month, year or years.
        since: first day.
        until: last day.
        events: how many have a date in it; one that lasts longer than it, or is dated less closely, counts where it
            begins.
        disputed: how many of them are disputed.

    """

    id: str
    unit: str
    since: str
    until: str
    events: int
    disputed: int


def periods(rows: Iterable[Happening], since: str | None = None) -> tuple[Period, ...]:
    """The periods from the first event to the last: days if they are few, else months, else years.

    None is left out, but of very many years those in which nothing happened; many early years with few events between
    them are taken together. What began before ``since`` counts there.
    """
    first = [(max(day, since or day), row.standing == "disputed") for row in rows if (day := _first(row.date))]
    if not first:
        return ()
    start, end = min(first)[0], max(first)[0]
    for unit, length in LENGTHS.items():  # the first that is few enough
        held = _span(start[:length], end[:length])
        if len(held) <= _MOST or unit == "year":
            break
    events, disputed = Counter(day[:length] for day, _ in first), Counter(day[:length] for day, is_so in first if is_so)
    shown = held if len(held) <= _YEARS else tuple(i for i in held if i in events)
    found = tuple(_period(ident, unit, events[ident], disputed[ident]) for ident in shown)
    return _together(found) if unit == "year" else found


def _together(years: tuple[Period, ...]) -> tuple[Period, ...]:
    """The years, those before nearly everything happened as one."""
    total = sum(y.events for y in years)
    most = max(_PART * total, min(_FEW, total // 4))
    held = list(accumulate(y.events for y in years))
    cut = sum(n <= most for n in held)
    if cut < _WORTH:
        return years
    early = years[:cut]
    name = f"{early[0].id}/{early[-1].id}"
    disputed = sum(y.disputed for y in early)
    return (Period(name, "years", early[0].since, early[-1].until, held[cut - 1], disputed), *years[cut:])


def enclosing(since: str | None, until: str | None) -> tuple[Period, ...]:
    """The year and the month that hold both days, the wider first, uncounted."""
    if since is None or until is None:
        return ()
    held = {unit: LENGTHS[unit] for unit in ("year", "month") if since[: LENGTHS[unit]] == until[: LENGTHS[unit]]}
    return tuple(_period(since[:length], unit, 0, 0) for unit, length in held.items())


def _first(value: str | None) -> str | None:
    """The first day of a date, if the calendar has it."""
    bounds = days(value)
    try:
        return date.fromisoformat(bounds[0]).isoformat() if bounds else None
    except ValueError:
        return None


def _span(first: str, last: str) -> tuple[str, ...]:
    """All periods of one unit from one to another."""
    parts = [int(p) for p in first.split("-")]
    if len(parts) == 1:
        return tuple(f"{year:04}" for year in range(parts[0], int(last) + 1))
    if len(parts) == 2:  # noqa: PLR2004 year and month
        low, high = _month(first), _month(last)
        return tuple(f"{n // _MONTHS:04}-{n % _MONTHS + 1:02}" for n in range(low, high + 1))
    numbers = range(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1)
    return tuple(date.fromordinal(n).isoformat() for n in numbers)


def _month(value: str) -> int:
    year, month = value.split("-")
    return int(year) * _MONTHS + int(month) - 1


def _period(ident: str, unit: str, events: int, disputed: int) -> Period:
    if unit == "day":
        return Period(ident, unit, ident, ident, events, disputed)
    if unit == "year":
        return Period(ident, unit, f"{ident}-01-01", f"{ident}-12-31", events, disputed)
    year, month = (int(p) for p in ident.split("-"))
    after = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return Period(ident, unit, f"{ident}-01", (after - timedelta(days=1)).isoformat(), events, disputed)
