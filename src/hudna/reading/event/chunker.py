"""From a run of tokens to the noun phrases in it: where each begins, and where the clause closes behind them.

In: a page with its cast and the positions of the run; out: Chunks in order.
"""

from hudna.lexicon import Sense
from hudna.reading.cast import Cast, Reference
from hudna.reading.event.allegiance import ALLIED, OWNED, whose
from hudna.reading.event.chunk import AGENT, ASIDE, THROUGH, Chunk, Draft
from hudna.reading.event.clause import finite, may_be_finite
from hudna.reading.event.grammar import Grammar
from hudna.reading.event.particle import conjoined, preposition_at
from hudna.reading.page import Page
from hudna.reading.scene import is_country
from hudna.text import COMMAS, TokenKind

_ASIDE = 6  # words that an aside between commas may have
_REMARK = 16  # and one in brackets
_SECOND = frozenset({"من", "ل", "عن", "الي", "مع"})  # what may be the second half of a preposition


def chunks(page: Page, cast: Cast, grammar: Grammar, first: int, last: int) -> tuple[Chunk, ...]:
    """The noun phrases among tokens ``first`` to ``last``, in order, up to a mark that closes the clause."""
    chunker = _Chunker(page, cast, grammar, last)
    following: int | None = first
    while following is not None and following < last:
        following = chunker.read(following)
    return tuple(d.chunk() for d in chunker.drafts)


class _Chunker:
    """The phrases of a run of tokens that ends before ``last``, while it is read."""

    def __init__(self, page: Page, cast: Cast, grammar: Grammar, last: int) -> None:
        self.page, self.cast, self.grammar, self.last = page, cast, grammar, last
        self.drafts: list[Draft] = []

    def read(self, i: int) -> int | None:
        """Take what stands at token ``i`` in; where to go on, None where the clause closes."""
        if self.page.tokens[i].kind in (TokenKind.MARK, TokenKind.BREAK):
            return self._mark(i)
        if (following := self._past(i)) is not None:
            return following
        reference = self.cast.at(i)
        if reference is None and (preposition := self._preposition(i)):
            after = min(i + 1, self.last - 1)
            named = self.cast.at(after) is not None  # «وفد من حركة فتح»
            self._open(preposition, i + 1, owned=named or not self.page.layer(after, "event"))
            return i + 1
        if reference is None and self.drafts and _new_verb(self.page, i):
            return None
        if particle := self._particle(i):
            self._open(particle, i, owned=True)
        elif self.drafts and reference is not None and _is_named(self.cast, self.drafts[-1], reference):
            return self.drafts[-1].name(reference)  # «الرئيسان الفرنسي … والألماني …»: the adjective is the person's
        elif not self.drafts or _opens_bare(self.page, self.cast, self.drafts[-1], reference, i):
            self.drafts.append(Draft("", i))
        return self.drafts[-1].take(self.page, i, reference)

    def _mark(self, i: int) -> int | None:
        """Past a quotation mark, an aside between commas, or a comma behind which the phrases go on."""
        form = self.page.tokens[i].form
        if form == "(" and self.drafts and (closing := _bracket(self.page, i, self.last)) is not None:
            return closing
        if form in THROUGH:
            return i + 1
        if form not in COMMAS:
            return None
        if (closing := _parenthetical(self.page, self.cast, i, self.last)) is not None:
            return closing
        if not _continues(self.page, self.cast, self.grammar, i + 1, self.last):
            return None
        if self.drafts:
            self.drafts[-1].after_comma = self.drafts[-1].lists(self.page, i)  # «X، Y» lists; «X اليوم، Y» does not
        return i + 1

    def _particle(self, i: int) -> str:
        """The preposition written onto token ``i``, "" for none: «ب» also in «بحضور», whatever else the word may be."""
        form = self.page.tokens[i].form
        bare = form[1:] if form[0] in "وف" else form
        return "ب" if bare in self.grammar.presences else preposition_at(self.page, self.cast, i)

    def _sets_apart(self, i: int) -> bool:
        """Whether «من جهة» stands at token ``i``, behind a name or between two: «بين فرنسا من جهة وألمانيا …»."""
        apart = self.page.tokens[i].form == "من" and self.page.form(i + 1) in self.grammar.hands
        return apart and i + 1 < self.last and bool(self.drafts) and self.drafts[-1].listed_up_to(i)

    def _past(self, i: int) -> int | None:
        """Past words that name nobody: «من قبل», which brings a doer, «من جهة», «أكثر من»; None where none begin."""
        if (agent := self._is_by_agent(i)) or self._sets_apart(i):
            self.drafts += [Draft(AGENT, i + 2)] if agent else []
            return i + 2
        return self._past_hedge(i) if self.cast.at(i) is None else None

    def _past_hedge(self, i: int) -> int | None:
        """The number behind «أكثر من» or the like, which names nobody; None where none stands at token ``i``."""
        hit = self.page.phrase(i, "number")
        hedge = hit is not None and hit.last < self.last and hit.senses[0].entry.get("kind") == "hedge"
        return hit.last if hit is not None and hedge and counts(self.page, hit.last) else None

    def _is_by_agent(self, i: int) -> bool:
        """Whether «من قبل» or the like stands at token ``i``."""
        form = self.page.tokens[i].form
        pair = (form.lstrip("وف") or form, self.page.form(i + 1))
        return i + 1 < self.last and pair in self.grammar.by_agent

    def _is_border(self, i: int) -> bool:
        """Whether token ``i`` is a noun for a border or a direction, which lies with whom «مع» names."""
        return i >= 0 and any(s.entry.get("border") for s in self.page.layer(i, "place_head"))

    def _preposition(self, i: int) -> str:
        """The preposition that token ``i`` is, "" for none: «نحو 30» is no direction."""
        form = self.page.tokens[i].form
        bare = form[1:] if form[0] in "وف" and form[1:] in self.grammar.prepositions else form
        if form in self.grammar.directions and self.drafts and self.drafts[-1].words:
            return form  # «توغلت دبابات إسرائيلية شرقي خان يونس»
        counted = self.page.tokens[min(i + 1, self.last - 1)].kind is TokenKind.NUMBER
        known = bare in self.grammar.prepositions and len(bare) > 1
        return bare if known and not (counted and bare == "نحو") else ""

    def _open(self, preposition: str, first: int, *, owned: bool) -> None:
        """Begin a phrase behind a preposition, or let it bring the owner of the last one where it can (``owned``)."""
        last = self.drafts[-1] if self.drafts else None
        of = whose(self.page, last.first, min(last.last, first), preposition) if last is not None else ""
        if last is not None and last.prep and not last.words and preposition in _SECOND:
            last.first = first  # «وفقا ل…», «بالقرب من …»
        elif of == ALLIED or (preposition == "مع" and last is not None and last.prep and self._is_border(first - 2)):
            self.drafts.append(Draft(ASIDE, first))  # «قوات مدعومة من …», «قرب الحدود مع …», not «أغلقت الحدود مع …»
        elif last is not None and ((owned and last.awaits(preposition)) or (of == OWNED and last.may_be_owned)):
            last.attached = True  # «عناصر من …», «أحياء تابعة ل…»
        else:
            self.drafts.append(Draft(ASIDE if of else preposition, first))


def _opens_bare(page: Page, cast: Cast, current: Draft, reference: Reference | None, i: int) -> bool:
    """Whether token ``i`` begins a bare phrase of its own rather than going on with the ``current`` one."""
    if current.prep == "منذ" and current.words and (reference is not None or page.layer(i, "crowd")):
        return True  # «يخوضها منذ أسبوع مسلحون»
    if conjoined(page, i):
        return False
    if current.prep:  # «وفد من الحركة وزير الخارجية», «في ختام رسالته المجتمع الدولي»
        if reference is None:
            if page.form(i).endswith("ون") and any(s.entry.get("agent") for s in page.layer(i, "crowd")):
                return True  # a nominative: «هاجم القاعدة من جهة الشرق مسلحون»
            hit = page.phrase(i, "crowd")
            return _is_owned(page, current, i) and hit is not None and bool(hit.senses[0].entry.get("agent"))
        return _is_another(page, cast, current.references, reference) or (
            reference.how != "nisba" and _is_owned(page, current, i)
        )
    return _noun_opens(page, current, i) if reference is None else _name_opens(page, current, reference, i)


def _name_opens(page: Page, current: Draft, reference: Reference, i: int) -> bool:
    """Whether the name at ``i`` is another than the bare phrase before it is about."""
    if _is_nation(page, current) and (reference.how != "nisba" or _is_the_nation(page, i)):
        return True  # «يطالب الأرمن تركيا», «اتهم الأرمن الأتراك»
    if current.governs_next(page, i) or current.owns_more():
        return False
    loose = current.crowd is not None and not current.attached and not _in_construct(page, i - 1)
    named = any(r.how != "nisba" for r in current.references) or loose
    adjective = bool(current.references) and current.references[-1].how == "nisba" and current.listed_up_to(i)
    # «طائرات حربية الجماعة», «مسؤول أميركي إيران», «مصدر عسكري المتمردين»: no construct
    qualified = current.words > 1 and (adjective or page.form(i - 1).endswith("يه") or _is_qualifier(page, i - 1))
    return (named or qualified) and reference.how != "nisba" and not current.after_comma


def _is_qualifier(page: Page, i: int) -> bool:
    """Whether token ``i`` is an indefinite adjective: «عسكري»."""
    return any(s.pos == "adjective" and not s.definite for s in page.senses[i])


def _is_named(cast: Cast, current: Draft, reference: Reference) -> bool:
    """Whether a person's name stands right behind an adjective of nationality."""
    if reference.how != "name" or not current.listed_up_to(reference.first):
        return False
    return current.references[-1].how in ("nisba", "side") and cast.is_person(reference.entities[0])


def _is_nation(page: Page, current: Draft) -> bool:
    """Whether a bare phrase is just a nation's people: «الأرمن»."""
    alone = current.words == 1 and len(current.references) == 1 and current.references[0].how == "nisba"
    return alone and _is_the_nation(page, current.references[0].first)


def nation_at(page: Page, i: int) -> list[Sense]:
    """The senses of token ``i`` where it can only be a nation's people, in the plural; none where it may be more."""
    senses = [s for s in page.senses[i] if s.pos == "nisba"]
    return senses if all(s.number == "pl" and s.gender != "f" for s in senses) else []


def _is_the_nation(page: Page, i: int) -> bool:
    """Whether token ``i`` names a nation's people as a whole: «الأرمن»."""
    senses = nation_at(page, i)
    return bool(senses) and all(s.definite for s in senses)


def _noun_opens(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun at ``i`` heads a phrase of its own behind a bare phrase."""
    if current.attached and current.last == i - 1:
        return False  # «أوكرانيا والعديد من الدول»
    settled = bool(current.references) or current.crowd is not None
    crowd = page.layer(i, "crowd")
    means = current.means and not current.counted and current.words == 1 and page.form(i - 1).startswith("ال")
    ends = current.listed_up_to(i) or (current.crowd is not None and current.crowd_at == i - 1) or means
    if ends and counts(page, i):
        return True  # «قتل الجنود عشرات المدنيين»
    behind = current.crowd is not None and current.crowd_at == i - 1 and not current.references
    if not settled or (behind and any(s.entry.get("agent") for s in crowd)):
        return False  # «مسلحون مجهولون», not «قراصنة سفينة»
    if (hit := page.phrase(i, "crowd")) and hit.senses[0].entry.get("agent"):
        return True  # «دعا الأمين العام طرفي النزاع»
    heads = any(
        s.entry.layer in ("crowd", "event") and not s.definite and s.pos in ("noun", "masdar") for s in page.senses[i]
    )
    people = any((s.entry.get("agent") or s.entry.get("means")) and s.pos == "noun" for s in crowd)
    named = any(r.how != "nisba" for r in current.references)
    return (heads and not page.form(i).startswith("ال")) or (people and named)


def _is_owned(page: Page, current: Draft, i: int) -> bool:
    """Whether the noun right before token ``i`` has its owner as a pronoun: nothing in construct follows it."""
    form = page.form(i - 1)
    return current.words > 0 and not current.references and form.endswith(("ته", "تها", "تهم", "ائه", "ائها", "اته"))


def counts(page: Page, i: int) -> bool:
    """Whether token ``i`` is a number that counts the noun behind it, and not «اللواء 35»."""
    if i >= len(page.tokens):
        return False
    number = page.tokens[i].kind is TokenKind.NUMBER or bool(page.layer(i, "number"))
    several = any(s.entry.get("counts") and not s.definite for s in page.layer(i, "crowd"))
    return (number or several) and page.is_word(i + 1) and not page.layer(i, "time")


def _is_another(page: Page, cast: Cast, before: list[Reference], reference: Reference) -> bool:
    """Whether a name behind the one a phrase ends with is another phrase: «في عمان الوزير …», «من الحركة خالد …».

    A person is in apposition to no body or place, a body or state to none of another side; times may stand between.
    """
    if not before or reference.how not in ("name", "role", "body"):
        return False
    if not all(page.layer(k, "time") for k in range(before[-1].last, reference.first)):
        return False
    one, other = cast.entity(before[-1].entities[0]), cast.entity(reference.entities[0])
    if one is None or other is None or one.id == other.id or one.type == "PER" or before[-1].how == "nisba":
        return False
    if other.type == "PER":
        return True
    apart = one.side is not None and other.side is not None and one.side != other.side
    return (other.type == "ORG" and one.type != "ORG") or (apart and (other.type == "ORG" or is_country(other.id)))


def _in_construct(page: Page, i: int) -> bool:
    """Whether token ``i`` can govern the name behind it: «مقاتلو الحركة», not «مسلحون» nor a definite noun."""
    form = page.form(i)
    definite = any(s.definite for s in page.senses[i]) or (not page.senses[i] and form.startswith("ال"))
    return not form.endswith(("ون", "ين", "ان", "ا")) and not definite


def _parenthetical(page: Page, cast: Cast, i: int, last: int) -> int | None:
    """One past the comma that closes a short aside begun at ``i`` («، اليوم الاثنين،»), None if there is none."""
    for k in range(i + 1, min(i + _ASIDE, last)):
        if page.form(k) in COMMAS:
            return k + 1
        if not page.is_word(k) or cast.at(k) is not None or may_be_finite(page, k) or page.layer(k, "crowd"):
            return None
    return None


def _bracket(page: Page, i: int, last: int) -> int | None:
    """One past the bracket that closes the remark opened at ``i``; None where it is long or does not close."""
    return next((k + 1 for k in range(i + 1, min(i + _REMARK, last)) if page.form(k) == ")"), None)


def _new_verb(page: Page, i: int) -> bool:
    """Whether the verb of another clause stands at ``i`` though its form could be a noun: «هجوم آخر قتل 18 مسلحا»."""
    if finite(page, i) is not None:
        return True
    return (
        page.tokens[i].form[:2] != "ال"
        and page.tokens[min(i + 1, len(page.tokens) - 1)].kind is TokenKind.NUMBER
        and may_be_finite(page, i)
    )


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
    return form in grammar.prepositions or (form[0] == "و" and not may_be_finite(page, i) and cast.at(i) is not None)
