"""Which events are tied: plans and what came of them, demands and answers, accusations and deeds, parts and wholes.

Rules compare two tellings: of one document, where nearness and order speak as well (``within``), or of two documents
that share a key of days and sides (``across``). What ties tellings ties their events.
"""

from collections.abc import Iterable
from typing import NamedTuple

from hudna.record.identity import link_id
from hudna.record.linking.across import TERMS
from hudna.record.linking.befallen import befallen
from hudna.record.linking.cue import cues
from hudna.record.linking.strand import Strand, strands
from hudna.record.linking.within import within
from hudna.record.model import Link

__all__ = ["TERMS", "Shown", "Strand", "befallen", "cues", "link", "strands", "within"]


class Shown(NamedTuple):
    """Two tellings that show a link of their events."""

    left: str
    right: str
    rule: str
    why: str


def link(kind: str, left: str, right: str, shown: Iterable[Shown]) -> Link:
    """The link of two events; its reason is that of the first pair of tellings that shows it."""
    ordered = sorted(shown)
    facts = dict.fromkeys(telling for pair in ordered for telling in pair[:2])
    return Link(link_id(kind, left, right), kind, left, right, ordered[0].rule, ordered[0].why, tuple(facts))
