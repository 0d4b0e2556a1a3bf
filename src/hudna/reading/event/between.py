"""What stands between noun phrases and names nobody: marks, remarks, «من قبل», «من جهة», «أكثر من»."""

from hudna.reading.cast import Cast
from hudna.reading.event.allegiance import is_siding, thought_to_be
from hudna.reading.event.aside import bracket_end, parenthesis_end, remark_end
from hudna.reading.event.boundary import ends_date, opens_bare, parts_object
from hudna.reading.event.chunk import AGENT, ASIDE, THROUGH, Draft
from hudna.reading.event.noun_boundary import counts
from hudna.reading.finite import may_be_finite
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.reading.particle import conjoined, preposition_at
from hudna.text import COMMAS, DASHES, TokenKind

_SETTING = 10  # words that an aside about where and when may have
_ADVERB = (3, 2)  # words of set adverbs, the longest first: «من جانب واحد», «على انفراد»
PAIR = 3  # phrases back to the «بين» of two sides: «بين قوات النظام مدعومة بالطيران من جهة و…»


class Between:
    """The phrases of tokens ``first`` to ``last`` while they are read, and what is passed between them."""

    def __init__(self, page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> None:
        self.page, self.cast, self.grammar, self.first, self.last = page, cast, grammar, first, last
        self.drafts: list[Draft] = []

    def _mark(self, i: int) -> int | None:
        """Past a quotation mark, an aside between commas, or a comma behind which the phrases go on."""
        form = self.page.tokens[i].form
        if form == "(" and self.drafts and (closing := bracket_end(self.page, i, self.last)) is not None:
            return closing
        if form in THROUGH or (form in DASHES and self._is_hyphen(i)) or self._is_between_months(i):
            return i + 1
        if form not in COMMAS:
            return None
        if (closing := self._past_aside(i)) is not None:
            return closing
        parts = bool(self.drafts) and i + 1 < self.last and parts_object(self.page, self.cast, self.drafts[-1], i)
        goes_on = parts or _continues(self.page, self.cast, self.grammar, self._past_address(i + 1), self.last)
        if not goes_on or (conjoined(self.page, i + 1) and self._ends_with_date(i)):
            return None  # «متهم بهجوم 11 سبتمبر، ووليد …»
        if parts or self._closes_aside(i):
            self.drafts.append(Draft("", i + 1))
        elif self.drafts:
            # «X، Y وZ» lists; «X اليوم، Y» does not, nor «خلال لقائه X، Y ب…»
            self.drafts[-1].after_comma = self.drafts[-1].lists(self.page, i) and self._lists_on(i + 1)
        return i + 1

    def _ends_with_date(self, i: int) -> bool:
        """Whether a phrase that names nobody ends right before token ``i`` with a date."""
        last = self.drafts[-1] if self.drafts else None
        empty = last is not None and not (last.references or last.crowd or last.prep)
        return empty and ends_date(self.page, i - 1)

    def _is_hyphen(self, i: int) -> bool:
        """Whether a dash at token ``i`` joins a word and a number, or two nations: «إف-16», «ألمانية-فرنسية»."""
        if not self.first < i < self.last - 1:
            return False
        nations = [r is not None and r.how == "nisba" for r in (self.cast.at(i - 1), self.cast.at(i + 1))]
        if self.page.tokens[i + 1].kind is not TokenKind.NUMBER and not all(nations):
            return False
        before, mark, after = (self.page.tokens[k].span for k in (i - 1, i, i + 1))
        return before.end == mark.start and mark.end == after.start

    def _is_between_months(self, i: int) -> bool:
        """Whether a slash parts the two names of a month: «في 15 أكتوبر/تشرين الأول»."""
        times = self.page.layer(i - 1, "time") and (self.page.layer(i + 1, "time") or self.page.phrase(i + 1, "time"))
        return self.page.tokens[i].form == "/" and bool(times)

    def _past_aside(self, i: int) -> int | None:
        """One past an aside that the comma at ``i`` opens; None for none. What a phrase of its own begins behind it."""
        remark = remark_end(self.page, self.grammar, i, self.last)
        closing = remark or parenthesis_end(self.page, self.cast, i, self.last)
        if closing is not None:
            apart = not conjoined(self.page, closing) if remark else self._is_person_apart(closing)
            if apart:  # «قصف الجيش، وهو في حالة تأهب، مواقع …», «التقى وفد برئاسة فلان، السبت، الرئيس فلانا»
                self.drafts.append(Draft("", closing))
        return closing

    def _is_person_apart(self, i: int) -> bool:
        """Whether a person in full stands behind an aside that closes a phrase with a preposition and a name."""
        last, named = self.drafts[-1] if self.drafts else None, self.cast.at(i) if i < self.last else None
        if last is None or not last.prep or not last.references or named is None or named.first != i:
            return False
        joined = conjoined(self.page, i) or bool(preposition_at(self.page, self.cast, i))
        return not joined and named.last - i > 1 and self.cast.is_person(named.entities[0])

    def _closes_aside(self, i: int) -> bool:
        """Whether a comma closes a phrase about where and when, a name of its own behind it: «X، في جدة أمس، Y».

        Behind a name that stands right before such a phrase only a person in full: «X في مكتبه اليوم، وزير الدفاع Y».
        """
        page, last = self.page, self.drafts[-1] if self.drafts else None
        k = self._past_address(i + 1)
        named = self.cast.at(k) if k < self.last else None
        if last is None or not last.prep or len(self.drafts) == 1 or named is None or named.how == "nisba":
            return False
        governed = conjoined(page, i + 1) or bool(preposition_at(page, self.cast, i + 1))
        if governed or self.cast.is_mere_place(named.entities[0]):
            return False
        back = range(i - 1, max(i - _SETTING, self.first), -1)
        opened = next((k for k in back if page.form(k) in COMMAS), None)
        if opened is None:
            return self._is_setting(last, i) and named.last - named.first > 1 and self.cast.is_person(named.entities[0])
        about = page.form(opened + 1) in self.grammar.place_prepositions or bool(page.layer(opened + 1, "time"))
        return about and last.first > opened

    def _lists_on(self, i: int) -> bool:
        """Whether a list goes on behind the name at token ``i``, or ends there: not where a verb's «ب» follows."""
        named = self.cast.at(i)
        if named is None or named.last >= self.last or not self.page.is_word(named.last) or conjoined(self.page, i):
            return True
        return conjoined(self.page, named.last) or self.page.form(named.last).startswith("ال")

    def _is_setting(self, draft: Draft, i: int) -> bool:
        """Whether a phrase that ends right before token ``i`` tells only where or when, behind a person's name."""
        person = any(map(self.cast.is_person, (e for r in self.drafts[0].references for e in r.entities)))
        nobody = all(map(self.cast.is_mere_place, (e for r in draft.references for e in r.entities)))
        timed = bool(self.page.layer(i - 1, "time"))
        return person and not self.drafts[0].prep and nobody and (timed or draft.prep in self.grammar.seats)

    def _past_address(self, k: int) -> int:
        """Past a word of honour before an office: «معالي | وزير الدفاع»."""
        honours = k < self.last and any(s.entry.get("kind") == "address" for s in self.page.layer(k, "role"))
        return k + 1 if honours and self.cast.at(k) is None else k

    def _past(self, i: int) -> int | None:
        """Past words that name nobody: «من قبل», which brings a doer, «من جهة», «أكثر من»; None where none begin."""
        form = self.page.tokens[i].form
        if (behind := self._adverb_end(i)) is not None:
            return self._part(behind)
        opens = form in self.grammar.agent_openers or form[1:] in self.grammar.agent_openers
        each = form.removeprefix("و") == "كلا" and self.page.form(i + 1) == "من"  # «… | كلا من فلان وفلان»
        each = each and i + 2 < self.last and bool(self.drafts)
        if each or (opens and self._is_by_agent(i)):
            self.drafts.append(Draft("" if each else AGENT, i + 2))
            return i + 2
        if self.page.form(i) in self.grammar.by_hands:
            self.drafts.append(Draft(AGENT, i + 1))
            return i + 1
        if not self.drafts and form in self.grammar.taking_up:
            return i + 1
        if (remark := self._past_remark(i)) is not None:
            return remark
        apart = self._past_hand(i)
        named = apart is not None or self.cast.at(i) is not None
        return apart if named else self._past_means(i) or self._past_hedge(i)

    def _past_remark(self, i: int) -> int | None:
        """Past what is said of people without a name: whom they stand by, whose clothes they wear, whose they are."""
        worn = bool(self.drafts) and self.page.form(i) in self.grammar.garments  # «مسلحون يرتدون زي | الجيش»
        if worn or is_siding(self.page, self.grammar, i):
            self.drafts.append(Draft(ASIDE, i + 1))
            return i + 1
        body = thought_to_be(self.page, self.cast, self.grammar, i) if self.drafts else None
        if body is None:
            return None
        self.drafts[-1].attached = True
        return self.drafts[-1].take(self.page, body, self.cast.at(body))

    def _past_means(self, i: int) -> int | None:
        """One past a phrase with a preposition inside for what somebody acts by, taken in: «طائرة من دون طيار»."""
        hit = self.page.phrase(i, "crowd")
        if hit is None or hit.last > self.last or not hit.senses[0].entry.get("means"):
            return None
        if not self.drafts or opens_bare(self.page, self.cast, self.drafts[-1], None, i):
            self.drafts.append(Draft("", i))
        self.drafts[-1].take(self.page, i, None)
        self.drafts[-1].last = hit.last
        return hit.last

    def _past_hedge(self, i: int) -> int | None:
        """The number behind «أكثر من» or the like, which names nobody; None where none stands at token ``i``."""
        hit = self.page.phrase(i, "number")
        hedge = hit is not None and hit.last < self.last and hit.senses[0].entry.get("kind") == "hedge"
        return hit.last if hit is not None and hedge and counts(self.page, hit.last) else None

    def _past_hand(self, i: int) -> int | None:
        """Past «من جهة» behind a name or between the two of «بين»: «قوات النظام مدعومة بالطيران من جهة و…»."""
        page, behind = self.page, i + 2
        if page.tokens[i].form != "من" or page.form(i + 1) not in self.grammar.hands or behind >= self.last:
            return None
        named = self.cast.at(behind) if page.layer(i + 1, "place_head") else None
        if named is not None and self.cast.is_mere_place(named.entities[0]):
            return None  # «من ناحية البغدادي»
        other = page.form(behind) in self.grammar.other_hands
        if any(d.prep == "بين" for d in self.drafts[-PAIR:]) and (other or conjoined(page, behind)):
            self.drafts.append(Draft("بين", behind + other))
            return behind + other
        return behind if self.drafts and self.drafts[-1].listed_up_to(i) else None

    def _past_side(self, i: int) -> int | None:
        """Past «من طرف» behind the first of the two of «بين», with its comma: «بين الحركة من طرف، وقوات النظام …»."""
        page, behind = self.page, i + 2
        if page.tokens[i].form != "من" or page.form(i + 1) not in self.grammar.pair_hands | self.grammar.hands:
            return None
        behind += behind < self.last and page.form(behind) in COMMAS
        pair = [d for d in self.drafts[-PAIR:] if d.prep == "بين" and d.references]
        if behind >= self.last or len(pair) != 1 or pair[0].joined or not conjoined(page, behind):
            return None
        self.drafts.append(Draft("بين", behind))
        return behind

    def _adverb_end(self, i: int) -> int | None:
        """One past an adverb that token ``i`` begins and that brings nobody: «من جانب واحد», «بصورة غير معلنة»."""
        page, form = self.page, self.page.form(i)
        if form in self.grammar.adverb_openers:
            ends = (i + n for n in _ADVERB if tuple(map(page.form, range(i, i + n))) in self.grammar.set_adverbs)
            return next((end for end in ends if end <= self.last), None)
        end = i + PAIR if page.form(i + 1) in self.grammar.nominal_negations else i + PAIR - 1
        manner = form in self.grammar.manners and self.cast.at(i + 1) is None
        return end if manner and end <= self.last and page.is_word(end - 1) else None

    def _part(self, i: int) -> int:
        """Begin a phrase of its own at token ``i``, unless a particle brings it or the phrases close there."""
        page, forms = self.page, self.grammar.prepositions | self.grammar.openers | self.grammar.relatives
        bare = i < self.last and page.is_word(i) and not conjoined(page, i) and page.form(i) not in forms
        if self.drafts and bare and not (preposition_at(page, self.cast, i) or page.layer(i, "time")):
            self.drafts.append(Draft("", i))
        return i

    def _is_by_agent(self, i: int) -> bool:
        """Whether «من قبل» or the like stands at token ``i``."""
        form, following = self.page.tokens[i].form, self.page.form(i + 1)
        pairs = {(form, following), (form[1:], following)} if form[0] in "وف" else {(form, following)}
        return i + 1 < self.last and not pairs.isdisjoint(self.grammar.by_agent)


def _continues(page: Page, cast: Cast, grammar: Grammar, i: int, last: int) -> bool:
    """Whether what follows a comma still belongs to the phrases before it: a name, a preposition, a joined noun."""
    if i >= last or not page.is_word(i):
        return False
    reference = cast.at(i)
    if reference is not None and reference.first == i:
        return True
    form = page.tokens[i].form
    if preposition_at(page, cast, i):
        return True
    if any(s.entry.get("agent") for s in page.layer(i, "crowd")):
        return True
    if page.layer(i, "time") and any(page.form(k) in COMMAS for k in range(i + 1, min(i + _SETTING, last))):
        return True  # «X، أمس الأحد في جدة، Y»
    return form in grammar.prepositions or (form[0] == "و" and not may_be_finite(page, i) and cast.at(i) is not None)
