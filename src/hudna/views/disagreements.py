"""What sources differ on, the versions side by side."""

from dataclasses import dataclass

from hudna.record import Disagreement
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, Happening, happenings
from hudna.views.mark import Mark
from hudna.views.party import UNNAMED, Party
from hudna.views.tolls import Figure, casualties, losses


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions: what it says, who says it, where.

    ``parties`` are those that ``value`` names, for versions of who acted or was acted upon; else empty.
    """

    value: str
    parties: tuple[Party, ...]
    claimed_by: tuple[Party, ...]
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources differ on.

    Attributes:
        id: disagreement id.
        about: occurrence, actors, targets, count or date.
        happening: the event concerned.
        figure: one of the figures concerned, for a difference of counts: what is counted.
        versions: at least two.
        sources: where all of them stand.

    """

    id: str
    about: str
    happening: Happening | None
    figure: Figure | None
    versions: tuple[Version, ...]
    sources: tuple[Mark, ...]


def disagreements(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Difference, ...]:
    """The differences over what is asked for."""
    events = {h.id: h for h in happenings(dossier, choice)}
    figures = {f.id: f for f in (*casualties(dossier, choice), *losses(dossier, choice))}
    rows = [_difference(dossier, d, events, figures) for d in dossier.record.disagreements]
    return tuple(r for r in rows if r.happening or r.figure or choice == EVERYTHING)


def _difference(
    dossier: Dossier, held: Disagreement, events: dict[str, Happening], figures: dict[str, Figure]
) -> Difference:
    facts = [f for a in held.accounts for f in a.facts]
    named = held.about in ("actors", "targets")
    versions = tuple(
        Version(
            a.value,
            tuple(_either(dossier, x) for x in a.value.split(", ")) if named and a.value else (),
            dossier.parties(a.claimed_by),
            dossier.marks(a.facts),
        )
        for a in held.accounts
    )
    figure = next((figures[f] for f in facts if f in figures), None)
    event = events.get(held.event) if held.event else None
    return Difference(held.id, held.about, event, figure, versions, dossier.marks(dict.fromkeys(facts)))


def _either(dossier: Dossier, value: str) -> Party:
    """An actor by its id, or by the code of its side, to which versions are lifted."""
    if value in dossier.record.entity or value.startswith(UNNAMED):
        return dossier.party(value)
    return dossier.side(value) or dossier.party(value)
