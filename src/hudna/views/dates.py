"""ISO 8601 dates of any precision as first and last day."""

import re
from collections.abc import Iterable
from functools import lru_cache

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")
_DAY = len("2023-05-01")  # characters of a date without an hour
_LAST_DAY = "31"  # days are compared as text: the 31st of February bounds February well


@lru_cache(1 << 15)  # as many dates as a record of decades has: views ask for each again and again
def days(value: str | None) -> tuple[str, str] | None:
    """First and last day (``YYYY-MM-DD``, comparable as text) of a date, month, year or ``start/end`` interval.

    None for no date and for values that name no year.
    """
    if not value:
        return None
    first, _, last = value.partition("/")
    bounds = _bounds(first), _bounds(last or first)
    return (bounds[0][0], bounds[1][1]) if bounds[0] and bounds[1] else None


def ends(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    """When the first of some dates begins and the last ends, as closely as that is told: a day, a month or a year."""
    held = [(bounds, said) for said in dates if said and (bounds := days(said))]
    if not held:
        return None, None
    first, last = min(held, key=lambda h: h[0][0])[1], max(held, key=lambda h: h[0][1])[1]
    return first.partition("/")[0][:_DAY], last.rpartition("/")[2][:_DAY]


def _bounds(value: str) -> tuple[str, str] | None:
    found = _PART.fullmatch(value)
    if not found:
        return None
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or _LAST_DAY}"


def overlap(value: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date can lie between two days (each may be open); an unknown one passes only where both are."""
    bounds = days(value)
    if bounds is None:
        return since is None and until is None
    return (since is None or bounds[1] >= since) and (until is None or bounds[0] <= until)
