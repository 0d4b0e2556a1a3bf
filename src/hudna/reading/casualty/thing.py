"""The phrase that counts and names things that can be lost: «22 عربة مدرعة», «مستودعي أسلحة»."""

from dataclasses import dataclass

from hudna.reading.casualty.grammar import load_casualty_grammar
from hudna.reading.layer_words import Word, Words
from hudna.reading.numbers import Number, count_of, definite_number
from hudna.reading.page import Page
from hudna.text import STOPS

_DUALS = ("تين", "تان", "ي")  # «طائرتين», «منظومتي», «نظامي» before what they hold
_NO_DUAL = "ى"  # «مبنى», which normalised letters make end like a dual
_JOINED = 9  # words behind things in which «و» may join others
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
        self.out_of = load_casualty_grammar(page.document.language).out_of

    def at(self, k: int, end: int, *, object_mark: bool = False) -> Things | None:
        """The things named at token ``k``, before ``end``; behind «ب» or «ل» only where ``object_mark`` allows it."""
        number = self.numbers.get(k)
        at = self._past_total(number.last) if number is not None else k
        unit = self.words.at(at, "unit")
        measured = unit if unit is not None and self.page.form(unit.last) == _OF else None  # «طن من المتفجرات»
        at = measured.last if measured is not None else at
        if (number is not None or measured) and self.page.form(at) == _OF:
            at += 1
        if number is not None and self.words.at(at, "those"):
            at += 1  # «عدد من تلك الشاحنات»
        share = self.words.at(at, "share", "one", "one_part") if number is None and not measured else None
        at = share.last if share is not None else at
        item = self.words.at(at, "item") if at < end else None
        if item is None or (at > k and item.cut):
            return None  # «من طراز ميغ-25 ومروحية»
        if number is not None:
            return Things(k, item.last, number.cut, number.count, item)
        if (head := measured or share) is not None:
            return self._headed(head, item)
        if (behind := self._number_behind(item)) is not None:
            return Things(k, behind.last, item.cut, behind.count, item)
        by_particle = item.clitics.endswith("ك") or (item.clitics.endswith(("ب", "ل")) and not object_mark)
        return None if by_particle else Things(k, item.last, item.cut, self._count(item), item)

    def _number_behind(self, item: Word) -> Number | None:
        """The definite number behind definite things: «السفن الست»."""
        several = item.definite and item.number == "pl"
        return definite_number(self.page, self.numbers, item.last) if several else None

    def _headed(self, head: Word, item: Word) -> Things | None:
        """Things behind a measure or share of them: «طنين من المتفجرات», «معظم المباني», «إحدى الشاحنات»."""
        if head.part == "one_part":
            return Things(head.first, item.last, head.cut, self._count(item), item)
        if head.part != "unit" and item.number == "sg":
            return None
        count = "2" if head.entry.get("two") else "1" if head.part == "one" else "unknown"
        return Things(head.first, item.last, head.cut, count, item)

    def _past_total(self, k: int) -> int:
        """One past the figure that one before token ``k`` is part of: «28 من أصل 32 مسيرة»."""
        if (self.page.form(k), self.page.form(k + 1)) not in self.out_of or k + 2 not in self.numbers:
            return k
        return self.numbers[k + 2].last

    def joined(self, k: int, end: int) -> Things | None:
        """Things joined by «و»: «تدمير تسعة مستودعات و22 عربة»; adjectives may stand between."""
        for at in range(k, min(end, k + _JOINED)):
            form = self.page.form(at)
            if form in STOPS:
                return None
            if as_well := self.words.at(at, "as_well"):
                return self.at(as_well.last, end)
            if form == "و":
                return self.at(at + 1, end)
            if form.startswith("و"):
                things = self.at(at, end)
                return things if things is not None and things.cut else None
        return None

    def _count(self, item: Word) -> str:
        if item.entry.get("mass"):
            return "unknown"
        form_count = count_of(self.page, item.first)
        if form_count is not None:
            return form_count
        form = self.page.form(item.first)[item.cut :]
        numbers = {s.number for s in self.page.senses[item.first] if s.number and s.pos == "noun"}
        if item.pos == "phrase" and len(numbers) == 1 and numbers <= {"sg", "pl"}:
            return "1" if numbers == {"sg"} else "unknown"
        if item.pos == "phrase":
            return _phrase_count(form, self.page.raw(item.first, item.first + 1))
        return "2" if item.number == "du" else "1" if item.number == "sg" else "unknown"


def _phrase_count(form: str, written: str) -> str:
    """The count in the first word of a fixed phrase, by its ending: a dual, a singular, or a plural."""
    if form.endswith(("ات", "اته", "اتها")):
        return "unknown"
    if form.endswith(_DUALS) and not written.endswith(_NO_DUAL):
        return "2"
    return "1" if form.endswith(("ه", "ا", "م")) else "unknown"
