"""One event whole: its tellings beside each other, what it is tied to, what was lost in it, what is contested of it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from hudna.record import Join, Link, Telling
from hudna.record.coreference import said
from hudna.views.bond import INVERSE
from hudna.views.disagreements import Difference
from hudna.views.documents import Report, report
from hudna.views.dossier import Dossier
from hudna.views.happening import Happening, as_told, of_event
from hudna.views.links import Tie, tie
from hudna.views.mark import Mark
from hudna.views.reliability import Measured, Reliability
from hudna.views.tolls import Figure
from hudna.views.verdicts import Verdict, verdicts

_ALIKE = "same-happening"


@dataclass(frozen=True, slots=True)
class Retelling:
    """What one document tells of an event.

    Attributes:
        id: fact id.
        row: the event as this document alone tells it.
        source: the words that carry it.
        sentence: the sentence around them.
        report: the document.
        measured: how often readings of its rule or kind proved right; None where nobody knows.
        stated: whether a brief states it: vouched for by its measured reliability, or by a person.

    """

    id: str
    row: Happening
    source: Mark
    sentence: str
    report: Report
    measured: Measured | None
    stated: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An event that another is tied to.

    Attributes:
        relation: kind of the tie, or its inverse where the neighbour is what it is said of.
        row: the neighbour.
        tie: the words on both sides and the reason.

    """

    relation: str
    row: Happening
    tie: Tie


@dataclass(frozen=True, slots=True)
class Trait:
    """What speaks for or against two accounts being one event.

    Attributes:
        name: when, words, trigger, named, actors, targets, parties, place, mode, topic, losses, hours, weapon,
            elsewhere or status.
        words: what the accounts have there, in common or apart: words, ids, codes, days.
        points: how much it says.

    """

    name: str
    words: str
    points: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two accounts were taken for one event.

    Attributes:
        rule: id of the rule.
        left: id of one of the two tellings.
        right: id of the other.
        traits: what they share and where they differ, in points; of what a person decided none.
        why: the same on one line; of what a person decided who, when and why.

    """

    rule: str
    left: str
    right: str
    traits: tuple[Trait, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Whole:
    """One event whole.

    Attributes:
        id: event id.
        row: the event as all its tellings together have it.
        tellings: one after the other by when their documents appeared, those of one lineage together.
        figures: losses that it is said to have caused.
        differences: what sources differ on about it.
        neighbours: what it is tied to.
        joins: why its tellings were taken for one event.
        verdicts: what people decided about it.

    """

    id: str
    row: Happening
    tellings: tuple[Retelling, ...]
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    neighbours: tuple[Neighbour, ...]
    joins: tuple[Likeness, ...]
    verdicts: tuple[Verdict, ...]


def whole(
    dossier: Dossier,
    reliability: Reliability,
    ident: str,
    figures: Iterable[Figure],
    differences: Iterable[Difference],
) -> Whole:
    """The event of that id, with those of some figures and differences that are about it.

    Raises:
        KeyError: there is none.

    """
    event = dossier.record.event[ident]
    told = {t: dossier.record.telling[t] for t in event.tellings}
    rows = [_retelling(dossier, reliability, t) for t in told.values()]
    return Whole(
        ident,
        of_event(dossier, event),
        tuple(_together(rows)),
        tuple(f for f in figures if f.event == ident),
        tuple(d for d in differences if _about(d, ident, told)),
        tuple(_neighbour(dossier, ident, x) for x in dossier.record.links if ident in (x.left, x.right)),
        tuple(_likeness(j) for j in event.joins),
        verdicts(dossier, set(told)),
    )


def _likeness(join: Join) -> Likeness:
    traits = said(join.why) if join.rule == _ALIKE else ()
    return Likeness(join.rule, join.left, join.right, tuple(Trait(*t) for t in traits), join.why)


def _about(row: Difference, ident: str, told: Container[str]) -> bool:
    return (row.happening is not None and row.happening.id == ident) or any(m.fact in told for m in row.sources)


def _retelling(dossier: Dossier, reliability: Reliability, telling: Telling) -> Retelling:
    mark = dossier.mark(telling)
    return Retelling(
        telling.id,
        as_told(dossier, telling),
        mark,
        dossier.quote(mark.document, mark.sentence),
        report(dossier, dossier.record.document[telling.document]),
        reliability.of(telling),
        reliability.vouches(telling) or bool(dossier.reviewed((telling.id,))),
    )


def _together(rows: Iterable[Retelling]) -> list[Retelling]:
    """By when they appeared, the undated last; what goes back to one text follows its first."""
    ordered = sorted(rows, key=lambda r: (r.report.published is None, r.report.published or "", r.source.document))
    first: dict[str, int] = {}
    for place, row in enumerate(ordered):
        first.setdefault(row.report.lineage, place)
    return sorted(ordered, key=lambda r: first[r.report.lineage])


def _neighbour(dossier: Dossier, ident: str, link: Link) -> Neighbour:
    here = link.left == ident
    other = dossier.record.event[link.right if here else link.left]
    relation = link.kind if here else INVERSE[link.kind]
    return Neighbour(relation, of_event(dossier, other), tie(dossier, link))
