"""Weeks, seasons and times counted back from the report: «الأسبوع الماضي», «صيف 2012», «قبل شهرين»."""

from hudna.reading.calendar import season_of
from hudna.reading.cardinal import cardinal
from hudna.reading.times_terms import MARKS, Part, Terms, named_year, year_number

_LONGEST = 99  # units that «قبل» counts back


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
    if noun is None or not (shift or this):
        return None
    offset = int(shift.entry.data["value"]) if shift else 0
    return Part(shift.last if shift else noun.last, f"week{offset:+d}", "time.week")


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
    form = f"day-{7 * amount}" if name == "week" else f"{name}-{amount}"
    return Part(unit.last, form, "time.ago")


def _goes_on(t: Terms, i: int, *, counted: bool) -> bool:
    """Whether something else is counted from («قبل يومين من»), or nothing is («قبل عام 2014», «قبل شهر رمضان»)."""
    form = t.form(i)
    if counted or form in ("من", "علي"):
        return form in ("من", "علي")
    return t.digits(i) is not None or form.startswith("ال") or t.time.plain(i, "month", "hijri", "shift") is not None
