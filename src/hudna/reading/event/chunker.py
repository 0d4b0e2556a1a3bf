"""From a run of tokens to the noun phrases in it: where each begins, and where the clause closes behind them.

In: a page with its cast and the positions of the run; out: Chunks in order.
"""

from hudna.reading.cast import Cast, Reference
from hudna.reading.event.allegiance import ALLIED, OWNED, is_help, whose
from hudna.reading.event.between import PAIR, Between
from hudna.reading.event.boundary import is_named, opens_bare
from hudna.reading.event.chunk import ASIDE, Chunk, Draft
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.noun_boundary import counts
from hudna.reading.finite import finite
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.reading.particle import conjoined, preposition_at
from hudna.reading.scene import is_country
from hudna.text import TokenKind

_CARRIED = 4  # words back to the verb of «قدم الحزب دعما ل…»
_AEGIS = "تحت"  # as under whose protection something is done
_SECOND = frozenset({"من", "ل", "عن", "الي", "مع"})  # what may be the second half of a preposition


def chunks(page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> tuple[Chunk, ...]:
    """The noun phrases among tokens ``first`` to ``last``, in order, up to a mark that closes the clause."""
    chunker = _Chunker(page, cast, grammar, first, last)
    following: int | None = first
    while following is not None and following < last:
        following = chunker.read(following)
    return tuple(d.chunk() for d in chunker.drafts)


class _Chunker(Between):
    """Begins the phrases, and lets each take in its words."""

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
            self._open(particle, i, owned=not self._is_aim(particle, i))
        elif self.drafts and reference is not None and is_named(self.page, self.cast, self.drafts[-1], reference):
            return self.drafts[-1].name(reference)  # «الرئيسان الفرنسي … والألماني …»: the adjective is the person's
        elif not self.drafts or opens_bare(self.page, self.cast, self.drafts[-1], reference, i):
            self.drafts.append(Draft("", i))
        return self.drafts[-1].take(self.page, i, reference)

    def _is_other_side(self, i: int, reference: Reference | None) -> bool:
        """Whether the second of the two of «بين» follows a remark on the first: «بين قوات موالية ل… | ومسلحين»."""
        remark = self.drafts[-1] if self.drafts else None
        if remark is None or remark.prep == "بين" or not remark.words or not conjoined(self.page, i):
            return False
        pair = [d for d in self.drafts[-PAIR:] if d.prep == "بين"]
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

    def _reference(self, i: int) -> Reference | None:
        """Who is named at token ``i``; what is only made somewhere is nobody's: «مسيرات إيرانية الصنع»."""
        found = self.cast.at(i)
        made = found is not None and found.how == "nisba" and self.page.form(found.last) in self.grammar.made
        return None if made else found

    def _is_of_body(self, preposition: str, i: int) -> bool:
        """Whether «في» brings the body to which people belong: «ضابط في الجيش», «قيادي في الحركة»."""
        of = self.cast.at(i)
        body = of is not None and preposition == "في" and self.cast.is_body(of.entities[0])
        if not (self.drafts and body):
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
        if i in self.page.verbs and all(s.clitics[:1] == "ف" for s in self.page.senses[i]):
            return True  # «فجر نفسه | فقتل سبعة»: no noun is joined so
        return i > self.first and self._is_adjunct(i)

    def _particle(self, i: int) -> str:
        """The preposition written onto token ``i``, "" for none: «ب» also in «بحضور», whatever else the word may be."""
        form = self.page.tokens[i].form
        bare = form[1:] if form[0] in "وف" else form
        if bare in self.grammar.aegis and (self._is_party(i + 1) or self._is_nations(i + 1)):
            return _AEGIS
        return "ب" if bare in self.grammar.presences else preposition_at(self.page, self.cast, i)

    def _is_aim(self, particle: str, i: int) -> bool:
        """Whether «ل» with a deed of force says what something is for, and owns nothing: «قوة | لقتال الحركة»."""
        deeds = (s for s in self.page.layer(i, "event") if s.entry.get("event") in FORCE)
        return particle == "ل" and any(s.pos in ("masdar", "noun") and not (s.definite or s.pronoun) for s in deeds)

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
        first = max(self.first - 1, i - _CARRIED, 0)
        light = next((k for k in range(i - 1, first - 1, -1) if self.page.layer(k, "light")), i)
        held = (s for k in range(light + 1, i) for s in self.page.layer(k, "event"))  # «شنت | غارات | دعما للقوات»
        return light == i or any(s.pos in ("noun", "masdar") for s in held)

    def _is_party(self, i: int) -> bool:
        """Whether a body, or people that act, stand at token ``i``."""
        named = self.cast.at(i)
        people = any(s.entry.get("agent") for s in self.page.layer(i, "crowd"))
        return people or (named is not None and named.how != "nisba" and self.cast.is_body(named.entities[0]))

    def _is_nations(self, i: int) -> bool:
        """Whether an adjective at token ``i`` or the next is that of a nation: «بغطاء | جوي فرنسي»."""
        near = (self.cast.at(k) for k in (i, i + 1) if k < self.last)
        return any(r is not None and r.how == "nisba" for r in near)

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
    if i not in page.verbs or page.layer(i, "number"):
        return False  # «اثنين من القادة»
    if finite(page, i) is not None:
        return True
    following = page.tokens[min(i + 1, len(page.tokens) - 1)]
    fell = bool(page.layer(i, "casualty") and page.layer(i + 1, "number"))  # «هجوم آخر قتل أربعة جنود»
    counted = following.kind is TokenKind.NUMBER or fell
    return counted and not page.tokens[i].form.startswith("ال")
