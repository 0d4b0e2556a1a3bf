"""What sources differ on: listed side by side, never settled.

Whatever can disagree shares an event, a truce, a link or a key of day, side and place, so that a report can only
change the disagreements of what it tells.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudna.record.disagreements import versions
from hudna.record.disagreements.announced import announced
from hudna.record.disagreements.beginnings import beginnings
from hudna.record.disagreements.blame import blame
from hudna.record.disagreements.causes import (
    campaign_keys,
    campaigns,
    causes,
    differing,
    opposed,
    opposed_key,
    retold,
)
from hudna.record.disagreements.contested import contested
from hudna.record.disagreements.count import counts
from hudna.record.disagreements.denied import denied_tolls
from hudna.record.disagreements.figure import About, figures
from hudna.record.disagreements.holds import hold_keys, holds, outcomes
from hudna.record.disagreements.meeting import ASIDES, TERMS, Aside, Stake, shared
from hudna.record.disagreements.report import Report
from hudna.record.disagreements.reversals import reversals
from hudna.record.disagreements.shares import shares
from hudna.record.disagreements.stances import stances
from hudna.record.disagreements.surroundings import above, fighting, leaders, surroundings, uncounted, windows
from hudna.record.model import Breach, Claim, Disagreement, Event, Link, Loss, Telling, Toll, Truce, TruceTelling

__all__ = [
    "ASIDES",
    "TERMS",
    "About",
    "Aside",
    "Report",
    "Stake",
    "Told",
    "above",
    "announced",
    "campaign_keys",
    "causes",
    "contested",
    "fighting",
    "figures",
    "find",
    "hold_keys",
    "leaders",
    "opposed_key",
    "outcomes",
    "shared",
    "shares",
    "surroundings",
    "uncounted",
    "windows",
]


@dataclass(frozen=True, slots=True)
class Told:
    """Facts that can disagree: of a record, or those that share something.

    Attributes:
        events: all, with their standing.
        tellings: all.
        links: all.
        tolls: all.
        losses: all.
        breaches: all.
        truces: all.
        truce_tellings: all.
        denials: the claims that deny what stands in them.
        causes: telling id → the words of the cause that it gives.
        outcomes: telling id → how an assault on a place went.
        about: what the sentences of the tolls say beside them.

    """

    events: Sequence[Event]
    tellings: Sequence[Telling]
    links: Sequence[Link]
    tolls: Sequence[Toll]
    losses: Sequence[Loss]
    breaches: Sequence[Breach]
    truces: Sequence[Truce]
    truce_tellings: Sequence[TruceTelling]
    denials: Sequence[Claim]
    causes: Mapping[str, str]
    outcomes: Mapping[str, str]
    about: About


def is_torn(kind: str, *, disputed: bool) -> bool:
    """Whether a telling of this type can be a disagreement by itself: two accuse each other, or one denies it."""
    return disputed or kind == "ACCUSE"


def find(
    told: Told, sides: Mapping[str, str], line_of: Mapping[str, str], published: Mapping[str, str | None]
) -> tuple[Disagreement, ...]:
    """The disagreements of facts that share something (``TERMS``), sorted by id.

    One fact alone gives none, unless it ``is_torn``.

    Args:
        told: the facts.
        sides: entity id → its side, or itself.
        line_of: document name → id of its lineage; what one lineage tells twice is no disagreement.
        published: document name → when it appeared.

    """
    by_id = {t.id: t for t in told.tellings}
    denials = _denials(told.links, by_id)
    out: list[Disagreement] = []
    disputed = {e.id for e in told.events if e.standing == "disputed"}
    charges = {x.left for x in told.links if x.kind == "alleges" and x.right in disputed}
    for event in told.events:
        held = [by_id[t] for t in event.tellings]
        if event.id not in charges:  # else the deed itself is listed, not that somebody told of it
            out.extend(versions.within(event, held, denials.get(event.id, ()), sides, published))
        out.extend(differing(held, told.causes, line_of, sides))
    for held in (*retold(told.tellings, told.causes, sides), *opposed(told.tellings, told.causes, sides)):
        out.extend(differing(held, told.causes, line_of, sides))
    for held in campaigns(told.tellings, told.causes, sides, published):
        out.extend(differing(held, told.causes, {t.document: t.document for t in held}, sides))
    out.extend(holds(told.tellings, told.outcomes, sides, published))
    out.extend(blame(by_id, told.links, sides))
    counted = figures(told.tolls, told.losses, told.breaches, told.about, published)
    out.extend(counts(counted, line_of, sides))
    out.extend(denied_tolls(told.tolls, told.denials))
    out.extend(beginnings(told.truces, told.truce_tellings))
    out.extend(reversals(by_id, told.links))
    out.extend(stances(told.tellings, told.links, sides))
    unique = {d.id: d for d in sorted(out, key=lambda d: (d.id, len(d.accounts), d.topic, d.accounts[0].facts))}
    return tuple(unique[i] for i in sorted(unique))


def _denials(links: Sequence[Link], tellings: Mapping[str, Telling]) -> dict[str, list[Telling]]:
    """Event → the tellings of other events that deny it."""
    out: dict[str, list[Telling]] = defaultdict(list)
    for link in links:
        if link.kind == "denies":
            out[link.right].extend(tellings[f] for f in link.facts if tellings[f].event == link.left)
    return out
