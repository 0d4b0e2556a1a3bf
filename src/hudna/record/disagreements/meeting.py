"""Which facts can disagree with one another: those that share an event, a link, a truce, a denial or a figure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hudna.record.disagreements.blame import day_key
from hudna.record.disagreements.count import CROWD, NEIGHBOURS, figure_keys, one_thing
from hudna.record.disagreements.figure import Figure
from hudna.record.model import Link, Telling
from hudna.record.workings import Key, Rule, Terms


@dataclass(frozen=True, slots=True)
class Stake:
    """A fact that others can differ from.

    Attributes:
        id: of the fact.
        shared: what it has in common with all that it can disagree with, but for figures.
        figure: the figure that it gives.

    """

    id: str
    shared: tuple[str, ...]
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """What a document says beside its facts that bears on what it disagrees on.

    Attributes:
        causes: telling id and the words of the cause that it gives.
        concerns: id of a toll without side, and the sides that its sentence names.
        shares: id of a toll, how it belongs to one before it, and that one's id.
        denials: ids of the claims that deny what stands in them.
        words: id of a running total, and the words of its sentence.
        windows: ids of the totals of some days, a month or a year.
        above: ids of the tolls told as more than a number.
        leaders: ids of the tolls that count commanders only.
        uncounted: ids of the tolls told as of an unknown number.
        outcomes: telling id and how an assault on a place went.
        fighting: the sides of the attacks and fights that the document tells of.

    """

    causes: tuple[tuple[str, str], ...]
    concerns: tuple[tuple[str, tuple[str, ...]], ...]
    shares: tuple[tuple[str, str, str], ...]
    denials: tuple[str, ...]
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    windows: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    fighting: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()


def shared(telling: Telling, links: Iterable[Link], sides: Mapping[str, str]) -> Iterator[str]:
    """What a telling has in common with those that it can disagree with; ``links`` are those of its event."""
    yield f"event {telling.event}"
    for link in links:
        yield f"link {link.id}"
        if link.kind == "counters":
            yield f"quarrel {telling.document}"
    if telling.type == "ACCUSE":
        yield f"quarrel {telling.document}"
    if telling.type in ("AGREE", "REJECT"):
        yield f"stance {telling.document}"
    if telling.place and telling.actors and telling.status == "actual":
        yield f"deed {telling.document} {telling.type} {telling.place} {telling.date}"
    if key := day_key(telling, sides):
        day, pair = key
        yield f"day {day} {pair}"


def _keys(stake: Stake) -> Iterator[Key]:
    yield from (Key("shared", what) for what in stake.shared)
    if stake.figure:
        low, high = stake.figure.allowed
        yield from (Key("figure", repr(key), f"{low:024.3f} {high:024.3f}") for key in figure_keys(stake.figure))


def _compare(left: Stake, right: Stake) -> bool | None:
    return True if left.figure and right.figure and one_thing(left.figure, right.figure) else None


TERMS = Terms("stakes", Stake, _keys, {"shared": Rule(), "figure": Rule(_compare, crowd=CROWD, reach=NEIGHBOURS)})
ASIDES: Terms[Aside] = Terms("asides", Aside, lambda _: (), {})
