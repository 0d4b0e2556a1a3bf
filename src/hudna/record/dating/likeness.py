"""How far two tellings of one type are of one happening, their dates apart.

What the two reports tell beside it counts too: a town, an exact toll or several people in common.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hudna.record.coreference import Sketch
from hudna.record.dating.sheet import parties
from hudna.record.model import Telling

_PARTIES = (2.0, 1.0, -2.0)  # the same, a pair in common, one side or none
_NAMED = 1.0  # for each person, body or state in common, not only the side, at most two
_MODE = (1.0, -2.0)
_TOPIC = (0.5, -1.5)
_PLACE = (2.0, -1.0)
_WORDING = 4.0  # for a telling whose words near the trigger are all the other's
_TRIGGER = 0.5
_TOWN, _TOLL = 0.5, 2.0  # for a town, at most four, and an exact toll that both reports tell of
_TOWNS = 4
_VAGUE = "other"
_SOME_PEOPLE = 2  # persons in common that speak for one time
_SOME_WORDS, _MOST_WORDS = 0.3, 0.5
_FEW_WORDS = 4  # in common, below which a share of them says nothing


@dataclass(frozen=True, slots=True)
class Background:
    """What a report tells of besides: places, exact tolls and people."""

    towns: frozenset[str]
    tolls: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points for two tellings being of one happening, and what they share in words.

    Attributes:
        points: their sum.
        shared: what they share.
        specific: whether a toll or most words are the same, which sets happenings of one kind and place apart.
        contemporary: whether the two reports have anything in common that wars of other years would not.

    """

    points: float
    shared: tuple[str, ...]
    specific: bool
    contemporary: bool


def likeness(
    left: Sketch, right: Sketch, sides: Mapping[str, str], backgrounds: Mapping[str, Background]
) -> Likeness | None:
    """How far two tellings of one type are of one happening; None where they cannot be."""
    a, b = left.telling, right.telling
    if a.type == "CONSULT" and a.mode and b.mode and a.mode != b.mode:
        return None
    one, two = ({*s.words, *s.trigger} for s in (left, right))
    common = len(one & two)
    share = common / min(len(one), len(two)) if common else 0.0
    behind, others = backgrounds[a.document], backgrounds[b.document]
    tolls = behind.tolls & others.tolls
    people = len(behind.people & others.people)
    notes = [a.type]
    points = _participants(left, right, sides, notes) + _traits(a, b, notes)
    points += _WORDING * share + _TRIGGER * bool(left.trigger & right.trigger)
    points += _TOWN * min(len(behind.towns & others.towns), _TOWNS) + _TOLL * bool(tolls)
    notes += [f"{share:.0%} of the words of the shorter sentence"] if share else []
    notes += [f"in both reports {toll}" for toll in sorted(tolls)[:1]]
    notes += [f"persons in both reports: {people}"] if people >= _SOME_PEOPLE else []
    contemporary = bool(behind.towns & others.towns or tolls) or people >= _SOME_PEOPLE or share >= _SOME_WORDS
    worded = common >= _FEW_WORDS and common / max(len(one), len(two)) >= _MOST_WORDS
    return Likeness(points, tuple(notes), bool(tolls) or worded, contemporary)


def _participants(left: Sketch, right: Sketch, sides: Mapping[str, str], notes: list[str]) -> float:
    """The points for who takes part, with a note of what is the same."""
    one, two = parties(left, sides), parties(right, sides)
    if not one or not two:
        return 0.0
    a, b = left.telling, right.telling
    if both := sorted(one & two):
        notes.append(f"parties {', '.join(both)}")
    points = _PARTIES[0] if one == two else _PARTIES[1] if len(both) > 1 else _PARTIES[2]
    return points + _NAMED * min(len({*a.actors, *a.targets} & {*b.actors, *b.targets}), 2)


def _traits(a: Telling, b: Telling, notes: list[str]) -> float:
    """The points for mode, topic and place, with a note of what is the same."""
    total = 0.0
    for name, mine, other, (same, apart) in (
        ("mode", a.mode, b.mode, _MODE),
        ("topic", a.topic, b.topic, _TOPIC),
        ("place", a.place, b.place, _PLACE),
    ):
        if mine and other and mine != _VAGUE != other:
            total += same if mine == other else apart
            notes.extend([f"{name} {mine}"] if mine == other else [])
    return total
