"""Weeks, seasons and times counted back from the report: «الأسبوع الماضي», «صيف 2012», «قبل شهرين»."""

import re

from hudna.reading.calendar import season_of
from hudna.reading.cardinal import cardinal, ordinal
from hudna.reading.hijri import hijri_in_year
from hudna.reading.times_dates import month_at
from hudna.reading.times_terms import MARKS, Part, Terms, named_year, year_number
from hudna.reading.vocabulary import Word

_MONTH = re.compile(r"((?:[0-9]{4}-|--|hijri:.*-|year[+-][0-9]+-)[0-9]{2}|month[+-][0-9]+)([<>=+]?)")
_WEEKS = 4  # of a month, counted by sevens
_HALF = 0.5
_LONGEST = 99  # units that «قبل» counts back
_COUNTED = ("unit", "hours")
_DAY, _WEEK = 24, 7  # hours of a day, days of a week


def week_at(t: Terms, i: int) -> Part | None:
    """«الأسبوع الماضي», «هذا الأسبوع», «مطلع الأسبوع الجاري», «نهاية الأسبوع»."""
    weekend = t.word(i, "weekend")
    if weekend:
        shift = t.time.plain(weekend.last, "shift")
        offset = int(shift.entry.data["value"]) if shift else 0 if "هذا" in t.page.raw(i, weekend.last) else -1
        return Part(shift.last if shift else weekend.last, f"weekend{offset:+d}", "time.weekend")
    phase = t.word(i, "phase")
    at = phase.last if phase else i
    this = t.word(at, "this")
    noun = t.word(this.last if this else at, "week_noun")
    shift = t.time.plain(noun.last, "shift") if noun else None
    if noun and not (phase or this or shift):
        return _week_of_month(t, noun.last)
    if noun is None or not (shift or this):
        return None
    offset = int(shift.entry.data["value"]) if shift else 0
    return Part(shift.last if shift else noun.last, f"week{offset:+d}", "time.week")


def _week_of_month(t: Terms, i: int) -> Part | None:
    """«الأسبوع الثاني من يوليو» is its eighth to fourteenth day."""
    number = ordinal(t.number, i)
    of = t.time.plain(number.last, "of") if number else None
    month = month_at(t, of.last) if of else None
    found = _MONTH.fullmatch(month.form) if month else None
    if number is None or month is None or found is None or not 1 <= number.value <= _WEEKS:
        return None
    first = _WEEK * int(number.value) - 6
    return Part(month.last, "/".join(f"{found[1]}-{day:02}{found[2]}" for day in (first, first + 6)), "time.week")


def season_at(t: Terms, i: int) -> Part | None:
    """«صيف 2012», «صيف العام الماضي», «الصيف المقبل»."""
    season = t.word(i, "season")
    if season is None:
        return None
    month = int(season.entry.data["value"])
    shift = t.time.plain(season.last, "shift")
    if shift and season.definite:
        mark = {"=": ""}.get(MARKS[int(shift.entry.data["value"])], MARKS[int(shift.entry.data["value"])])
        return Part(shift.last, f"season:{month}{mark}", "time.season")
    number, named = year_number(t, season.last), named_year(t, season.last)
    if number:
        named = number[0], f"{number[1]:04}"
    if named is None:
        return None
    last, year = named
    if year.isdigit():
        # the winter of a year is the one that ends in it
        return Part(last, season_of(int(year) - (month == 12), month), "time.season")  # noqa: PLR2004 - December
    return Part(last, f"{year}-S{month:02}", "time.season")


def feast_at(t: Terms, i: int) -> Part | None:
    """«عيد الفطر 2013», «عيد الأضحى المقبل»: a feast alone is a time of year, and no day."""
    feast = t.word(i, "feast")
    if feast is None:
        return None
    month, day = int(feast.entry.data["month"]), int(feast.entry.data["day"])
    hijri = feast.entry.get("calendar") == "hijri"
    shift = t.time.plain(feast.last, "shift")
    if shift:
        mark = MARKS[int(shift.entry.data["value"])]
        return Part(shift.last, f"{'hijri:' if hijri else ''}--{month:02}-{day:02}{mark}", "time.feast")
    of = t.time.plain(feast.last, "of")
    at = of.last if of else feast.last
    year = year_number(t, at) or named_year(t, at)
    if year is None or not str(year[1]).isdigit():
        return None
    form = hijri_in_year(int(year[1]), f"-{month:02}-{day:02}") if hijri else f"{int(year[1]):04}-{month:02}-{day:02}"
    return Part(year[0], form, "time.feast") if form else None


def period_at(t: Terms, i: int) -> Part | None:
    """Counted up to the report or from it on: «اليومين الماضيين», «الأيام الثلاثة المقبلة», «الـ48 ساعة الماضية»."""
    at = t.skip(i, "ال")
    count = cardinal(t.number, at) if at > i or t.word(i, *_COUNTED) is None else None
    unit = t.time.plain(count.last, *_COUNTED) if count else t.word(i, *_COUNTED)
    if unit is None or (count is None and not unit.definite):
        return None
    if count is None and unit.number != "du":
        count = cardinal(t.number, t.skip(unit.last, "ال"))
    last = max(unit.last, count.last if count else 0)
    amount = count.value if count else 2 if unit.number == "du" else 0
    turn = t.time.plain(last, "shift", "recent")
    if turn is None or not 1 <= amount <= _LONGEST or amount != int(amount):
        return None
    form = _counted(str(unit.entry.get("value", "hour")), int(amount), turn)
    return Part(turn.last, form, "time.period") if form else None


def _counted(unit: str, amount: int, turn: Word) -> str | None:
    """The form of so many units up to the report, or from it on; None for hours that make no days."""
    recent = turn.entry.data["kind"] == "recent"
    side = -1 if recent else int(turn.entry.data["value"])
    if side not in (-1, 1) or (unit == "hour" and amount % _DAY):
        return None
    name = {"hour": "day", "week": "day"}.get(unit, unit)
    far = {"hour": amount // _DAY, "week": _WEEK * amount}.get(unit, amount)
    near = 0
    if unit in ("day", "week"):  # «الأيام الثلاثة الماضية» end yesterday, «الأيام الثلاثة الأخيرة» today
        near, far = (0, far - 1) if recent else (1, far)
    low, high = sorted((side * near, side * far))
    return f"{name}{low:+d}/{name}{high:+d}" if low < high else None


def ago_at(t: Terms, i: int) -> Part | None:
    """«قبل خمسة أعوام», «قبل أسبوعين», «قبل نحو شهر»; not «قبل يومين من الانتخابات»."""
    ago = t.word(i, "ago")
    if ago is None:
        return None
    about = t.time.plain(ago.last, "about")
    at = about.last if about else ago.last
    count = cardinal(t.number, at)
    unit = t.time.plain(count.last if count else at, "unit")
    if unit is None or unit.definite:
        return None
    amount = int(count.value) if count else {"du": 2, "sg": 1}.get(unit.number, 0)
    exact = count is None or count.value == amount
    if not (exact and 1 <= amount <= _LONGEST) or _goes_on(t, unit.last, counted=count is not None):
        return None
    name = str(unit.entry.data["value"])
    half = t.number.joined(unit.last, "fraction")
    if half and name == "year" and half.entry.data["value"] == _HALF:
        again = t.time.at(half.last, "year_noun")
        return Part(again.last if again else half.last, f"month-{12 * amount + 6}", "time.ago")
    form = f"day-{_WEEK * amount}" if name == "week" else f"{name}-{amount}"
    return Part(unit.last, form, "time.ago")


def _goes_on(t: Terms, i: int, *, counted: bool) -> bool:
    """Whether something else is counted from («قبل يومين من»), or nothing is («قبل عام 2014», «قبل شهر رمضان»)."""
    form = t.form(i)
    if counted or form in ("من", "علي"):
        return form in ("من", "علي")
    return t.digits(i) is not None or form.startswith("ال") or t.time.plain(i, "month", "hijri", "shift") is not None
