"""One thing to be judged with all that helps to judge it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.record import Disagreement, Event, Telling
from hudna.text import Span
from hudna.views.dossier import Dossier, Fact
from hudna.views.doubts import Doubt, as_difference, as_doubt
from hudna.views.happening import Happening, of_event
from hudna.views.leaf import Row, row_of
from hudna.views.mark import Mark
from hudna.views.reliability import Reliability
from hudna.views.verdicts import Verdict, verdicts

_FEW = 6  # other events that are offered
_FAR = 3  # likenesses of an event that count


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in their sentence."""

    mark: Mark
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Case:
    """Something to be judged.

    Attributes:
        doubt: as it stands in the queue.
        passages: the words that it stands on, each in its sentence.
        row: what was read; None of what is no fact.
        group: id of the event or truce that a fact belongs to; of what belongs to none None.
        others: how many more tellings the group has.
        alike: events that may be the same as that of a telling, the likeliest first.
        verdicts: what people decided of it before.

    """

    doubt: Doubt
    passages: tuple[Passage, ...]
    row: Row | None
    group: str | None
    others: int
    alike: tuple[Happening, ...]
    verdicts: tuple[Verdict, ...]


def case(dossier: Dossier, doubt: Doubt) -> Case:
    """A doubt with all that helps to judge it."""
    fact = dossier.record.by_id.get(doubt.id)
    row: Row | None = None
    group: str | None = None
    if isinstance(fact, Fact):
        _, row, group = row_of(dossier, fact)
    held = dossier.record.by_id.get(group or "")
    tellings = getattr(held, "tellings", ())
    return Case(
        doubt,
        tuple(passage(dossier, mark) for mark in doubt.sources),
        row,
        group,
        len([t for t in tellings if t != doubt.id]),
        tuple(_alike(dossier, fact)) if isinstance(fact, Telling) else (),
        verdicts(dossier, [m.fact for m in doubt.sources if m.fact]),
    )


def doubt_of(dossier: Dossier, reliability: Reliability, ident: str) -> Doubt | None:
    """Any fact or disagreement as something to be judged; None where none has the id."""
    held = dossier.record.by_id.get(ident)
    if isinstance(held, Disagreement):
        return as_difference(dossier, held)
    return as_doubt(dossier, reliability, held) if isinstance(held, Fact) else None


def passage(dossier: Dossier, mark: Mark) -> Passage:
    """The words of a mark in their sentence."""
    before = Span(mark.sentence.start, max(mark.sentence.start, mark.span.start))
    after = Span(mark.span.end, max(mark.sentence.end, mark.span.end))
    left, words, right = (dossier.quote(mark.document, s) for s in (before, mark.span, after))
    return Passage(mark, left, words, right)


def _alike(dossier: Dossier, telling: Telling) -> Iterator[Happening]:
    """Events of the same type with the same day, place or parties."""
    own = dossier.record.event[telling.event]
    likenesses = ((_likeness(own, e), e) for e in dossier.record.events if e.id != own.id and e.type == own.type)
    likely = sorted(((n, e) for n, e in likenesses if n >= _FAR), key=lambda pair: (-pair[0], pair[1].id))
    return (of_event(dossier, e) for _, e in likely[:_FEW])


def _likeness(one: Event, other: Event) -> int:
    dates = 2 if one.date and one.date == other.date else 0
    place = 2 if one.place and one.place == other.place else 0
    actors = not set(one.actors).isdisjoint(other.actors)
    targets = not set(one.targets).isdisjoint(other.targets)
    return dates + place + actors + targets + (one.mode == other.mode)
