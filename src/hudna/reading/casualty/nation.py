"""Whose people a word means: a nationality, a party or a body named in the document."""

from dataclasses import replace
from functools import cached_property

from hudna.reading.cast import Cast, Reference
from hudna.reading.casualty.grammar import load_casualty_grammar
from hudna.reading.grammar import load_grammar
from hudna.reading.layer_words import Words
from hudna.reading.numbers import Number, find_numbers
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import TokenKind, fold

YEARS = range(1900, 2100)  # numbers that may be years
_STEM = 2  # letters that a stem has at least


class Nations:
    """Tells whose people words of one page mean; base of the readers of groups."""

    def __init__(self, page: Page, cast: Cast, words: Words) -> None:
        self.page, self.cast, self.words = page, cast, words
        self.grammar = load_casualty_grammar(page.document.language)
        self.prepositions = load_grammar(page.document.language).prepositions | self.grammar.clause_ends
        self.strangers: frozenset[str] = frozenset()  # bodies that are of no one state
        numbers = (self._own(number) for number in find_numbers(page) if not self._is_time(number))
        self.numbers: dict[int, Number] = {n.first: n for n in numbers}
        self.within_number: dict[int, Number] = {k: n for n in self.numbers.values() for k in range(n.first, n.last)}

    def _is_time(self, number: Number) -> bool:
        """Whether what reads like a number is a weekday, or the year behind a month or «توفي»: «قتل الاثنين»."""
        page, i = self.page, number.first
        if number.last != i + 1:
            return False
        if number.value in YEARS and page.tokens[i].kind is TokenKind.NUMBER:
            month = page.is_word(i - 1) and any(s.entry.layer == "time" for s in page.senses[i - 1])
            deed = self.words.at(i - 1, "act")
            return month or (deed is not None and deed.pos == "verb" and deed.number == "sg")
        weekday = any(s.entry.get("kind") == "weekday" for s in page.layer(i, "time"))
        return weekday and page.form(number.last) not in self.grammar.the_others

    def _own(self, number: Number) -> Number:
        """A number without the «على الأقل» of what stands before it («13 جنديا على الأقل ثلاثة منهم»)."""
        page, i = self.page, number.first
        weekday = any(s.entry.get("kind") == "weekday" for s in page.layer(i, "time")) and number.last > i + 1
        if weekday and page.tokens[number.last - 1].kind is TokenKind.NUMBER and number.count.count("-") == 1:
            end = number.count.partition("-")[2]  # «منذ الاثنين إلى 83 قتيلا» is no range
            return replace(number, first=number.last - 1, kind="exact", value=float(end), count=end, cut=0)
        if (
            number.kind == "at_least"
            and (page.form(i), page.form(i + 1)) == self.grammar.at_least
            and page.is_word(i - 1)
            and number.value is not None
        ):
            return replace(number, first=i + 2, kind="exact", count=f"{number.value:g}", cut=0)
        return number

    def is_nation(self, k: int) -> bool:
        """Whether the word can be a person of a nation («فلسطينيين»), whatever else refers to it."""
        return (
            any(s.entry.layer == "names" and s.pos == "nisba" for s in self.page.senses[k])
            if 0 <= k < len(self.page.tokens)
            else False
        )

    def is_people(self, k: int) -> bool:
        """Whether the word at token ``k`` is a plural of people of a nation: «فلسطينيين», «الفلسطينيين»."""
        plural = any(s.entry.layer == "names" and s.pos == "nisba" and s.number == "pl" for s in self.page.senses[k])
        held = any(self.page.form(n).startswith("لل") for n in (k, k - 1))  # «مخيم للاجئين الفلسطينيين»
        return plural and not held and self.page.form(k).endswith(self.grammar.people)

    def _side_of_word(self, k: int) -> str | None:
        """The side of an adjective or plural of nationality or party: «أذربيجانيا», «حوثيا»."""
        reference = self.cast.at(k)
        if reference is not None and reference.how == "nisba":
            return next(iter(self._sides(reference)), None)
        if (
            (reference is not None and not self.is_nation(k))
            or not (0 <= k < len(self.page.tokens))
            or self.page.tokens[k].kind is not TokenKind.WORD
        ):
            return None
        for sense in self.page.senses[k]:
            if sense.entry.layer == "names" and sense.pos == "nisba":
                name = sense.entry.id
                return name[4:] if name.startswith("loc.") else sense.entry.get("side")
        return self._parties.get(self._stem(self.page.form(k))) if not self.page.senses[k] else None

    @cached_property
    def _parties(self) -> dict[str, str]:
        """Sides by the stem of the one-word names of groups: «الحوثيين» also tells what «حوثيا» is."""
        out: dict[str, str] = {}
        for mention in self.cast.mentions:
            party = self.cast.faction(mention.entity)
            if party is None:
                continue
            name = fold(self.page.document.text[mention.span.start : mention.span.end]).split()
            if name and name[-1].startswith("ال"):
                out.setdefault(self._stem(name[-1]), party)
        return out

    def _reference(self, k: int) -> Reference | None:
        reference = self.cast.at(k)
        if reference is None or reference.first != k or reference.how == "pair":
            return None
        entity = self.cast.entity(reference.entities[0]) if reference.entities else None
        return reference if entity is None or entity.type != "PER" else None

    def sides_of(self, k: int) -> tuple[str, ...]:
        """The sides that a name or an adjective at token ``k`` means: «خسائر موسكو», «الخسائر الروسية»."""
        reference = self._reference(k)
        side = self._side_of_word(k)
        return self._sides(reference) if reference is not None else (side,) if side else ()

    def _sides(self, reference: Reference) -> tuple[str, ...]:
        return tuple(
            side
            for e in reference.entities
            if e not in self.strangers and (side := self.cast.side(e) or (e[4:] if is_country(e) else None))
        )

    def _foreign(self, k: int) -> bool:
        """Whether an adjective the lexicon does not know may name a nation or party."""
        form = self.page.form(k)
        return (
            not self.page.senses[k]
            and self.cast.at(k) is None
            and form.endswith(self.grammar.nisba_endings)
            and self._side_of_word(k) is None
        )

    def _stem(self, form: str) -> str:
        form = form.removeprefix("و").removeprefix("ال") if form.startswith(("وال", "ال")) else form
        endings = (e for e in self.grammar.endings if form.endswith(e) and len(form) - len(e) > _STEM)
        return next((form.removesuffix(e) for e in endings), form)
