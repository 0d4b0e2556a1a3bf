"""How many took part or were hit, as two claimants of one report have it: «أربعة مستوطنين», «رجلان»."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from hudna.lexicon import load, read_settings
from hudna.reading.numbers import count_of, find_numbers
from hudna.reading.page import Page, open_page
from hudna.record.disagreements.account import account, disagreement
from hudna.record.disagreements.figure import apart
from hudna.record.disagreements.report import Report
from hudna.record.model import Claim, Disagreement
from hudna.record.wording import stems
from hudna.text import Document, Span, fold

_NEAR = 600  # characters between two claims of one happening
_COMMON = 2  # words that two claims of one happening share beside what they count


@dataclass(frozen=True, slots=True)
class _Amount:
    """So many of a kind of thing, as a claim has them."""

    thing: str
    count: str
    at: Span
    claim: Claim
    rest: frozenset[str]  # stems of the claim but for what is counted


def amounts(report: Report) -> Iterator[Disagreement]:
    """«قال شهود إن أربعة مسلحين اقتحموا المبنى. وقالت الشرطة إن رجلين اقتحما المبنى»."""
    perhaps = [c for c in report.claims if _nouns_begun().search(fold(report.words(c)))]
    if len(perhaps) <= 1:
        return
    counting = [(c, _things(report.words(c))) for c in sorted(perhaps, key=lambda c: (c.content, c.id))]
    paired = {
        own
        for (one, mine), (two, others) in combinations(counting, 2)
        if mine & others and _two_voices(one, two)
        for own in (one.id, two.id)
    }
    told = [a for c, _ in counting if c.id in paired for a in _amounts(report, c)]
    listed: set[str] = set()
    for one, two in combinations(told, 2):
        if one.thing != two.thing or one.thing in listed or not _two_voices(one.claim, two.claim):
            continue
        if apart(one.count, two.count) and len(one.rest & two.rest) >= _COMMON:
            listed.add(one.thing)
            accounts = [account(a.count, ((a.claim.source,),), (a.claim.id,)) for a in (one, two)]
            yield disagreement("count", None, accounts, topic=one.thing)


def _two_voices(one: Claim, two: Claim) -> bool:
    """Whether two claims are of two sources, neither within the other."""
    apart_in_text = not one.content.overlaps(two.content) and two.content.start - one.content.end <= _NEAR
    return apart_in_text and two.source not in (one.source, one.relay) and one.source != two.relay


def _amounts(report: Report, claim: Claim) -> Iterator[_Amount]:
    """What a claim counts beside losses."""
    words = report.words(claim)
    page = open_page(Document("", words), load("ar"))
    for thing, count, first, last in _counted(page):
        span = page.span(first, last)
        at = Span(claim.content.start + span.start, claim.content.start + span.end)
        if not any(t.quote.overlaps(at) for t in report.tolls):
            yield _Amount(thing, count, at, claim, stems(words) - stems(page.raw(first, last)))


def _counted(page: Page) -> Iterator[tuple[str, str, int, int]]:
    """What is counted, how many, and the tokens that say so."""
    numbers = {n.last: n for n in find_numbers(page)}
    for i in range(len(page.tokens)):
        if not page.is_word(i):
            continue
        thing = next((_nouns()[s] for s in stems(page.raw(i, i + 1)) if s in _nouns()), None)
        if thing is None:
            continue
        number = numbers.get(i)
        if number is not None and number.kind in ("exact", "about", "at_least", "at_most", "range"):
            yield thing, number.count, number.first, i + 1
        elif number is None and (count := count_of(page, i)):
            yield thing, count, i, i + 1


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, str]:
    """Stem of a noun → what it counts."""
    things = read_settings("ar", "record")["counted_things"]
    return {stem: thing for thing, nouns in things.items() for noun in nouns for stem in stems(noun)}


@lru_cache(maxsize=1)
def _nouns_begun() -> re.Pattern[str]:
    """Finds the beginning of a counted noun in a folded text: a claim without any need not be looked at."""
    return re.compile("|".join(sorted(map(re.escape, _nouns()))))


def _things(words: str) -> set[str]:
    """What the nouns of a claim count; without two claims that count the like nothing has to be counted."""
    return {_nouns()[stem] for stem in stems(words) & _nouns().keys()}
