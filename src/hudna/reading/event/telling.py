"""How an event is told: as the means of a deed, as another one, in a headline, or in a list of deeds as such."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Any

from hudna.lexicon import read_settings
from hudna.reading.finite import finite
from hudna.reading.grammar import load_grammar
from hudna.reading.page import Page
from hudna.text import Span, TokenKind

_PUT_OFF = 5  # words from a word for putting off to what is joined to its object
_BACK = 2  # sentences back to what «هذا» points to
_BESIDE = 5  # tokens from an event word to «هذا» that ties it to what was told before, or to how many it befell
_ON = "علي"
_AHEAD = 5  # words behind a noun of attack in which «على» says on whom
_REACH = 18  # tokens between a deed and the noun that says how it was done
_HEADLINE = 14  # tokens of the longest line that counts as a headline besides the title
_CROSSHEAD = 5  # words of the longest line that heads a part of the text
_FULL_STOPS = (".", "!", "؟", "…")
_CLOSERS = ('"', "»", "”")
_MOST = re.compile("با[^اوي]{3}")  # «بأعنف قصف»
_CLITICS = ("", "و", "ب", "ل", "وب", "ول", "لل", "بال", "ال", "وال")


@dataclass(frozen=True, slots=True)
class _Words:
    """Closed classes of one language, in normalised letters (lexicon/<language>/events/telling.yaml)."""

    means: frozenset[str]
    heads: frozenset[str]
    another: frozenset[str]
    deeds: frozenset[str]
    ceasing: frozenset[str]
    feared: frozenset[str]
    any: frozenset[str]
    over: frozenset[str]
    no_deed_after: frozenset[str]
    able: frozenset[str]
    things: frozenset[str]
    onsets: frozenset[str]
    matters: frozenset[str]
    offers: frozenset[str]
    going_by: frozenset[str]
    putting_off: frozenset[str]
    strivings: frozenset[str]
    talk: frozenset[str]
    attempts: frozenset[str]
    unfolding: frozenset[str]
    answered: frozenset[str]
    tied: frozenset[str]
    meanwhile: frozenset[str]


@lru_cache(maxsize=4)
def _words(language: str) -> _Words:
    settings: dict[str, Any] = read_settings(language, "events/telling")
    return _Words(**{name: frozenset(forms) for name, forms in settings.items()})


def token_at(page: Page, span: Span) -> int:
    """The token in which a span begins."""
    return bisect_right(page.starts, span.start) - 1


def is_heading(page: Page, noun: Span) -> bool:
    """Whether ``noun`` opens its sentence and says of what the rest tells: «وفي هجوم آخر أطلق مسلحون النار …»."""
    i = token_at(page, noun)
    first = page.sentences[page.sentence_of[i]].first
    opens = i > first and not any(page.is_word(k) for k in range(first, i - 1))
    return opens and page.form(i - 1).removeprefix("و") in _words(page.document.language).means


def is_means(page: Page, deed: Span, noun: Span) -> bool:
    """Whether ``noun`` says how the ``deed`` before it in the sentence was done: «قتل خمسة … في هجوم», «… بانفجار»."""
    words = _words(page.document.language)
    first, i = token_at(page, deed), token_at(page, noun)
    if not 0 < i - first <= _REACH or any(page.form(k) in (":", "؛", ";") for k in range(first, i)):
        return False
    if any(page.form(k) in words.answered | words.meanwhile for k in range(first + 1, i)):
        return False  # «أطلقت النار احتجاجا على مقتل ضابط في هجوم»
    told = (k for k in range(first + 1, i) if not page.layer(k, "casualty"))  # «قتل خمسة وأصيب عشرة في هجوم»
    if any(finite(page, k) or any(s.pos == "verb" for s in page.layer(k, "event")) for k in told):
        return False  # another verb took over
    if page.form(first - 1) in words.means or page.layer(i - 1, "light"):
        return False  # «قتل طفل في غارة وآخر في قصف»; «ثم قام بتفجير …»
    if page.tokens[i].form.startswith("ب") and noun.start > page.tokens[i].span.start:
        return True
    k = i - 1
    while k > first and (page.form(k) in words.heads or page.form(k).removeprefix("ب") in words.heads):
        k -= 1
    by = page.form(k + 1)[:1] == "ب" if k < i - 1 else bool(_MOST.fullmatch(page.form(k)))
    return page.form(k) in words.means or by


def is_no_deed(page: Page, i: int) -> bool:
    """Whether the noun of force at ``i`` ends, is feared or names a thing: «وقف القصف», «خشية هجمات»."""
    words = _words(page.document.language)
    before, earlier = page.form(i - 1), page.form(i - 2)
    held = before[1:] if before[:1] in "وبلف" and before[1:] in words.things else before
    if earlier == "غير" and before in words.tied:
        return True  # «حادث غير متصل | بالعمليات القتالية»
    ended = before in words.ceasing or held in words.things
    return _is_feared(page, i) or ended or (before == "علي" and earlier in words.able)


def _is_feared(page: Page, i: int) -> bool:
    """Whether a noun stands behind a word of fearing or preventing: «خشية من هجوم», «لمنع وقوع أي هجوم»."""
    words = _words(page.document.language)
    k = i - 1 - (page.form(i - 1) in words.any)
    k -= any(s.pos == "masdar" and s.entry.get("carries") == "happen" for s in page.layer(k, "light"))
    before, earlier = page.form(k), page.form(k - 1)
    return before in words.feared or (before == "من" and earlier in words.feared)


def tells_power(page: Page, on: int) -> bool:
    """Whether a word of being able stands before «على» at token ``on``, past who is: «قدرة حركة طالبان | على …»."""
    words = range(on - 1, max(on - _BESIDE, 0), -1)
    return any(page.form(k) in _words(page.document.language).able for k in takewhile(page.is_word, words))


def is_over(page: Page, i: int) -> bool:
    """Whether the truce at ``i`` is said to have ended or broken down: «انتهاء هدنة العيد»."""
    return page.form(i - 1) in _words(page.document.language).over


def is_matter(page: Page, i: int) -> bool:
    """Whether the words before token ``i`` make it what is talked of, hoped or striven for: «حول», «يسعى إلى»."""
    words = _words(page.document.language)
    before = page.form(i - 1)
    if before == "عن":
        return page.form(i - 2).removeprefix("و") in words.talk
    if before == "الي":
        return page.form(i - 2).removeprefix("و") in words.strivings
    return any(before == c + w for w in words.matters for c in ("", "و", "ب", "ل"))


def is_offered(page: Page, i: int) -> bool:
    """Whether a noun of ease says what a deal or offer is about, or what is put off: «صفقة | مبادلة الأسرى».

    «مسؤولية تأخير إتمام الصفقة | وإطلاق سراح الجندي».
    """
    words = _words(page.document.language)
    if page.form(i - 1).removeprefix("ال") in words.offers:
        return True
    near = [page.form(k) for k in range(max(i - _PUT_OFF, 0), i)] if page.form(i).startswith("و") else []
    return any(w in words.putting_off for w in near)


def is_in_force(page: Page, i: int) -> bool:
    """Whether an accord at ``i`` is only what a deed goes by: «بموجب الاتفاق», «وفقا لاتفاق السلام»."""
    return page.form(i - 1).removeprefix("و") in _words(page.document.language).going_by


def is_outcome(page: Page, i: int) -> bool:
    """Whether the noun of force at ``i`` is what comes of another deed, or any such: «أدى إلى تدمير», «أي هجوم»."""
    return page.form(i - 1) in _words(page.document.language).no_deed_after


def is_another(page: Page, trigger: Span) -> bool:
    """Whether the words beside an event word set it apart from those told before («انفجار آخر», «هجومين منفصلين»)."""
    words = _words(page.document.language)
    i = token_at(page, trigger)
    last = token_at(page, Span(trigger.end - 1, trigger.end))
    return any(page.form(k) in words.another for k in (i - 1, *range(i, last + 4)))


def word_before(page: Page, i: int) -> str:
    """The word before an event noun, or before the head of a list of deeds that it ends: «بعد أعمال | القتل»."""
    deeds = _words(page.document.language).deeds
    return next(w for n in (1, 2, 3) if (w := page.form(i - n)) not in deeds)


def is_several(page: Page, trigger: Span) -> bool:
    """Whether an event word is a plural or dual («هجمات»)."""
    i = token_at(page, trigger)
    return any(s.pos in ("masdar", "noun") and s.number in ("pl", "du") for s in page.layer(i, "event"))


def refers_back(page: Page, told: Span, trigger: Span) -> bool:
    """Whether a demonstrative beside an event word, or its object, points to what was just told: «ووصف ذلك بأنه …»."""
    before, i = token_at(page, told), token_at(page, trigger)
    if page.sentence_of[i] - page.sentence_of[before] > _BACK:
        return False
    if page.sentence_of[i] == page.sentence_of[before] and any(
        s.pos == "verb" and s.pronoun for s in page.layer(i, "event")
    ):
        return True  # «ندد بالهجوم ووصفه بالجبان»
    behind = token_at(page, Span(trigger.end - 1, trigger.end)) + 1
    near = (range(i - 1, i - _BESIDE, -1), range(behind, behind + _BESIDE))
    forms = load_grammar(page.document.language).demonstratives
    words = (page.form(k) for some in near for k in takewhile(page.is_word, some))
    return any(form in forms or form[1:] in forms for form in words)


def matter_behind(page: Page, trigger: Span) -> str:
    """The noun behind «على» next to a word of agreeing, which says on what; "" for none."""
    i = token_at(page, Span(trigger.end - 1, trigger.end))
    near = next((k for k in range(i, min(i + _BESIDE, len(page.tokens) - 1)) if page.form(k) == _ON), None)
    return page.form(near + 1) if near is not None and page.is_word(near + 1) else ""


def count_behind(page: Page, trigger: Span) -> str:
    """The first number a few words behind an event word, as it is written; "" for none.

    What a preposition other than «على» holds is of something else: «جرت المداهمات في 13 محافظة».
    """
    behind = token_at(page, Span(trigger.end - 1, trigger.end)) + 1
    grammar = load_grammar(page.document.language)
    others = grammar.prepositions - grammar.aims
    words = takewhile(lambda k: page.is_word(k) and page.form(k) not in others, range(behind, behind + _BESIDE))
    counts = (page.form(k) for k in words if page.tokens[k].kind is TokenKind.NUMBER or page.layer(k, "number"))
    return next(counts, "")


def unfolds(page: Page, noun: Span, verb: Span) -> bool:
    """Whether ``verb`` is the first of a clause that says how what ``noun`` tells of came about: «…, عندما فجر …»."""
    first, i = token_at(page, noun), token_at(page, verb)
    if not 0 < i - first <= _REACH or any(s.pos == "verb" for s in page.layer(first, "event")):
        return False
    words = _words(page.document.language).unfolding
    opens = any(page.form(k) in words for k in range(first + 1, i))
    auxiliaries = load_grammar(page.document.language).auxiliaries
    verbs = (finite(page, k) for k in range(first + 1, i))
    return opens and not any(v is not None and v.entry.id not in auxiliaries for v in verbs)


def is_attempt(page: Page, trigger: Span) -> bool:
    """Whether what an event word tells of is only tried: «محاولة اغتيال»."""
    i = token_at(page, trigger)
    tried = _attempts(page.document.language)
    return page.form(i - 1) in tried or page.form(i) in tried


@lru_cache(maxsize=4)
def _attempts(language: str) -> frozenset[str]:
    """The words for what is only tried, with all that may be written onto them."""
    return frozenset(c + w for w in _words(language).attempts for c in _CLITICS)


def is_headline(page: Page, trigger: Span) -> bool:
    """Whether a word stands in a headline, be it of the whole text or of a part of it.

    That is the title again, a short line before the first that ends in a stop, or one between two that do.
    Dots within a headline end no line: «السودان.. قتلى في قصف».
    """
    ends, headlines = _headlines(page.document.text, page.document.title.strip())
    return bisect_left(ends, trigger.end) in headlines


@lru_cache(maxsize=1)
def _headlines(text: str, title: str) -> tuple[tuple[int, ...], frozenset[int]]:
    """Where each line of a text ends, and the numbers of those that are headlines."""
    lines = text.split("\n")
    ends = tuple(n - 1 for n in accumulate(len(line) + 1 for line in lines))
    told = [(n, parts) for n, parts in enumerate(line.splitlines() for line in lines) if any(map(str.strip, parts))]
    stops = [any(map(_is_stopped, parts)) for _, parts in told]  # at the other marks that end a line, too
    first = stops.index(True) if True in stops else len(stops)
    headlines: set[int] = set()
    for k, (number, parts) in enumerate(told):
        above = k < first and _has_at_most(_HEADLINE, parts[-1])
        if above or parts[-1].strip() == title or _heads_part(told, stops, k):
            headlines.add(number)
    return ends, frozenset(headlines)


def _heads_part(told: Sequence[tuple[int, Sequence[str]]], stops: Sequence[bool], k: int) -> bool:
    """Whether the line ``k`` of those with words is a few of them between two that end in a stop: «غضب شعبي»."""
    between = 0 < k < len(told) - 1 and stops[k - 1] and stops[k + 1]
    return between and not stops[k] and _has_at_most(_CROSSHEAD, told[k][1][-1])


def _has_at_most(words: int, line: str) -> bool:
    return len(line.split(maxsplit=words)) <= words


def _is_stopped(line: str) -> bool:
    """Whether a line ends in a full stop, before a closing quotation mark or not; dots of omission are none."""
    line = line.rstrip()
    if line.endswith(_CLOSERS):
        line = line[:-1].rstrip()
    return line.endswith(_FULL_STOPS) and line[-2:-1] != "."


def is_generic(page: Page, trigger: Span) -> bool:
    """Whether a noun stands in a list of deeds as such, which tells of none: «أعمال خطف وقتل», «جرائم اغتيال»."""
    words = _words(page.document.language)
    i = token_at(page, trigger)
    while i > 0 and page.form(i).startswith("و") and page.layer(i - 1, "event"):
        i -= 1
    before = page.form(i - 1) if page.form(i - 1) != "من" else page.form(i - 2)
    return any(before == c + d for d in words.deeds for c in _CLITICS)


def is_onset(page: Page, i: int) -> bool:
    """Whether token ``i`` opens the time from or to which something announced holds («اعتبارا من», «تبدأ»)."""
    return page.form(i) in _words(page.document.language).onsets


def is_head(page: Page, i: int) -> bool:
    """Whether token ``i`` only counts or sorts the events behind it («عملية», «سلسلة»)."""
    return page.form(i).lstrip("وبل") in _words(page.document.language).heads


def is_aimed(page: Page, trigger: Span) -> bool:
    """Whether «على» or the like right behind an event word says on whom or what the attack is."""
    first = token_at(page, Span(trigger.end - 1, trigger.end)) + 1
    aims = load_grammar(page.document.language).aims
    ahead = takewhile(page.is_word, range(first, first + _AHEAD))
    return any(page.form(k) in aims or page.form(k).startswith("لل") for k in ahead)
