"""Calendar expressions of a page with their values (GUIDE.md, "Times"); step 4 of the engine.

The words are in lexicon/ar/times.yaml; what the forms mean is told in calendar.py. Rules:

    time.day, time.weekday       اليوم، أمس الأربعاء، يوم الأحد الماضي
    time.weekdays                يومي السبت والأحد، ليل الخميس الجمعة
    time.date, time.days         12 تموز/يوليو 2020، 21 و22 تموز
    time.hijri                   25 شوال 1436
    time.day_of_month            العاشر من الشهر المقبل
    time.month, time.months      مطلع مايو الماضي، يونيو ويوليو
    time.month_relative          الشهر الماضي
    time.week, time.weekend      الأسبوع الماضي
    time.year, time.years        عام 1992، بين 1992 - 1994
    time.decade                  تسعينيات القرن الماضي
    time.season, time.feast      صيف 2012، عيد الفطر 2013
    time.ago                     قبل شهرين
    time.period                  الأيام الثلاثة الماضية
    time.range                   من 3 مايو إلى 5 يونيو
    time.hour_of_day, time.hour  الساعة 11:59 مساء يوم الأحد؛ الساعة 04:00

The readers of the parts each give the longest expression at a token; of theirs the longest is taken.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from hudna.reading.anchor import settle_anchor
from hudna.reading.calendar import resolve
from hudna.reading.model import Time
from hudna.reading.page import Page
from hudna.reading.times_dates import date_at, month_at, year_at
from hudna.reading.times_days import day_at
from hudna.reading.times_periods import ago_at, feast_at, period_at, season_at, week_at
from hudna.reading.times_terms import Part, Terms, day_number, open_terms, year_number
from hudna.text import Span

Found = tuple[int, Span, str, str]  # first token, span, form, rule
_NUMBER, _PAIRED, _ARTICLE = "a number", "before a slash", "an article alone"
_DAY = frozenset({"clock", "part", "day_noun", "days_noun", "day", "weekday", "first_of"})
_MONTH = frozenset({"month", "hijri", _PAIRED})
_PERIOD = frozenset({"phase", "this"})
# the readers of the parts, each with what may stand at the token where its expressions begin
_READERS: tuple[tuple[Callable[[Terms, int], Part | None], frozenset[str]], ...] = (
    (day_at, _DAY | _MONTH | {_NUMBER}),
    (month_at, _PERIOD | _MONTH | {"month_noun", "months_noun"}),
    (year_at, _PERIOD | {"year_noun", "years_noun", "decade", _NUMBER}),
    (week_at, _PERIOD | {"week_noun", "weekend"}),
    (season_at, frozenset({"season"})),
    (ago_at, frozenset({"ago"})),
    (period_at, frozenset({"unit", "hours", _NUMBER, _ARTICLE})),
    (feast_at, frozenset({"feast"})),
)
_OPEN = ("--", "weekday:", "night:", "season:")  # forms that a future tense turns to what lies ahead
_BACK, _AHEAD = 12, 8  # tokens in which a verb tells the tense
_WAS = 5  # tokens that a subject may stand between «كان» and the verb that it makes past, or a verb and its «حيز»
_DAY_LAST = re.compile("(.*-)([0-9]{2})([<>+=]?)")  # the form of a date: up to its day, the day, which year is meant
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SINCE = frozenset({"منذ", "مذ"})
_QUOTES = frozenset('«»“”"')
_RANGES = frozenset({"time.days", "time.years", "time.range"})
_TITLED_YEARS = frozenset({"time.year", "time.years", "time.decade"})


def find_times(page: Page, published: str | None) -> tuple[Time, ...]:
    """The times of a page that is of the date or interval ``published`` (ISO 8601), in order, none inside another."""
    found = _hours_with_days(page, _found(open_terms(page)))
    return anchor_times(tuple(Time(span, None, form, rule) for _, span, form, rule in found), published)


def anchor_times(times: Sequence[Time], published: str | None) -> tuple[Time, ...]:
    """The same times with the values that they have in a document of ``published``."""
    anchor = settle_anchor((t.form for t in times), published)
    return tuple(replace(t, value=resolve(t.form, anchor)) for t in times)


def _found(t: Terms) -> Iterator[Found]:
    """Every expression, that of the page furniture too: it is no fact, and may date the document."""
    page, done = t.page, 0
    articles = (i for i, form in enumerate(page.forms) if form == "ال")
    for i in sorted({*t.time.places(), *t.number.places(), *page.numerals, *articles}):
        part = _read(t, i) if i >= done else None
        if part:
            done = part.last
        if part and part.form:
            yield i, page.span(i, part.last, t.time.cut(i) or t.number.cut(i)), _ahead(t, i, part), part.rule


def _hours_with_days(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """The expressions; an hour that names no day has that of the time before, in its sentence or the one before."""
    day, where = "", -2
    for i, span, form, rule in found:
        sentence = page.sentence_of[i]
        if form.startswith("T"):
            yield i, span, (day if sentence - where <= 1 else "") + form, rule
            continue
        if "/" not in form and (form.startswith(("day", "weekday")) or _DATE.fullmatch(form)):
            day, where = form.partition("T")[0], sentence
        yield i, span, form, rule


def _read(t: Terms, i: int) -> Part | None:
    """The longest expression at ``i``; an empty form where it is part of a name."""
    blocked = t.word(i, "blocked")
    found = _range(t, i) or _longest(t, i)
    if blocked and (found is None or blocked.last >= found.last) and not t.time.plain(blocked.last, "weekday"):
        return Part(blocked.last, "", "")
    famed = t.word(i - 1, "famed") if found else None
    if found and famed and famed.entry.data["form"] == found.form:  # «هجمات 11 سبتمبر»
        return found._replace(form=str(famed.entry.data["value"]))
    if found and (_is_titled(t, i, found) or _is_named(t.page, i, found.last)):
        return found._replace(form="")
    return found


def _longest(t: Terms, i: int) -> Part | None:
    opens = _opens(t, i)
    fitting = (reader for reader, begins in _READERS if not begins.isdisjoint(opens))
    parts = [part for reader in fitting if (part := reader(t, i)) and part.last > i]
    return max(parts, key=lambda p: p.last, default=None)


def _opens(t: Terms, i: int) -> list[str]:
    """What stands at token ``i``: the kinds of its calendar words, and what else an expression may begin with."""
    form, opens = t.page.form(i), [*t.time.kinds(i)]
    if i in t.number or form[:1].isdigit():
        opens.append(_NUMBER)
    if form == "ال":
        opens.append(_ARTICLE)
    if t.page.form(i + 1) == "/":  # «نيسان/أبريل»
        opens.append(_PAIRED)
    return opens


def _range(t: Terms, i: int) -> Part | None:
    """«من 3 مايو إلى 5 يونيو», «بين 1992 و1994», «من السبت حتى الاثنين»."""
    opening = t.word(i, "from")
    if opening is None:
        return None
    between = "بين" in t.page.raw(i, opening.last)
    low = (_day_before_day(t, opening.last) if between else None) or _bound(t, opening.last)
    if low is None:
        return None
    if "/" in low.form:  # «بين عامي 1950 و1953», «من 3 إلى 5 مايو» are ranges already
        return low if low.rule in _RANGES else None
    to = t.word(low.last, "to")
    at = to.last if to else t.skip(low.last, "و", "-", "–")
    joined = (at > low.last and t.form(low.last) != "و") or (between and t.form(low.last).startswith("و"))
    high = _bound(t, at) if joined else None
    if high is None or "/" in high.form:
        return None
    form = _shared_year(low, high)
    return Part(high.last, form, "time.range") if form else None


def _day_before_day(t: Terms, i: int) -> Part | None:
    """«5 و10 مايو» after «بين»."""
    first = day_number(t, i)
    at = t.skip(first[0], "و") if first else i
    joined = first is not None and (at > first[0] or t.form(at).startswith("و"))
    second = date_at(t, at) if joined else None
    high = _DAY_LAST.fullmatch(second.form) if second and second.rule == "time.date" else None
    if first is None or second is None or high is None or int(high[2]) <= first[1]:
        return None
    return Part(second.last, f"{high[1]}{first[1]:02}{high[3]}/{second.form}", "time.range")


def _bound(t: Terms, i: int) -> Part | None:
    number = year_number(t, i)
    part = _longest(t, i)
    if number and (part is None or part.last <= number[0]):
        return Part(number[0], f"{number[1]:04}", "time.year") if number[1] >= 1900 else None  # noqa: PLR2004
    return part


def _shared_year(low: Part, high: Part) -> str | None:
    """Both ends as one form: «من 3 مايو إلى 5 يونيو 2015» names the year once; None for ends of different kinds."""
    first = low.form
    if first.startswith("--") and high.form[:4].isdigit():
        first = high.form[:4] + first[1:]
    elif first.startswith("--") and high.form.startswith("--") and first[-1].isdigit() and not high.form[-1].isdigit():
        first += high.form[-1]  # «من 28 سبتمبر إلى 6 أكتوبر المقبلين»
    if ("weekday" in first) != ("weekday" in high.form) or (len(first) != len(high.form) and first[:4].isdigit()):
        return None
    if first[:4].isdigit() and high.form[:4].isdigit() and first >= high.form:
        return None
    return f"{first}/{high.form}"


def _is_titled(t: Terms, i: int, part: Part) -> bool:
    """Whether the word before makes a name of it: «حركة 20 فبراير», «صحيفة اليوم», «صلاة الجمعة»."""
    titled = t.word(i - 1, "titled")
    return bool(titled) and part.rule not in _TITLED_YEARS and t.time.cut(i) == 0


def _is_named(page: Page, i: int, last: int) -> bool:
    """Whether a name of several words holds the whole expression, or quotation marks make a name of it."""
    if page.form(i - 1) in _QUOTES and page.form(last) in _QUOTES:  # «14 آذار» is an alliance
        return True
    starts = range(max(0, i - 4), i + 1)
    return any(hit.last >= last and hit.last - k > last - i for k in starts for hit in page.names.get(k, ()))


def _ahead(t: Terms, i: int, part: Part) -> str:
    """The form, turned to the future where the nearest verb is."""
    form = part.form
    if any(mark in form for mark in "<>=") or not all(end.startswith(_OPEN) for end in form.split("/")):
        return form
    return "/".join(map(_turned, form.split("/"))) if _is_future(t, i, part.last) else form


def _turned(form: str) -> str:
    """A form as the nearest that lies ahead."""
    head, comma, rest = form.partition(",")
    day, clock_mark, clock = head.partition("T")
    return f"{day}+{comma}{rest}" + (clock_mark + clock)


def _is_future(t: Terms, i: int, last: int) -> bool:
    """Whether the verb that governs the expression is of the future: one before it, else, before any clause, after it.

    A past verb ends the search; a present one does not, unless it is of what is arranged: it may follow «المقرر».
    """
    page = t.page
    if page.form(i - 1) in _SINCE:
        return False
    sentence = page.sentences[page.sentence_of[i]]
    for k in range(i - 1, max(sentence.first, i - _BACK) - 1, -1):
        tense = _tense(t, k)
        if tense in ("future", "past"):
            return tense == "future" or _tense(t, k - 1) == "future"  # «سيتم عقد»: no past
    for k in range(last, min(sentence.last, last + _AHEAD)):
        tense = _tense(t, k)
        if tense == "past" or t.word(k, "clause"):
            return False
        if tense == "future":
            return True
    return False


def _is_told_back(t: Terms, k: int) -> bool:
    """Whether the present verb at ``k`` is of the past: «كان يزور», «لم يصل», «قبل أن يلتقي»."""
    if t.page.form(k - 1) == "لم" or _tense(t, k - 1) == "past" or (t.word(k - 1, "clause") and t.word(k - 2, "ago")):
        return True
    return any(t.word(j, "was") for j in range(max(k - _WAS, t.page.sentences[t.page.sentence_of[k]].first), k))


def _tense(t: Terms, k: int) -> str:
    """The tense that token ``k`` tells: future, past or "". What may be a noun as well («عقد») tells none."""
    if t.word(k, "ahead"):
        return "future"
    if (word := t.word(k, "arranged")) and t.page.has_rest(word.entry, word.last, _WAS):
        return "" if _is_told_back(t, k) else "future"
    if t.word(k, "ago", "years"):  # «قبل» is here no «accepted»
        return ""
    senses = t.page.senses[k]
    tenses = {s.tense for s in senses if s.pos == "verb"}
    if "future" in tenses:
        return "future"
    opens = k == t.page.sentences[t.page.sentence_of[k]].first or t.word(k - 1, "verb_next") is not None
    noun = any(s.pos not in ("verb", "phrase") for s in senses)
    return "past" if "past" in tenses and (opens or not noun) else ""
