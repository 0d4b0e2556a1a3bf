"""From a run of tokens to the noun phrases in it: where each begins, and where the clause closes behind them.

In: a page with its cast and the positions of the run; out: Chunks in order.
"""

from hudna.reading.cast import Cast, Reference
from hudna.reading.event.allegiance import ALLIED, OWNED, is_help, is_siding, thought_to_be, whose
from hudna.reading.event.aside import bracket_end, parenthesis_end, remark_end
from hudna.reading.event.boundary import counts, is_named, opens_bare, parts_object
from hudna.reading.event.chunk import AGENT, ASIDE, THROUGH, Chunk, Draft
from hudna.reading.event.clause import finite, may_be_finite
from hudna.reading.event.grammar import Grammar
from hudna.reading.event.particle import conjoined, preposition_at
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import COMMAS, DASHES, TokenKind

_SETTING = 10  # words that an aside about where and when may have
_PAIR = 3  # phrases back to the «بين» of two sides: «بين قوات النظام مدعومة بالطيران من جهة و…»
_CARRIED = 4  # words back to the verb of «قدم الحزب دعما ل…»
_AEGIS = "تحت"  # as under whose protection something is done
_ALONE = 3  # words of «من جانب واحد»
_SECOND = frozenset({"من", "ل", "عن", "الي", "مع"})  # what may be the second half of a preposition


def chunks(page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> tuple[Chunk, ...]:
    """The noun phrases among tokens ``first`` to ``last``, in order, up to a mark that closes the clause."""
    chunker = _Chunker(page, cast, grammar, first, last)
    following: int | None = first
    while following is not None and following < last:
        following = chunker.read(following)
    return tuple(d.chunk() for d in chunker.drafts)


class _Chunker:
    """The phrases of tokens ``first`` to ``last``, while they are read."""

    def __init__(self, page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> None:
        self.page, self.cast, self.grammar, self.first, self.last = page, cast, grammar, first, last
        self.drafts: list[Draft] = []

    def read(self, i: int) -> int | None:
        """Take what stands at token ``i`` in; where to go on, None where the clause closes."""
        if self.page.tokens[i].kind in (TokenKind.MARK, TokenKind.BREAK):
            return self._mark(i)
        if (following := self._past_side(i) or self._past(i)) is not None:
            return following
        reference = self._reference(i)
        preposition = self._preposition(i) if reference is None else ""
        if reference is None and self._closes(i, preposition):
            return None
        if preposition:
            after = min(i + 1, self.last - 1)
            named = self.cast.at(after) is not None  # «وفد من حركة فتح»
            if not self._is_of_body(preposition, after):
                self._open(preposition, i + 1, owned=named or not self.page.layer(after, "event"))
            return i + 1
        if self._is_other_side(i, reference):
            self.drafts.append(Draft("بين", i))
        elif particle := self._particle(i):
            self._open(particle, i, owned=True)
        elif self.drafts and reference is not None and is_named(self.cast, self.drafts[-1], reference):
            return self.drafts[-1].name(reference)  # «الرئيسان الفرنسي … والألماني …»: the adjective is the person's
        elif not self.drafts or opens_bare(self.page, self.cast, self.drafts[-1], reference, i):
            self.drafts.append(Draft("", i))
        return self.drafts[-1].take(self.page, i, reference)

    def _is_other_side(self, i: int, reference: Reference | None) -> bool:
        """Whether the second of the two of «بين» follows a remark on the first: «بين قوات موالية ل… | ومسلحين»."""
        remark = self.drafts[-1] if self.drafts else None
        if remark is None or remark.prep == "بين" or not remark.words or not conjoined(self.page, i):
            return False
        pair = [d for d in self.drafts[-_PAIR:] if d.prep == "بين"]
        if len(pair) != 1 or pair[0].joined or self._particle(i):
            return False
        if reference is not None and self.cast.is_mere_place(reference.entities[0]):
            return False  # «بين قوات في حمص وحماة ومسلحين»
        backers = bool(remark.references) and all(map(is_country, remark.references[-1].entities))
        if reference is not None and backers and all(map(is_country, reference.entities)):
            return False  # «بين الجيش المدعوم من روسيا وإيران ومسلحين»
        return reference is not None or self._is_party(i) or self._is_party(i + 1) or self._is_force(i)

    def _is_asked_for(self) -> bool:
        """Whether the phrases stand behind a word of asking, so that «من» says who is asked: «طلبت مساعدة من …»."""
        senses = self.page.layer(self.first - 1, "event") if self.first else ()
        return any(s.entry.get("event") == "REQUEST" for s in senses)

    def _is_force(self, i: int) -> bool:
        """Whether a noun for troops or people that act stands at token ``i``."""
        kinds = ("agent", "armed", "means")
        return any(s.entry.get(k) for s in self.page.layer(i, "crowd") for k in kinds)

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

    def _reference(self, i: int) -> Reference | None:
        """Who is named at token ``i``; what is only made somewhere is nobody's: «مسيرات إيرانية الصنع»."""
        found = self.cast.at(i)
        made = found is not None and found.how == "nisba" and self.page.form(found.last) in self.grammar.made
        return None if made else found

    def _is_of_body(self, preposition: str, i: int) -> bool:
        """Whether «في» brings the body to which people belong: «ضابط في الجيش», «قيادي في الحركة»."""
        of = self.cast.at(i)
        body = self.cast.entity(of.entities[0]) if of is not None and preposition == "في" else None
        if not self.drafts or body is None or body.type != "ORG":
            return False
        described = self._is_adjective(self.drafts[-1].last - 1)
        belongs = self.drafts[-1].belongs(described=False) or (described and self.drafts[-1].belongs(described=True))
        if belongs:
            self.drafts[-1].attached = True
        return belongs

    def _is_adjective(self, i: int) -> bool:
        """Whether a word without the article that names nobody may be an adjective: «سابقة», «بارز», «كبير»."""
        page, form = self.page, self.page.form(i)
        known = any(page.layer(i, layer) for layer in ("crowd", "event", "number", "time", "role"))
        return i > self.first and not (form.startswith("ال") or known or self.cast.at(i))

    def _closes(self, i: int, preposition: str) -> bool:
        """Whether the clause closes before token ``i``: another verb, or words that only say why."""
        if self.drafts and not preposition and _new_verb(self.page, i) and not self._ends_phrase(i):
            return True
        return i > self.first and self._is_adjunct(i)

    def _mark(self, i: int) -> int | None:
        """Past a quotation mark, an aside between commas, or a comma behind which the phrases go on."""
        form = self.page.tokens[i].form
        if form == "(" and self.drafts and (closing := bracket_end(self.page, i, self.last)) is not None:
            return closing
        if form in THROUGH or (form in DASHES and self._is_hyphen(i)):
            return i + 1
        if form not in COMMAS:
            return None
        if (closing := self._past_aside(i)) is not None:
            return closing
        parts = bool(self.drafts) and i + 1 < self.last and parts_object(self.page, self.cast, self.drafts[-1], i)
        if not parts and not _continues(self.page, self.cast, self.grammar, i + 1, self.last):
            return None
        if parts or self._closes_aside(i):
            self.drafts.append(Draft("", i + 1))
        elif self.drafts:
            self.drafts[-1].after_comma = self.drafts[-1].lists(self.page, i)  # «X، Y» lists; «X اليوم، Y» does not
        return i + 1

    def _is_hyphen(self, i: int) -> bool:
        """Whether a dash at token ``i`` joins a word and a number without spaces: «مقاتلات إف-16 تركية»."""
        if not self.first < i < self.last - 1 or self.page.tokens[i + 1].kind is not TokenKind.NUMBER:
            return False
        before, mark, after = (self.page.tokens[k].span for k in (i - 1, i, i + 1))
        return before.end == mark.start and mark.end == after.start

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
        """Whether a comma closes a phrase about where and when, a name of its own behind it: «X، في جدة أمس، Y»."""
        page, last = self.page, self.drafts[-1] if self.drafts else None
        named = self.cast.at(i + 1)
        if last is None or not last.prep or len(self.drafts) == 1 or named is None or named.how == "nisba":
            return False
        if (
            self.cast.is_mere_place(named.entities[0])
            or conjoined(page, i + 1)
            or preposition_at(page, self.cast, i + 1)
        ):
            return False
        back = range(i - 1, max(i - _SETTING, self.first), -1)
        opened = next((k for k in back if page.form(k) in COMMAS), None)
        about = opened is not None and (
            page.form(opened + 1) in self.grammar.place_prepositions or bool(page.layer(opened + 1, "time"))
        )
        return about and opened is not None and last.first > opened

    def _particle(self, i: int) -> str:
        """The preposition written onto token ``i``, "" for none: «ب» also in «بحضور», whatever else the word may be."""
        form = self.page.tokens[i].form
        bare = form[1:] if form[0] in "وف" else form
        if bare in self.grammar.aegis and self._is_party(i + 1):
            return _AEGIS
        return "ب" if bare in self.grammar.presences else preposition_at(self.page, self.cast, i)

    def _past(self, i: int) -> int | None:
        """Past words that name nobody: «من قبل», which brings a doer, «من جهة», «أكثر من»; None where none begin."""
        form = self.page.tokens[i].form
        opens = form in self.grammar.agent_openers or form[1:] in self.grammar.agent_openers
        if opens and self._is_alone(i):
            return i + _ALONE
        if opens and self._is_by_agent(i):
            self.drafts.append(Draft(AGENT, i + 2))
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
        other = page.form(behind) in self.grammar.other_hands
        if any(d.prep == "بين" for d in self.drafts[-_PAIR:]) and (other or conjoined(page, behind)):
            self.drafts.append(Draft("بين", behind + other))
            return behind + other
        return behind if self.drafts and self.drafts[-1].listed_up_to(i) else None

    def _past_side(self, i: int) -> int | None:
        """Past «من طرف» behind the first of the two of «بين», with its comma: «بين الحركة من طرف، وقوات النظام …»."""
        page, behind = self.page, i + 2
        if page.tokens[i].form != "من" or page.form(i + 1) not in self.grammar.pair_hands | self.grammar.hands:
            return None
        behind += behind < self.last and page.form(behind) in COMMAS
        pair = [d for d in self.drafts[-_PAIR:] if d.prep == "بين" and d.references]
        if behind >= self.last or len(pair) != 1 or pair[0].joined or not conjoined(page, behind):
            return None
        self.drafts.append(Draft("بين", behind))
        return behind

    def _ends_phrase(self, i: int) -> bool:
        """Whether token ``i`` is the second word of a set phrase for people: «رجل أمن», whatever «أمن» is elsewhere."""
        hit = self.page.phrase(i - 1, "crowd")
        return hit is not None and hit.last > i

    def _is_adjunct(self, i: int) -> bool:
        """Whether «تضامنا مع», «ردا على» or the like begins here: who is named in it has no part in what is told."""
        if self.page.tokens[i].form not in self.grammar.adjuncts or i + 1 >= self.last:
            return False
        if self.page.form(i + 1) not in self.grammar.prepositions and not preposition_at(self.page, self.cast, i + 1):
            return False
        return not any(self.page.layer(k, "light") for k in range(max(self.first - 1, i - _CARRIED, 0), i))

    def _is_by_agent(self, i: int) -> bool:
        """Whether «من قبل» or the like stands at token ``i``."""
        form, following = self.page.tokens[i].form, self.page.form(i + 1)
        pairs = {(form, following), (form[1:], following)} if form[0] in "وف" else {(form, following)}
        return i + 1 < self.last and not pairs.isdisjoint(self.grammar.by_agent)

    def _is_party(self, i: int) -> bool:
        """Whether a body, or people that act, stand at token ``i``."""
        named = self.cast.at(i)
        body = self.cast.entity(named.entities[0]) if named is not None and named.how != "nisba" else None
        people = any(s.entry.get("agent") for s in self.page.layer(i, "crowd"))
        return people or (body is not None and body.type == "ORG")

    def _is_alone(self, i: int) -> bool:
        """Whether «من جانب واحد» stands at token ``i``, which brings nobody."""
        words = tuple(map(self.page.form, range(i, i + _ALONE)))
        return i + _ALONE <= self.last and words in self.grammar.unilaterally

    def _is_facility(self, draft: Draft) -> bool:
        """Whether a phrase names a facility and nobody: «القاعدة الجوية التابعة للجيش»."""
        named = self.cast.entity(draft.references[0].entities[0]) if len(draft.references) == 1 else None
        return named is not None and named.type == "FAC" and draft.prep != "ب"

    def _is_border(self, i: int) -> bool:
        """Whether token ``i`` is a noun for a border or a direction, which lies with whom «مع» names."""
        return i >= 0 and any(s.entry.get("border") for s in self.page.layer(i, "place_head"))

    def _preposition(self, i: int) -> str:
        """The preposition that token ``i`` is, "" for none: «نحو 30» is no direction."""
        form = self.page.tokens[i].form
        bare = form[1:] if form[0] in "وف" and form[1:] in self.grammar.prepositions else form
        behind = bool(self.drafts[-1].words) if self.drafts else i + 1 < self.last and self.cast.at(i + 1) is not None
        if form in self.grammar.directions and behind:
            return form  # «توغلت دبابات إسرائيلية شرقي خان يونس», «معارك شمال مالي»
        counted = i + 1 < self.last and counts(self.page, i + 1)
        counted = counted or self.page.tokens[min(i + 1, self.last - 1)].kind is TokenKind.NUMBER
        known = bare in self.grammar.prepositions and len(bare) > 1
        return bare if known and not (counted and bare == "نحو") else ""

    def _open(self, preposition: str, first: int, *, owned: bool) -> None:
        """Begin a phrase behind a preposition, or let it bring the owner of the last one where it can (``owned``)."""
        last = self.drafts[-1] if self.drafts else None
        of = whose(self.page, last.first, min(last.last, first), preposition) if last is not None else ""
        if last is not None and (of, preposition) == (ALLIED, "من") and self._is_asked_for():
            of = "" if is_help(self.page, last.first, min(last.last, first)) else of
        if last is not None and last.prep and not last.words and preposition in _SECOND:
            last.first = first  # «وفقا ل…», «بالقرب من …»
        elif of == ALLIED or (preposition == "مع" and last is not None and last.prep and self._is_border(first - 2)):
            self.drafts.append(Draft(ASIDE, first))  # «قوات مدعومة من …», «قرب الحدود مع …», not «أغلقت الحدود مع …»
        elif last is not None and of == OWNED and self._is_facility(last):
            last.held = True
        elif last is not None and ((owned and last.awaits(preposition)) or (of == OWNED and last.may_be_owned)):
            last.attach()  # «عناصر من …», «أحياء تابعة ل…»
        else:
            self.drafts.append(Draft(ASIDE if of else preposition, first))


def _new_verb(page: Page, i: int) -> bool:
    """Whether the verb of another clause stands at ``i`` though its form could be a noun: «هجوم آخر قتل 18 مسلحا»."""
    if i not in page.verbs:
        return False
    if finite(page, i) is not None:
        return True
    following = page.tokens[min(i + 1, len(page.tokens) - 1)]
    fell = bool(page.layer(i, "casualty") and page.layer(i + 1, "number"))  # «هجوم آخر قتل أربعة جنود»
    counted = following.kind is TokenKind.NUMBER or fell
    return counted and not page.tokens[i].form.startswith("ال")


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
