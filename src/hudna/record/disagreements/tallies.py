"""Tolls of one report that do not fit together: of other spans of time, and parts that exceed their whole."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from hudna.lexicon import read_settings
from hudna.record.dates import days, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.disagreements.figure import apart
from hudna.record.disagreements.report import Report
from hudna.record.disagreements.shares import shares
from hudna.record.disagreements.surroundings import window
from hudna.record.model import Account, Disagreement, Toll
from hudna.record.model.disagreement import CHANGE, CONTRADICTION
from hudna.record.wording import written

_SMALL = 4  # fewer are hardly told of again by their parts
_PARTS = 2  # figures that are set against another, or against each other
_LEAD = 200  # characters from the beginning of a report in which the figure of the whole is told


def spans(report: Report) -> Iterator[Disagreement]:
    """«قتل جندي في الساعات الـ24 الأخيرة», by another «ثلاثة جنود في الأيام الماضية»: no contradiction."""
    claimed = [t for t in _in_order(report) if t.side and t.claimed_by]
    if len(claimed) < _PARTS:
        return
    recent = [(t, words) for t in claimed if (words := window(report.document, t))]
    listed: set[tuple[str, str]] = set()
    for (one, first), (two, second) in combinations(recent, 2):
        kind = (one.kind, one.side or "")
        same = (one.kind, one.victims, one.side) == (two.kind, two.victims, two.side)
        voices = report.lifted(one.claimed_by) & report.lifted(two.claimed_by)
        if same and not voices and kind not in listed and apart(one.count, two.count):
            listed.add(kind)
            accounts = [account(t.count, (t.claimed_by,), (t.id,)) for t in (one, two)]
            how = CONTRADICTION if first == second else CHANGE
            yield disagreement("count", None, accounts, topic=_topic(one), kind=how)


def parts(report: Report) -> Iterator[Disagreement]:
    """«قتل 31 في عمليات في منطقتين. قتل 18 في الجبل. وفي هجوم آخر قتل 18»: the parts make more than the whole."""
    tolls = [t for t in _in_order(report) if t.count.isdigit() and not t.cumulative]
    among = {own for own, _ in shares(report.document, report.tolls)}
    known: set[str] = set()
    for whole in tolls:
        if whole.kind in known or whole.evidence.start > _LEAD:
            continue
        known.add(whole.kind)
        if int(whole.count) >= _SMALL and _several().search(_sentence(report, whole)):
            held = [t for t in tolls if t.id not in among and _is_part(report, whole, t)]
            if len(held) >= _PARTS and sum(int(t.count) for t in held) > int(whole.count):
                yield disagreement("count", whole.event, _accounts(whole, held), topic=_topic(whole))


def _accounts(whole: Toll, held: Sequence[Toll]) -> list[Account]:
    total = " + ".join(t.count for t in held)
    return [
        account(whole.count, (whole.claimed_by,), (whole.id,)),
        account(total, (t.claimed_by for t in held), (t.id for t in held)),
    ]


def _is_part(report: Report, whole: Toll, toll: Toll) -> bool:
    """Whether a later figure can be a part of the whole: of the same people and time, on a voice of the same side."""
    same = (toll.kind, toll.victims) == (whole.kind, whole.victims) and toll.side in (whole.side, None)
    if toll.quote.start < whole.evidence.end or not same:
        return False
    if int(toll.count) >= int(whole.count) or _earlier().match(_sentence(report, toll)):
        return False
    when, then = days(whole.date), days(toll.date)
    return not (when and then) or overlap(when, then)


def _sentence(report: Report, toll: Toll) -> str:
    return report.told(toll.evidence).lstrip()


def _in_order(report: Report) -> list[Toll]:
    return sorted(report.tolls, key=lambda t: (t.quote, t.id))


def _topic(toll: Toll) -> str:
    return " ".join(x for x in (toll.kind, toll.victims, toll.side) if x)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["several"], "[وفبلك]*(?:ال)?")


@lru_cache(maxsize=1)
def _earlier() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["earlier"])
