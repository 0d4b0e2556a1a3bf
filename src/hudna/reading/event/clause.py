"""Clauses: how far to either side of a word its arguments may stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hudna.reading.dateline import ends_dateline
from hudna.reading.event.participle import goes_on_accusing, is_apart
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import COMMAS, DASHES, STOPS, TokenKind

_HAS = "قد"  # a particle right before its verb


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence.

    Attributes:
        starts: positions where they start, the first that of the sentence.
        end: one past the last token.
        inside: tokens within names, which are no words of the clause: «علي قاسم طالب» demands nothing.

    """

    starts: tuple[int, ...]
    end: int
    inside: frozenset[int] = frozenset()

    def around(self, i: int) -> tuple[int, int]:
        """First token and one past the last of the clause that holds token ``i``."""
        k = bisect_right(self.starts, i)
        return self.starts[max(k - 1, 0)], self.starts[k] if k < len(self.starts) else self.end

    def next_start(self, i: int) -> int:
        """The first clause start at or after token ``i``, or the end of the sentence."""
        k = bisect_left(self.starts, i)
        return self.starts[k] if k < len(self.starts) else self.end


def split_clauses(
    page: Page,
    grammar: Grammar,
    first: int,
    last: int,
    inside: frozenset[int],
    *,
    said: frozenset[int] = frozenset(),
    beside: frozenset[int] = frozenset(),
) -> Clauses:
    """The clauses of tokens ``first`` to ``last``.

    ``inside`` are tokens within names, where none begins; ``said`` words of saying, where one does behind «و»: what
    may be a noun elsewhere («وطالب») is a verb there; ``beside`` subjects with whom one begins (``abreast``).
    """
    starts = [first, *beside]
    for i in range(first, last):
        if i in inside:
            continue
        if i > first and (_begins(page, grammar, i) or (i in said and page.form(i)[:1] in "وف")):
            starts.append(i)
        elif page.tokens[i].form in STOPS and i + 1 < last:
            starts.append(i + 1)
    return Clauses(tuple(sorted(set(starts))), last, inside)


def _begins(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether a clause begins at token ``i``, which is not the first of its sentence."""
    token = page.tokens[i]
    if token.kind is not TokenKind.WORD:
        return False
    form = token.form
    bare = form[1:] if form[0] in "وف" and len(form) > 3 else form  # noqa: PLR2004 - a particle and a word
    if bare == "ما" and page.form(i + 1) in grammar.persisting:
        return False  # «ما زالوا ينتشرون»
    if form in grammar.place_prepositions and page.form(i - 1) in grammar.prepositions:
        return False  # «إلى وسط البلاد»
    if bare in grammar.relatives or form in grammar.openers or bare in grammar.openers:
        return True
    until = form in grammar.until and _is_present(page, i + 1)  # «لن نوقف القصف | حتى ينسحب المسلحون»
    negated = form[0] in "وف" and form in grammar.verb_negations and may_be_finite(page, i + 1)  # «، ولم يتخذ …»
    datelined = (may_be_finite(page, i) or page.form(i - 1) in DASHES) and ends_dateline(page, i)
    if until or negated or datelined or (page.form(i - 1) in COMMAS and _names_source(page, i)):
        return True
    return bare != "بين" and _begins_with_verb(page, grammar, i)


def _names_source(page: Page, i: int) -> bool:
    """Whether «بحسب», «وفق» or the like begins at token ``i``: «في غارة، | بحسب بيان للجيش»."""
    return any(s.entry.get("role") == "according" for s in page.readings(i, "reporting"))


def _is_present(page: Page, i: int) -> bool:
    """Whether token ``i`` is a finite verb, or one in the present by its form though it may be part of a phrase."""
    senses = page.senses[i] if i < len(page.tokens) else ()
    present = any(s.pos == "verb" and s.tense == "present" for s in senses)
    return finite(page, i) is not None or (present and not any(s.pos in ("noun", "masdar") for s in senses))


def _begins_with_verb(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether token ``i`` is a conjoined verb, one that a pronoun ties to what is told, or stands behind a comma."""
    form, before = page.tokens[i].form, page.tokens[i - 1].form
    apart = before in COMMAS or before in DASHES
    verb = finite(page, i)
    if verb is None:
        active = [s for s in page.senses[i] if s.pos == "active" and s.gender and not s.definite]
        noun = any(s.pos == "noun" for s in page.senses[i])  # «أصدرت المحكمة | مذكرة اعتقال»
        saying = is_apart(page, i) and any(s.entry.layer == "reporting" and not s.clitics for s in active) and not noun
        participle = saying or goes_on_accusing(page, i) or (apart and bool(active))
        return participle or (apart and form[0] in "وف" and may_be_finite(page, i))
    if apart or verb.clitics in ("و", "ف"):
        return True
    predicate = page.form(i - 1).startswith("ال")  # «لكن الجيش استعادها»: a clause about a noun needs an indefinite one
    behind = may_be_finite(page, i - 1) or page.form(i - 1) in grammar.relatives
    behind = behind or (page.form(i - 1) == _HAS and not predicate)  # «أن تكون بلاده قد ساندتهم»
    return verb.pronoun != "" and not (behind or predicate)
