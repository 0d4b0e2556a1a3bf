"""The Umm al-Qura calendar: its dates as Gregorian ones, from the table in lexicon/ar/hijri.yaml."""

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from hudna.lexicon import read_settings

_HIJRI = re.compile(r"hijri:([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def hijri_to_iso(form: str) -> str | None:
    """A date of the Umm al-Qura calendar as a Gregorian one, a month or year as ``start/end``; None off the table."""
    found = _HIJRI.fullmatch(form)
    if not found:
        return None
    year, month, day = (int(g) if g else None for g in found.groups())
    starts = _hijri_months()
    at = starts.get((year or 0, month or 1))
    if at is None or (month or 1) > 12:  # noqa: PLR2004 - months of a year
        return None
    first, length = at
    if day:
        return (first + timedelta(days=day - 1)).isoformat() if day <= length else None
    if month is None:
        end, length = starts[(year or 0, 12)]
        return f"{first}/{end + timedelta(days=length - 1)}"
    return f"{first}/{first + timedelta(days=length - 1)}"


def hijri_in_year(year: int, rest: str) -> str | None:
    """The Gregorian value of the first «-MM» or «-MM-DD» of the Umm al-Qura calendar that begins in ``year``."""
    values = (hijri_to_iso(f"hijri:{h:04}{rest}") for h in range(year - 580, year - 576))
    return next((value for value in values if value and int(value[:4]) == year), None)


@lru_cache(maxsize=1)
def _hijri_months() -> dict[tuple[int, int], tuple[date, int]]:
    """First day and length of every month of the table."""
    table = read_settings("ar", "hijri")
    first, years = date.fromisoformat(table["first_day"]), sorted(table["years"].items())
    months = [(year, n + 1, 29 + int(bit)) for year, bits in years for n, bit in enumerate(bits)]
    starts = accumulate((length for _, _, length in months), initial=0)
    return {(y, m): (first + timedelta(days=s), n) for (y, m, n), s in zip(months, starts, strict=False)}
