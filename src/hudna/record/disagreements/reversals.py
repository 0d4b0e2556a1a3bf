"""Measures that were told as not taken and later as taken, or the other way round: no contradiction, a change."""

from collections.abc import Iterable, Iterator, Mapping

from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Disagreement, Link, Telling
from hudna.record.model.disagreement import CHANGE


def reversals(tellings: Mapping[str, Telling], links: Iterable[Link]) -> Iterator[Disagreement]:
    """The changes that links of reversed measures show; ``tellings`` are all by id."""
    for link in links:
        if link.rule == "measure-reversed":
            ends = ([tellings[f] for f in link.facts if tellings[f].event == end] for end in (link.right, link.left))
            accounts = [
                account(
                    "denied" if told[0].status == "denied" else "affirmed",
                    (t.claimed_by for t in told),
                    (t.id for t in told),
                )
                for told in ends
            ]
            yield disagreement("occurrence", None, accounts, kind=CHANGE)
