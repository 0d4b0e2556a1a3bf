"""Event words: which tokens tell of an event, and as verb or as noun."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hudna.lexicon import Entry, Sense, load
from hudna.reading.cast import Cast
from hudna.reading.event.clause import Clauses
from hudna.reading.event.companion import companion, counted, ground, is_anothers, person, tells_of_captors
from hudna.reading.event.verbal import is_verbal
from hudna.reading.finite import is_circumstance, may_be_finite
from hudna.reading.grammar import Grammar
from hudna.reading.land import is_feminine_land
from hudna.reading.page import Page
from hudna.text import QUOTES, STOPS, Span

_BY = "ب"
_OTHER = 5  # words behind a verb in which its object may stand
_ANSWER = 6  # words from «رد» to «على» behind its subject
_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")


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
        trigger = None
        if not _named(cast, i):
            told = _phrase(page, grammar, i) or _word(page, cast, grammar, clauses, i)
            trigger = told or _duty(page, cast, clauses, i)
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
        and s.number == "sg"  # «قتلوا | بنيران القوات»
    )
    phrase = page.phrase(noun, "event")
    if phrase is not None and page.form(noun).startswith(_BY):
        return False  # «قتل | بنيران القوات»
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
    """Whether an event word tells of a truce, is its verb, or a phrase of which that for a truce is only a part."""
    stops = trigger.verbal and trigger.entry.get("event") == "RETREAT"  # «لن توقف عملياتها»
    return stops or trigger.sense.pos == "phrase" or trigger.entry.get("topic") == "ceasefire"


def _phrase(page: Page, grammar: Grammar, i: int) -> Trigger | None:
    hit = page.phrase(i, "event")
    if hit is None or any(s.entry.id == "كان" for s in page.senses[i]):  # «كان على اتصال» is no «ك» and «أن على»
        return None
    noun = any(s.pos in ("masdar", "noun", "active") and not s.pronoun for s in page.senses[i])
    noun = noun and page.form(i - 1).lstrip("وف") not in grammar.before_verbs  # «كان الرئيس قد | فرض حظر التجول»
    dual = any(s.pos == "verb" and s.number == "du" for s in page.senses[i])
    noun = noun and not (dual and page.form(i - 1).endswith(("ان", "ين")))  # «لكن الجانبين | تبادلا الاتهامات»
    negated = page.form(i) in grammar.verb_negations or (page.form(i) == "لا" and may_be_finite(page, i + 1))
    verbal = (negated and hit.last > i + 1) or (may_be_finite(page, i) and not noun)
    verbal = verbal or bool(hit.senses[0].entry.get("predicate"))
    articled = any(_ARTICLE.match(page.form(k)) for k in range(hit.first, hit.last))
    said = page.form(i) in grammar.complementisers and hit.last > i + 1  # «إن | على إسرائيل أن …»
    return Trigger(hit.first + said, hit.last, hit.senses[0], verbal, definite=articled and not verbal)


def _duty(page: Page, cast: Cast, clauses: Clauses, i: int) -> Trigger | None:
    """«على … أن» that opens a sentence or somebody's words and asks for what follows: «"على رواندا أن تسحب …"»."""
    if page.form(i).removeprefix("و") != "علي" or i + 2 >= clauses.end:
        return None
    before = page.form(i - 1) if i else ""
    opens = i == clauses.starts[0] or before == ":" or before in QUOTES or before in STOPS
    named = cast.at(i + 1)
    end = named.last if named is not None else i + 2 if page.form(i + 1).startswith("ال") else i
    if not opens or page.form(end) != "ان":
        return None
    return Trigger(i, i + 1, Sense(_duty_entry(page.document.language), "phrase"), verbal=False)


@lru_cache(maxsize=4)
def _duty_entry(language: str) -> Entry:
    """The entry of «إن على … أن», which need not stand behind «إن» where it opens somebody's words."""
    return next(e for e in load(language).layer("event") if e.id == "must_on")


def _word(page: Page, cast: Cast, grammar: Grammar, clauses: Clauses, i: int) -> Trigger | None:
    senses = page.layer(i, "event")
    if not senses or _is_preposition(page, cast, grammar, i):
        return None
    if any(not s.clitics and s.pos == "verb" for s in page.senses[i]):
        answers, flees = _is_answer(page, i), _are_armed(page, i + 1)
        # «واصل» is no «و» and «أصل», but «ورد الجيش على النيران», «وفر الجنود»
        senses = tuple(
            s
            for s in senses
            if not s.clitics or (answers and s.entry.get("answers")) or (flees and s.entry.get("frame") == "flee")
        )
    senses = tuple(s for s in senses if not (_is_another_word(page.form(i), s) or _is_participle(page, cast, s, i)))
    governed = page.form(i - 1) in grammar.verb_negations  # «يستقل سيارة» rides, «لم يستقل» did not resign
    senses = tuple(s for s in senses if s.tense != "jussive" or governed or s.clitics[-1:] == "ل")
    senses = tuple(s for s in senses if s.pos != "passive" or tells_of_captors(page, grammar, clauses, s, i))
    if not senses or any(s.pos == "phrase" and not (s.entry.get("event") or s.entry.get("terms")) for s in senses):
        return None  # a decoy of one word: «اثنين» is no praise
    verbal = is_verbal(page, grammar, clauses, senses, i)
    fitting = [
        s
        for s in senses
        if (s.pos == "verb") == verbal
        and not (verbal and s.pronoun and s.entry.get("intransitive"))  # «تعاونه» is no «تعاون» with an object
        and not (s.pos == "active" and (s.definite or s.clitics[-1:] in ("ب", "ل", "ك")))
        and (s.pos != "masdar" or page.form(i + 1).startswith(s.entry.get("masdar_before", "")))
        and not (s.pos == "active" and s.number == "pl" and s.pronoun)  # «مؤيديه» are people
    ]
    fitting = [s for s in fitting if not s.entry.get("claimed") or _is_claimed(page, grammar, clauses, s, i)]
    fitting = _agreeing(page, cast, i, fitting) if verbal else _without_participle(page, cast, grammar, i, fitting)
    needy: list[tuple[int, Sense]] = []
    for s in (s for s in fitting if s.entry.get("needs")):
        beside = companion(page, grammar, clauses, i, s)
        found = (counted(page, cast, i, s), beside, ground(page, cast, grammar, i, s), person(page, cast, i, s))
        needy.extend((k, s) for k in found if k is not None and not is_anothers(page, cast, i, k, s))
    free = next((s for s in fitting if not s.entry.get("needs")), None)
    needed, sense = min(
        needy,
        # «أعيد» is no «I give back»
        key=lambda n: (
            _is_of_other(page, clauses, n[1], i),
            bool(n[1].entry.get("else")),
            n[0],
            n[1].person != "3" or n[1].pronoun != "",
        ),
        default=(None, free),
    )
    if sense is None:
        return None
    return Trigger(i, i + 1, sense, sense.pos in ("verb", "active"), needed, sense.definite)


def _is_of_other(page: Page, clauses: Clauses, sense: Sense, i: int) -> bool:
    """Whether what a word is never about stands behind it, so that it is another: «أوقف الرئيس | المفاوضات»."""
    words = range(i + 1, min(i + 1 + _OTHER, clauses.next_start(i + 1)))
    return any(page.form(k) in sense.entry.get("not_of", ()) for k in words)


def _is_claimed(page: Page, grammar: Grammar, clauses: Clauses, sense: Sense, i: int) -> bool:
    """Whether somebody owns up to what a definite noun means: «تبنت الحركة العملية», «مسؤوليتها عن العملية».

    Not where an adjective tells which it is: «تبنت الحكومة العملية السياسية».
    """
    if not sense.definite or page.form(i + 1).startswith("ال"):
        return False
    words = range(clauses.around(i)[0], i)
    claims = (s for k in words for s in page.layer(k, "light") if s.pos == "verb" and s.entry.get("claims"))
    done = any(s.entry.get("performs") and s.pos == "verb" for s in page.layer(i - 1, "light"))
    return done or any(claims) or any(page.form(k) in grammar.responsibility for k in words)


def _is_answer(page: Page, i: int) -> bool:
    """Whether «على» with what is answered stands near behind token ``i``: «ورد الجيش على مصادر النيران»."""
    near = range(i + 1, min(i + _ANSWER, len(page.tokens) - 1))
    at = next((k for k in near if page.form(k) == "علي"), None)
    needed = {w for s in page.layer(i, "event") if s.entry.get("answers") for w in s.entry.get("needs", ())}
    return at is not None and page.form(at + 1) in needed


def _are_armed(page: Page, i: int) -> bool:
    """Whether troops or fighters stand at token ``i``, past words that count them: «وفر | عشرات الجنود»."""
    while any(s.entry.get("counts") for s in page.layer(i, "crowd")) or page.layer(i, "number"):
        i += 1
    return any(s.entry.get("armed") for s in page.layer(i, "crowd"))


def _without_participle(page: Page, cast: Cast, grammar: Grammar, i: int, nouns: list[Sense]) -> list[Sense]:
    """The readings of a word that is a participle by its form, but a thing where it stands: «قبل مقترح الوسيط».

    One that says what somebody does is an accusative and has an object: «… مقترحا عقد لقاء», «مطالبا إياها ب…», not
    «قدم مقترحا ل…».
    """
    behind = page.form(i + 1)
    whom = behind.startswith("ايا") or cast.at(i + 1) is not None  # «مطالبا | روسيا»
    governs = not whom and (behind[:1] in ("ل", "ب") or behind in grammar.prepositions or behind.endswith("ا"))
    thing = any(s.pos == "noun" for s in nouns) and (governs or not page.form(i).endswith(("ا", "ه")))
    goes_on = page.form(i).endswith("ا") or is_circumstance(page, i)
    doing = [s for s in nouns if s.pos == "active" and goes_on]
    return [s for s in nouns if s.pos != "active"] if thing else doing or nouns


def _agreeing(page: Page, cast: Cast, i: int, verbs: list[Sense]) -> list[Sense]:
    """The readings of a verb that agree with the body or state beside it: «تسلم روسيا» gives, «تسلم الجيش» gets."""
    if {s.gender for s in verbs if s.number == "sg" and s.person == "3"} != {"m", "f"}:
        return verbs
    named = cast.at(i - 1) or cast.at(i + 1)
    if named is None or named.how == "nisba":
        return verbs
    feminine = is_feminine_land(page, named) or page.form(named.first).endswith(("ه", "ات"))
    if not (feminine or page.layer(named.first, "body")):
        return verbs  # «حماس», «طالبان»
    return [s for s in verbs if s.number != "sg" or s.gender == ("f" if feminine else "m")]


def _is_preposition(page: Page, cast: Cast, grammar: Grammar, i: int) -> bool:
    """Whether token ``i`` is a preposition with the form of a verb («قبل») and no subject right behind it.

    «قبل الجانبان الخطة», not «قبل أيام», «قبل توقيع الاتفاق», «من قبل الحكومة».
    """
    form = page.form(i)
    bare = form[1:] if form[0] in "وف" and form[1:] in grammar.prepositions else form
    if bare not in grammar.prepositions or not page.is_word(i + 1):
        return False
    if page.form(i - 1) in ("قد", "وقد") or (bare != form and any(not s.clitics for s in page.layer(i, "event"))):
        return False  # «قد قبل»; «فتحت النار» is no «ف» and «تحت»
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
