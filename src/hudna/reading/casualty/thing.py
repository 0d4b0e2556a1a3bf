"""The phrase that counts and names things that can be lost: «22 عربة مدرعة», «مستودعي أسلحة»."""

from dataclasses import dataclass

from hudna.reading.layer_words import Word, Words
from hudna.reading.numbers import Number, count_of
from hudna.reading.page import Page
from hudna.text import STOPS

_DUALS = ("تين", "تان", "ي")  # «طائرتين», «منظومتي», «نظامي» before what they hold
_NO_DUAL = "ى"  # «مبنى», which normalised letters make end like a dual
_JOINED = 4  # words behind things in which «و» may join others
_OF = "من"


@dataclass(frozen=True, slots=True)
class Things:
    """Things of one sort that were lost together.

    Attributes:
        first: first token.
        last: one past the last.
        cut: letters of the first token before the phrase.
        count: in the notation of the reading format.
        item: the word that names them.

    """

    first: int
    last: int
    cut: int
    count: str
    item: Word


class ThingReader:
    """Reads the things of one page."""

    def __init__(self, page: Page, numbers: dict[int, Number], words: Words) -> None:
        self.page, self.numbers, self.words = page, numbers, words

    def at(self, k: int, end: int, *, object_mark: bool = False) -> Things | None:
        """The things named at token ``k``, before ``end``; behind «ب» or «ل» only where ``object_mark`` allows it."""
        number = self.numbers.get(k)
        at = number.last if number is not None else k
        if (unit := self.words.at(at, "unit")) and self.page.form(unit.last) == _OF:  # «100 كيلوغرام من المتفجرات»
            at = unit.last
        measured = at if unit is not None and at == unit.last else 0
        if (number is not None or measured) and self.page.form(at) == _OF:
            at += 1
        item = self.words.at(at, "item") if at < end else None
        if item is None:
            return None
        if number is not None:
            return Things(k, item.last, number.cut, number.count, item)
        if measured and unit is not None:
            return Things(k, item.last, unit.cut, "unknown", item)
        if item.clitics.endswith("ك") or (item.pos == "phrase" and item.number == "pl"):
            return None
        if item.clitics.endswith(("ب", "ل")) and not object_mark:
            return None
        return Things(k, item.last, item.cut, self._count(item), item)

    def joined(self, k: int, end: int) -> Things | None:
        """Things joined by «و»: «تدمير تسعة مستودعات و22 عربة»; adjectives may stand between."""
        for at in range(k, min(end, k + _JOINED)):
            form = self.page.form(at)
            if form in STOPS:
                return None
            if form == "و":
                return self.at(at + 1, end)
            if form.startswith("و"):
                things = self.at(at, end)
                return things if things is not None and things.cut else None
        return None

    def _count(self, item: Word) -> str:
        form_count = count_of(self.page, item.first)
        if form_count is not None:
            return form_count
        form = self.page.form(item.first)[item.cut :]
        if item.pos == "phrase":
            return _phrase_count(form, self.page.raw(item.first, item.first + 1))
        return "2" if item.number == "du" else "1" if item.number == "sg" and not item.pronoun else "unknown"


def _phrase_count(form: str, written: str) -> str:
    """The count in the first word of a fixed phrase, by its ending: a dual, a singular, or a plural."""
    if form.endswith(("ات", "اته", "اتها")):
        return "unknown"
    if form.endswith(_DUALS) and not written.endswith(_NO_DUAL):
        return "2"
    return "1" if form.endswith(("ه", "ا", "م")) else "unknown"
