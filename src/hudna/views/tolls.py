"""Human and material losses: who gives which figure for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from hudna.record import Loss, Toll
from hudna.record.dates import narrowest
from hudna.record.disagreements.figure import allowed
from hudna.record.events import every, usual
from hudna.views.choice import Choice, asked_for
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.mark import Mark
from hudna.views.party import Party
from hudna.views.retold import retold

# The order in which kinds of loss are told.
_KINDS = (
    "killed",
    "killed_or_wounded",
    "wounded",
    "missing",
    "captured",
    "displaced",
    "destroyed",
    "downed",
    "damaged",
)

# Rules of figures that are counted in one before them.
_PARTS = frozenset({"casualty.part", "casualty.breakdown", "casualty.of-them"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one claim gives it, with all the documents that tell it alike.

    Attributes:
        id: fact id of its first telling.
        side: whose losses they are.
        kind: killed, wounded, missing, captured, displaced, killed_or_wounded; of things: destroyed, damaged, downed,
            captured.
        what: military, civilian, mixed or unspecified; for material losses the thing.
        count: as told: "12", ">=12", "10-12", "~tens", "unknown".
        low: least number that the count allows.
        high: greatest number that the count allows.
        cumulative: whether it is a running total, never to be added to others.
        part: whether it is counted in a figure told before it: «بينهم طفلان».
        claimed_by: who gives the figure; empty where an outlet gives it in its own voice.
        relays: through whom it came.
        blamed: whom the teller says caused it.
        place: where.
        date: ISO 8601.
        reported: when the first document that tells it appeared.
        event: id of the event said to have caused it.
        lineages: number of independent lineages that tell it.
        sources: where it stands.
        reviewed: what people did to it as it stands: accepted, corrected, added.

    """

    id: str
    side: Party | None
    kind: str
    what: str
    count: str
    low: int | None
    high: int | None
    cumulative: bool
    part: bool
    claimed_by: tuple[Party, ...]
    relays: tuple[Party, ...]
    blamed: tuple[Party, ...]
    place: Party | None
    date: str | None
    reported: str | None
    event: str | None
    lineages: int
    sources: tuple[Mark, ...]
    reviewed: tuple[str, ...]

    @property
    def as_of(self) -> str | None:
        """The day for which it stands: a running total grows until its report, an incident has its own."""
        return (self.reported or self.date) if self.cumulative else (self.date or self.reported)

    @property
    def size(self) -> int:
        """The least number that the count allows, else the greatest: 14 of «about 15», 10 of «tens», 0 of «unknown»."""
        low, high = allowed(self.count) or (0.0, 0.0)
        return ceil(low or high)


@dataclass(frozen=True, slots=True)
class Account:
    """One figure with all who give it: figures that agree in count, claimants and event (or total) stand as one."""

    figure: Figure
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures for one kind of loss of one side, side by side; nothing is added up."""

    side: Party | None
    kind: str
    what: str
    cumulative: bool
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A side of whose losses is told.

    Attributes:
        side: None for losses of which no text tells whose they are.
        kinds: of loss, as they are told.
        figures: how many are given.
        first: first of the days for which they stand.
        last: last of these days.

    """

    side: Party | None
    kinds: tuple[str, ...]
    figures: int
    first: str | None
    last: str | None


def bearers(figures: Sequence[Figure]) -> tuple[Bearer, ...]:
    """The sides of whose losses some figures tell, those with most figures first, the unknown last."""
    groups: dict[Party | None, list[Figure]] = {}
    for held in figures:
        groups.setdefault(held.side, []).append(held)
    return tuple(
        sorted((_bearer(side, held) for side, held in groups.items()), key=lambda b: (b.side is None, -b.figures))
    )


def _bearer(side: Party | None, held: Sequence[Figure]) -> Bearer:
    when = sorted(bounds for f in held if (bounds := days(f.as_of)))
    kinds = tuple(dict.fromkeys(f.kind for f in sorted(held, key=_order)))
    return Bearer(side, kinds, len(held), when[0][0] if when else None, max(w[1] for w in when) if when else None)


def casualties(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Figure, ...]:
    """Human losses, figure by figure; those of one side and kind stand together."""
    return _figures(dossier, choice, dossier.record.tolls)


def losses(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Figure, ...]:
    """Material losses, figure by figure."""
    return _figures(dossier, choice, dossier.record.losses)


def ledgers(figures: Iterable[Figure]) -> tuple[Ledger, ...]:
    """Figures by side, kind, what is counted, and whether they are running totals."""
    groups: dict[tuple[str, str, str, bool], dict[tuple[object, ...], list[Figure]]] = {}
    for figure in figures:
        group = groups.setdefault(
            (figure.side.id if figure.side else "", figure.kind, figure.what, figure.cumulative), {}
        )
        group.setdefault(_same(figure), []).append(figure)
    return tuple(_ledger(list(accounts.values())) for accounts in groups.values())


def _same(figure: Figure) -> tuple[object, ...]:
    """What two figures must share to be one account given twice."""
    claimants = tuple(sorted(p.id for p in figure.claimed_by))
    anchor = None if figure.cumulative else figure.event or figure.id
    return (figure.count, claimants, anchor)


def _ledger(accounts: list[list[Figure]]) -> Ledger:
    first = accounts[0][0]
    merged = tuple(Account(a[0], tuple(mark for f in a for mark in f.sources)) for a in accounts)
    return Ledger(first.side, first.kind, first.what, first.cumulative, merged)


def _figures(dossier: Dossier, choice: Choice, facts: tuple[Toll, ...] | tuple[Loss, ...]) -> tuple[Figure, ...]:
    groups = retold(dossier.record, facts)
    asked = asked_for(groups, choice, lambda held: any(_asked(dossier, f, choice) for f in held))
    return tuple(sorted((_row(dossier, held) for held in asked), key=_order))


def _row(dossier: Dossier, held: Sequence[Toll | Loss]) -> Figure:
    """The row of a figure of the record, made once."""
    if held[0].id not in dossier.rows:
        dossier.rows[held[0].id] = figure(dossier, held)
    row: Figure = dossier.rows[held[0].id]
    return row


def figure(dossier: Dossier, held: Sequence[Toll | Loss]) -> Figure:
    """Losses that are one figure, told once or again, as a row."""
    first = held[0]
    victims = usual(f.victims for f in held if isinstance(f, Toll) and f.victims != "unspecified") or "unspecified"
    return Figure(
        first.id,
        dossier.side(usual(f.side for f in held)),
        first.kind,
        first.item if isinstance(first, Loss) else victims,
        first.count,
        first.low,
        first.high,
        first.cumulative if isinstance(first, Toll) else False,
        all(f.rule in _PARTS for f in held),
        dossier.parties(every(f.claimed_by for f in held)),
        tuple(dict.fromkeys(p for f in held for p in dossier.carried(f))),
        dossier.parties(every(f.blamed for f in held)),
        dossier.place(usual(f.place for f in held)),
        narrowest(f.date for f in held),
        dossier.reported(f.document for f in held),
        usual(f.event for f in held),
        dossier.lineages(f.document for f in held),
        dossier.marks(f.id for f in held),
        dossier.reviewed(f.id for f in held),
    )


def _asked(dossier: Dossier, fact: Toll | Loss, choice: Choice) -> bool:
    return choice.takes(
        who=(*fact.claimed_by, *fact.blamed, *(p.id for p in dossier.carried(fact))),
        where=(fact.place or "",),
        sides=(fact.side,),
        date=fact.date or dossier.reported((fact.document,)),
    )


def _order(row: Figure) -> tuple[object, ...]:
    """By side, kind and what is counted, running totals first; then in the order of time."""
    kind = _KINDS.index(row.kind) if row.kind in _KINDS else len(_KINDS)
    return (
        row.side is None,
        row.side.id if row.side else "",
        kind,
        row.what,
        not row.cumulative,
        days(row.as_of) or ("9999", "9999"),
        row.sources[0].document,
        row.sources[0].span,
    )
