"""Events as rows: contacts, positions, incidents, measures, the timeline and what has no date."""

from dataclasses import dataclass, replace

from hudna.record import Event, Telling
from hudna.text import Span
from hudna.views.bond import Bond
from hudna.views.choice import Choice, asked_for
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.mark import Mark
from hudna.views.party import Party

CONTACT = frozenset({"CONSULT"})
POSITIONS = frozenset({"REQUEST", "REJECT", "AGREE", "SUPPORT"})
CHARGES = frozenset({"ACCUSE", "THREATEN"})
MEASURES = frozenset({"MOBILIZE", "COERCE"})
FORCE = frozenset({"ASSAULT"})
EVERYTHING = Choice()
_TOLD = (  # fields that a telling has as well as its event
    "type",
    "mode",
    "topic",
    "actors",
    "targets",
    "place",
    "date",
    "status",
    "claimed_by",
    "disputed_by",
    "weapon",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with who is in it, who says so and where that stands.

    Attributes:
        id: event id.
        date: ISO 8601 as the record dates it.
        inferred: whether the date rests on the inferred day of a report that bears none.
        reported: when the first document telling it appeared; a bound, not the date.
        type: PLOVER type.
        mode: PLOVER mode.
        topic: of a demand, refusal, agreement or support.
        actors: who act, or all who take part.
        targets: to whom it is done.
        place: where.
        status: actual, planned, called_for, denied or possible.
        standing: reported, claimed, disputed, corroborated or admitted.
        weapon: as told.
        claimed_by: to whom it is attributed; empty where an outlet tells it in its own voice.
        disputed_by: who deny it.
        unnaming: those of ``claimed_by`` who tell it without naming who did it.
        relays: through whom those claims came.
        documents: names of the documents that tell it.
        lineages: number of independent lineages among them.
        wording: of its first telling, from the words that carry it to the end of their sentence.
        links: how it is tied to other events.
        sources: where it stands.
        reviewed: what people did to it as it stands: accepted, corrected, added.

    """

    id: str
    date: str | None
    inferred: bool
    reported: str | None
    type: str
    mode: str | None
    topic: str | None
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    place: Party | None
    status: str
    standing: str
    weapon: str | None
    claimed_by: tuple[Party, ...]
    disputed_by: tuple[Party, ...]
    unnaming: tuple[Party, ...]
    relays: tuple[Party, ...]
    documents: tuple[str, ...]
    lineages: int
    wording: str
    links: tuple[Bond, ...]
    sources: tuple[Mark, ...]
    reviewed: tuple[str, ...]


def happenings(
    dossier: Dossier, choice: Choice = EVERYTHING, types: frozenset[str] | None = None
) -> tuple[Happening, ...]:
    """The events of some types (of all, if None) by date, the undated last."""
    events = (e for e in dossier.record.events if types is None or e.type in types)
    asked = asked_for(events, choice, lambda e: _asked(dossier, e, choice))
    return tuple(sorted((_row(dossier, e) for e in asked), key=_order))


def contacts(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Talks, calls, meetings, visits and mediation."""
    return happenings(dossier, choice, CONTACT)


def positions(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Demands and offers, refusals, agreements and support, each with its topic."""
    return happenings(dossier, choice, POSITIONS)


def charges(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Accusations and threats."""
    return happenings(dossier, choice, CHARGES)


def incidents(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Uses of armed force told, claimed or denied; not those only planned, feared or called for."""
    return tuple(h for h in happenings(dossier, choice, FORCE) if h.status in ("actual", "denied"))


def measures(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Mobilisation, martial law, curfews, deployments, arrests, blockades and other measures of coercion."""
    return happenings(dossier, choice, MEASURES)


def timeline(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """Everything that has a date, in its order."""
    return tuple(h for h in happenings(dossier, choice) if days(h.date))


def undated(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Happening, ...]:
    """What happened on a day that no document tells."""
    return tuple(h for h in happenings(dossier, choice) if not days(h.date) and h.status in ("actual", "denied"))


def as_told(dossier: Dossier, telling: Telling) -> Happening:
    """The event of a telling with what that telling alone says of it; its standing is the event's."""
    event = dossier.record.event[telling.event]
    said = {name: getattr(telling, name) for name in _TOLD}
    lineage = dossier.record.document[telling.document].lineage
    told = replace(event, **said, tellings=(telling.id,), documents=(telling.document,), lineages=(lineage,))
    return of_event(dossier, told)


def _row(dossier: Dossier, event: Event) -> Happening:
    """The row of an event of the record, made once: most views go through them all."""
    if event.id not in dossier.rows:
        dossier.rows[event.id] = of_event(dossier, event)
    row: Happening = dossier.rows[event.id]
    return row


def of_event(dossier: Dossier, event: Event) -> Happening:
    """An event as a row."""
    marks = dossier.marks(event.tellings)
    return Happening(
        event.id,
        event.date,
        _inferred(dossier, event),
        dossier.reported(event.documents),
        event.type,
        event.mode,
        event.topic,
        dossier.parties(event.actors),
        dossier.parties(event.targets),
        dossier.place(event.place),
        event.status,
        event.standing,
        event.weapon,
        dossier.parties(event.claimed_by),
        dossier.parties(event.disputed_by),
        dossier.parties(_unnaming(dossier, event)),
        dossier.relays(event.tellings),
        event.documents,
        len(event.lineages),
        dossier.wording(marks[0]),
        dossier.bonds(event.id),
        marks,
        dossier.reviewed(event.tellings),
    )


def _inferred(dossier: Dossier, event: Event) -> bool:
    """Whether all that date an event tell it of a day that their document alone leaves open."""
    dated = [t for t in map(dossier.record.telling.__getitem__, event.tellings) if t.date]
    return event.date is not None and all(t.date_form for t in dated)


def _unnaming(dossier: Dossier, event: Event) -> tuple[str, ...]:
    told = [dossier.record.telling[t] for t in event.tellings]
    naming = {claimant for t in told if t.actors for claimant in t.claimed_by}
    return tuple(c for c in event.claimed_by if event.actors and c not in naming)


def _asked(dossier: Dossier, event: Event, choice: Choice) -> bool:
    parts = (*event.actors, *event.targets)
    return choice.takes(
        who=(*parts, *event.claimed_by, *event.disputed_by, *(p.id for p in dossier.relays(event.tellings))),
        where=(*parts, event.place or ""),
        sides=(dossier.party(p).side for p in parts),
        date=event.date or dossier.reported(event.documents),
        kind=(event.type, event.standing),
    )


def _order(row: Happening) -> tuple[bool, str, str, str, Span]:
    """By date; what has none stands last, by when it was reported; then as the documents tell it."""
    bounds, told = days(row.date), days(row.reported)
    first = row.sources[0]
    return (bounds is None, bounds[0] if bounds else "", told[0] if told else "9999", first.document, first.span)
