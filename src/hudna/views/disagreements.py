"""What sources differ on, the versions side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.record import Claim, Disagreement, Telling, TruceTelling
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier, Fact
from hudna.views.happening import EVERYTHING, Happening, happenings
from hudna.views.mark import Mark
from hudna.views.party import UNNAMED, Party
from hudna.views.tolls import Figure, casualties, losses


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions: what it says, who says it, where.

    Attributes:
        value: as the record has it: a count, a date, «affirmed», the words that give a cause, ids of parties.
        parties: those that ``value`` names, for versions of who acted, was acted upon, or of where.
        claimed_by: who give it; empty where outlets give it in their own voice.
        reported: when the first document that gives it appeared; "" where nobody knows.
        quotes: the sentences that carry it, each once, in the order of ``sources``.
        sources: where it stands.

    """

    value: str
    parties: tuple[Party, ...]
    claimed_by: tuple[Party, ...]
    reported: str
    quotes: tuple[str, ...]
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources differ on.

    Attributes:
        id: disagreement id.
        about: occurrence, actors, targets, place, date, count or cause.
        kind: contradiction, or change over time.
        topic: what is counted, or what it is about in the words of the report; "" for an event.
        reported: when the first document that gives one of the versions appeared.
        happening: the event concerned; of several the first told.
        figure: one of the figures concerned, for a difference of counts: what is counted.
        versions: at least two; of a change in the order in which they were told.
        sources: where all of them stand.

    """

    id: str
    about: str
    kind: str
    topic: str
    reported: str | None
    happening: Happening | None
    figure: Figure | None
    versions: tuple[Version, ...]
    sources: tuple[Mark, ...]


def disagreements(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Difference, ...]:
    """The differences over what is asked for: contradictions first, then changes, each as they were first reported."""
    events = {h.id: h for h in happenings(dossier, choice)}
    figures = {f.id: f for f in (*casualties(dossier, choice), *losses(dossier, choice))}
    rows = [
        _difference(dossier, d, events, figures) for d in dossier.record.disagreements if _asked(dossier, d, choice)
    ]
    held = (r for r in rows if r.happening or r.figure or choice == EVERYTHING or _of_no_event(dossier, r))
    return tuple(sorted(held, key=_order))


def _order(row: Difference) -> tuple[object, ...]:
    first = row.sources[0]
    return (row.kind == "change", row.reported or "9999", first.document, first.span, row.id)


def _asked(dossier: Dossier, held: Disagreement, choice: Choice) -> bool:
    """Whether what stands on no event or figure is asked for, by who says it and when."""
    facts = [dossier.record.by_id[f] for f in held.facts]
    if any(not isinstance(f, Claim | TruceTelling) for f in facts):
        return True
    said = [x for a in held.accounts for x in a.claimed_by]
    documents = {f.document for f in facts if isinstance(f, Fact)}
    sides = (dossier.party(x).side for x in said)
    return choice.takes(who=said, where=(), sides=sides, date=dossier.reported(documents))


def _of_no_event(dossier: Dossier, row: Difference) -> bool:
    return all(isinstance(dossier.record.by_id[m.fact], Claim | TruceTelling) for m in row.sources)


def _difference(
    dossier: Dossier, held: Disagreement, events: dict[str, Happening], figures: dict[str, Figure]
) -> Difference:
    facts = held.facts
    sources = dossier.marks(facts)
    counted = sorted((figures[f] for f in facts if f in figures), key=lambda f: f.side is None)
    return Difference(
        held.id,
        held.about,
        held.kind,
        held.topic,
        dossier.reported({m.document for m in sources}),
        _happening(dossier, held, sources, events),
        counted[0] if counted else None,
        tuple(_version(dossier, held.about, a.value, a.claimed_by, a.facts) for a in held.accounts),
        sources,
    )


def _happening(
    dossier: Dossier, held: Disagreement, sources: Iterable[Mark], events: dict[str, Happening]
) -> Happening | None:
    """The event concerned; where it is not one, that of the first telling."""
    told = (dossier.record.by_id[m.fact] for m in sources)
    named = [held.event] if held.event else [t.event for t in told if isinstance(t, Telling)]
    return next((events[e] for e in named if e in events), None)


def _version(dossier: Dossier, about: str, value: str, claimants: tuple[str, ...], facts: tuple[str, ...]) -> Version:
    worded = any(isinstance(dossier.record.by_id[f], Claim) for f in facts)  # what reports say that accounts differ on
    named = about in ("actors", "targets", "place") and value and not worded
    sources = dossier.marks(facts)
    return Version(
        value,
        tuple(_either(dossier, x) for x in value.split(", ")) if named else (),
        dossier.parties(claimants),
        dossier.reported({m.document for m in sources}) or "",
        tuple(dict.fromkeys(dossier.quote(m.document, m.sentence) for m in sources)),
        sources,
    )


def _either(dossier: Dossier, value: str) -> Party:
    """An actor by its id, or by the code of its side, to which versions are lifted."""
    if value in dossier.record.entity or value.startswith(UNNAMED):
        return dossier.party(value)
    return dossier.side(value) or dossier.party(value)
