"""The small parts of calendar expressions: day numbers, years, months and the words that say which one is meant."""

from dataclasses import dataclass
from typing import NamedTuple

from hudna.reading.cardinal import cardinal, ordinal
from hudna.reading.page import Page
from hudna.reading.vocabulary import Vocabulary, Word
from hudna.text import TokenKind

LAST_DAY = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
FIRST_HIJRI, LAST_HIJRI = 1300, 1500
_FEMININE = ("ه", "اولي")
MARKS = {-2: "<", -1: "<", 0: "=", 1: ">", 2: ">"}  # shifts of a month or date
WEEKDAY_MARKS = {-2: "<<", -1: "<", 0: "", 1: ">", 2: ">>"}


class Part(NamedTuple):
    """An expression that ends before token ``last``; ``form`` is in the notation of calendar.py."""

    last: int
    form: str
    rule: str


class Month(NamedTuple):
    """A month name, both names of a pair included."""

    last: int
    value: int
    hijri: bool
    sure: bool  # no other word: not guarded, or named twice


class Year(NamedTuple):
    """What follows a month: «2015», «من العام الماضي», «الماضي» or nothing.

    Attributes:
        last: the token after it.
        prefix: «2015» or «year-1», "" where no year is meant.
        mark: of a month or date without a year, see calendar.py.

    """

    last: int
    prefix: str = ""
    mark: str = ""

    @property
    def given(self) -> bool:
        """Whether the text says anything of the year."""
        return bool(self.prefix or self.mark)


@dataclass(frozen=True, slots=True)
class Terms:
    """A page with its calendar and number words."""

    page: Page
    time: Vocabulary
    number: Vocabulary

    def form(self, i: int) -> str:
        """Normalised form of token ``i``."""
        return self.page.form(i)

    def digits(self, i: int) -> int | None:
        """The value of token ``i`` if it is one to four digits."""
        if not 0 <= i < len(self.page.tokens) or self.page.tokens[i].kind is not TokenKind.NUMBER:
            return None
        form = self.page.form(i)
        return int(form) if form.isdigit() and len(form) <= 4 else None  # noqa: PLR2004 - a year

    def skip(self, i: int, *forms: str) -> int:
        """The token after ``i`` if that is one of ``forms``, else ``i``."""
        return i + 1 if self.page.form(i) in forms else i

    def word(self, i: int, *kinds: str) -> Word | None:
        """The calendar word at ``i`` with whatever particles before it."""
        return self.time.at(i, *kinds)


def open_terms(page: Page) -> Terms:
    """The terms of a page."""
    return Terms(page, Vocabulary(page, "time"), Vocabulary(page, "number"))


def day_number(t: Terms, i: int) -> tuple[int, int] | None:
    """(token after it, day of a month): digits or an ordinal."""
    value = t.digits(i)
    if value is not None:
        return (i + 1, value) if 1 <= value <= LAST_DAY and len(t.form(i)) <= 2 else None  # noqa: PLR2004
    first = t.word(i, "first_of")
    if first:
        return first.last, 1
    if t.form(i).endswith(_FEMININE):  # «للمرة الأولى»: days are masculine
        return None
    found = ordinal(t.number, i)
    return (found.last, int(found.value)) if found and 1 <= found.value <= LAST_DAY else None


def year_number(t: Terms, i: int) -> tuple[int, int] | None:
    """(token after it, year): four digits, with «م» where it follows."""
    value = t.digits(i)
    if value is None or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return None
    if t.time.plain(i + 1, "hijri_era"):
        return None
    era = t.time.plain(i + 1, "era")
    return (era.last if era else i + 1), value


def hijri_year(t: Terms, i: int) -> tuple[int, int] | None:
    """(token after it, year of the Islamic calendar), with «هـ» where it follows."""
    value = t.digits(i)
    if value is None or not FIRST_HIJRI <= value <= LAST_HIJRI:
        return None
    era = t.time.plain(i + 1, "hijri_era")
    return (era.last if era else i + 1), value


def named_year(t: Terms, i: int) -> tuple[int, str] | None:
    """(token after it, «2015» or «year-1»): «عام 2015», «العام الماضي», «هذا العام», «سنة ألفين وأربعة عشر»."""
    this = t.word(i, "this")
    noun = t.word(this.last if this else i, "year_noun")
    if noun is None:
        return None
    if this:
        return noun.last, "year+0"
    shift = t.time.plain(noun.last, "shift")
    if shift:
        return shift.last, f"year{shift.entry.data['value']:+d}"
    at = t.skip(noun.last, "(")
    year = year_number(t, at)
    if year:
        return t.skip(year[0], ")") if at > noun.last else year[0], f"{year[1]:04}"
    return _short_or_written_year(t, noun.last)


def _short_or_written_year(t: Terms, i: int) -> tuple[int, str] | None:
    """«عام 67» is of the last century; «عام ألفين وأحد عشر»."""
    value = t.digits(i)
    if value is not None:
        return (i + 1, str(1900 + value)) if 30 <= value <= 99 and len(t.form(i)) == 2 else None  # noqa: PLR2004
    written = cardinal(t.number, i)
    if written and _FIRST_YEAR <= written.value <= _LAST_YEAR and written.value == int(written.value):
        return written.last, f"{int(written.value):04}"
    return None


def month_name(t: Terms, i: int) -> Month | None:
    """A month, also by two names: «تموز/يوليو», «أبريل (نيسان)», «فبراير شباط»."""
    word = t.word(i, "month") or t.word(i, "hijri")
    if word is None:
        return _misspelt(t, i)
    value, hijri = int(word.entry.data["value"]), word.entry.data["kind"] == "hijri"
    at, closing = word.last, ""
    if t.form(at) in ("/", "-", "("):
        closing = ")" if t.form(at) == "(" else ""
        at += 1
    again = None if hijri else t.time.plain(at, "month")
    if again and again.entry.data["value"] == value and (not closing or t.form(again.last) == closing):
        return Month(again.last + bool(closing), value, hijri, sure=True)
    if closing == "" and at > word.last and again is None and t.form(at - 1) == "/" and year_number(t, at + 1):
        return Month(at + 1, value, hijri, sure=True)  # «أبريل/نسيان 2009»
    return Month(word.last, value, hijri, sure=not hijri and not word.entry.get("guarded"))


def _misspelt(t: Terms, i: int) -> Month | None:
    """A month after a day by two names of which the first is no word: «15 أغسطص/آب»."""
    if not t.page.is_word(i) or t.page.senses[i] or t.form(i + 1) != "/" or t.digits(i - 1) is None:
        return None
    word = t.time.plain(i + 2, "month")
    return Month(word.last, int(word.entry.data["value"]), hijri=False, sure=True) if word else None


def year_tail(t: Terms, i: int, *, hijri: bool = False) -> Year:
    """What is said of the year after a month that ends before token ``i``."""
    at = t.skip(i, "/", "-", "،", ",", ".") if t.digits(i + 1) else i
    year = (hijri_year(t, at) if hijri else None) or year_number(t, at)
    if year and not (at > i and t.form(at - 1) in "،,." and t.page.is_word(year[0]) and t.form(year[0]) != "م"):
        return Year(year[0], f"{year[1]:04}")
    shift = t.time.plain(i, "shift")
    if shift:
        return Year(shift.last, mark=MARKS[int(shift.entry.data["value"])])
    of = t.word(i, "of")
    named = named_year(t, of.last if of and not of.clitics else i)
    return Year(named[0], named[1]) if named else Year(i)
