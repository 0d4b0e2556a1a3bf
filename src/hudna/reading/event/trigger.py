"""Event words: which tokens tell of an event, and as verb or as noun."""

import re
from dataclasses import dataclass

from hudna.lexicon import Entry, Sense
from hudna.reading.cast import Cast
from hudna.reading.event.clause import Clauses, may_be_finite
from hudna.reading.event.grammar import Grammar
from hudna.reading.event.verbal import is_verbal
from hudna.reading.page import Page
from hudna.text import Span, TokenKind

_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")
_TAKEN_UP = 12  # words back to what a pronoun on a verb stands for
_NEAR_WINDOW = 5  # tokens after a verb that is often another word in which it may stand («أصاب … منزلا»)
_GROUND_WINDOW = 5  # tokens after a verb of taking ground in which the place may be named
_NEED_WINDOW = 14  # tokens after a verb in which the word that it needs may stand


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``first`` to ``last`` that tell of an event.

    Attributes:
        first: first token.
        last: one past the last.
        sense: the reading chosen; its entry gives type, mode and frame.
        verbal: whether it is read as a verb, with subject and object.
        companion: position of the word that the verb needs («النار» of «أطلق … النار»), or None.
        definite: whether it is written with the article, a phrase with one on any of its words.

    """

    first: int
    last: int
    sense: Sense
    verbal: bool
    companion: int | None = None
    definite: bool = False

    @property
    def entry(self) -> Entry:
        """What the lexicon says of the word."""
        return self.sense.entry

    def span(self, page: Page) -> Span:
        """Its characters, without a particle before it."""
        return page.span(self.first, self.last, self.sense.cut)


def find_triggers(page: Page, cast: Cast, grammar: Grammar, clauses: Clauses) -> list[Trigger]:
    """The event words of a sentence in order; longer phrases win over the words within them."""
    out: list[Trigger] = []
    i, last = clauses.starts[0], clauses.end
    while i < last:
        trigger = None if _named(cast, i) else _phrase(page, grammar, i) or _word(page, cast, grammar, clauses, i)
        if (ceasefire := _ceasefire(page, i)) is not None and (trigger is None or not _is_truce(trigger)):
            i = ceasefire
            continue
        if trigger is None:
            i += 1
            continue
        if trigger.entry.get("event") or trigger.entry.get("terms"):  # else a set phrase (events/decoys.yaml)
            out.append(trigger)
        i = trigger.last
    return out


def is_struck_by(page: Page, verb: int, noun: int) -> bool:
    """Whether the attack named at ``noun`` is the subject of the verb of force at ``verb``: «استهدفت غارة جوية …»."""
    if verb < 0:
        return False
    hits = any(
        s.pos == "verb" and s.entry.get("event") == "ASSAULT" and s.entry.get("frame") in ("strike", "kill")
        for s in page.layer(verb, "event")
        if not (s.entry.get("answers") or s.entry.get("bare"))  # «صدت القوات الهجوم», «أصيب برصاص»
    )
    phrase = page.phrase(noun, "event")
    senses = (*page.layer(noun, "event"), *(phrase.senses if phrase else ()))
    attacks = any(
        s.pos != "verb" and s.entry.get("event") == "ASSAULT" and s.entry.get("mode") != "clash" for s in senses
    )
    return hits and attacks and not any(s.clitics[-1:] in ("ب", "ل", "ك") for s in senses)


def _named(cast: Cast, i: int) -> bool:
    """Whether token ``i`` is part of somebody's name or title («مجموعة الاتصال»)."""
    reference = cast.at(i)
    return reference is not None and reference.how not in ("nisba", "possessive")


def _ceasefire(page: Page, i: int) -> int | None:
    """One past the phrase for a ceasefire that begins at ``i``: the shooting in «وقف إطلاق النار» is what ends."""
    hit = page.phrase(i, "topic")
    if hit is not None and hit.senses[0].entry.get("topic") == "ceasefire":
        return hit.last
    return None


def _is_truce(trigger: Trigger) -> bool:
    """Whether an event word tells of a truce, or is a phrase, of which that for a ceasefire is only a part."""
    return trigger.sense.pos == "phrase" or trigger.entry.get("topic") == "ceasefire"


def _phrase(page: Page, grammar: Grammar, i: int) -> Trigger | None:
    hit = page.phrase(i, "event")
    if hit is None:
        return None
    verbal = (page.form(i) in grammar.verb_negations and hit.last > i + 1) or (
        may_be_finite(page, i)
        and not any(s.pos in ("masdar", "noun", "active") and not s.pronoun for s in page.senses[i])
    )
    articled = any(_ARTICLE.match(page.form(k)) for k in range(hit.first, hit.last))
    said = page.form(i) in grammar.complementisers and hit.last > i + 1  # «إن | على إسرائيل أن …»
    return Trigger(hit.first + said, hit.last, hit.senses[0], verbal, definite=articled and not verbal)


def _word(page: Page, cast: Cast, grammar: Grammar, clauses: Clauses, i: int) -> Trigger | None:
    senses = page.layer(i, "event")
    if not senses or _is_preposition(page, cast, grammar, i):
        return None
    if any(not s.clitics and s.pos == "verb" for s in page.senses[i]):
        senses = tuple(s for s in senses if not s.clitics)  # «واصل» is no «و» and «أصل»
    senses = tuple(s for s in senses if not (_is_another_word(page.form(i), s) or _is_participle(page, cast, s, i)))
    if not senses or any(s.pos == "phrase" and not (s.entry.get("event") or s.entry.get("terms")) for s in senses):
        return None  # a decoy of one word: «اثنين» is no praise
    verbal = is_verbal(page, grammar, clauses, senses, i)
    fitting = [
        s
        for s in senses
        if (s.pos == "verb") == verbal
        and not (verbal and s.pronoun and s.entry.get("intransitive"))  # «تعاونه» is no «تعاون» with an object
        and not (s.pos == "active" and (s.definite or s.clitics[-1:] in ("ب", "ل", "ك")))
    ]
    needy: list[tuple[int, Sense]] = []
    for s in (s for s in fitting if s.entry.get("needs")):
        found = (_counted(page, i, s), _companion(page, grammar, clauses, i, s), _ground(page, cast, grammar, i, s))
        needy.extend((k, s) for k in found if k is not None)
    companion, sense = min(
        needy, key=lambda n: n[0], default=(None, next((s for s in fitting if not s.entry.get("needs")), None))
    )
    if sense is None:
        return None
    return Trigger(i, i + 1, sense, sense.pos in ("verb", "active"), companion, sense.definite)


def _is_preposition(page: Page, cast: Cast, grammar: Grammar, i: int) -> bool:
    """Whether token ``i`` is a preposition with the form of a verb («قبل») and no subject right behind it.

    «قبل الجانبان الخطة», not «قبل أيام», «قبل توقيع الاتفاق», «من قبل الحكومة».
    """
    form = page.form(i)
    bare = form[1:] if form[0] in "وف" and form[1:] in grammar.prepositions else form
    if bare not in grammar.prepositions or not page.is_word(i + 1):
        return False
    if page.form(i - 1) in ("قد", "وقد"):
        return False
    told = any(page.layer(i + 1, layer) for layer in ("time", "number"))
    reference = cast.at(i + 1)
    people = (reference is not None and reference.how != "nisba") or any(
        s.entry.get("agent") for s in page.layer(i + 1, "crowd")
    )
    return told or not people or page.form(i - 1) in grammar.prepositions


def _is_participle(page: Page, cast: Cast, sense: Sense, i: int) -> bool:
    """Whether a verbal noun is a participle behind what it describes: «حكومة الصومال المحاصرة»."""
    if not sense.entry.get("participle") or not sense.definite:
        return False
    return page.form(i - 1).startswith("ال") or cast.at(i - 1) is not None


def _is_another_word(form: str, sense: Sense) -> bool:
    """Whether a word with a pronoun is another than it looks: «سيطرتها», «تقدمهم» are no verbs, «قتلاها» no killing."""
    if sense.entry.get("bare") and (sense.pronoun or sense.person == "1"):
        return True
    if not sense.pronoun:
        return False
    if sense.entry.get("frame") == "kill" and form[: -len(sense.pronoun)].endswith("ا"):
        return True
    return sense.pos == "verb" and bool(sense.entry.get("intransitive"))


def _counted(page: Page, i: int, sense: Sense) -> int | None:
    """Where a number stands right behind a word that may have one for what it needs: «أسر ستة»."""
    if not sense.entry.get("counted") or sense.pronoun:
        return None
    told = page.is_word(i + 1) and any(not s.clitics for s in page.layer(i + 1, "number"))
    return i + 1 if told or page.tokens[i + 1].kind is TokenKind.NUMBER else None


def _ground(page: Page, cast: Cast, grammar: Grammar, i: int, sense: Sense) -> int | None:
    """Where a place is named that a word for taking ground may have for what it needs: «تحرير الموصل»."""
    if not sense.entry.get("ground"):
        return None
    for k in range(i + 1, i + 1 + _GROUND_WINDOW):
        governs = page.is_word(k) and any(s.clitics[-1:] in ("ب", "ل") for s in page.senses[k])
        if not page.is_word(k) or governs or page.form(k) in grammar.prepositions:
            return None
        named = cast.at(k)
        if named is not None and cast.is_mere_place(named.entities[0]) and named.first == k:
            return k if not cast.clitics_before_name(page.tokens[k].span) else None
    return None


def _companion(page: Page, grammar: Grammar, clauses: Clauses, i: int, sense: Sense) -> int | None:
    """Where one of the needed words stands in the clause after ``i``; a word ending in * is a beginning.

    Before ``i`` where a pronoun on the verb takes it up («المدينة التي استعادها الجيش», «قذيفتين أطلقتهما») or on the
    preposition behind it («اتفاق توصلت إليه الدولتان»), or right before a verb of launching («صواريخ أطلقت من …»).
    """
    end = min(clauses.end, i + 1 + (_NEAR_WINDOW if sense.entry.get("bare") else _NEED_WINDOW))
    whole, starts = _wanted(sense, "needs")
    for k in range(i + 1, end):
        form = page.form(k)
        told = form in grammar.tell_of and form not in whole and not sense.entry.get("through")
        if told or (k > i + 1 and k in clauses.starts and not may_be_finite(page, k)):
            return None
        if form in whole or (starts and form.startswith(starts)):
            governed = sense.entry.get("direct") and page.form(k - 1) in grammar.prepositions - {"من"}
            apart = sense.entry.get("behind", page.form(k - 1)) != page.form(k - 1)
            return k if not (governed or apart) and _is_about(page, clauses, i, k, sense) else None
        if len(form) > 1 and form[0] in "بل" and "ب" in whole and form[0] == "ب":
            return k
    if sense.pos == "verb" and (sense.pronoun or page.form(i + 1) in grammar.needs_taken_up):
        before = range(i - 1, max(clauses.starts[0], i - _TAKEN_UP) - 1, -1)
        return next(
            (k for k in before if (form := page.form(k)) in whole or (starts and form.startswith(starts))), None
        )
    form = page.form(i - 1)
    launched = sense.pos == "verb" and sense.tense == "past" and sense.entry.get("mode") == "missile"
    if launched and i > clauses.starts[0] and (form in whole or (starts and form.startswith(starts))):
        return i - 1  # «ثلاثة صواريخ أطلقت من …»
    return None


def _wanted(sense: Sense, field: str) -> tuple[set[str], tuple[str, ...]]:
    """The whole words and the beginnings of words in a field of an entry."""
    words: list[str] = sense.entry.get(field) or []
    return {n for n in words if not n.endswith("*")}, tuple(n[:-1] for n in words if n.endswith("*"))


def _is_about(page: Page, clauses: Clauses, i: int, companion: int, sense: Sense) -> bool:
    """Whether what the verb at ``i`` has to be about, if anything, stands before its companion or before it."""
    whole, starts = _wanted(sense, "about")
    if not (whole or starts):
        return True
    words = (page.form(k) for k in range(max(clauses.starts[0], i - _TAKEN_UP), companion))
    return any(w in whole or (starts and w.startswith(starts)) for w in words)
