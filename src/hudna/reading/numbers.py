"""Numbers of a page with what is said of their exactness, as counts in the notation of the reading format.

Step 4 of the engine. The words are in lexicon/ar/numbers.yaml, the counting grammar in cardinal.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hudna.reading.cardinal import Value, cardinal
from hudna.reading.page import Page
from hudna.reading.vocabulary import Vocabulary
from hudna.text import DASHES

_TAIL_WORDS = 4  # counted words that may stand before «على الأقل»
_OF_THOUSAND = ("ف", "اف")  # what «ألف» and «آلاف» have behind the letters of an article
_SIGNS = {"exact": "", "about": "~", "at_least": ">=", "at_most": "<="}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a text gives it.

    Attributes:
        first: its first token, the hedge included.
        last: the token after it; the counted noun, if any, begins there or after «من».
        value: what the digits or words say, a whole number as int; the lower end of a range; None where there is none.
        low: the smallest number that the text allows, None if open.
        high: the largest, None if open.
        kind: exact, about, at_least, at_most, range, tens, hundreds, thousands, many (larger round plurals), vague or
            percent.
        count: the notation of the reading format: "12", ">=20", "<=20", "~12", "10-12", "~tens", "unknown".
        cut: letters of the first token that stand before it («و»).

    """

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    kind: str
    count: str
    cut: int = 0


def find_numbers(page: Page) -> tuple[Number, ...]:
    """All numbers of the page in order, none inside another."""
    words = Vocabulary(page, "number")
    out: list[Number] = []
    done = 0
    for i in sorted({*words.places(), *page.numerals}):
        number = _number(words, i) if i >= done else None
        if number:
            out.append(replace(number, cut=words.cut(number.first)))
            done = number.last
    return tuple(out)


def count_of(page: Page, i: int) -> str | None:
    """The count that the form of a noun carries: "2" for a dual, "1" before «واحد», else None.

    A form that is dual or plural by context («مدنيين») counts only where «اثنين» follows.
    """
    if not page.is_word(i):
        return None
    numbers = {s.number for s in page.senses[i] if s.number and s.pos != "verb"}
    counted = {s.entry.id for s in page.senses[i + 1]} if page.is_word(i + 1) else set()
    if "du" in numbers and (numbers == {"du"} or "number.2" in counted):
        return "2"
    return "1" if "sg" in numbers and "number.1" in counted else None


def definite_number(page: Page, numbers: Mapping[int, Number], i: int) -> Number | None:
    """The number with the article at token ``i``, which counts all of what a noun before it tells: «السفن | الست»."""
    number = numbers.get(i)
    definite = number is not None and number.value is not None and page.form(i).startswith("ال")
    definite = definite and page.form(i)[2:] not in _OF_THOUSAND
    return number if definite else None


def _number(words: Vocabulary, i: int) -> Number | None:
    vague = words.at(i, "vague")
    if vague:
        return Number(i, vague.last, None, None, None, "vague", "unknown")
    hedge = words.at(i, "hedge")
    if hedge:
        at = hedge.last + (words.page.form(hedge.last) == "(")
        held = _quantity(words, at)
        if held:
            sense = str(hedge.entry.data["sense"])
            return _hedged(held, i, sense) if held.kind in ("exact", "range") else replace(held, first=i)
    return _between(words, i) or _quantity(words, i)


def _between(words: Vocabulary, i: int) -> Number | None:
    """«بين 10 و12», «من 10 إلى 12»."""
    opening = words.at(i, "between")
    low = cardinal(words, opening.last) if opening else None
    if low is None:
        return None
    page = words.page
    if page.form(low.last) == "و" or words.joined(low.last, "unit", "one", "tens", "hundred", "scale"):
        high = cardinal(words, low.last + (page.form(low.last) == "و"))
    else:
        to = words.plain(low.last, "to")
        high = cardinal(words, to.last) if to else None
    return _range(i, low, high)


def _quantity(words: Vocabulary, i: int) -> Number | None:
    many = words.at(i, "many")
    if many and not cardinal(words, i):
        return _round(words, i)
    value = cardinal(words, i)
    if value is None:
        return None
    page = words.page
    percent = words.at(value.last, "percent")
    if percent or page.form(value.last) in ("%", "٪"):
        last = percent.last if percent else value.last + 1
        return Number(i, last, _whole(value.value), value.value, value.value, "percent", _written(value.value) + "%")
    to = words.plain(value.last, "to")
    dash = value.last + 1 if page.form(value.last) in DASHES else None
    high = cardinal(words, to.last) if to else cardinal(words, dash) if dash else None
    known = _whole(value.value)
    exact = Number(i, value.last, known, known, known, "exact", _written(known))
    return _with_tail(words, _range(i, value, high) or exact)


def _range(first: int, low: Value, high: Value | None) -> Number | None:
    """Both ends as one number, if the second is the larger; «3 إلى 5 آلاف» shares the scale."""
    if high is None:
        return None
    bottom = low.value * high.scale if low.value < high.scale and low.scale == 1 and high.scale > 1 else low.value
    if bottom >= high.value:
        return None
    count = f"{_written(bottom)}-{_written(high.value)}"
    return Number(first, high.last, _whole(bottom), _whole(bottom), _whole(high.value), "range", count)


def _round(words: Vocabulary, i: int) -> Number | None:
    """«عشرات», «مئات الآلاف»."""
    word = words.at(i, "many")
    if word is None:
        return None
    name, last, kind = str(word.entry.data["word"]), word.last, str(word.entry.data["word"])
    above = words.plain(last, "many")
    if above and above.entry.data["value"] >= 1000:  # noqa: PLR2004 - «عشرات الآلاف», «مئات الملايين»
        name, last, kind = f"{name} of {above.entry.data['word']}", above.last, "many"
    return Number(i, last, None, None, None, kind if kind in ("tens", "hundreds", "thousands") else "many", "~" + name)


def _with_tail(words: Vocabulary, number: Number) -> Number:
    """The number as what follows its noun qualifies it: «20 شخصا على الأقل»."""
    for k in range(number.last, number.last + _TAIL_WORDS + 1):
        tail = words.at(k, "tail")
        if tail:
            hedged = _hedged(number, number.first, str(tail.entry.data["sense"]))
            return replace(hedged, last=tail.last) if k == number.last else hedged
        counted = words.page.is_word(k) and not words.page.form(k)[:1].isdigit()
        if not counted or words.at(k, "unit", "tens", "hedge", "scale"):
            break
    return number


def _hedged(number: Number, first: int, sense: str) -> Number:
    if number.kind != "exact" or number.value is None:
        return replace(number, first=first)
    low = number.value if sense in ("at_least", "exact") else None
    high = number.value if sense in ("at_most", "exact") else None
    return Number(first, number.last, number.value, low, high, sense, _SIGNS[sense] + _written(number.value))


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"
