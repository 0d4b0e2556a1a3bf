"""When a truce begins and ends, and how long it lasts."""

from typing import NamedTuple

from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Time
from hudna.reading.numbers import Number, count_of
from hudna.reading.page import Page
from hudna.reading.truce.grammar import bare, is_whole, load_truce_grammar

_NEAR = 12  # words between «اعتبارا من» and its time
_OTHER = 3  # words between what else begins or lasts and the word that says so
_HOUR = "H"


def own(page: Page, openings: tuple[Word, ...], behind: int) -> tuple[Word, ...]:
    """Those of ``openings`` that are a truce's, which ends before token ``behind``: not «الحرب التي بدأت …»."""
    return tuple(w for w in openings if not _of_other(page, w.first, behind) and is_whole(page, w))


def _of_other(page: Page, i: int, behind: int) -> bool:
    """Whether something else than the truce stands right before what begins or lasts at token ``i``."""
    others = load_truce_grammar(page.document.language).others
    return any(bare(page.form(k)) in others for k in range(max(behind, i - _OTHER), i))


class Length(NamedTuple):
    """A duration in ISO 8601, and the tokens that tell it."""

    iso: str
    first: int
    last: int


def duration(
    page: Page, words: Words, numbers: dict[int, Number], around: tuple[int, int], behind: int
) -> Length | None:
    """How long a truce lasts that ends before token ``behind``.

    It is told right behind it («تمديد الهدنة خمسة أيام»), else after «لمدة» or the preposition ل, within the tokens
    ``around``.
    """
    for k in (behind, behind + page.form(behind).startswith("ال")):  # «وقف النار الثنائي ستة أشهر»
        found = _length(page, words, numbers, k) if k < around[1] else None
        if found is not None:
            return found
    for i in range(*around):
        lasting = words.at(i, "lasting")
        at = (
            lasting.last if lasting is not None else i if page.form(i).startswith("ل") and words.at(i, "unit") else None
        )
        if at is None and i in numbers and page.form(i).startswith("ل"):
            at = i
        if at is None or _of_other(page, i, behind):
            continue  # «حرب استمرت لثمانية أعوام»
        for k in (at, at + 1):
            found = _length(page, words, numbers, k)
            if found is not None:
                return found
    return None


def _length(page: Page, words: Words, numbers: dict[int, Number], k: int) -> Length | None:
    number = numbers.get(k)
    if number is not None:
        at = number.last + (page.form(number.last) == ")")
        unit = words.at(at, "unit")
        if unit is None or not isinstance(number.value, int) or number.kind not in ("exact", "about", "at_least"):
            return None
        return Length(_iso(number.value, str(unit.entry.get("iso"))), k, unit.last)
    unit = words.at(k, "unit")
    if unit is None or unit.definite or unit.number == "pl" or k + 1 in numbers:  # «الموقعة عام 2002»
        return None
    count = 2 if unit.number == "du" or count_of(page, k) == "2" else 1
    return Length(_iso(count, str(unit.entry.get("iso"))), k, unit.last)


def _iso(count: int, unit: str) -> str:
    return f"PT{count}H" if unit == _HOUR else f"P{count}{unit}"


def moment(page: Page, openings: tuple[Word, ...], times: list[Time]) -> Time | None:
    """The time that follows one of ``openings`` («اعتبارا من», «حتى») at most a few words later."""
    for word in openings:
        span = page.span(word.last - 1, min(len(page.tokens), word.last + _NEAR))
        following = [t for t in times if t.span.within(span)]
        if following:
            return _from(following)
    return None


def hours(times: list[Time]) -> tuple[Time, str, str] | None:
    """A span of hours with its first and last moment: «من العاشرة صباحا حتى السادسة مساء»."""
    spans = ((t, *t.value.partition("/")) for t in times if t.value)
    return next(((t, a, b) for t, a, _, b in spans if "T" in a and "T" in b), None)


def _from(times: list[Time]) -> Time:
    """The first time; where a day and a clock time stand side by side, the fuller of them."""
    best = times[0]
    for time in times[1:]:
        if time.value and best.value and time.value.startswith(best.value):
            best = time
    return best
