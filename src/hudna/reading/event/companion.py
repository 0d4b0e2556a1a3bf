"""The word that an event word needs beside it: «النار» of «أطلق … النار», «جنود» of «سحب … جنودها» («needs»).

In: the reading of an event word and where it stands; out: the position of the word that it needs, or None.
"""

from hudna.lexicon import Sense
from hudna.reading.cast import Cast
from hudna.reading.event.case import is_nominative
from hudna.reading.event.clause import Clauses
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.grammar import Grammar
from hudna.reading.needs import wanted
from hudna.reading.page import Page
from hudna.text import COMMAS, TokenKind

_TO = "الي"
_GOVERNING = ("ب", "ل", "و")  # particles on a noun that a pronoun takes up
_ANTECEDENT = 5  # words of a noun phrase before its relative pronoun
_TAKEN_UP = 12  # words back to what a pronoun on a verb stands for
_NEAR_WINDOW = 5  # tokens after a verb that is often another word in which it may stand («أصاب … منزلا»)
_GROUND_WINDOW = 5  # tokens after a verb of taking ground in which the place may be named
_FAR_WINDOW = 30  # and that of two who sign or talk, named with their offices («long»)
HOLDER_NEAR = 5  # tokens behind a participle («محتجزين») in which whoever holds is brought in
_NEED_WINDOW = 14  # tokens after a verb in which the word that it needs may stand


def companion(page: Page, grammar: Grammar, clauses: Clauses, i: int, sense: Sense) -> int | None:
    """Where one of the needed words stands in the clause behind ``i``, or before it; one ending in * is a beginning."""
    near = _NEAR_WINDOW if sense.entry.get("bare") else _FAR_WINDOW if sense.entry.get("long") else _NEED_WINDOW
    end = min(clauses.end, i + 1 + near)
    needed, stops = wanted(sense.entry), wanted(sense.entry, "until")
    aside = _aside(page, grammar, clauses, i + 1, end)
    end = min(clauses.end, end + len(aside))
    for k in (n for n in range(i + 1, end) if n not in aside):  # «أن يتوجه الرئيس، الذي تتولى بلاده …، | إلى»
        form = page.form(k)
        if k in clauses.inside and form in grammar.tell_of:
            continue  # «أشاد بان كي مون ب…»
        if form in stops:
            return None
        told = form in grammar.tell_of and form not in needed.whole and not sense.entry.get("through")
        if told:
            return None
        leads = form in wanted(sense.entry, "about").whole  # «وصفهم | بأنهم إرهابيون»
        apart = form[:1] in ("و", "ف") and page.form(k - 1) in COMMAS  # «…، واتهمتهم ب…»
        if k > i + 1 and k in clauses.starts and (apart or not (leads or may_be_finite(page, k))):
            break
        if form in needed:
            if sense.entry.get("event") == "ASSAULT" and _ends_fire(page, i, k):
                continue  # «المبادرة التي أطلقتها مصر لوقف إطلاق النار»
            if sense.entry.get("direct") and is_nominative(page, k):
                continue  # «أوقف المتمردون هجماتهم»
            bare = sense.entry.get("direct") or sense.entry.get("leads")  # no «وصلت إلى اشتباكات بين القوات»
            governed = bare and page.form(k - 1) in grammar.prepositions - {"من"}
            apart = sense.entry.get("behind", page.form(k - 1)) != page.form(k - 1)
            return k if not (governed or apart) and _is_about(page, clauses, i, k, sense) else None
        if len(form) > 1 and form[0] in "بل" and "ب" in needed.whole and form[0] == "ب":
            return k
    taken = sense.entry.get("direct") or sense.entry.get("frame") in ("restrict", "confine")  # «المعبر … بعد إغلاقه»
    led = sense.pos == "masdar" and sense.entry.get("of_subject") and not sense.clitics  # «بدأت القوات مغادرة …»
    back = sense.pos == "verb" or led or (sense.pronoun and taken and sense.entry.get("event") in ("COERCE", "RETREAT"))
    return _before(page, grammar, clauses, i, sense) if back else None


def _aside(page: Page, grammar: Grammar, clauses: Clauses, first: int, end: int) -> range:
    """The tokens of a relative clause between commas that begins in tokens ``first`` to ``end``; empty for none."""
    opens = next((k for k in range(first, end) if k in clauses.starts), end)
    if page.form(opens) not in grammar.relatives or page.form(opens - 1) not in COMMAS:
        return range(0)
    closes = next((k for k in range(opens, min(opens + _NEED_WINDOW, clauses.end)) if page.form(k) in COMMAS), None)
    apart = closes is None or closes + 1 in clauses.starts or page.form(closes + 1)[:1] == "و"
    return range(0) if closes is None or apart else range(opens - 1, closes + 1)


def _ends_fire(page: Page, first: int, k: int) -> bool:
    """Whether token ``k`` is in a phrase for a ceasefire that begins behind token ``first``."""
    hits = (page.phrase(n, "topic") for n in range(max(first + 1, k - _NEAR_WINDOW), k))
    return any(h is not None and h.last > k and h.senses[0].entry.get("topic") == "ceasefire" for h in hits)


def _before(page: Page, grammar: Grammar, clauses: Clauses, i: int, sense: Sense) -> int | None:
    """Where a word that the verb at ``i`` needs stands before it.

    A pronoun on the verb takes it up («المدينة التي استعادها الجيش», «قذيفتين أطلقتهما»), or on the preposition behind
    it («اتفاق توصلت إليه الدولتان»); it is the subject («القوات … تغادر», «الهدنة التي وقعت عام …»); it stands right
    before a verb of launching («صواريخ أطلقت من …»).
    """
    needed = wanted(sense.entry)
    first = max(clauses.starts[0], i - _TAKEN_UP)
    resumed = sense.pronoun or page.form(i + 1) in grammar.needs_taken_up
    launched = sense.tense == "past" and sense.entry.get("mode") == "missile" and i > clauses.starts[0]
    downed = sense.entry.get("downs") and _lacks_object(page, grammar, i, sense)
    if downed or (not resumed and sense.entry.get("of_subject")):
        first = max(clauses.around(i)[0], i - _TAKEN_UP)
    elif not resumed and not (sense.entry.get("concluded") and _lacks_object(page, grammar, i, sense)):
        first = i - 1 if launched else i
    if sense.pronoun and page.form(i - 1) in grammar.relatives:
        first = max(first, i - 1 - _ANTECEDENT)  # «القوات … المعلومات التي | نشرها»: what stands right before
    for k in range(i - 1, first - 1, -1):
        form = page.form(k)
        bare = form[1:] if resumed and form.startswith(_GOVERNING) else form  # «أصيبت بصاروخ أطلقه …»
        if form in needed or bare in needed:
            return k
        if not (resumed or downed) and finite(page, k) is not None:
            return None
    return None


def _lacks_object(page: Page, grammar: Grammar, i: int, sense: Sense) -> bool:
    """Whether a time or preposition behind a past tense at ``i`` shows it to be a passive: «الاتفاق الذي وقع عام …»."""
    return sense.tense == "past" and (page.form(i + 1) in grammar.prepositions or bool(page.layer(i + 1, "time")))


def tells_with(page: Page, grammar: Grammar, clauses: Clauses, i: int, before: int) -> bool:
    """Whether a word that may carry nouns tells of an easing with what it needs ahead of ``before``: «أطلق | سراح»."""
    senses = (s for s in page.layer(i, "event") if s.entry.get("needs") and s.entry.get("event") == "RETREAT")
    found = (companion(page, grammar, clauses, i, s) for s in senses)
    return any(k is not None and i < k < before for k in found)


def is_anothers(page: Page, cast: Cast, i: int, needed: int, sense: Sense) -> bool:
    """Whether somebody named before what would be the subject does the deed («leads»): «وصل الوزير ليتفقد القوات»."""
    if not sense.entry.get("leads") or needed < i:
        return False
    where = (_TO, "في")  # «وصلت إلى مالي قوات فرنسية»
    named = (r for r in cast.between(i + 1, needed) if r.how != "nisba" and page.form(r.first - 1) not in where)
    others = any(not cast.is_mere_place(e) for r in named for e in r.entities)
    return others or any(page.layer(k, "role") or page.phrase(k, "role") for k in range(i + 1, needed))


def counted(page: Page, cast: Cast, i: int, sense: Sense) -> int | None:
    """Where a number stands right behind a word that may have one for what it needs, or its subject: «أسر ستة»."""
    if not sense.entry.get("counted") or sense.pronoun:
        return None
    subject = cast.at(i + 1) if sense.pos == "verb" else None
    for k in (i + 1, subject.last if subject is not None and subject.first == i + 1 else i + 1):
        told = any(not s.clitics for s in page.layer(k, "number"))
        if page.is_word(k) and (told or page.tokens[k].kind is TokenKind.NUMBER):
            return k
    return None


def person(page: Page, cast: Cast, i: int, sense: Sense) -> int | None:
    """Where a person is named behind the subject of a word that may have one for what it needs, or behind «قد أسر»."""
    if sense.entry.get("person") and page.form(i - 1) == "قد" and (whom := cast.at(i + 1)) is not None:
        return i + 1 if all(map(cast.is_person, whom.entities)) and whom.how == "name" else None
    subject = cast.at(i + 1) if sense.entry.get("person") and sense.pos == "verb" and not sense.pronoun else None
    whom = cast.at(subject.last) if subject is not None and subject.first == i + 1 else None
    handed = whom is None or page.form(whom.last) == _TO or page.form(whom.last).startswith("لل")
    if sense.entry.get("person") == "to" and not handed:
        return None  # «سلم السفير الرئيس أوراق اعتماده»
    return whom.first if whom is not None and all(map(cast.is_person, whom.entities)) else None


def ground(page: Page, cast: Cast, grammar: Grammar, i: int, sense: Sense) -> int | None:
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


def _is_about(page: Page, clauses: Clauses, i: int, companion: int, sense: Sense) -> bool:
    """Whether what the verb at ``i`` has to be about, if anything, stands before its companion or before it."""
    about = wanted(sense.entry, "about")
    words = (page.form(k) for k in range(max(clauses.starts[0], i - _TAKEN_UP), companion))
    return not about or any(w in about for w in words)


def tells_of_captors(page: Page, grammar: Grammar, clauses: Clauses, sense: Sense, i: int) -> bool:
    """Whether the participle at ``i`` says that somebody still is held, or was by whom: it is no mere description."""
    if sense.definite or sense.clitics:
        return False
    first, end = clauses.around(i)
    words = range(max(first, i - _NEED_WINDOW), i)
    if any(page.form(k) in grammar.persisting for k in words):
        return True
    was = any(s.entry.id in grammar.auxiliaries for k in words for s in page.senses[k] if s.pos == "verb")
    return was and any(_brings_holder(page, grammar, k) for k in range(i + 1, min(i + 1 + HOLDER_NEAR, end)))


def _brings_holder(page: Page, grammar: Grammar, k: int) -> bool:
    form = page.form(k)
    return (
        form in grammar.holding
        or pronoun_of_holder(grammar, form) != ""
        or (form, page.form(k + 1)) in grammar.by_agent
    )


def pronoun_of_holder(grammar: Grammar, form: str) -> str:
    """The pronoun on a preposition that brings in who holds («لديها»), empty where there is none."""
    return next((form.removeprefix(p) for p in grammar.holding if form in (f"{p}ها", f"{p}هم", f"{p}ه")), "")
