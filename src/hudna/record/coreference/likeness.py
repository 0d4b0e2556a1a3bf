"""How likely two tellings are of one happening, in points for what they share and against what they differ in.

A point is about one unit of natural log-odds: it makes one happening 2.7 times as likely as two. The points are the
weights of a logistic regression over 3,000 pairs of tellings of 58 annotated reports (groups of reports left out in
turn) and 320 pairs judged by hand among 550 reports of a fortnight on which several wars had many such events a day,
rounded to halves; the bar is where most of these pairs came out right. Traits that say that two tellings cannot be one
are set, not learnt, as are those of two attacks of one day on one town that are told with other particulars: too few
annotated ones are. Names are no words here but a trait of their own, so that a side whose name has more forms than the
other's weighs no more; nor are the words that tell the event or its date, which would count twice. Who or where is
left open by a bare name («the army», «the border») speaks for one happening where the names agree, never against.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from hudna.record.coreference.sketch import Figure, Sketch, is_long, is_open
from hudna.record.dates import Numbers
from hudna.record.identity import is_country
from hudna.record.model import Telling

BAR = 4.25  # points from which two tellings are one happening
NEVER = -12.0  # no likeness makes up for it

_WORDS = 1.5  # times the square root of the number of words near both triggers
_TRIGGER = 1.0  # times the square root of the number of words in common among those that tell it, in whatever form
_NAMED = 1.0  # times the share of the names in the shorter sentence that the other has too
_SAME_DAYS = 1.5
_SAME_MONTH = (10, 0.5)  # days from which one of the dates is so wide that to have some in common says less
_SAME_TIMES = 1.0  # days in common of two wars or processes
_NEXT_DAY = -1.0  # days that follow each other, in documents of one lineage: the copy's «today» is another
_BEFORE = -3.0  # told as past in a document older than the event
_LATER = (7, -1.0)  # days from a dated event to a report that gives it no date, from which that speaks against it
_APART = ((1, 0.0), (3, -0.5), (None, -1.5))  # neither dated: days between the documents up to which; else
_ACTORS = (0.5, -0.5)  # the same sides; none in common
_SPEAKERS = (0.5, -3.0)  # the same, of what somebody says or declares: what two say is two, however alike
_TARGETS = (1.0, -1.0)
_SWAPPED = -1.0  # who is struck in the one strikes in the other
_PARTIES = (2.0, 1.0)  # the very same actors and targets of anything but force: on the same days or dates; else
_PLACE = (1.0, -3.0)  # the same, smaller than a country; another, which neither sentence nor the map makes one
_MODE = (0.5, -0.5)
_TOPIC = (1.0, -1.5)
_LOSSES = (1.0, -3.0)  # the same number of dead, wounded, …; numbers of one kind and side that are far from each other
_GROWN = 2  # times that the first number of dead grows without being another event's
_HOURS = (3, -1.0)  # hours between two attacks beyond which they are two; outlets tell them by clocks of several zones
_WEAPON = -1.0  # attacks with other weapons; one report of an air raid tells of planes, the other of what planes
_ELSEWHERE = -1.0  # attacks of which either report names places that the other does not
_DENIED = -1.0  # told as happened and as denied
_STATUS = -4.0  # told as happened and as to come, demanded or possible

FORCE = "ASSAULT"
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_AERIAL = "aerial"
VAGUE = "other"  # a mode or topic that says nothing

Trait = tuple[str, float]  # what it is, its points
_OPENINGS = {  # how a trait is told; none begins as another does
    "when": "dates",
    "words": "words",
    "trigger": "told by",
    "named": "names",
    "actors": "actors",
    "targets": "targets",
    "parties": "the same parties",
    "place": "place ",
    "mode": "mode",
    "topic": "topic",
    "losses": "losses",
    "hours": "hours",
    "weapon": "weapons",
    "elsewhere": "places",
    "status": "told as",
}
_SAID = re.compile(rf"((?:{'|'.join(_OPENINGS.values())}).*?) \(([+-]\d+\.\d)\)(?:; |$)")


def weigh(left: Sketch, right: Sketch) -> float:
    """The points for two tellings being one happening."""
    return round(sum(points for _, points in traits(left, right)), 2)


def traits(left: Sketch, right: Sketch) -> Iterator[Trait]:
    """What speaks for and against two tellings being one happening."""
    a, b = left.telling, right.telling
    if (when := _when(left, right)) <= NEVER or (a.type == "CONSULT" and a.mode and b.mode and a.mode != b.mode):
        yield "never", NEVER
        return
    yield "when", when
    yield "words", _WORDS * sqrt(len(set(left.words).intersection(right.words)))
    yield "trigger", _TRIGGER * sqrt(len(left.trigger & right.trigger))
    yield "named", _NAMED * _share(left.named, right.named)
    yield "actors", _sides(left.actors, right.actors, _SPEAKERS if a.type in _SPOKEN else _ACTORS)
    yield "targets", _sides(left.targets, right.targets, _TARGETS) + _SWAPPED * _swapped(left, right)
    yield "parties", _parties(left, right, when)
    yield "place", _place(left, right)
    yield "mode", _value(a.mode, b.mode, _MODE)
    yield "topic", _value(a.topic, b.topic, _TOPIC)
    yield "losses", _losses(left.tolls, right.tolls)
    if a.type == FORCE:
        yield "hours", _HOURS[1] * _far_apart(left.hours, right.hours)
        yield "weapon", _WEAPON * _other_weapon(a, b)
        yield "elsewhere", _ELSEWHERE * _elsewhere(left, right)
    if a.status != b.status:
        yield "status", _DENIED if {a.status, b.status} == {"actual", "denied"} else _STATUS


def reasons(left: Sketch, right: Sketch) -> str:
    """What speaks for and against it, in words that a person can check."""
    told = {
        "when": f"dates {left.telling.date or 'unknown'}, {right.telling.date or 'unknown'}",
        "words": "words " + " ".join(sorted(set(left.words).intersection(right.words))),
        "trigger": "told by " + " ".join(sorted(left.trigger & right.trigger)),
        "named": "names " + ", ".join(sorted(set(left.named).intersection(right.named))),
        "actors": f"actors {_listed(left.actors)}, {_listed(right.actors)}",
        "targets": f"targets {_listed(left.targets)}, {_listed(right.targets)}",
        "parties": "the same parties",
        "place": f"place {left.place}, {right.place}",
        "mode": f"mode {left.telling.mode}, {right.telling.mode}",
        "topic": f"topic {left.telling.topic}, {right.telling.topic}",
        "losses": f"losses {_counted(left.tolls)}; {_counted(right.tolls)}",
        "hours": f"hours {left.hours}, {right.hours}",
        "weapon": f"weapons {left.telling.weapon}, {right.telling.weapon}",
        "elsewhere": f"places {', '.join(left.spots)}; {', '.join(right.spots)}",
        "status": f"told as {left.telling.status}, {right.telling.status}",
    }
    return "; ".join(f"{told[name]} ({points:+.1f})" for name, points in traits(left, right) if points)


def said(why: str) -> Iterator[tuple[str, str, float]]:
    """What ``reasons`` said: each trait with its words and its points."""
    for words, points in _SAID.findall(why):
        name = next(name for name, opening in _OPENINGS.items() if words.startswith(opening))
        yield name, words.removeprefix(_OPENINGS[name]).strip(), float(points)


# --- the traits ---


def _when(left: Sketch, right: Sketch) -> float:
    one, two = left.when, right.when
    if one and two:
        gap = max(one[0], two[0]) - min(one[1], two[1])
        if gap > 0:
            return _NEXT_DAY if gap == 1 and left.line == right.line else NEVER
        long = is_long(one) + is_long(two)
        if long:
            return _SAME_TIMES if long > 1 else 0.0
        return _SAME_MONTH[1] if max(one[1] - one[0], two[1] - two[0]) >= _SAME_MONTH[0] else _SAME_DAYS
    if one or two:
        return min(_after(left, right), _after(right, left))
    return 0.0 if left.line == right.line else _apart(left, right)


def _after(dated: Sketch, other: Sketch) -> float:
    """What speaks against a report without a date being of a dated event."""
    if not dated.when or other.when or not other.published:
        return 0.0
    if other.published[1] < dated.when[0]:
        return _BEFORE if other.telling.status == "actual" else 0.0
    return _LATER[1] if other.published[0] - dated.when[1] > _LATER[0] else 0.0


def _apart(left: Sketch, right: Sketch) -> float:
    if not left.published or not right.published:
        return _APART[-1][1]
    gap = max(left.published[0], right.published[0]) - min(left.published[1], right.published[1])
    return next(points for most, points in _APART if most is None or gap <= most)


def _place(left: Sketch, right: Sketch) -> float:
    one, two = left.place, right.place
    if not one or not two:
        return 0.0
    if one == two:
        return 0.0 if is_country(one) else _PLACE[0]
    if is_open(one) or is_open(two):
        return 0.0
    told = one in right.named or two in left.named or _holds(one, two, right.land) or _holds(two, one, left.land)
    return 0.0 if told else _PLACE[1]


def _holds(country: str, place: str, land: str | None) -> bool:
    """Whether a place can lie in a country; one in an unknown state can."""
    return is_country(country) and place != country and land in (None, country.removeprefix("loc."))


def _parties(left: Sketch, right: Sketch, when: float) -> float:
    """Fights of the same forces are many a day; two people seldom meet twice, or demand the same of each other.

    In a contact a state's name can stand for its minister.
    """
    one, two = ({*s.telling.actors, *s.telling.targets} for s in (left, right))
    if not one or not two or left.telling.type == FORCE:
        return 0.0
    if one == two:
        dated = when >= _SAME_DAYS or (left.when is not None and left.when == right.when)
        return _PARTIES[0] if dated else _PARTIES[1]
    states = all(map(is_country, one)) or all(map(is_country, two))
    alike = left.actors == right.actors and len(left.actors) > 1 and left.telling.type == "CONSULT"
    return _PARTIES[1] if alike and states and when >= _SAME_DAYS else 0.0


def _losses(left: Sequence[Figure], right: Sequence[Figure]) -> float:
    """The same exact number speaks for one event; where none that both count is near, it speaks against."""
    if {(kind, count) for kind, _, count, *_ in left if count.isdigit()}.intersection(
        (kind, count) for kind, _, count, *_ in right
    ):
        return _LOSSES[0]
    both = [(a, b) for a in left for b in right if a[0] == b[0] and (a[1] == b[1] or not (a[1] and b[1]))]
    return _LOSSES[1] if both and all(_excluding(a, b) for a, b in both) else 0.0


def _excluding(left: Figure, right: Figure) -> bool:
    """Whether one number is far beyond the other."""
    (low, high), (least, most) = left[3:], right[3:]
    return (high is not None and least is not None and least >= _GROWN * high + 1) or (
        most is not None and low is not None and low >= _GROWN * most + 1
    )


def _far_apart(left: Numbers | None, right: Numbers | None) -> bool:
    return left is not None and right is not None and max(left[0], right[0]) - min(left[1], right[1]) > _HOURS[0]


def _other_weapon(one: Telling, two: Telling) -> bool:
    """Whether the names of the weapons have no word in common."""
    if not one.weapon or not two.weapon or one.mode == two.mode == _AERIAL:
        return False
    return set(one.weapon.split()).isdisjoint(two.weapon.split())


def _elsewhere(left: Sketch, right: Sketch) -> bool:
    """Whether, of one place or none, each report names places of its own; different places count by themselves."""
    one, two = left.place, right.place
    apart = set(left.spots).difference(right.spots) and set(right.spots).difference(left.spots)
    return bool(apart) and (one == two or not one or not two)


def _swapped(left: Sketch, right: Sketch) -> bool:
    """Whether who is struck in one strikes in the other, and none strikes or is struck in both."""
    if left.telling.type != FORCE or left.actors & right.actors or left.targets & right.targets:
        return False
    return bool(left.targets & right.actors or right.targets & left.actors)


def _sides(left: frozenset[str], right: frozenset[str], points: tuple[float, float]) -> float:
    if not left or not right:
        return 0.0
    if left == right:
        return points[0]
    return 0.0 if left & right or any(map(is_open, left | right)) else points[1]


def _value(left: str | None, right: str | None, points: tuple[float, float]) -> float:
    if not left or not right or VAGUE in (left, right):
        return 0.0
    return points[0] if left == right else points[1]


def _share(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    return len(set(left).intersection(right)) / min(len(left), len(right)) if left and right else 0.0


def _counted(figures: Iterable[Figure]) -> str:
    return ", ".join(f"{kind} {count}" for kind, _, count, *_ in figures)


def _listed(names: frozenset[str]) -> str:
    return " + ".join(sorted(names))
