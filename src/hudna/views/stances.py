"""Who demanded, offered, accepted or refused what over time, who answered whom, and where a side changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hudna.views.bond import Bond
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, Happening, positions
from hudna.views.mark import Mark
from hudna.views.party import Party

STANCES = {
    "REQUEST": "demands",
    "AGREE": "accepts",
    "SUPPORT": "supports",
    "REJECT": "refuses",
    "CONCEDE": "concedes",
}
_OFFERED = "mediation"  # a call for it to both sides is an offer; to one, it asks him for it
_UNCLEAR = frozenset({None, "other"})  # topics under which two stances need not be about one matter
_MATTER = 92  # days within which two stances of which one names nobody it is put to are about one matter
_AGAINST = "refuses"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a demand.

    Attributes:
        stance: accepts, refuses or concedes.
        by: who answered.
        event: id of the answer.

    """

    stance: str
    by: tuple[Party, ...]
    event: str

    def __str__(self) -> str:
        return f"{', '.join(p.name('en') for p in self.by) or 'somebody'} {self.stance} ({self.event})"


@dataclass(frozen=True, slots=True)
class Stance:
    """What one party said of one topic at one time.

    Attributes:
        id: event id.
        party: whose stance it is.
        side: the state or party it acts for.
        topic: ceasefire, negotiations, mediation, withdrawal …, None if the report leaves it open.
        date: of the event.
        reported: when the first document telling it appeared.
        stance: demands, offers, accepts, supports, refuses or concedes.
        targets: of or from whom.
        answers: what was said to it.
        answered: the demands that it answers, as event ids.
        changed: whether its side took the other stance on the matter on the last earlier day that it spoke of it.
        before: id of the event with that other stance.
        standing: reported, claimed, disputed, corroborated or admitted.
        claimed_by: to whom the telling is attributed.
        wording: of the first telling.
        sources: where it stands.

    """

    id: str
    party: Party
    side: Party | None
    topic: str | None
    date: str | None
    reported: str | None
    stance: str
    targets: tuple[Party, ...]
    answers: tuple[Answer, ...]
    answered: tuple[str, ...]
    changed: bool
    before: str | None
    standing: str
    claimed_by: tuple[Party, ...]
    wording: str
    sources: tuple[Mark, ...]


def stances(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Stance, ...]:
    """The stances of each side, topic by topic, in the order of their days; a change is marked.

    Whoever asks for an actor gets his stances, for a state those of all who act for it; for two actors those of each.
    """
    everybody = replace(choice, actors=(), side=None)
    held: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for row in positions(dossier, everybody):
        if row.status != "denied" and row.type in STANCES:
            for party in row.actors:
                held[party.side or party.id, row.topic or ""].append(_stance(dossier, row, party))
    rows = (s for _, group in sorted(held.items()) for s in _marked(group))
    return tuple(s for s in rows if _asked(s, choice))


def changes(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Stance, ...]:
    """The stances by which a side changed."""
    return tuple(s for s in stances(dossier, choice) if s.changed)


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of a side on a matter.

    Attributes:
        id: event id of the later stance.
        before: what the side said first.
        after: what it said then.

    """

    id: str
    before: Happening
    after: Happening


def turns(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Turn, ...]:
    """The changes of all sides, the latest first."""
    rows = {h.id: h for h in positions(dossier)}
    held = dict.fromkeys((s.id, s.before or "") for s in sorted(changes(dossier, choice), key=_order, reverse=True))
    return tuple(Turn(after, rows[before], rows[after]) for after, before in held)


def _stance(dossier: Dossier, row: Happening, party: Party) -> Stance:
    targets = tuple(t for t in row.targets if t != party)
    offers = row.type == "REQUEST" and row.topic == _OFFERED and len(targets) != 1
    return Stance(
        row.id,
        party,
        dossier.side(party.side),
        row.topic,
        row.date,
        row.reported,
        "offers" if offers else STANCES[row.type],
        targets,
        tuple(_answers(dossier, row.links)),
        tuple(b.event for b in row.links if b.relation == "answers"),
        changed=False,
        before=None,
        standing=row.standing,
        claimed_by=row.claimed_by,
        wording=row.wording,
        sources=row.sources,
    )


def _answers(dossier: Dossier, bonds: Iterable[Bond]) -> Iterator[Answer]:
    for bond in bonds:
        event = dossier.record.event[bond.event]
        if bond.relation == "answered_by" and event.type in STANCES:
            yield Answer(STANCES[event.type], dossier.parties(event.actors), event.id)


def _marked(group: Iterable[Stance]) -> Iterator[Stance]:
    """The stances of one side on one topic by day, each with the last one on the matter of an earlier day if other."""
    told: list[Stance] = []
    for stance in sorted(group, key=_order):
        earlier = (s for s in reversed(told) if _day(s) < _day(stance) and _one_matter(s, stance))
        before = next(earlier, None) if stance.topic not in _UNCLEAR and _day(stance) else None
        told.append(stance)
        if before and _day(before) and _against(before) != _against(stance):
            yield replace(stance, changed=True, before=before.id)
        else:
            yield stance


def _one_matter(left: Stance, right: Stance) -> bool:
    """Whether two stances on a topic can be about one matter: they are put to the same side, or stand close in time."""
    one, two = ({t.side or t.id for t in s.targets} for s in (left, right))
    if one and two:
        return not one.isdisjoint(two)
    return (date.fromisoformat(_day(right)) - date.fromisoformat(_day(left))).days <= _MATTER if _day(left) else False


def _against(stance: Stance) -> bool:
    return stance.stance == _AGAINST


def _day(stance: Stance) -> str:
    known = days(stance.date) or days(stance.reported)
    return known[0] if known else ""


def _order(stance: Stance) -> tuple[bool, str, str, str]:
    return (not _day(stance), _day(stance), stance.id, stance.party.id)


def _asked(stance: Stance, choice: Choice) -> bool:
    who = {stance.party.id, f"loc.{stance.party.side}"}
    asked = not choice.actors or any(not ids.isdisjoint(who) for ids in choice.actors)
    return asked and choice.side in (None, stance.party.side)
