"""Which tolls of different documents are one figure told again: the same number of the same losses by the same claim.

Figures that differ in number, kind or claimant stay apart: they are what an analyst compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from hudna.record import Loss, Record, Toll
from hudna.record.dates import Days, day_number, days, overlap
from hudna.record.groups import Groups

_Fact = Toll | Loss
_CROWD = 48  # figures alike in number and tie beyond which only those that follow one another are compared
_RARE = 10  # a number from which on two figures hardly agree by chance
_DAYS = 3  # days within which reports then mean the same
_EITHER = "unspecified"


def retold(record: Record, facts: Iterable[_Fact]) -> list[list[_Fact]]:
    """Figures in groups of one told by several documents, each group by document and place in the text."""
    line_of = {d.name: d.lineage for d in record.documents}
    told = {d.name: days(d.published) for d in record.documents}
    ordered = sorted(facts, key=lambda f: (f.document, f.quote, f.id))
    held = {f.id: f for f in ordered}
    groups: Groups[str] = Groups(held, lambda _: {})
    members = {f.id: [f] for f in ordered}
    for left, right in _pairs(ordered, line_of, told):
        one, two = groups.find(left), groups.find(right)
        if one == two or not all(_alike(a, b, line_of) for a in members[one] for b in members[two]):
            continue
        groups.join(one, two)
        members[groups.find(one)] = [*members[one], *members[two]]
    return [[held[i] for i in ids] for ids, _ in groups.all()]


def _pairs(
    facts: Iterable[_Fact], line_of: Mapping[str, str], told: Mapping[str, Days | None]
) -> Iterator[tuple[str, str]]:
    """Figures that may be one, the surest ties first: event, lineage, day, total of one claim, rare number."""
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for fact in facts:
        for tie in _ties(fact, line_of[fact.document], told[fact.document]):
            blocks[(*tie, *_said(fact))].append(fact.id)
    for _, block in sorted(blocks.items(), key=lambda b: (b[0][0], b[1])):
        yield from combinations(block, 2) if len(block) <= _CROWD else pairwise(block)


def _ties(fact: _Fact, line: str, told: Days | None) -> Iterator[tuple[object, ...]]:
    if fact.event:
        yield 0, fact.event
    yield 1, line
    if fact.date and fact.claimed_by:
        yield 2, fact.date, fact.claimed_by
    if fact.date and fact.place:
        yield 2, fact.date, fact.place
    if _total(fact) and fact.side and fact.claimed_by:
        yield 3, fact.side, fact.claimed_by
    if told and fact.claimed_by and (fact.low or 0) >= _RARE:
        day = day_number(told[0])
        yield from ((4, fact.claimed_by, number) for number in range(day, day + _DAYS))


def _said(fact: _Fact) -> tuple[object, ...]:
    """What must be the same to the letter."""
    return fact.kind, fact.count, _total(fact), fact.item if isinstance(fact, Loss) else ""


def _alike(one: _Fact, two: _Fact, line_of: Mapping[str, str]) -> bool:
    """Whether nothing tells two figures apart; in copies and of one event some may be left out."""
    if one.document == two.document or _said(one) != _said(two):
        return False
    copies = line_of[one.document] == line_of[two.document]
    near = copies or (one.event is not None and one.event == two.event)
    if one.side != two.side and not (near and None in (one.side, two.side)):
        return False
    if _victims(one) != _victims(two) and not (near and _EITHER in (_victims(one), _victims(two))):
        return False
    if set(one.claimed_by) != set(two.claimed_by) and not copies:
        return False
    if one.place and two.place and one.place != two.place:
        return False
    left, right = days(one.date), days(two.date)
    return copies or left is None or right is None or overlap(left, right)


def _victims(fact: _Fact) -> str:
    return fact.victims if isinstance(fact, Toll) else _EITHER


def _total(fact: _Fact) -> bool:
    return fact.cumulative if isinstance(fact, Toll) else False
