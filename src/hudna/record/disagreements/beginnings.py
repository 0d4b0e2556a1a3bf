"""When a truce begins, as its tellings have it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from hudna.record.dates import days, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Disagreement, Truce, TruceTelling

_DAY = len("2020-07-16")


def beginnings(truces: Iterable[Truce], tellings: Iterable[TruceTelling]) -> Iterator[Disagreement]:
    """The truces of which tellings give days, or hours of one day, that exclude each other."""
    told = {t.id: t for t in tellings}
    for truce in truces:
        by_start: dict[str, list[TruceTelling]] = defaultdict(list)
        for telling in (told[t] for t in truce.tellings):
            if telling.start:
                by_start[telling.start].append(telling)
        apart = {x for a, b in combinations(by_start, 2) if _apart(a, b) for x in (a, b)}
        if apart:
            accounts = [
                account(start, (t.announced_by for t in by_start[start]), (t.id for t in by_start[start]))
                for start in sorted(apart)
            ]
            yield disagreement("date", None, accounts, topic="truce")


def _apart(left: str, right: str) -> bool:
    one, two = days(left), days(right)
    if not one or not two:
        return False
    if not overlap(one, two):
        return True
    return len(left) > _DAY < len(right) and "/" not in left + right and left[:_DAY] == right[:_DAY] and left != right
