"""Clauses: how far to either side of a word its arguments may stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hudna.lexicon import Sense
from hudna.reading.event.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import TokenKind

_HARD_MARKS = frozenset(":;؛.!?؟…")
_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—")
_VERBAL = frozenset({"verb"})
_RADICALS = 3


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence: ``starts`` are token positions, the first is the sentence's own, ``end`` is one past it."""

    starts: tuple[int, ...]
    end: int

    def around(self, i: int) -> tuple[int, int]:
        """First token and one past the last of the clause that holds token ``i``."""
        k = bisect_right(self.starts, i)
        return self.starts[max(k - 1, 0)], self.starts[k] if k < len(self.starts) else self.end

    def next_start(self, i: int) -> int:
        """The first clause start at or after token ``i``, or the end of the sentence."""
        k = bisect_left(self.starts, i)
        return self.starts[k] if k < len(self.starts) else self.end


def finite(page: Page, i: int) -> Sense | None:
    """The reading of token ``i`` as a finite verb, where it cannot be a noun as well; None otherwise."""
    senses = page.senses[i]
    verb = next((s for s in senses if s.pos in _VERBAL and not _like_a_noun(page.tokens[i].form, s)), None)
    if verb is None or any(s.pos not in _VERBAL and s.entry.layer != "time" and s.clitics in ("", verb.clitics) for s in senses):
        return None
    return verb


def _like_a_noun(form: str, sense: Sense) -> bool:
    """Whether a past tense of three letters («عمل», «أمن») is more often a noun that the lexicon does not list."""
    bare = len(form) - sense.cut - len(sense.pronoun)
    return (
        sense.entry.layer == "verb"
        and sense.tense == "past"
        and sense.gender == "m"
        and sense.number == "sg"
        and bare <= _RADICALS
    )


def may_be_finite(page: Page, i: int) -> bool:
    """Whether token ``i`` has a reading as a finite verb."""
    return any(s.pos in _VERBAL for s in page.senses[i])


def split_clauses(page: Page, grammar: Grammar, first: int, last: int, inside: frozenset[int]) -> Clauses:
    """The clauses of tokens ``first`` to ``last``; ``inside`` are tokens within names, where none begins."""
    starts = [first]
    for i in range(first, last):
        if i in inside:
            continue
        if _begins(page, grammar, i, first, last):
            starts.append(i)
        elif page.tokens[i].form in _HARD_MARKS and i + 1 < last:
            starts.append(i + 1)
    return Clauses(tuple(sorted(set(starts))), last)


def _begins(page: Page, grammar: Grammar, i: int, first: int, last: int) -> bool:
    """Whether a clause begins at token ``i``: at a complementiser, a relative, a conjoined verb, a participle after a comma."""
    token = page.tokens[i]
    if token.kind is not TokenKind.WORD or i == first:
        return False
    form = token.form
    bare = form[1:] if form[0] in "وف" and len(form) > 3 else form  # noqa: PLR2004 - a particle and a word
    if form in grammar.complementisers or bare in grammar.complementisers:
        return True
    if bare == "ما" and page.form(i + 1) in grammar.persisting:
        return False  # «ما زالوا ينتشرون»
    if bare in grammar.relatives or bare in grammar.subordinators or form in grammar.subordinators:
        return True
    if page.tokens[i - 1].form == ")" and may_be_finite(page, i):
        return True  # after a dateline in brackets
    after_comma = page.tokens[i - 1].form in _COMMAS or page.tokens[i - 1].form in _DASHES
    if bare == "بين":
        return False
    verb = finite(page, i)
    if verb is not None:
        return (
            verb.clitics in ("و", "ف")
            or after_comma
            or (verb.pronoun != "" and not (may_be_finite(page, i - 1) or page.form(i - 1) in grammar.relatives))
        )
    if after_comma and any(s.pos == "active" and s.gender and not s.definite for s in page.senses[i]):
        return True
    return after_comma and form[0] in "وف" and may_be_finite(page, i)
