"""Which tolls of different documents are one figure told again: the same number of the same losses by the same claim.

Figures that differ in number, kind or claimant stay apart: they are what an analyst compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from hudna.record import Loss, Record, Toll
from hudna.record.dates import Days, day_number, days, overlap
from hudna.record.groups import Groups
from hudna.views.voices import voice

_Fact = Toll | Loss
_CROWD = 48  # figures alike in number and tie beyond which only those that follow one another are compared
_RARE = 10  # a number from which on two figures hardly agree by chance
_DAYS = 3  # days within which reports then mean the same
_EITHER = "unspecified"


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with what it is compared by.

    Attributes:
        fact: the figure.
        line: its document's lineage.
        day: when that appeared.
        voices: the sides that give it, or who of no side does.
        said: what must be the same to the letter.

    """

    fact: _Fact
    line: str
    day: Days | None
    voices: frozenset[str]
    said: tuple[object, ...]

    @property
    def total(self) -> bool:
        """Whether it is a running total."""
        return isinstance(self.fact, Toll) and self.fact.cumulative

    @property
    def victims(self) -> str:
        """Who is counted."""
        return self.fact.victims if isinstance(self.fact, Toll) else _EITHER


def retold(record: Record, facts: Iterable[_Fact]) -> list[list[_Fact]]:
    """Figures in groups of one told by several documents, each group by document and place in the text."""
    ordered = sorted((_told(record, f) for f in facts), key=lambda t: (t.fact.document, t.fact.quote, t.fact.id))
    held = {t.fact.id: t for t in ordered}
    groups: Groups[str] = Groups(held, lambda _: {})
    members = {own: [one] for own, one in held.items()}
    for left, right in _pairs(ordered):
        one, two = groups.find(left), groups.find(right)
        if one == two or not all(_alike(a, b) for a in members[one] for b in members[two]):
            continue
        groups.join(one, two)
        members[groups.find(one)] = [*members[one], *members[two]]
    return [[held[i].fact for i in ids] for ids, _ in groups.all()]


def _told(record: Record, fact: _Fact) -> _Told:
    document = record.document[fact.document]
    item = fact.item if isinstance(fact, Loss) else ("total" if fact.cumulative else "")
    voices = frozenset(voice(record, x) for x in fact.claimed_by)
    return _Told(fact, document.lineage, days(document.published), voices, (fact.kind, fact.count, item))


def _pairs(told: Iterable[_Told]) -> Iterator[tuple[str, str]]:
    """Figures that may be one, the surest ties first: event, lineage, day, total of one claim, rare number."""
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for one in told:
        for tie in _ties(one):
            blocks[(*tie, *one.said)].append(one.fact.id)
    for _, block in sorted(blocks.items(), key=lambda b: (b[0][0], b[1])):
        yield from combinations(block, 2) if len(block) <= _CROWD else pairwise(block)


def _ties(one: _Told) -> Iterator[tuple[object, ...]]:
    fact = one.fact
    if fact.event:
        yield 0, fact.event
    yield 1, one.line
    if fact.date and one.voices:
        yield 2, fact.date, one.voices
    if fact.date and fact.place:
        yield 2, fact.date, fact.place
    if one.total and fact.side and one.voices:
        yield 3, fact.side, one.voices
    if one.day and one.voices and (fact.low or 0) >= _RARE:
        day = day_number(one.day[0])
        yield from ((4, one.voices, number) for number in range(day, day + _DAYS))


def _alike(one: _Told, two: _Told) -> bool:
    """Whether nothing tells two figures apart; in copies and of one event some may be left out."""
    left, right = one.fact, two.fact
    if left.document == right.document or one.said != two.said:
        return False
    copies = one.line == two.line
    near = copies or (left.event is not None and left.event == right.event)
    if left.side != right.side and not (near and None in (left.side, right.side)):
        return False
    if one.victims != two.victims and not (near and _EITHER in (one.victims, two.victims)):
        return False
    if one.voices != two.voices and not copies:
        return False
    if one.total and not copies:  # told of a war, wherever the sentence places it, and since whenever
        return True
    elsewhere = left.place and right.place and left.place != right.place
    first, second = days(left.date), days(right.date)
    return not elsewhere and (copies or first is None or second is None or overlap(first, second))
