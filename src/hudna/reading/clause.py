"""What is said: where the reported clause of a word of saying begins and ends."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hudna.lexicon import Entry
from hudna.reading.cast import Cast
from hudna.reading.cue import Cue, Words
from hudna.reading.page import Page
from hudna.reading.speaker import is_media, skip_circumstances
from hudna.text import Span
from hudna.text.clitic import ENCLITICS

_FARTHEST = 45  # tokens between a verb and what opens its content
_LONGEST = 260  # tokens of reported clause
_OBJECT_REACH = 16  # tokens of object before the preposition: «اتهم X بـ»
_LONGEST_APPOSITION = 6  # tokens of a name between commas
_ENDS = frozenset(".!?؟…؛")
_TRIMMED = frozenset("،,.:;؛\"«»“”„'‘’-–—…()!")
_OPENING = frozenset("\"«“„'‘")
_COLON = ":"
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Complement:
    """The opening of a reported clause.

    Attributes:
        kind: that, quote, colon, preposition or object.
        first: first token of the content.
        opened: the token that opens it (the complementiser, mark or preposition).
        cut: letters of the first token that are no part of the content («بحل» → «حل»).

    """

    kind: str
    first: int
    opened: int
    cut: int = 0


def complement(page: Page, cast: Cast, words: Words, cue: Cue, at: int, end: int, cues: dict[int, Cue]) -> Complement | None:
    """What opens the content of ``cue`` between tokens ``at`` and ``end``, or None where nothing is reported."""
    takes = cue.entry.get("takes", ())
    swallowed = cue.entry.get("swallows", ())
    i = at
    direct = True
    while i < min(end, at + _FARTHEST):
        if past := _to_outlet(page, cast, words, i):
            i = past
            continue
        found = _opening(page, cast, words, i, takes, end)
        if found:
            return found
        if page.form(i) in _ENDS or breaks_clause(words, i) or words.role(i, "that") or _speaks(words, cues.get(i), i):
            return None
        if page.form(i) in _OPENING and i not in words.closings:
            i += 1
            continue
        step = skip_circumstances(page, words, i, end, cast)
        if step > i:
            i, direct = _resume(page, cast, words, i, step, takes, end), direct or page.form(step - 1) in _COMMAS
            continue
        if page.form(i) in swallowed:
            i += 1
            continue
        if words.role(i, "which"):
            i = _past_relative(page, words, i, end)
            direct = True
            continue
        if direct and page.is_word(i):
            if page.form(i - 1) in _COMMAS and (past := _past_apposition(page, i, end)):
                i = past
                continue
            if cue.entry.get("addressee"):
                return _addressed(page, cast, words, cue.entry, i, end)
            if "object" in takes:
                return None if words.role(i, "pointer") and i + 1 < end and not page.is_word(i + 1) else Complement("object", i, i)
        direct = False
        i += 1
    return None


def _past_apposition(page: Page, i: int, end: int) -> int:
    """Past a few words between two commas: a name that no one has read, not the content. 0 where there is none."""
    return next((k for k in range(i + 1, min(end, i + _LONGEST_APPOSITION)) if page.form(k) in _COMMAS), 0)


def breaks_clause(words: Words, i: int) -> bool:
    """Whether a conjunction at ``i`` begins another clause («فيما», «في حين»); «حتى» and «قبل» alone are prepositions."""
    last = words.role(i, "clause")
    return bool(last) and (last > i + 1 or not words.role(i, "preposition"))


def _to_outlet(page: Page, cast: Cast, words: Words, i: int) -> int:
    """Past «لوكالة X», «لـ«الشرق الأوسط»»: to whom it was said, or 0."""
    form = page.form(i)
    if form == "ل" and i + 1 in words.closings:
        return words.closings[i + 1] + 1
    reference = cast.at(i) or (cast.at(i + 1) if words.role(i, "media") else None)
    if form.startswith("ل") and reference and is_media(page, cast, words, reference) and reference.first in (i, i + 1):
        return reference.last
    return 0


def _past_relative(page: Page, words: Words, i: int, end: int) -> int:
    """Past «التي تساند اليمن» up to a comma, a time or what opens the content."""
    for k in range(i + 2, min(end, i + _OBJECT_REACH)):
        if page.form(k) in _COMMAS or page.form(k) == _COLON or k in words.closings or words.any_role(k, "that", "time"):
            return k
    return end


def _speaks(words: Words, cue: Cue | None, i: int) -> bool:
    """Whether another word of saying takes over at ``i``; in a relative clause it does not."""
    if cue is None or words.role(i - 1, "relative"):
        return False
    return cue.kind in ("according", "according_clause") or (cue.kind == "verb" and not cue.entry.get("weak"))


def _resume(page: Page, cast: Cast, words: Words, first: int, last: int, takes: Sequence[str], end: int) -> int:
    """An aside may hide the opening («خلال لقائه X إلى …»): the first opening inside it, else its end."""
    for k in range(first + 1, last):
        if _opening(page, cast, words, k, takes, end):
            return k
    return last


def _opening(page: Page, cast: Cast, words: Words, i: int, takes: Sequence[str], end: int) -> Complement | None:
    if "that" in takes and (last := words.role(i, "that")):
        return Complement("that", last, i)
    form = page.form(i)
    if "quote" in takes and form == _COLON and i + 1 < end:
        if page.form(i + 1) in _OPENING:
            return Complement("quote", i + 2, i + 1)
        return Complement("colon", i + 1, i)
    if "quote" in takes and i in words.closings and not _quoted_name(page, cast, words, i):
        return Complement("quote", i + 1, i)
    return governed(page, cast, words, i, takes)


def _quoted_name(page: Page, cast: Cast, words: Words, i: int) -> bool:
    """«لـ«الشرق الأوسط»», «حركة "طالبان"»: marks around a name are no quotation."""
    reference = cast.at(i + 1)
    close = words.closings[i]
    return reference is not None and reference.last >= close and close - i <= 8 or close - i <= 2


def governed(page: Page, cast: Cast, words: Words, i: int, takes: Sequence[str]) -> Complement | None:
    """The content that a preposition at ``i`` opens, if it is one of ``takes``."""
    form = page.form(i)
    for word in takes:
        if word in ("ب", "ل"):
            if form == word and i + 1 < len(page.tokens):  # «ب"التدخل"», «بـ"…"»
                return Complement("preposition", i + 1, i)
            if words.role(i, "that") and form.startswith(word):
                return Complement("that", words.role(i, "that"), i)
            reference = cast.at(i)
            if form.startswith(word) and form[1:] not in ENCLITICS and len(form) > 2 and not _own_letter(page, i) and (reference is None or reference.first == i):
                return Complement("preposition", i, i, 1)
        elif words.role(i, "preposition") and form in (_folded(word), "و" + _folded(word)):
            that = words.role(i + 1, "that")
            return Complement("that", that, i) if that else Complement("preposition", i + 1, i)
    return None


def _folded(word: str) -> str:
    return word.replace("إ", "ا").replace("ى", "ي")


def _own_letter(page: Page, i: int) -> bool:
    """Whether the first letter of a word is its own, as far as the lexicon knows: «بيان», «بريطانيا»."""
    if any(not s.clitics for s in page.senses[i]):
        return True
    return any(not s.cut for hit in page.names.get(i, ()) for s in hit.senses)


def _addressed(page: Page, cast: Cast, words: Words, entry: Entry, i: int, end: int) -> Complement | None:
    """Content that begins with the one addressed («الطرفين إلى الالتزام …»), if the preposition follows."""
    only = entry.get("only_with")
    if "object" in entry.get("takes", ()) and "ب" not in entry.get("takes", ()) and not only:
        return Complement("object", i, i)
    if entry.get("force") == "demand" and "object" in entry.get("takes", ()):
        return Complement("object", i, i)
    for k in range(i, min(end, i + _OBJECT_REACH)):
        if page.form(k) in _ENDS:
            break
        if only:
            if page.form(k) in {_word(w) for w in only}:
                return Complement("object", i, i)
        elif k > i and _opening(page, cast, words, k, entry.get("takes", ()), end):
            return Complement("object", i, i)
    return None


def _word(text: str) -> str:
    return text.replace("ؤ", "و").replace("ة", "ه").replace("أ", "ا")


class Stops:
    """Tokens where the reporter takes the word again, in order.

    Some stop only certain clauses: the number of a verb («du», «pl») those of several speakers, with whom it goes on;
    «main» those of a subordinate clause, which the main clause follows («في حين قال X إن …، أشار Y إلى …»).
    """

    def __init__(self, found: dict[int, str]) -> None:
        """``found``: for each token "", "du", "pl" or "main"."""
        self._found = found
        self._order = sorted(found)

    def after(self, i: int, *, several: bool = True, subordinate: bool = False) -> int | None:
        """The first token at ``i`` or later that stops a clause of this kind."""
        for k in range(bisect_left(self._order, i), len(self._order)):
            kind = self._found[self._order[k]]
            if not kind or (subordinate if kind == "main" else several):
                return self._order[k]
        return None


def content(page: Page, words: Words, opening: Complement, end: int, stops: Stops, *, several: bool, subordinate: bool = False) -> list[tuple[int, int, int]]:
    """Token ranges (first, last, cut) of the content: one, or one per sentence of a quotation, or per «وأن»."""
    if opening.kind == "quote" and (close := words.closings.get(opening.opened)):
        after = close + 1
        if page.form(after) in _COMMAS | _ENDS or not page.is_word(after) or page.sentence_of[after] != page.sentence_of[opening.first] or _stopped(stops, after, after + 2):
            return _by_sentence(page, opening.first, close)
    last = _clause_end(words, opening, end, stops, several=several, subordinate=subordinate)
    if opening.kind in ("object", "preposition"):
        last = _phrase_end(page, words, opening.first, last)
    if opening.kind != "that":
        return [(opening.first, last, opening.cut)]
    return _by_that(page, words, opening.first, last)


def _stopped(stops: Stops, first: int, last: int) -> bool:
    stop = stops.after(first, several=True)
    return stop is not None and stop < last


def _clause_end(words: Words, opening: Complement, end: int, stops: Stops, *, several: bool, subordinate: bool) -> int:
    """The end of an unquoted clause: the next word of saying at its own level, or the sentence's end."""
    limit = min(end, opening.first + _LONGEST)
    stop = stops.after(opening.first + 1, several=several, subordinate=subordinate)
    while stop is not None and stop < limit:
        enclosing = _enclosing_close(words, opening.first, stop)
        if not enclosing:
            return stop
        stop = stops.after(enclosing, several=several, subordinate=subordinate)
    return limit


def _phrase_end(page: Page, words: Words, first: int, last: int) -> int:
    """The end of a noun phrase as content: a new clause ends it («… فيما دخلت», «…، ويبحثان …»)."""
    for i in range(first + 1, last):
        if breaks_clause(words, i):
            return i
        if page.form(i - 1) in _COMMAS and _new_verb(page, i):
            return i
    return last


def _new_verb(page: Page, i: int) -> bool:
    """Whether a word after a comma is a finite verb joined by «و», by the lexicon or by its prefix and dual or plural ending."""
    form = page.form(i)
    if not form.startswith("و"):
        return False
    senses = page.senses[i]
    if senses:
        return all(s.pos == "verb" for s in senses)
    return form.startswith("وي") and len(form) > 4


def _enclosing_close(words: Words, first: int, stop: int) -> int:
    """Where the quotation ends that opened in the clause before ``stop`` and is still open there, or 0."""
    for i in range(stop - 1, first - 1, -1):
        close = words.closings.get(i, 0)
        if close > stop:
            return close
        if stop - i > _LONGEST:
            break
    return 0


def _by_sentence(page: Page, first: int, last: int) -> list[tuple[int, int, int]]:
    out: list[tuple[int, int, int]] = []
    start = first
    for i in range(first, last):
        if i + 1 == last or page.sentence_of[i + 1] != page.sentence_of[start]:
            out.append((start, i + 1, 0))
            start = i + 1
    return out


def _by_that(page: Page, words: Words, first: int, last: int) -> list[tuple[int, int, int]]:
    """Coordinated clauses «… وأن …» apart; «وأن يرضخوا» with a verb goes on with the clause before."""
    out: list[tuple[int, int, int]] = []
    start = first
    for i in range(first + 2, last - 2):
        at = words.role(i, "clause") or i
        joined = at > i or page.form(i).startswith("و")
        if joined and (after := words.role(at, "that")) and not page.form(after).startswith("ي"):
            out.append((start, i, 0))
            start = after
    return [*out, (start, last, 0)]


def trimmed(page: Page, first: int, last: int, cut: int) -> Span | None:
    """Characters of a token range without outer marks, or None where nothing is left."""
    while first < last and page.form(first) in _TRIMMED and page.form(first) != "(":
        first, cut = first + 1, 0
    while last > first and (not page.is_word(last - 1)) and page.form(last - 1) not in (")", "%"):
        last -= 1
    if first >= last or not any(page.is_word(i) for i in range(first, last)):
        return None
    return page.span(first, last, cut)
