"""What one report sets against each other: a claim and its denial, two accounts of one loss, a charge and its refusal.

Each rule is a function of what the report says, so that no other report can change what it finds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Account, Claim, Disagreement, Telling, Toll
from hudna.record.wording import stems, written
from hudna.text import Document

_NEAR = 400  # characters between two claims of which one answers the other
_ALIKE = 0.5  # share of the words of the shorter of two claims from which they are of one thing
_COMMON = 3  # words that they share at least
_VALUE = 160  # characters of what each says
_TOPIC = 80


@dataclass(frozen=True, slots=True)
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

    def apart(self, left: Claim, right: Claim) -> bool:
        """Whether two claims are of two sides."""
        return self._side(left) != self._side(right) and right.source not in (left.relay, left.source)

    def lifted(self, names: Iterable[str]) -> set[str]:
        """Names as their sides."""
        return {self.sides.get(x, x) for x in names}

    def _side(self, claim: Claim) -> str:
        return self.sides.get(claim.source, claim.source)

    def before(self, claim: Claim) -> list[Claim]:
        """The claims of others that stand near before one, the nearest first."""
        told = (c for c in self.claims if 0 <= claim.content.start - c.content.end <= _NEAR)
        return sorted((c for c in told if self.apart(c, claim)), key=lambda c: (-c.content.end, c.id))


def contested(report: Report) -> Iterator[Disagreement]:
    """The disagreements that a report tells of; their ids are other than those of what several reports tell."""
    for rule in (_denied_claims, _same_losses, _extents, _rejected_charges):
        yield from (replace(found, id=f"{found.id}.report") for found in rule(report))


def _denied_claims(report: Report) -> Iterator[Disagreement]:
    """«قالت الحركة إن …، لكن الوزارة نفت ذلك»: claims that others deny or call untrue.

    What stands in a denial as an event or a toll is listed with that.
    """
    refuting = {c.id: c for c in report.denied}
    refuting.update((c.id, c) for c in report.claims if _untrue().search(report.words(c)))
    for denial in sorted(refuting.values(), key=lambda c: (c.content, c.id)):
        if not _is_listed(report, denial) and (claim := _refuted(report, denial, refuting)):
            accounts = [
                account("affirmed", ((claim.source,),), (claim.id,)),
                account("denied", ((denial.source,),), (denial.id,)),
            ]
            yield disagreement("occurrence", None, accounts, topic=report.words(claim).strip()[:_TOPIC])


def _is_listed(report: Report, denial: Claim) -> bool:
    told = any(t.disputed_by and t.trigger.within(denial.content) for t in report.tellings)
    return told or any(t.quote.within(denial.content) for t in report.tolls)


def _refuted(report: Report, denial: Claim, refuting: Mapping[str, Claim]) -> Claim | None:
    """The claim of another that a denial is of: one told in it («نفى أنباء تحدثت عن …»), or the most alike."""
    others = [c for c in report.claims if c.id not in refuting and report.apart(c, denial)]
    others = [c for c in others if not _not_so().match(report.words(c))]
    told_in_it = [c for c in others if c.content.within(denial.content)]
    if told_in_it:
        return min(told_in_it, key=lambda c: (c.content, c.id))
    own = stems(report.words(denial))
    said = ((stems(report.words(c)), c) for c in others)
    alike = [(len(own & words) / min(len(own), len(words)), c) for words, c in said if len(own & words) >= _COMMON]
    best = max(alike, key=lambda found: (found[0], found[1].id), default=None)
    return best[1] if best and best[0] >= _ALIKE else None


def _same_losses(report: Report) -> Iterator[Disagreement]:
    """«أعلن الجيش مقتل سبعة. وقال سكان إن هؤلاء القتلى سقطوا في …»: another account of the same dead."""
    for claim in sorted(report.claims, key=lambda c: (c.content, c.id)):
        if _the_same().match(report.words(claim)):
            told = (c for c in report.before(claim) if any(t.quote.within(c.content) for t in report.tolls))
            if first := next(told, None):
                yield disagreement("cause", None, [_worded(report, first), _worded(report, claim)])


def _extents(report: Report) -> Iterator[Disagreement]:
    """«امتدت المعارك إلى …», «في … فقط»: how far it reaches, as two sides have it."""
    only, spread = _extent_cues()
    for claim in sorted(report.claims, key=lambda c: (c.content, c.id)):
        if only.search(report.words(claim)):
            wide = (c for c in report.before(claim) if spread.search(report.words(c)))
            if first := next(wide, None):
                yield disagreement("place", None, [_worded(report, first), _worded(report, claim)])


def _worded(report: Report, claim: Claim) -> Account:
    return account(report.words(claim).strip()[:_VALUE], ((claim.source,),), (claim.id,))


def _rejected_charges(report: Report) -> Iterator[Disagreement]:
    """«رفضت موسكو قرار لندن الذي يحمل دمشق المسؤولية»: a charge, and who rejects what the accusers say of it."""
    charges = [t for t in report.tellings if t.type == "ACCUSE" and t.actors and t.targets and not t.disputed_by]
    for refusal in (t for t in report.tellings if t.type == "REJECT" and t.status == "actual"):
        for charge in (t for t in charges if t.evidence.overlaps(refusal.evidence)):
            accusers, refusers = (report.lifted(t.actors) for t in (charge, refusal))
            if accusers & report.lifted(refusal.targets) and not accusers & refusers:
                accounts = [
                    account("affirmed", (charge.actors,), (charge.id,)),
                    account("refused", (refusal.actors,), (refusal.id,)),
                ]
                yield disagreement("occurrence", None, accounts)


@lru_cache(maxsize=1)
def _untrue() -> re.Pattern[str]:
    return written(_cues()["untrue"], "[وفبل]*")


@lru_cache(maxsize=1)
def _not_so() -> re.Pattern[str]:
    return written(_cues()["not_so"], "(?:إن |أن |[وف])?")


@lru_cache(maxsize=1)
def _the_same() -> re.Pattern[str]:
    return written(_cues()["same_losses"])


@lru_cache(maxsize=1)
def _extent_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return written(_cues()["only"]), written(_cues()["spread"])


def _cues() -> Mapping[str, Iterable[str]]:
    cues: Mapping[str, Iterable[str]] = read_settings("ar", "record")["contested_cues"]
    return cues
