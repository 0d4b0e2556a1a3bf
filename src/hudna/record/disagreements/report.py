"""One report as its claims and figures are set against each other."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hudna.record.disagreements.account import account
from hudna.record.model import Account, Claim, Telling, Toll
from hudna.text import Document, Span

_NEAR = 400  # characters between two claims of which one answers the other
_AROUND = 200  # claims of a report beyond which only the nearest are compared with a denial
_VALUE = 160  # characters of what each says


@dataclass(frozen=True)
class Report:
    """What a report says.

    Attributes:
        document: its text.
        claims: who says what.
        denied: those of them that deny what they tell.
        tellings: of events, with those who deny them.
        tolls: human losses.
        sides: entity id → its side, or itself.

    """

    document: Document
    claims: Sequence[Claim]
    denied: Sequence[Claim]
    tellings: Sequence[Telling]
    tolls: Sequence[Toll]
    sides: Mapping[str, str]

    def words(self, claim: Claim) -> str:
        """What is said."""
        return self.document.text[claim.content.start : claim.content.end]

    def told(self, span: Span) -> str:
        """The words of a span."""
        return self.document.text[span.start : span.end]

    def apart(self, left: Claim, right: Claim) -> bool:
        """Whether two claims are of two sides."""
        told = right.source in (left.relay, left.source) or left.source == right.relay
        return self._side(left) != self._side(right) and not told

    def lifted(self, names: Iterable[str]) -> set[str]:
        """Names as their sides."""
        return {self.sides.get(x, x) for x in names}

    def around(self, claim: Claim) -> list[Claim]:
        """The claims among which one is looked for that another answers: all but in a very long report."""
        if len(self.claims) <= _AROUND:
            return [*self.claims]
        ordered, starts = self._ordered
        at = bisect_left(starts, claim.content.start)
        return ordered[max(0, at - _AROUND // 2) : at + _AROUND // 2]

    @cached_property
    def _ordered(self) -> tuple[list[Claim], list[int]]:
        """The claims by their place, and where each begins."""
        ordered = sorted(self.claims, key=lambda c: (c.content, c.id))
        return ordered, [c.content.start for c in ordered]

    def _side(self, claim: Claim) -> str:
        return self.sides.get(claim.source, claim.source)

    def before(self, claim: Claim) -> list[Claim]:
        """The claims of others that stand near before one, the nearest first."""
        told = (c for c in self.claims if 0 <= claim.content.start - c.content.end <= _NEAR)
        return sorted((c for c in told if self.apart(c, claim)), key=lambda c: (-c.content.end, c.id))

    def worded(self, claim: Claim) -> Account:
        """What a claim says as an account."""
        return account(self.words(claim).strip()[:_VALUE], ((claim.source,),), (claim.id,))
