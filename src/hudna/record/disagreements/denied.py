"""Tolls that somebody denies: «نفى المصدر سقوط مئة قتيل»."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Claim, Disagreement, Toll

_FAR = 70  # characters of a denial before a toll that is denied, not told of by the way


def denied_tolls(tolls: Iterable[Toll], denials: Iterable[Claim]) -> Iterator[Disagreement]:
    """Whether losses occurred that stand in a denial."""
    by_document: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        by_document[toll.document].append(toll)
    for denial in denials:
        for toll in by_document[denial.document]:
            near = toll.quote.start - denial.content.start <= _FAR
            if near and toll.quote.within(denial.content) and toll.low is not None:
                topic = " ".join(x for x in (toll.kind, toll.victims, toll.side or "") if x)
                accounts = [
                    account("affirmed", (toll.claimed_by,), (toll.id,)),
                    account("denied", ((denial.source,),), (denial.id,)),
                ]
                yield disagreement("occurrence", toll.event, accounts, topic=topic)
