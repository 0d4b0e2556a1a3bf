"""Number words and digits as values: the counting grammar of Arabic, over the words of lexicon/ar/numbers.yaml."""

import re
from typing import NamedTuple

from hudna.reading.vocabulary import Vocabulary, Word
from hudna.text import TokenKind

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DECIMALS = re.compile(r"[0-9]{1,6}")
_LONGEST = 12  # digits; a longer run is a telephone or serial number and has no value
_HUNDRED = 100


class Value(NamedTuple):
    """A number that ends before token ``last``; ``scale`` is the power of 1000 of its smallest part."""

    last: int
    value: float
    scale: float = 1


def digits(form: str) -> float | None:
    """The value of a run of digits with separators: «1,200» and «1.200» are thousands, «1.5» and «1,5» decimals."""
    if len(form) > _LONGEST + form.count(",") + form.count(".") or not _DIGITS.fullmatch(form):
        return None
    if _THOUSANDS.fullmatch(form):
        if "," not in form:
            return float(form.replace(".", ""))
        return float(form.replace(",", ""))
    parts = re.split("[.,]", form)
    return float(parts[0]) if len(parts) == 1 else float(".".join(parts)) if len(parts) == 2 else None  # noqa: PLR2004


def cardinal(words: Vocabulary, i: int) -> Value | None:
    """The cardinal number that begins at token ``i``: «1,200», «3 آلاف و500», «مئة وخمسة وعشرون ألفا»."""
    first = _scaled(words, i, leading=True)
    if first is None:
        return None
    total, last, scale = first.value, first.last, first.scale
    while scale > 1:
        at = last + (words.page.form(last) == "و")
        if at == last and not words.page.form(last).startswith("و"):
            break
        fraction = words.joined(last, "fraction")
        if fraction:
            again = words.plain(fraction.last, "scale")
            last = again.last if again and again.entry.get("value") == scale else fraction.last
            total += scale * float(fraction.entry.data["value"])
            break
        counts = at > last or words.at(last, "unit", "one", "tens", "hundred", "scale")
        part = _scaled(words, at, leading=False) if counts else None
        if part is None or part.value >= scale or part.scale >= scale:
            break
        total, last, scale = total + part.value, part.last, part.scale
    return Value(last, total, scale)


def _scaled(words: Vocabulary, i: int, *, leading: bool) -> Value | None:
    """A number below 1000, digits or a fraction, times a scale; or a scale alone."""
    group = _small(words, i) or _decimal(words, i) or _fraction_of_scale(words, i)
    if group is None:
        scale = words.at(i, "scale")
        if scale is None or (leading and words.at(i, "many")):
            return None
        power = float(scale.entry.data["value"])
        half = not scale.entry.get("whole") and words.joined(scale.last, "fraction")  # «مليونا ونصف مليون»
        return Value(scale.last, power if half else float(scale.entry.get("alone", power)), power)
    scale = words.plain(group.last, "scale")
    if scale is None or scale.entry.get("whole"):
        return group
    times = float(scale.entry.data["value"])
    return Value(scale.last, round(_unscaled(words, i, group.value) * times), times)


def _unscaled(words: Vocabulary, i: int, value: float) -> float:
    """The value before a scale, where «1.200» is a decimal after all."""
    form = words.page.form(i)
    return float(form) if form.count(".") == 1 and _DIGITS.fullmatch(form) and "," not in form else value


def _decimal(words: Vocabulary, i: int) -> Value | None:
    """Digits, also before «فاصلة» and further digits; «و200» is joined by a token of its own."""
    page = words.page
    if not (0 <= i < len(page.tokens) and page.tokens[i].kind is TokenKind.NUMBER):
        return None
    value = digits(page.form(i))
    return None if value is None else _point(words, Value(i + 1, value))


def _point(words: Vocabulary, whole: Value) -> Value:
    """«3 فاصلة 5»."""
    point = words.plain(whole.last, "point")
    if point is None:
        return whole
    unit = words.plain(point.last, "unit", "zero")
    form = words.page.form(point.last)
    decimals = str(unit.entry.data["value"]) if unit else form if _DECIMALS.fullmatch(form) else ""
    return Value(point.last + 1, float(f"{whole.value:.0f}.{decimals}")) if decimals else whole


def _fraction_of_scale(words: Vocabulary, i: int) -> Value | None:
    fraction = words.at(i, "fraction")
    if fraction and words.plain(fraction.last, "scale"):
        return Value(fraction.last, float(fraction.entry.data["value"]))
    return None


def _small(words: Vocabulary, i: int) -> Value | None:
    """A number below 1000 in words: «مئة وخمسة وعشرون», «ثلاث مئة»."""
    zero = words.at(i, "zero")
    if zero:
        return _point(words, Value(zero.last, 0))
    unit, hundred = words.at(i, "unit"), words.at(i, "hundred")
    if unit and hundred is None:
        hundred = words.plain(unit.last, "hundred")
        if hundred is None or hundred.entry.data["value"] != _HUNDRED:
            below = _below_hundred(words, i)
            return _point(words, below) if below else None
        value = float(unit.entry.data["value"]) * _HUNDRED
    elif hundred:
        value = float(hundred.entry.data["value"])
    else:
        return _below_hundred(words, i)
    rest = _joined_below_hundred(words, hundred.last)
    return Value(rest.last, value + rest.value) if rest else Value(hundred.last, value)


def _joined_below_hundred(words: Vocabulary, i: int) -> Value | None:
    if words.page.form(i) == "و":
        return _below_hundred(words, i + 1)
    return _below_hundred(words, i) if words.joined(i, "unit", "one", "tens") else None


def _below_hundred(words: Vocabulary, i: int) -> Value | None:
    tens = words.at(i, "tens")
    if tens:
        return Value(tens.last, float(tens.entry.data["value"]))
    for kind in ("unit", "one"):
        unit = words.at(i, kind)
        if unit is None:
            continue
        value = float(unit.entry.data["value"])
        ten, tens = words.plain(unit.last, "ten"), words.joined(unit.last, "tens")
        if ten and value < 10:  # noqa: PLR2004 - three … nine and عشر
            return Value(ten.last, value + 10)
        if tens and value < 10:  # noqa: PLR2004
            return Value(tens.last, value + float(tens.entry.data["value"]))
        if kind == "unit":
            return Value(unit.last, value)
    return None


def ordinal(words: Vocabulary, i: int) -> Value | None:
    """The ordinal that begins at token ``i``: «الثاني عشر», «الحادي والعشرين», «العشرين» (with the article)."""
    word = words.at(i, "ordinal", "ordinal_joined") or _definite(words.at(i, "one", "unit"))
    if word:
        value = float(word.entry.data["value"])
        ten, tens = words.plain(word.last, "ten"), words.joined(word.last, "tens")
        if ten and value < 10:  # noqa: PLR2004
            return Value(ten.last, value + 10)
        if tens and tens.definite and value < 10:  # noqa: PLR2004
            return Value(tens.last, value + float(tens.entry.data["value"]))
        return Value(word.last, value) if word.entry.data["kind"] == "ordinal" else None
    tens = _definite(words.at(i, "tens"))
    return Value(tens.last, float(tens.entry.data["value"])) if tens else None


def _definite(word: Word | None) -> Word | None:
    return word if word and word.definite else None
