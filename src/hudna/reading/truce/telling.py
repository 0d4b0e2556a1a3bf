"""The places where a text speaks of a truce, and how far each says it has come."""

from dataclasses import dataclass, replace

from hudna.reading.layer_words import Word, Words
from hudna.reading.model import TRUCE_STATUSES
from hudna.reading.page import Page
from hudna.reading.truce.grammar import Grammar, bare, is_denied, is_unreal, is_whole, load_truce_grammar
from hudna.reading.truce.when import own

HOPED = frozenset(TRUCE_STATUSES[:3])  # told of a truce that there is not yet
_MADE = frozenset({"accepted", "announced"})
_BROKEN = frozenset({"violated", "collapsed"})  # what comes about against the will of those who speak

_TAKEN_UP = 4  # sentences from a truce to «الاتفاق» that takes it up
_ABOUT = frozenset({"علي", "بشان", "حول"})  # behind «الاتفاق» these tell what is agreed, or agreed now
_HARD = frozenset(".!?؟…;؛")
_BEFORE = 9  # words before a truce in which its status may be told
_AFTER = 9  # words after it
_OPEN = 2  # words before a status word in which one stands that leaves it open
_SOUGHT = 3  # words between «رغبته» and what he wishes for
_KEEP = 3  # words between «الالتزام» and the truce


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a truce.

    Attributes:
        first: its first token.
        last: one past its last.
        cut: letters of the first token before it.
        sentence: number of the sentence.
        kind: ceasefire, humanitarian_pause or agreement.
        status: the furthest that the words around tell, None if they tell nothing.
        definite: told as known («الهدنة»), or a demand to keep it.
        fresh: told as another than the one before («أول هدنة», «هدنة جديدة»).
        stop: names only what has to stop («وقف القتال»).
        ahead: told as still to begin («تبدأ الهدنة غدا»).
        firm: told as begun, not only as lasting so long («تستمر خمسة أيام»).
        past: told as one that was before («الهدنة السابقة»).
        taken_up: told by a word that stands for the truce told before («الاتفاق»).

    """

    first: int
    last: int
    cut: int
    sentence: int
    kind: str
    status: str | None
    definite: bool
    fresh: bool
    stop: bool
    ahead: bool
    firm: bool = False
    past: bool = False
    taken_up: bool = False


def find_tellings(page: Page, words: Words) -> list[Telling]:
    """All mentions of truces in order, none inside another; furniture is not read."""
    out: list[Telling] = []
    for number, sentence in enumerate(page.sentences):
        if number in page.furniture:
            continue
        i = sentence.first
        while i < sentence.last:
            truce = words.at(i, "truce")
            if truce is None or truce.pronoun:
                i += 1
                continue
            telling = _telling(page, words, truce, number)
            if truce.entry.get("taken_up"):
                if _takes_up(page, truce, out, number):
                    out.append(replace(telling, kind=out[-1].kind, taken_up=True))
            elif _is_told(page, telling):
                out.append(telling)
            i = max(truce.last, i + 1)
    return out


def _takes_up(page: Page, truce: Word, told: list[Telling], number: int) -> bool:
    """Whether «الاتفاق» is the truce told shortly before, which must be more than hoped for."""
    if not told or number - told[-1].sentence > _TAKEN_UP or told[-1].status in HOPED:
        return False
    grammar, behind = _grammar(page), page.form(truce.last)
    told_of = page.form(truce.first - 1).removeprefix("و") in grammar.stipulates
    return (told_of or behind not in _ABOUT) and behind not in grammar.other_agreements


def _is_told(page: Page, telling: Telling) -> bool:
    """Whether a mention tells of a truce: what is to stop has a status, and a peace that is hoped for is none yet."""
    if page.form(telling.first - 1) == "اي":
        return False  # «في أي اتفاق سلام»
    if telling.stop and bare(page.form(telling.first - 1)) in _grammar(page).ways:
        return False  # «بحثا سبل وقف القتال»
    if telling.status is None:
        return not telling.stop and (telling.definite or telling.kind != "agreement")
    return telling.kind != "agreement" or telling.definite or telling.status not in HOPED


def _telling(page: Page, words: Words, truce: Word, number: int) -> Telling:
    first, last = _window(page, truce, number)
    before = [
        w
        for w in words.between(first, truce.first, "status")
        if w.entry.get("where") != "after" and is_whole(page, w)
        if not (_denied(page, w, first) or _conditional(page, first, w) or _is_by_it(w, truce))
    ]
    after = [w for w in own(page, _any(words, truce.last, last), truce.last) if not _denied(page, w, first)]
    around = (*before, *after)
    kept = any(words.at(k, "keep") for k in range(max(first, truce.first - _KEEP), truce.first))
    known = _is_known(page, truce)
    fresh = [f for k in range(max(first, truce.first - 1), truce.first + 1) if (f := words.at(k, "fresh"))]
    return Telling(
        truce.first,
        truce.last,
        truce.cut,
        number,
        str(truce.entry.get("kind")),
        _status([_status_of(w, page) for w in before], after, kept=kept),
        known or kept,
        bool(fresh) and not kept,
        bool(truce.entry.get("stop")),
        any(map(_is_ahead, around)),
        firm=any(_status_of(w) == "in_effect" and (w.entry.get("ahead") or w.entry.get("firm")) for w in around),
        past=any(f.entry.get("past") for f in fresh),
    )


def _is_by_it(word: Word, truce: Word) -> bool:
    """Whether a truce right behind a verb is what ended the fighting: «أنهت هدنة | ثلاثة أيام من القتال»."""
    return bool(word.entry.get("ender")) and word.pos == "verb" and word.last == truce.first and not truce.definite


def _is_known(page: Page, truce: Word) -> bool:
    """Whether a truce is told of as known: «الهدنة», «اتفاق السلام», not «وقف إطلاق النار» as such."""
    words = range(truce.first, truce.last)
    if truce.definite or page.form(truce.first)[truce.cut :].startswith("ال"):
        return True
    known = "ال" if truce.entry.get("kind") == "agreement" else "اله"
    return truce.last - truce.first > 1 and any(page.form(k).startswith(known) for k in words)


def _is_ahead(word: Word) -> bool:
    """Whether a word says in the present tense that a truce begins."""
    return bool(word.entry.get("ahead")) and word.tense != "past"


def _conditional(page: Page, first: int, word: Word) -> bool:
    """Whether a condition stands before what would bring a truce: «في حال التوصل إلى هدنة»."""
    conditions = _grammar(page).conditions
    return bool(word.entry.get("open")) and any(page.form(k) in conditions for k in range(first, word.first))


def _is_sought(page: Page, word: Word) -> bool:
    """Whether what a verbal noun names is only worked for: «للتوصل إلى هدنة», «رغبته في التوصل إلى هدنة»."""
    if not word.entry.get("open") or word.pos not in ("masdar", "phrase"):
        return False
    wishes = _grammar(page).wishes
    return word.clitics.endswith("ل") or any(
        bare(page.form(k)) in wishes for k in range(word.first - _SOUGHT, word.first)
    )


def _grammar(page: Page) -> Grammar:
    return load_truce_grammar(page.document.language)


def _status_of(word: Word, page: Page | None = None) -> str:
    """How far a word says that a truce has come; one that began holds, one that somebody works for is proposed."""
    if page is not None and _is_sought(page, word):
        return "proposed"
    began = bool(word.entry.get("ahead")) and word.tense == "past"
    return "in_effect" if began else str(word.entry.get("status"))


def _any(words: Words, first: int, last: int) -> tuple[Word, ...]:
    """Status words of which at least one reading may stand after a truce."""
    return tuple(w for i in range(first, last) for w in words.all_at(i, "status") if w.entry.get("where") != "before")


def _status(told: list[str], after: list[Word], *, kept: bool) -> str | None:
    """The nearest word before decides, unless one on either side tells of a breach, collapse or end.

    ``told`` are the statuses of the words before it.
    """
    again = told[-2:-1] == ["collapsed"] and told[-1] in _MADE  # «تجدد القتال … واتفقا على هدنة»: of one before it
    late = [
        s
        for s in told[-1 if again else -2 :] + [_status_of(w) for w in after]
        if TRUCE_STATUSES.index(s) >= TRUCE_STATUSES.index("extended")
    ]
    if late:
        return max(late, key=TRUCE_STATUSES.index)
    if told[-1:] == ["proposed"] and "accepted" in told[-2:-1]:  # «وافقت على مقترح الهدنة»
        return "accepted"
    hoped = [s for s in told if s in HOPED]
    if hoped and (kept or told[-1] in HOPED or (told[-1] == "announced" and told[-2:-1] and told[-2] in HOPED)):
        return max((s for s in hoped[-2:]), key=TRUCE_STATUSES.index)
    if after and not told:
        return _status_of(after[0])
    following = [_status_of(w) for w in after]
    if told and "refused" in following and told[-1] in HOPED:
        return "refused"
    return max(told[-1:] + following, key=TRUCE_STATUSES.index) if told or following else None


def _denied(page: Page, word: Word, first: int) -> bool:
    """Whether the words from token ``first`` on say that what a status word tells is not so, or leave it open."""
    if word.entry.get("status") in _BROKEN:
        return is_unreal(page, word, first) or is_denied(page, word, first)
    maybe = any(page.form(k) in _grammar(page).doubts for k in range(word.first - _OPEN, word.first))
    return maybe or page.form(word.first - 1) in _grammar(page).negations


def _window(page: Page, truce: Word, number: int) -> tuple[int, int]:
    sentence = page.sentences[number]
    first, last = max(sentence.first, truce.first - _BEFORE), min(sentence.last, truce.last + _AFTER)
    for k in range(truce.first - 1, first - 1, -1):
        if page.form(k) in _HARD:
            first = k + 1
            break
    for k in range(truce.last, last):
        if page.form(k) in _HARD:
            last = k
            break
    return first, last
