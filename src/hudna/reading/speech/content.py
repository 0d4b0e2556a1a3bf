"""Where a reported clause ends, and into which parts it falls."""

from bisect import bisect_left

from hudna.reading.abreast import opens_beside
from hudna.reading.speech.hearing import ENDS, Hearing
from hudna.reading.speech.opening import Opening
from hudna.text import COMMAS, QUOTES, Span

_LONGEST = 260  # tokens of reported clause
_SHORTEST_VERB = 5  # letters of «و» and an imperfect verb that the lexicon does not know
_TRIMMED = frozenset("،,.:;؛\"«»“”„'‘’-–—…)!")
_KEPT_LAST = frozenset(")%")

Range = tuple[int, int, int]  # first token, one past the last, letters to leave out of the first


class Stops:
    """Tokens where the reporter takes the word again, in order.

    Some stop only certain clauses: the number of a verb («du», «pl») those of several speakers, with whom it goes on;
    «main» those of a subordinate clause, which the main clause follows («في حين قال X إن …، أشار Y إلى …»).
    """

    def __init__(self, found: dict[int, str]) -> None:
        """``found``: for each token "", "du", "pl" or "main"."""
        self._found = found
        self._order = sorted(found)

    def first(self, start: int, limit: int, *, several: bool = True, subordinate: bool = False) -> int | None:
        """The first token from ``start`` on, before ``limit``, that stops a clause of this kind."""
        for k in range(bisect_left(self._order, start), len(self._order)):
            token = self._order[k]
            if token >= limit:
                return None
            kind = self._found[token]
            if not kind or (subordinate if kind == "main" else several):
                return token
        return None


def find_content(
    hearing: Hearing, opening: Opening, end: int, stops: Stops, *, several: bool, subordinate: bool
) -> list[Range]:
    """The content: one range, or one per sentence of a quotation, or one per clause with «وأن».

    Args:
        hearing: the page.
        opening: what opens the content.
        end: one past the last token of its sentence.
        stops: where others take the word.
        several: whether several speak.
        subordinate: whether the word of saying stands in a subordinate clause.

    """
    if opening.kind == "spoken":
        return _by_sentence(hearing, opening.first, opening.last)
    if opening.last:
        return [(opening.first, opening.last, opening.cut)]
    close = hearing.closings.get(opening.opened) if opening.kind == "quote" else None
    if close and _over(hearing, opening, close, stops):
        return _by_sentence(hearing, opening.first, close)
    last = _quotation_end(hearing, opening, end) or _clause_end(
        hearing, opening, end, stops, several=several, subordinate=subordinate
    )
    if opening.kind in ("object", "preposition"):
        last = _phrase_end(hearing, opening.first, last)
    if opening.kind != "that":
        return [(opening.first, last, opening.cut)]
    return _by_that(hearing, opening.first, last)


def _quotation_end(hearing: Hearing, opening: Opening, end: int) -> int:
    """Where the quotation ends that is all of the content, a comma behind it: «بأنه "إرهابي"، كما اعتقلت …»; else 0."""
    close = hearing.closings.get(opening.first, 0)
    after = close + 1
    if not opening.first < close < end - 1 or hearing.form(after) not in COMMAS:
        return 0
    goes_on = hearing.role(hearing.role(after + 1, "clause") or after + 1, "that")  # «…، وأن …», «…، في حين أن …»
    return 0 if goes_on or hearing.form(after + 1) in QUOTES else close


def _over(hearing: Hearing, opening: Opening, close: int, stops: Stops) -> bool:
    """Whether the content ends with its quotation, or goes on: «"لا يمكن فصل هذا" عن "حكومة تجسد …"»."""
    after = close + 1
    if not hearing.is_word(after) or hearing.form(after) in COMMAS | ENDS:
        return True
    same_sentence = hearing.page.sentence_of[after] == hearing.page.sentence_of[opening.first]
    return not same_sentence or stops.first(after, after + 2) is not None


def _clause_end(hearing: Hearing, opening: Opening, end: int, stops: Stops, *, several: bool, subordinate: bool) -> int:
    """The end of an unquoted clause: the next word of saying at its own level, or the sentence's end."""
    limit = min(end, opening.first + _LONGEST)
    start = opening.first + 1
    while (stop := stops.first(start, limit, several=several, subordinate=subordinate)) is not None:
        start = _enclosing_close(hearing, opening.first, stop)
        if not start:
            return stop
    return limit


def _enclosing_close(hearing: Hearing, first: int, stop: int) -> int:
    """Where the quotation ends that opened between ``first`` and ``stop`` and is still open there, or 0."""
    closings = (hearing.closings.get(i, 0) for i in range(stop - 1, first - 1, -1))
    return next((close for close in closings if close > stop), 0)


def _phrase_end(hearing: Hearing, first: int, last: int) -> int:
    """The end of a noun phrase as content: a new clause ends it («… فيما دخلت», «…، ويبحثان …», «… وروسيا تدعم»)."""
    ends = (
        i
        for i in range(first + 1, last)
        if hearing.breaks(i)
        or (hearing.comma(i - 1) and _new_verb(hearing, i))
        or opens_beside(hearing.page, hearing.cast, i)
    )
    return next(ends, last)


def _new_verb(hearing: Hearing, i: int) -> bool:
    """Whether a word is a finite verb joined by «و», by the lexicon or, for words it does not know, by its prefix."""
    form = hearing.form(i)
    if not form.startswith("و"):
        return False
    senses = hearing.page.senses[i]
    return all(s.pos == "verb" for s in senses) if senses else form.startswith("وي") and len(form) >= _SHORTEST_VERB


def _by_sentence(hearing: Hearing, first: int, last: int) -> list[Range]:
    out: list[Range] = []
    start = first
    for i in range(first, last):
        if i + 1 == last or hearing.page.sentence_of[i + 1] != hearing.page.sentence_of[start]:
            out.append((start, i + 1, 0))
            start = i + 1
    return out


def _by_that(hearing: Hearing, first: int, last: int) -> list[Range]:
    """Coordinated clauses «… وأن …», «… في حين أن …» apart; «وأن يرضخوا» with a verb goes on with the clause before."""
    out: list[Range] = []
    start = first
    for i in range(first + 2, last - 2):
        at = hearing.role(i, "clause") or i
        if at == i and not hearing.form(i).startswith("و"):
            continue
        if (after := hearing.role(at, "that")) and not hearing.form(after).startswith("ي"):
            out.append((start, i, 0))
            start = after
    return [*out, (start, last, 0)]


def trimmed(hearing: Hearing, content: Range) -> Span | None:
    """Characters of a token range without outer marks, or None where no word is left."""
    first, last, cut = content
    while first < last and hearing.form(first) in _TRIMMED:
        first, cut = first + 1, 0
    while last > first and not hearing.is_word(last - 1) and hearing.form(last - 1) not in _KEPT_LAST:
        last -= 1
    if not any(hearing.is_word(i) for i in range(first, last)):
        return None
    return hearing.page.span(first, last, cut)
