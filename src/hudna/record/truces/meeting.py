"""Which two tellings can be of one truce: rules of a pair, and what two groups must not contradict.

Two truces of the same parties stay two where what is told of them excludes that they are one: their days, their
length, or a report that knows the one before the other began. What remains is joined where something positive says
so: an event in common, the day of the beginning or announcement, or that a telling without a date can only be of the
truce then in force.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hudna.record.dates import Numbers, day_number, ends, numbers
from hudna.record.truces.sketch import Sketch

BEFORE = 14  # days from a call for a truce to the truce that it is the first step of, and from one call to the next
_TOGETHER = 31  # days between reports of one truce in force of which none says when it began
_SURE = 0.5  # share of those named around the one that are named around the other
_PAIR = 2
_AFTER = 7  # days for which a truce that has run out is still told of as the one that is
_OVER = frozenset({"collapsed", "ended"})
# Kinds of days and how many days the first may begin after the end of the second, in tellings of one truce.
_APART: tuple[tuple[str, str, int], ...] = (
    ("start", "start", 1),  # «today» in a copy is the next day
    ("made", "made", 3),  # asked for, agreed and made known
    ("made", "start", 3),
    ("start", "made", 31),
    ("begin", "known", 1),  # a report of it in force is no older than it
    ("alive", "over", 3),  # of what has collapsed or ended, other reports tell for some days
    ("begin", "over", 0),
    ("wanted", "begin", 0),  # nobody calls for what there is
    ("begin", "wanted", BEFORE),
    ("wanted", "wanted", BEFORE),
)


@dataclass(frozen=True, slots=True)
class Held:
    """What must not be contradicted among the tellings of one truce; of a single telling or of a group.

    Attributes:
        latest: kind of day → the latest first day of any telling.
        earliest: kind of day → the earliest last day of any telling.
        real: documents that tell of it as made.
        wanted: documents that tell of it as wanted.
        sides: the parties of the tellings that name at least two.
        lengths: durations.

    """

    latest: Mapping[str, int]
    earliest: Mapping[str, int]
    real: frozenset[str]
    wanted: frozenset[str]
    sides: frozenset[frozenset[str]]
    lengths: frozenset[str]

    @classmethod
    def of(cls, sketch: Sketch) -> "Held":
        """That of one telling."""
        known = sketch.day if not sketch.is_wanted and not sketch.start else None
        over = sketch.day if sketch.telling.status in _OVER else None
        given = {
            "start": sketch.start,
            "made": sketch.made,
            "begin": sketch.begin,
            "wanted": sketch.wanted,
            "known": known,
            "alive": None if over else known,
            "over": over,
        }
        document = frozenset({sketch.telling.document})
        apart = sketch.is_wanted and sketch.wanted is not None and sketch.wanted != sketch.day
        return cls(
            {kind: held[0] for kind, held in given.items() if held},
            {kind: held[1] for kind, held in given.items() if held},
            frozenset() if apart else document,
            document if sketch.is_wanted else frozenset(),
            frozenset({sketch.sides} if len(sketch.sides) >= _PAIR else ()),
            frozenset({sketch.telling.duration} if sketch.telling.duration else ()),
        )

    def __or__(self, other: "Held") -> "Held":
        """That of two groups together."""
        return Held(
            _extreme(max, self.latest, other.latest),
            _extreme(min, self.earliest, other.earliest),
            self.real | other.real,
            self.wanted | other.wanted,
            self.sides | other.sides,
            self.lengths | other.lengths,
        )

    def contradicts(self, other: "Held") -> bool:
        """Whether no truce can be what both tell of."""
        if self.real & other.real or self.wanted & other.wanted:
            return True
        if any(one.after(two, *rule) for one, two in ((self, other), (other, self)) for rule in _APART):
            return True
        both = "start" in self.latest and "start" in other.latest
        if self.lengths and other.lengths and not self.lengths & other.lengths:
            return not both
        alike = both and (bool(self.lengths & other.lengths) or self.earliest["start"] == other.earliest["start"])
        return not (alike or _among(self.sides, other.sides) or _among(other.sides, self.sides))

    def after(self, other: "Held", kind: str, than: str, most: int) -> bool:
        """Whether a day of one kind lies more than ``most`` days after one of another kind of the other's."""
        return kind in self.latest and than in other.earliest and self.latest[kind] - other.earliest[than] > most


def _among(some: frozenset[frozenset[str]], others: frozenset[frozenset[str]]) -> bool:
    """Whether each of some pairs of parties holds, or is part of, one of the others; true where there are none."""
    return not others or all(any(a <= b or b <= a for b in others) for a in some)


def _extreme(
    chosen: Callable[[Iterable[int]], int], one: Mapping[str, int], two: Mapping[str, int]
) -> Mapping[str, int]:
    """Of each kind of day the one that is chosen."""
    return {kind: chosen(held[kind] for held in (one, two) if kind in held) for kind in {*one, *two}}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Why two tellings are taken for one truce; of several reasons the one with more points counts."""

    rule: str
    points: float
    why: str


def meet(one: Sketch, two: Sketch) -> Meeting | None:
    """What says that two tellings of different documents, which do not contradict each other, are of one truce."""
    if one.is_wanted and two.is_wanted:
        return _same_call(one, two)
    if one.is_wanted or two.is_wanted:
        return _first_step(*((one, two) if one.is_wanted else (two, one)))
    if one.start and two.start:
        return _same_start(one, two)
    if one.made and two.made and one.sides == two.sides and len(one.sides) >= _PAIR:
        days = ", ".join(dict.fromkeys(_told(s) for s in (one, two)))
        return Meeting("same-announcement", 7.0, f"between {_sides(one.sides)}, announced or agreed {days}")
    if one.begin or two.begin:
        return max((_in_force(a, b) for a, b in ((one, two), (two, one))), key=lambda m: m.points if m else 0.0)
    return _told_together(one, two)


def _same_start(one: Sketch, two: Sketch) -> Meeting | None:
    """The same beginning, and the same parties, or the same length and surroundings."""
    starts = ", ".join(dict.fromkeys(str(s.telling.start) for s in (one, two)))
    length = one.telling.duration
    if one.sides == two.sides and len(one.sides) >= _PAIR and _gap(one.start, two.start) == 0:
        return Meeting("same-parties", 8.0, f"between {_sides(one.sides)}, beginning {starts}")
    if _gap(one.start, two.start) == 0 and _name_each_other(one, two):
        return Meeting("same-start", 7.0, f"beginning {starts}, around {_sides(one.sides | two.sides)}")
    alike = (length and length == two.telling.duration) or one.line == two.line
    if alike and (share := _around(one, two)):
        lasting = f" and lasting {length}" if length else ""
        return Meeting("same-start", 7.5, f"beginning {starts}{lasting}, around {share}")
    return _of_one_party(one, two, starts)


def _of_one_party(one: Sketch, two: Sketch, starts: str) -> Meeting | None:
    """The same beginning, of one telling a party of the other's, and who brokered it in common."""
    few, more = sorted((one.sides, two.sides), key=len)
    brokers = set(one.telling.brokers) & set(two.telling.brokers)
    if _gap(one.start, two.start) > 0 or not few < more or not brokers:
        return None
    return Meeting("same-start", 6.5, f"beginning {starts}, {_sides(few)} a party, brokered by {_sides(brokers)}")


def _name_each_other(one: Sketch, two: Sketch) -> bool:
    """Whether both have a party in common, and each names beside the truce the parties that only the other has."""
    if not one.sides & two.sides or min(len(one.sides), len(two.sides)) < _PAIR:
        return False
    return one.sides - two.sides <= two.around and two.sides - one.sides <= one.around


def _in_force(begun: Sketch, other: Sketch) -> Meeting | None:
    """A telling without a beginning, and the truce that had begun before it and was not over; the nearest counts."""
    if not begun.begin or other.begin or not other.day or other.day[1] < begun.begin[0]:
        return None
    if (over := _over(begun)) is not None and other.day[0] > over + _AFTER:
        return None
    gap = _gap(begun.begin, other.day)
    fits = _fits(begun, other)
    if not fits:
        return None
    since = begun.telling.start or begun.telling.announced or "it was made"
    return Meeting("in-force", 6 - gap / 1000, f"{fits}; told of as the one that is {gap} days after {since}")


def _told_together(one: Sketch, two: Sketch) -> Meeting | None:
    """Two tellings without a beginning, in reports of one lineage or of the same weeks."""
    gap = _gap(one.day, two.day) if one.day and two.day else None
    fits = _fits(one, two)
    if not fits or (one.line != two.line and (gap is None or gap > _TOGETHER)):
        return None
    when = "reports of one lineage" if gap is None else f"reports {gap} days apart"
    return Meeting("told-together", 5 - (gap or 0) / 1000, f"{fits}; {when}, none of them with its beginning")


def _first_step(wanted: Sketch, real: Sketch) -> Meeting | None:
    """A call for a truce of the same parties shortly before it."""
    if not wanted.wanted or not real.begin or wanted.sides != real.sides or len(wanted.sides) < _PAIR:
        return None
    gap = _gap(wanted.wanted, real.begin)
    return Meeting("first-step", 3 - gap / 1000, f"between {_sides(real.sides)}; asked for {gap} days before it")


def _same_call(one: Sketch, two: Sketch) -> Meeting | None:
    """Calls for a truce of the same parties that follow each other."""
    if not one.wanted or not two.wanted or one.sides != two.sides or len(one.sides) < _PAIR:
        return None
    gap = _gap(one.wanted, two.wanted)
    return Meeting("same-call", 2 - gap / 1000, f"between {_sides(one.sides)}; asked for twice, {gap} days apart")


def _fits(one: Sketch, two: Sketch) -> str:
    """The parties in common, or the length and surroundings; "" where neither is."""
    if one.sides == two.sides and len(one.sides) >= _PAIR:
        return f"between {_sides(one.sides)}"
    length = one.telling.duration
    if length and length == two.telling.duration and (share := _around(one, two)):
        return f"lasting {length}, around {share}"
    return ""


def _around(one: Sketch, two: Sketch) -> str:
    """Whom both name beside the truce, where that is half of those whom either names."""
    both = one.around & two.around
    least = min(len(one.around), len(two.around))
    return _sides(both) if both and len(both) >= _SURE * least else ""


def _over(sketch: Sketch) -> int | None:
    """The last day of a truce, as told or by its length."""
    if end := numbers(sketch.telling.end):
        return end[1]
    later = ends(sketch.telling.start, sketch.telling.duration)
    return day_number(later[:10]) if later else None


def _gap(one: Numbers | None, two: Numbers | None) -> int:
    """The days between two intervals, 0 where they share one."""
    if one is None or two is None:
        return 0
    return max(0, one[0] - two[1], two[0] - one[1])


def _told(sketch: Sketch) -> str:
    """When it was made, as the telling has it."""
    dates = (e.date for e in sketch.events if e.type == "AGREE" and e.date)
    return sketch.telling.announced or min(dates, default="in the days before the report")


def _sides(sides: Iterable[str]) -> str:
    return ", ".join(sorted(sides))
