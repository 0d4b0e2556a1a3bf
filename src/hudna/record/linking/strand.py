"""What of a telling the rules of links compare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.record.dates import Days, days, overlap
from hudna.record.model import Telling

FORCE = "ASSAULT"
CLASH = "clash"
VAGUE = "other"  # a mode or topic that says nothing
_WINDOW = 3  # days before its report within which an undated telling is looked for among others
_NONE: frozenset[str] = frozenset()
_SHORT = 7  # days beyond which a date is that of a process, not of a happening


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One telling with its people lifted to their sides.

    Attributes:
        telling: itself, with its event.
        actors: sides of those who act.
        targets: sides of those to whom it is done.
        claimants: sides of those to whom it is attributed.
        when: its days, if it is dated.
        published: the days on which its document appeared.
        place: the words of the name of its place; none if it has none.
        cues: what its words and those before them say of its place among events: ``during`` another thing happened,
            ``again`` after it had ended.
        words: stems of the words that tell it.
        struck: stems of the words behind these, for what a deed of force befell; of other tellings none.

    """

    telling: Telling
    actors: frozenset[str]
    targets: frozenset[str]
    claimants: frozenset[str]
    when: Days | None
    published: Days | None
    place: frozenset[str]
    cues: frozenset[str]
    words: frozenset[str] = _NONE
    struck: frozenset[str] = _NONE

    @property
    def sides(self) -> frozenset[str]:
        """All sides that take part."""
        return self.actors | self.targets

    @property
    def clash(self) -> bool:
        """Whether it is a fight of two sides."""
        return self.telling.type == FORCE and self.telling.mode == CLASH

    def days(self) -> tuple[str, ...]:
        """The days on which its like can lie: its own, else those before its report; none for a long time."""
        if self.when:
            return _listed(*self.when)
        if not self.published:
            return ()
        first = date.fromisoformat(self.published[0]) - timedelta(_WINDOW - 1)
        return _listed(first.isoformat(), self.published[1])


def strands(
    tellings: Iterable[Telling],
    sides: Mapping[str, str],
    published: Mapping[str, str | None],
    places: Mapping[str, frozenset[str]],
    cues: Mapping[str, frozenset[str]],
    *,
    words: Mapping[str, frozenset[str]],
    struck: Mapping[str, frozenset[str]],
) -> tuple[Strand, ...]:
    """The tellings as strands, in the order of their documents and places in the text.

    Args:
        tellings: with their events.
        sides: entity id → its side, or itself.
        published: document name → when it appeared.
        places: id of a place → the words of its name.
        cues: telling id → its cues, as ``hudna.record.linking.cue`` finds them; absent for none.
        words: telling id → stems of the words that tell it.
        struck: telling id → stems of the words for what it befell, as ``hudna.record.linking.befallen`` finds them.

    """

    def lifted(names: Iterable[str]) -> frozenset[str]:
        return frozenset(sides.get(x, x) for x in names)

    ordered = sorted(tellings, key=lambda t: (t.document, t.trigger, t.id))
    return tuple(
        Strand(
            t,
            lifted(t.actors),
            lifted(t.targets),
            lifted(t.claimed_by),
            days(t.date),
            days(published[t.document]),
            places.get(t.place or "", _NONE),
            cues.get(t.id, _NONE),
            words.get(t.id, _NONE),
            struck.get(t.id, _NONE),
        )
        for t in ordered
    )


def named(sides: Iterable[str]) -> frozenset[str]:
    """Those of some sides that mean the same in every document."""
    return frozenset(s for s in sides if not s.startswith("unnamed:"))


def alike_places(left: Strand, right: Strand) -> bool:
    """Whether two places are one, or the name of one tells where in the other it is: «مستشفى الأبيض», «الأبيض»."""
    same = bool(left.telling.place) and left.telling.place == right.telling.place
    return same or bool(left.place and right.place and (left.place <= right.place or right.place <= left.place))


def gap(left: Strand, right: Strand) -> int:
    """Characters between the words of two tellings of one document."""
    one, two = sorted((left.telling.trigger, right.telling.trigger))
    return max(0, two.start - one.end)


def together(left: Strand, right: Strand) -> bool:
    """Whether two tellings of one document stand in one sentence."""
    return left.telling.evidence.overlaps(right.telling.evidence)


def listed(sides: Iterable[str]) -> str:
    """Sides in words."""
    return ", ".join(sorted(sides))


def apart(left: Strand, right: Strand) -> bool:
    """Whether two tellings give days that exclude each other."""
    return bool(left.when and right.when and not overlap(left.when, right.when))


def _listed(first: str, last: str) -> tuple[str, ...]:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:  # «2015-02-31», as the end of a month is written
        return ()
    if not 0 <= (end - start).days < _SHORT:
        return ()
    return tuple((start + timedelta(n)).isoformat() for n in range((end - start).days + 1))
