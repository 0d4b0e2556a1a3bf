"""Who was in contact with whom, and when: the contacts as pairs of those who took part."""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, product

from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, Happening, contacts
from hudna.views.mark import Mark
from hudna.views.party import Party

HELD = "actual"
_PAIR = "~"  # between the ids of the two
_YEAR = 12
_MONTHS = 48  # months that are told one by one; of a longer time the years are


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who were in contact.

    Attributes:
        id: ids of the two, the smaller first, parted by «~».
        left: one of them.
        right: the other.
        times: number of contacts that took place, as far as told.
        apart: number of those only planned, called for, thought possible or denied; never among ``times``.
        first: when the first was that took place, as told, else when it was reported; a bound then, not the date.
        last: when the last was.
        events: ids of those that took place, in time.
        days: when each of them was, or was reported.
        others: ids of the ones counted in ``apart``.
        documents: number of documents that tell of those that took place.
        sources: where one stands that took place, the first of each; else where the others stand.

    """

    id: str
    left: Party
    right: Party
    times: int
    apart: int
    first: str | None
    last: str | None
    events: tuple[str, ...]
    days: tuple[str | None, ...]
    others: tuple[str, ...]
    documents: int
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Two and all their contacts.

    Attributes:
        id: of the pair.
        pair: the two.
        held: the contacts that took place, in time.
        others: those only planned, called for, thought possible or denied.

    """

    id: str
    pair: Pair
    held: tuple[Happening, ...]
    others: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a year, and how many contacts took place in it."""

    since: str
    until: str
    times: int


def network(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Pair, ...]:
    """The pairs of the contacts asked for, those most in contact first.

    Two are a pair where a report names both as taking part: all who met, or, where a contact has targets (a mediator
    and those he mediates between), each of the ones and each of the others. Whom a text does not name is nobody's pair.
    """
    return pairs(contacts(dossier, choice))


def pairs(rows: Iterable[Happening]) -> tuple[Pair, ...]:
    """The pairs of some contacts."""
    held: dict[str, list[tuple[Party, Party, Happening]]] = {}
    for row in rows:
        for left, right in _pairs(row):
            held.setdefault(_pair_id(left, right), []).append((left, right, row))
    made = (_pair(ident, told) for ident, told in held.items())
    return tuple(sorted(made, key=lambda p: (-p.times, -p.apart, p.id)))


def meetings(dossier: Dossier, ident: str) -> Meetings:
    """A pair by its id, with all its contacts.

    Raises:
        KeyError: no contact of these two is told of.

    """
    rows = tuple(h for h in contacts(dossier) if ident in {_pair_id(*two) for two in _pairs(h)})
    pair = next((p for p in pairs(rows) if p.id == ident), None)
    if pair is None:
        raise KeyError(ident)
    took_place = tuple(h for h in rows if h.status == HELD)
    return Meetings(ident, pair, took_place, tuple(h for h in rows if h.status != HELD))


def renamed(ident: str, now: Callable[[str], str]) -> str:
    """The id of a pair of which one is called otherwise by now; of two who became one the id of that one."""
    return _PAIR.join(sorted({now(one) for one in ident.split(_PAIR)}))


def alone(rows: Iterable[Happening]) -> tuple[Happening, ...]:
    """Contacts that took place of which the texts name one side only, or none."""
    return tuple(h for h in rows if h.status == HELD and not _pairs(h))


def apart(rows: Iterable[Happening]) -> tuple[Happening, ...]:
    """Contacts only planned, called for, thought possible or denied."""
    return tuple(h for h in rows if h.status != HELD)


def stretches(rows: Iterable[Happening]) -> tuple[Stretch, ...]:
    """How many contacts took place by month, or by year where there are too many months.

    A contact counts in the month of its day, else in that of its first report; of no single month or year in none.
    """
    known = [bounds for h in rows if h.status == HELD and (bounds := days(h.date or h.reported))]
    in_month = Counter(first[:7] for first, last in known if first[:7] == last[:7])
    in_year = Counter(first[:4] for first, last in known if first[:4] == last[:4])
    if not in_year:
        return ()
    months = _months(min(in_month), max(in_month)) if in_month else []
    if len(months) in range(1, _MONTHS + 1) and len(_years(in_year)) <= _MONTHS // _YEAR + 1:
        return tuple(Stretch(f"{m}-01", f"{m}-{_length(m)}", in_month[m]) for m in months)
    return tuple(Stretch(f"{y}-01-01", f"{y}-12-31", in_year[y]) for y in _years(in_year))


def _pairs(row: Happening) -> tuple[tuple[Party, Party], ...]:
    """Whom a contact brings together, the smaller id first."""
    ones = [p for p in dict.fromkeys(row.actors) if not p.unnamed]
    others = [p for p in dict.fromkeys(row.targets) if not p.unnamed]
    two = product(ones, others) if others else combinations(ones, 2)
    ordered = ((a, b) if a.id < b.id else (b, a) for a, b in two if a.id != b.id)
    return tuple(dict.fromkeys(ordered))


def _pair(ident: str, told: list[tuple[Party, Party, Happening]]) -> Pair:
    left, right, _ = told[0]
    rows = [h for _, _, h in told]
    took_place = [h for h in rows if h.status == HELD]
    others = [h for h in rows if h.status != HELD]
    when = [h.date or h.reported for h in took_place]
    dated = sorted((b, w) for w in when if (b := days(w)))
    return Pair(
        ident,
        left,
        right,
        len(took_place),
        len(others),
        dated[0][1] if dated else None,
        dated[-1][1] if dated else None,
        tuple(h.id for h in took_place),
        tuple(when),
        tuple(h.id for h in others),
        len({d for h in took_place for d in h.documents}),
        tuple(h.sources[0] for h in (took_place or others) if h.sources),
    )


def _pair_id(left: Party, right: Party) -> str:
    return _PAIR.join(sorted((left.id, right.id)))


def _months(first: str, last: str) -> list[str]:
    start, end = (int(m[:4]) * _YEAR + int(m[5:7]) - 1 for m in (first, last))
    return [f"{n // _YEAR:04}-{n % _YEAR + 1:02}" for n in range(start, end + 1)]


def _years(counts: Counter[str]) -> list[str]:
    return [f"{y:04}" for y in range(int(min(counts)), int(max(counts)) + 1)]


def _length(month: str) -> str:
    """The last day of a month, as a date needs it."""
    return str(monthrange(int(month[:4]), int(month[5:7]))[1])
