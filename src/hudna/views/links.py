"""What ties events that are not one: plans and what came of them, demands and answers, accusations and deeds."""

from dataclasses import dataclass

from hudna.record import Link
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, happenings
from hudna.views.mark import Mark


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events and what ties them.

    Attributes:
        id: link id.
        kind: realises, answers, alleges, denies, counters, reverses or part_of.
        left: id of the event that it is said of.
        words: those of its first telling that shows the tie, to the end of their sentence.
        right: id of the event referred to.
        words_right: those of its first telling that shows the tie.
        why: the evidence in words.
        rule: id of the rule that tied them.
        sources: the tellings that show it.

    """

    id: str
    kind: str
    left: str
    words: str
    right: str
    words_right: str
    why: str
    rule: str
    sources: tuple[Mark, ...]


def links(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Tie, ...]:
    """The ties of what is asked for, in the order in which the documents tell the left ends."""
    asked = {h.id for h in happenings(dossier, choice)}
    rows = (tie(dossier, x) for x in dossier.record.links if x.left in asked or x.right in asked)
    return tuple(sorted(rows, key=lambda r: (r.sources[0].document, r.sources[0].span, r.id)))


def tie(dossier: Dossier, link: Link) -> Tie:
    """A link as a row."""
    left, right = (_wording(dossier, link, event) for event in (link.left, link.right))
    return Tie(link.id, link.kind, link.left, left, link.right, right, link.why, link.rule, dossier.marks(link.facts))


def _wording(dossier: Dossier, link: Link, event: str) -> str:
    told = next(f for f in link.facts if dossier.record.telling[f].event == event)
    return dossier.wording(dossier.mark(dossier.record.telling[told]))
