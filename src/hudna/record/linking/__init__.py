"""Which events are tied: plans and what came of them, demands and answers, accusations and deeds, parts and wholes.

Rules compare two tellings: of one document, where nearness and order speak as well (``within``), or of two documents
that share a key of days and sides (``across``). What ties tellings ties their events.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, groupby

from hudna.record.identity import link_id
from hudna.record.linking.across import across
from hudna.record.linking.cue import cues
from hudna.record.linking.strand import strands
from hudna.record.linking.within import Tied, within
from hudna.record.model import Link, Telling

__all__ = ["cues", "links"]


def links(
    tellings: Iterable[Telling],
    sides: Mapping[str, str],
    published: Mapping[str, str | None],
    places: Mapping[str, frozenset[str]],
    told: Mapping[str, frozenset[str]],
) -> tuple[Link, ...]:
    """The links of a record, sorted by id.

    Args:
        tellings: with their events.
        sides: entity id → its side, or itself.
        published: document name → when it appeared.
        places: id of a place → the words of its name.
        told: telling id → its cues, as ``cues`` finds them.

    """
    held = strands(tellings, sides, published, places, told)
    by_document = groupby(held, key=lambda s: s.telling.document)
    found: dict[tuple[str, str, str], list[Tied]] = defaultdict(list)
    for tied in chain((t for _, own in by_document for t in within(tuple(own))), across(held)):
        (kind, _, _), left, right = tied
        found[kind, left.telling.event, right.telling.event].append(tied)
    made = (_link(kind, left, right, shown) for (kind, left, right), shown in found.items())
    return tuple(sorted(made, key=lambda x: x.id))


def _link(kind: str, left: str, right: str, shown: list[Tied]) -> Link:
    """The link of two events; its reason is that of the first pair of tellings that shows it."""
    ordered = sorted(shown, key=lambda t: (t[1].telling.id, t[2].telling.id))
    (_, rule, why), _, _ = ordered[0]
    facts = dict.fromkeys(s.telling.id for _, *ends in ordered for s in ends)
    return Link(link_id(kind, left, right), kind, left, right, rule, why, tuple(facts))
