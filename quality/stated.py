"""Of the events that a brief would state: how many are right, and which share of all events found they are.

What a brief states is decided by the rule of a fact and the table that ships (``hudna.views.reliability``); an event is
right when the scorer matches it with its type and sides. On val the table was measured on the very same events, so that
its figure there is what the table promises; on dev it is what another set keeps of the promise.
"""

from typing import NamedTuple

from hudna.views.reliability import Reliability, vouched
from quality.measure import Scored
from quality.reliability import judged


class Stated(NamedTuple):
    """Events that count: found, stated among them, and right among those."""

    found: int
    stated: int
    right: int

    @property
    def precision(self) -> float:
        """Right ones among the stated."""
        return self.right / self.stated if self.stated else 0.0

    @property
    def share(self) -> float:
        """Stated ones among all found."""
        return self.stated / self.found if self.found else 0.0


def stated(scored: Scored, table: Reliability) -> Stated:
    """What the brief would state of the events of ``scored`` by ``table``."""
    found = sure = good = 0
    for names, fact, right in judged(scored):
        if names[0] != "event":
            continue
        found += 1
        if vouched(table.measured(str(fact.get("rule")), names[-1])):
            sure += 1
            good += right
    return Stated(found, sure, good)
