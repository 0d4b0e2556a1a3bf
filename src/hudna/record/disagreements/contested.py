"""What one report sets against each other: a claim and its denial, two accounts of one loss, a charge and its refusal.

Each rule is a function of what the report says, so that no other report can change what it finds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.disagreements.account import account, disagreement
from hudna.record.disagreements.amounts import amounts
from hudna.record.disagreements.report import Report
from hudna.record.disagreements.tallies import parts, spans
from hudna.record.model import Claim, Disagreement
from hudna.record.wording import bears, marks, stems, written

_ALIKE = 0.5  # share of the words of the shorter of two claims from which they are of one thing
_COMMON = 3  # words that they share at least
_TOPIC = 80


def contested(report: Report) -> Iterator[Disagreement]:
    """The disagreements that a report tells of; their ids are other than those of what several reports tell."""
    for rule in (
        _denied_claims,
        _same_losses,
        _extents,
        _rejected_charges,
        _condemned,
        _unprovoked,
        amounts,
        parts,
        spans,
    ):
        yield from (replace(found, id=f"{found.id}.report") for found in rule(report))


def _denied_claims(report: Report) -> Iterator[Disagreement]:
    """«قالت الحركة إن …، لكن الوزارة نفت ذلك»: claims that others deny or call untrue.

    What stands in a denial as an event or a toll is listed with that.
    """
    refuting = {c.id: c for c in report.denied}
    if bears(report.document.text, _marks("untrue")):
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
    near = report.around(denial)
    denials = [c for c in near if c.id in refuting]
    others = [c for c in near if c.id not in refuting and report.apart(c, denial)]
    others = [c for c in others if not _not_so().match(report.words(c))]
    others = [c for c in others if not any(d.cue.within(c.content) for d in denials)]
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
                yield disagreement("cause", None, [report.worded(first), report.worded(claim)])


def _extents(report: Report) -> Iterator[Disagreement]:
    """«امتدت المعارك إلى …», «في … فقط»: how far it reaches, as two sides have it."""
    if not bears(report.document.text, _marks("only")):
        return
    only, spread = _extent_cues()
    for claim in sorted(report.claims, key=lambda c: (c.content, c.id)):
        if only.search(report.words(claim)):
            wide = (c for c in report.before(claim) if spread.search(report.words(c)))
            if first := next(wide, None):
                yield disagreement("place", None, [report.worded(first), report.worded(claim)])


def _rejected_charges(report: Report) -> Iterator[Disagreement]:
    """«رفضت موسكو قرار لندن الذي يحمل دمشق المسؤولية»: a charge, and who rejects what the accusers say of it."""
    condemned, _ = _condemned_cues()
    accusing = (t for t in report.tellings if t.type == "ACCUSE" and t.actors and t.targets and not t.disputed_by)
    charges = [t for t in accusing if not condemned.search(report.told(t.trigger))]  # «رفض إدانة الهجوم»
    for refusal in (t for t in report.tellings if t.type == "REJECT" and t.status == "actual"):
        for charge in (t for t in charges if t.evidence.overlaps(refusal.evidence)):
            accusers, refusers = (report.lifted(t.actors) for t in (charge, refusal))
            if accusers & report.lifted(refusal.targets) and not accusers & refusers:
                accounts = [
                    account("affirmed", (charge.actors,), (charge.id,)),
                    account("refused", (refusal.actors,), (refusal.id,)),
                ]
                yield disagreement("occurrence", None, accounts)


def _condemned(report: Report) -> Iterator[Disagreement]:
    """«حملت الحركة الحكومة مسؤولية الهجوم. ونددت الحكومة بالهجوم»: the one who is blamed condemns the deed."""
    condemned, deed = _condemned_cues()
    accusing = [t for t in report.tellings if t.type == "ACCUSE" and t.actors]
    charges = [t for t in accusing if t.targets and not t.disputed_by]
    for telling in accusing:
        if not condemned.search(report.told(telling.trigger)) or not deed.search(report.told(telling.evidence)):
            continue
        own = report.lifted(telling.actors)
        for charge in charges:
            accusers, blamed = report.lifted(charge.actors), report.lifted(charge.targets)
            laid = not condemned.search(report.told(charge.trigger)) and deed.search(report.told(charge.evidence))
            if laid and blamed & own and not accusers & own and not accusers & report.lifted(telling.targets):
                accounts = [
                    account("affirmed", (charge.actors,), (charge.id,)),
                    account("condemned", (telling.actors,), (telling.id,)),
                ]
                yield disagreement("occurrence", None, accounts)
                return


def _unprovoked(report: Report) -> Iterator[Disagreement]:
    """«هجوم غير مبرر», by another «أطلقنا العملية للرد على …»: that there was no cause, and the aim or cause given."""
    if not bears(report.document.text, _marks("unjust")):
        return
    unjust, aims = _justice_cues()
    claims = sorted(report.claims, key=lambda c: (c.content, c.id))
    giving = [c for c in claims if aims.search(report.words(c))]
    for claim in claims:
        if giving and unjust.search(report.words(claim)):
            own = stems(report.words(claim))
            others = (c for c in giving if not {c.source, c.relay} & {claim.source, claim.relay} - {None})
            told = [c for c in others if len(own & stems(report.words(c))) >= _COMMON]
            if told:
                yield disagreement("cause", None, [report.worded(claim), *map(report.worded, _each_source(told))])
                return


def _each_source(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each source."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.source, claim)
    return list(first.values())


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


@lru_cache(maxsize=1)
def _condemned_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return written(_cues()["condemned"], "[وفبلك]*(?:ال)?"), written(_cues()["this_deed"], "[وفبل]*")


@lru_cache(maxsize=1)
def _justice_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    aims = (*_cues()["aims"], *read_settings("ar", "record")["cause_cues"])
    return written(_cues()["unjust"]), written(aims)


@lru_cache(maxsize=3)
def _marks(of: str) -> tuple[str, ...]:
    return marks(_cues()[of])


def _cues() -> Mapping[str, Iterable[str]]:
    cues: Mapping[str, Iterable[str]] = read_settings("ar", "record")["contested_cues"]
    return cues
