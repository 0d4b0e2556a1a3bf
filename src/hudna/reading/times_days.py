"""Single days with all that a text hangs onto them: «مساء أمس الأحد (12 تموز/يوليو) الساعة 11:59»."""

from dataclasses import dataclass, replace

from hudna.reading.times_clock import Hour, hour_at
from hudna.reading.times_dates import date_at, day_and_month
from hudna.reading.times_periods import week_at
from hudna.reading.times_terms import WEEKDAY_MARKS, Part, Terms
from hudna.reading.vocabulary import Word

_WEEK = 7
_ABSOLUTE = frozenset("-0123456789")  # how a date begins that needs no other day to count from
_LEADS = ("part", "day_noun", "days_noun")
_LONGEST = 6  # components of one day: deictic, weekday, two calendars, hour


@dataclass(frozen=True, slots=True)
class _Day:
    """What has been read of one day so far."""

    last: int
    offset: int | None = None
    weekday: int | None = None
    mark: str = ""
    date: str | None = None
    hijri: str | None = None
    hour: Hour | None = None
    half: str | None = None
    rule: str = ""

    @property
    def named(self) -> bool:
        """Whether anything says which day it is."""
        return not (self.offset is None and self.weekday is None and self.date is None and self.hijri is None)

    def form(self) -> str:
        """The form of the whole; see calendar.py."""
        weekday = "" if self.weekday is None else f",weekday:{self.weekday}"
        if self.date is not None:
            pinned = self.offset is not None and self.date[:1] in _ABSOLUTE and "/" not in self.date
            head = f"day{self.offset:+d},{self.date}" if pinned else self.date
            head += weekday if self.date.startswith("--") and "/" not in self.date else ""
        elif self.offset is not None:
            head = f"day{self.offset:+d}{weekday}"
        elif self.hijri is not None:
            head = self.hijri + (weekday if self.hijri.startswith("hijri:-") else "")
        else:
            head = "" if self.weekday is None else f"weekday:{self.weekday}{self.mark}"
        clock = self.hour.text(self.half) if self.hour and "/" not in head else None
        return f"{head}T{clock}" if clock else head


def day_at(t: Terms, i: int) -> Part | None:
    """The day that begins at token ``i``, or an hour without a day (form «T04:00»)."""
    may_be = t.word(i, "clock") or ":" in t.form(i) or t.number.at(i, "ordinal", "ordinal_joined")
    hour = hour_at(t, i) if may_be else None
    start = _after_hour(t, hour.last) if hour else i
    together = _days_together(t, start)
    if together:
        return together
    day = _components(t, start)
    if hour is None:
        return Part(day.last, day.form(), day.rule) if day.named else None
    if not day.named:
        text = hour.text(None)
        return Part(hour.last, f"T{text}", "time.hour") if hour.named and text else None
    return Part(day.last, replace(day, hour=hour).form(), "time.hour_of_day")


def _after_hour(t: Terms, i: int) -> int:
    """Where the day of an hour begins: after «من», «في», a comma or a bracket."""
    at = t.skip(i, "،", ",")
    return t.skip(at, "من", "في")


def _components(t: Terms, i: int) -> _Day:
    """Everything from token ``i`` on that speaks of one day."""
    day = _lead(t, i)
    for _ in range(_LONGEST):
        further = _next(t, day, day.last)
        if further is None:
            break
        day = further
    if not day.named or day.last <= i:
        return _Day(i)
    return day


def _lead(t: Terms, i: int) -> _Day:
    """Parts of the day and «يوم»: they belong to the span, and tell only which half of the day an hour is of."""
    at, half = i, ""
    for _ in range(3):
        word = t.word(at, *_LEADS) if at == i else t.time.plain(at, *_LEADS)
        if word is None or word.definite:  # «اليوم» is a day itself
            break
        at = t.skip(word.last, "من") if word.entry.data["kind"] == "part" else word.last
        half = str(word.entry.get("half", "")) or half
    return _Day(at, half=half or None)


def _next(t: Terms, day: _Day, i: int) -> _Day | None:
    """The day with one more component, or None."""
    begun = day.named
    for at in _openings(t, i) if begun else (i,):
        found = _component(t, day, at)
        if found is None:
            continue
        if at > i and t.form(at - 1) == "(":
            if t.form(found.last) != ")":
                continue
            found = replace(found, last=found.last + 1)
        return found
    return None


def _openings(t: Terms, i: int) -> list[int]:
    """Where the next component may begin: at once, after a comma, in brackets, after «الموافق»."""
    out = [i]
    at = t.skip(i, "،", ",")
    meets = t.word(at, "meets")
    if meets:
        at = t.skip(meets.last, "ل")
        out.append(at)
    elif at > i:
        out.append(at)
    if t.form(at) in ("(", "-", "/"):
        out.append(at + 1)
    if t.form(i) in ("في", "عند", "من"):
        out.append(i + 1)
    return out


def _component(t: Terms, day: _Day, i: int) -> _Day | None:
    return _deictic(t, day, i) or _weekday(t, day, i) or _date(t, day, i) or _ending(t, day, i)


def _deictic(t: Terms, day: _Day, i: int) -> _Day | None:
    word = t.word(i, "day")
    if word is None or day.named or _is_day_of_many(t, i, word):
        return None
    shift = t.time.plain(word.last, "shift")
    if shift and word.entry.id.startswith("day.today"):  # «اليوم الماضي» is no day of the report
        return None
    half = str(word.entry.get("half", "")) or day.half
    return replace(day, last=word.last, offset=int(word.entry.data["value"]), half=half, rule="time.day")


def _is_day_of_many(t: Terms, i: int, word: Word) -> bool:
    """«اليوم الثاني», «3 مرات في اليوم», «ذلك اليوم»: no day of the report."""
    if not word.entry.id.startswith("day.to") or word.last > i + 1:
        return False
    at = word.last
    if word.entry.id == "day.tonight":
        return t.form(i - 1) == "في" and word.last == i + 1  # «سعر الغرفة في الليلة»
    ordinal = t.number.plain(at, "ordinal", "ordinal_joined")
    if (ordinal and ordinal.definite) or t.form(i - 1) in ("ذلك", "هذاك", "نفس", "ذات"):
        return True
    return t.form(i - 1) == "في" and t.form(i) == "اليوم" and t.word(t.skip(at, "(", "،"), "weekday") is None


def _weekday(t: Terms, day: _Day, i: int) -> _Day | None:
    """A weekday, in brackets or after «يوم» too, with what says which week is meant."""
    noun = t.time.plain(i, "day_noun") if day.named else None
    at = noun.last if noun else i
    word = t.word(at, "weekday") if at == i and not day.named else t.time.plain(at, "weekday")
    if word is None or day.weekday is not None or t.number.plain(word.last, "ten") or _are_two(t, word):
        return None
    last, mark = word.last, ""
    shift = t.time.plain(last, "shift")
    of = t.time.plain(last, "of")
    week = week_at(t, of.last) if of and not day.named else None
    if week and week.rule == "time.week":
        return replace(day, last=week.last, date=f"{week.form},weekday:{word.entry.data['value']}", rule="time.weekday")
    if shift:
        last, mark = shift.last, WEEKDAY_MARKS[int(shift.entry.data["value"])]
    return replace(day, last=last, weekday=int(word.entry.data["value"]), mark=mark, rule=day.rule or "time.weekday")


def _are_two(t: Terms, word: Word) -> bool:
    """Whether «الاثنين» are the two told of before, by a dual that is said of them: «فإن الاثنين | متهمان»."""
    told = word.entry.get("two") and t.form(word.last - 2).lstrip("وفبل") == "ان"
    return bool(told) and t.form(word.last).endswith(("ان", "ا")) and t.time.plain(word.last, "shift") is None


def _date(t: Terms, day: _Day, i: int) -> _Day | None:
    found = date_at(t, i) or (day_and_month(t, i) if day.weekday is not None else None)
    if found is None or (day.named and found.rule in ("time.month", "time.days")):
        return None
    hijri = found.form.startswith("hijri")
    if (day.hijri if hijri else day.date) is not None or (day.hijri and day.rule == "time.hijri"):
        return None
    if hijri:
        return replace(day, last=found.last, hijri=found.form, rule=day.rule or "time.hijri")
    return replace(day, last=found.last, date=found.form, rule=found.rule)


def _ending(t: Terms, day: _Day, i: int) -> _Day | None:
    """An hour or a part of the day after the day: «أمس ليلا», «اليوم الأحد الساعة 11:59»."""
    if not day.named:
        return None
    ending = t.time.plain(i, "ending")
    if ending:
        return replace(day, last=ending.last, half=str(ending.entry.data["half"]))
    clock = t.time.plain(i, "clock")
    hour = hour_at(t, i) if clock or ":" in t.form(i) else None
    if hour is None or day.hour is not None:
        return None
    return replace(day, last=hour.last, hour=hour, rule="time.hour_of_day")


def _days_together(t: Terms, i: int) -> Part | None:
    """«ليل الخميس الجمعة», «منتصف ليلة السبت/الأحد», «يومي السبت والأحد»: neighbouring days, one expression.

    «السبت والأحد» alone is one too, where nothing else is joined to them.
    """
    part, days = t.word(i, "part"), t.word(i, "days_noun")
    lead = days or (part if part and part.entry.get("half") == "night" else None)
    noun = t.time.plain(lead.last, "day_noun") if lead else None
    first = t.time.plain(noun.last if noun else lead.last, "weekday") if lead else t.word(i, "weekday")
    if first is None or (lead is None and not t.time.joined(first.last, "weekday")):
        return None
    last, low, high = first.last, int(first.entry.data["value"]), int(first.entry.data["value"])
    for _ in range(_LONGEST):
        further = _further_weekday(t, last)
        if further is None or further.entry.data["value"] != (high + 1) % _WEEK:
            break
        closed = t.form(last) == "("  # «ليل الأحد (الاثنين)»
        last, high = further.last + (closed and t.form(further.last) == ")"), int(further.entry.data["value"])
    if low == high:
        return None
    shift = t.time.plain(last, "shift")
    mark = WEEKDAY_MARKS[int(shift.entry.data["value"])] if shift else ""
    form = f"weekday:{low}{mark}/weekday:{high}{mark}"
    if lead and not days and high == (low + 1) % _WEEK:
        form = f"night:{low}{mark}" + ("T24:00" if lead.entry.get("midnight") else "")
    return Part(shift.last if shift else last, form, "time.weekdays")


def _further_weekday(t: Terms, i: int) -> Word | None:
    at = t.skip(i, "-", "–", "—", "/", "و", "،", "(")
    to = t.time.plain(at, "to")
    word = t.time.plain(to.last, "weekday") if to else t.word(at, "weekday")
    return word if word and word.clitics in ("", "و") else None
