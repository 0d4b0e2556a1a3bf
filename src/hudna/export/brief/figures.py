"""Numbers and dates in words."""

import re

from hudna.export.brief.catalogue import Catalogue

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*)?)?)?")
_COUNT = re.compile(r"(>=|<=|~)?(\d+)(?:-(\d+))?")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
_UNITS = ("years", "months", "weeks", "days", "hours")
_SIGNS = {">=": "least", "<=": "most", "~": "about"}


def counted(words: Catalogue, number: int, thing: str, *, bound: bool = False) -> str:
    """So many of a thing: «3 قتلى», «12 قتيلاً»; ``bound`` where a preposition governs it («قتيلين»)."""
    forms = words("counted", thing)
    form = "zero" if not number and "zero" in forms else plural(words, number)
    chosen = forms.get(f"{form}_of") if bound else None
    return str(chosen or forms.get(form) or forms["other"]).replace("{n}", f"{number:,}")


def plural(words: Catalogue, number: int) -> str:
    """The class of a number by the language's rules."""
    for rule in words("plural"):
        low, high = rule.get("mod100", (0, 99))
        if rule.get("is", number) == number and low <= number % 100 <= high:
            return str(rule["class"])
    return "other"


def count(words: Catalogue, value: str, thing: str) -> str:
    """A count of the reading format («12», «>=12», «10-12», «~tens», «unknown») of a thing, in words."""
    forms = words("counted", thing)
    if value.startswith("~") and (vague := words.word("count", value[1:])):
        return vague.format(x=forms["the"])
    found = _COUNT.fullmatch(value)
    if not found:
        return str(words("count", "unknown")).format(x=forms["some"])
    sign, low, high = found.groups()
    if high:
        return str(words("count", "range")).format(low=f"{int(low):,}", x=counted(words, int(high), thing, bound=True))
    if sign:
        return str(words("count", _SIGNS[sign])).format(x=counted(words, int(low), thing, bound=True))
    return counted(words, int(low), thing)


def date(words: Catalogue, value: str | None) -> str:
    """An ISO 8601 date, month, year, date-time or interval in words; what is none of these as it stands."""
    if not value:
        return str(words("date", "unknown"))
    first, _, last = value.partition("/")
    if not last or first == last:
        return _moment(words, first)
    if len(first) == len(last) == len("2020-01-01") and first[:7] == last[:7]:
        start = str(words("date", "day_of_month")).format(d=int(first[8:]))
    else:
        start = _moment(words, first)
    return str(words("date", "between")).format(first=start, last=_moment(words, last))


def _moment(words: Catalogue, value: str) -> str:
    found = _DAY.fullmatch(value)
    if not found:
        return value
    year, month, day, time = found.groups()
    if not month or not 1 <= int(month) <= len(words("months")):
        return str(words("date", "year")).format(y=year)
    values = {"y": year, "month": words("months")[int(month) - 1]}
    if not day:
        return str(words("date", "month")).format(**values)
    told = str(words("date", "day")).format(d=int(day), **values)
    return str(words("date", "time")).format(date=told, time=time) if time else told


def duration(words: Catalogue, value: str) -> str:
    """An ISO 8601 duration in words; what is none as it stands."""
    found = _DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return value
    parts = [counted(words, int(n), unit) for n, unit in zip(found.groups(), _UNITS, strict=True) if n]
    return str(words("list", "and")).join(parts)
