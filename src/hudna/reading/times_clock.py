"""Hours: «الساعة (10:30) مساءً بتوقيت السودان», «الساعة العاشرة وخمس عشرة دقيقة صباحا», «09:40 ت م»."""

import re
from typing import NamedTuple

from hudna.reading.cardinal import cardinal, ordinal
from hudna.reading.times_terms import Terms

_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?")
_NAMED_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:.,]([0-5][0-9])(?::[0-5][0-9])?")  # agencies write «الساعة 23,59»
_DAY_HOURS, _HALF_DAY, _HOUR = 24, 12, 60
_EVENING, _AFTERNOON = 6, 3  # «ليلا» from six on is evening; «ظهرا» up to three is afternoon


class Hour(NamedTuple):
    """An hour that ends before token ``last``.

    Attributes:
        last: the token after it.
        minutes: since midnight or noon.
        half: am, pm, noon or night, as the text tells; None where it does not.
        sure: written so that it needs no half of the day («15:20», «04:00»).
        named: by «الساعة», a part of the day or a time zone.

    """

    last: int
    minutes: int
    half: str | None
    sure: bool
    named: bool

    def text(self, half: str | None) -> str | None:
        """HH:MM, with the half of the day that the words around tell; None where that is missing."""
        half = self.half or half
        hour, minute = divmod(self.minutes, _HOUR)
        if half is None and not self.sure:
            return None
        if hour == _HALF_DAY and half in ("am", "night"):
            hour = 0
        elif hour < _HALF_DAY and _is_late(hour, half):
            hour += _HALF_DAY
        return f"{hour:02}:{minute:02}" if 0 <= hour < _DAY_HOURS else None


def _is_late(hour: int, half: str | None) -> bool:
    return half == "pm" or (half == "night" and hour >= _EVENING) or (half == "noon" and hour <= _AFTERNOON)


def hour_at(t: Terms, i: int) -> Hour | None:
    """The hour at token ``i``."""
    noun = t.word(i, "clock")
    at = t.skip(noun.last if noun else i, "(")
    opened = noun is not None and at > noun.last
    found = _digital(t, at, _NAMED_CLOCK if noun else _CLOCK) or _spoken(t, at, named=noun is not None)
    if found is None:
        return None
    last, minutes, sure = found
    if opened:
        if t.form(last) != ")":
            return None
        last += 1
    minute = t.time.plain(last, "minute")
    last, half = _half(t, minute.last if minute else last)
    zoned = _zone(t, last)
    last, half = _half(t, zoned) if half is None else (zoned, half)
    return Hour(last, minutes, half, sure, named=bool(noun or half or zoned > i + 1))


def _digital(t: Terms, i: int, clock: re.Pattern[str]) -> tuple[int, int, bool] | None:
    found = clock.fullmatch(t.form(i))
    return (i + 1, int(found[1]) * _HOUR + int(found[2]), True) if found else None


def _spoken(t: Terms, i: int, *, named: bool) -> tuple[int, int, bool] | None:
    """(token after it, minutes, whether the half of the day is told): an hour in words or a bare number."""
    word = ordinal(t.number, i) or (cardinal(t.number, i) if named else None)
    if word is None or not 1 <= word.value <= _DAY_HOURS or word.value != int(word.value):
        return None
    last, minutes = _minutes(t, word.last)
    if not named and not t.time.at(last, "ending") and not _of_part(t, i, last):
        return None
    return last, int(word.value) * _HOUR + minutes, word.value > _HALF_DAY


def _of_part(t: Terms, i: int, last: int) -> bool:
    """«الثامنة من مساء السبت»; not «الساعات الأولى من صباح الأحد»."""
    return t.form(last) == "من" and t.time.plain(last + 1, "part") is not None and not t.form(i - 1).startswith("ال")


def _minutes(t: Terms, i: int) -> tuple[int, int]:
    """«ونصف», «والربع», «وتسع وخمسين دقيقة», «إلا ربعا»."""
    less = t.time.plain(i, "less")
    at = less.last if less else t.skip(i, "و")
    fraction = t.number.at(at, "fraction")
    if fraction and (less or at > i or fraction.clitics == "و"):
        part = round(float(fraction.entry.data["value"]) * _HOUR)
        return fraction.last, -part if less else part
    counted = cardinal(t.number, at) if less or at > i or t.form(at).startswith("و") else None
    noun = t.time.plain(counted.last, "minute") if counted else None
    if counted and noun and 0 < counted.value < _HOUR:
        return noun.last, -int(counted.value) if less else int(counted.value)
    return i, 0


def _half(t: Terms, i: int) -> tuple[int, str | None]:
    at = t.skip(i, "من", "في")
    ending = t.time.plain(at, "ending")
    return (ending.last, str(ending.entry.data["half"])) if ending else (i, None)


def _zone(t: Terms, i: int) -> int:
    """The token after a time zone, also in brackets: «بتوقيت اليمن», «بالتوقيت المحلي», «(01:00 تغ)»."""
    if t.form(i) == "(":
        hour = i + 2 if _NAMED_CLOCK.fullmatch(t.form(i + 1)) or t.digits(i + 1) is not None else i + 1
        last = _zone_name(t, hour)
        return last + 1 if last > hour and t.form(last) == ")" else i
    last = _zone_name(t, i)
    return _zone(t, last) if last > i and t.form(last) == "(" else last


def _zone_name(t: Terms, i: int) -> int:
    zone = t.word(i, "zone")
    if zone is None:
        return i
    if not zone.entry.get("of"):
        return t.skip(zone.last, ".")
    return zone.last + 1 if t.page.is_word(zone.last) else zone.last  # «بتوقيت دمشق»
