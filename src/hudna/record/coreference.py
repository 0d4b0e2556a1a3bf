"""Which tellings of different documents are one happening.

Two tellings of one type are weighed by points for what they share and against what they differ in. The points are
whole and half numbers near the logarithm of how much more often each trait is seen in tellings of one happening
than in tellings of two, judged on 58 annotated reports of several wars; the strongest traits are halved, because
they come together. Tellings are joined from the best pair down, as long as the mean over all pairs of a group stays
near the bar and no document tells twice.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hudna.reading import Reading
from hudna.record.dates import Days, days, overlap
from hudna.record.groups import Groups
from hudna.record.judgements.bonds import Bonds, settle
from hudna.record.model import Join, Telling
from hudna.record.wording import stems
from hudna.text import Document, Span

BAR = 5.5  # points from which two tellings are one happening
_MEAN = 0.7  # share of the bar that all pairs of a group must reach on average
_WORDING = 4.0  # for a sentence whose words are all the other's
_TRIGGER = 1.5  # for a word in common among those that tell the event
_ACTORS = (2.0, 0.5, -3.0)  # the same sides, some in common, none
_TARGETS = (1.5, 0.5, -2.0)
_DATE = (2.0, 1.0, -2.0, -6.0)  # days in common, in common over long times, one long and one short, none
_NEXT_DAY = -1.0  # days that follow each other, in documents of one lineage: the copy's «today» is another
_PLACE = (2.0, -1.5)
_PERSON = 0.5  # for the very same actor, not only somebody of his side
_MODE = (0.5, -1.5)
_TOPIC = (0.5, -1.5)
_STATUS = (-1.0, -4.0)  # for another status: told as happened and as denied; told as happened and as to come
_NEVER = -12.0  # for another day, or a call and a meeting: no wording makes up for it
_BEFORE = -4.0  # told as past in a document older than the event
_APART = -1.0  # undated, in documents weeks apart or of unknown date

_VAGUE = "other"  # a mode or topic that says nothing
_LONG = 31  # days from which a date is that of a war or a process
_WEEKS = 14
_CROWD = 32  # tellings of a block beyond which each is compared with its neighbours in time only
_NEIGHBOURS = 12
_REMEMBERED = 1 << 14  # sets of names that are shared
_WITNESSES = 6  # members of a group that a newcomer is compared with


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What of a telling is compared."""

    telling: Telling
    actors: frozenset[str]  # lifted to sides
    targets: frozenset[str]
    trigger: frozenset[str]
    evidence: tuple[str, ...]  # not as a set, which takes ten times as much
    when: Days | None
    published: Days | None
    months: tuple[str, ...]  # in which to look for its like
    line: str  # its document's lineage


def sketches(
    document: Document, reading: Reading, tellings: Iterable[Telling], sides: Mapping[str, str], line: str
) -> Iterator[Sketch]:
    """The sketches of the tellings of a document; ``line`` is its lineage."""
    published, context = days(reading.published.value), _months_told(reading)
    sentences: dict[Span, tuple[str, ...]] = {}
    for t in tellings:
        if t.evidence not in sentences:
            sentences[t.evidence] = tuple(stems(document.text[t.evidence.start : t.evidence.end]))
        when = days(t.date)
        trigger = _shared(stems(document.text[t.trigger.start : t.trigger.end]))
        actors, targets = (_shared(frozenset(sides.get(x, x) for x in xs)) for xs in (t.actors, t.targets))
        months = _months(when, published, context)
        yield Sketch(t, actors, targets, trigger, sentences[t.evidence], when, published, months, line)


@lru_cache(maxsize=_REMEMBERED)
def _shared(names: frozenset[str]) -> frozenset[str]:
    """The set itself or an equal one that is held already: few sides and triggers make up most sketches."""
    return names


def happenings(told: Iterable[Sketch], bonds: Bonds) -> list[tuple[list[Sketch], tuple[Join, ...]]]:
    """The tellings in groups of one happening each, with the evidence."""
    sketched = sorted(told, key=lambda s: s.telling.id)
    scored = sorted(_likely(sketched), key=lambda s: (-s[0], s[1].telling.id, s[2].telling.id))
    settled = settle((s, s.telling.id, bonds[s.telling.id]) for s in sketched if s.telling.id in bonds)
    groups: Groups[Sketch] = Groups(sketched, lambda _: {}, settled.apart)
    members = {s: [s] for s in sketched}
    for left, right, join in settled.joins:
        _unite(groups, members, left, right)
        groups.note(left, join)
    for points, left, right in scored:
        one, two = groups.find(left), groups.find(right)
        if one is two or groups.barred(one, two) or not _fit(members[one], members[two]):
            continue
        _unite(groups, members, one, two)
        groups.note(
            one,
            Join("same-happening", left.telling.id, right.telling.id, f"{points:.1f} points: {_reasons(left, right)}"),
        )
    return groups.all()


def _unite(groups: Groups[Sketch], members: dict[Sketch, list[Sketch]], left: Sketch, right: Sketch) -> None:
    """Make one group of two, with the members of both."""
    one, two = groups.find(left), groups.find(right)
    if one is not two:
        groups.force(one, two)
        held = sorted([*members.pop(one), *members.pop(two)], key=lambda s: s.telling.id)
        members[groups.find(one)] = held


def _fit(left: Sequence[Sketch], right: Sequence[Sketch]) -> bool:
    """Whether two groups tell of one happening on the whole, no document twice."""
    if {s.telling.document for s in left} & {s.telling.document for s in right}:
        return False
    points = [weigh(a, b) for a in left[:_WITNESSES] for b in right[:_WITNESSES]]
    return sum(points) / len(points) >= BAR * _MEAN


# --- weighing ---


def weigh(left: Sketch, right: Sketch) -> float:
    """The points for two tellings being one happening."""
    return round(_traits(left, right) + _words(left, right), 3)


def _words(left: Sketch, right: Sketch) -> float:
    return _WORDING * _share(frozenset(left.evidence), right.evidence) + _TRIGGER * bool(left.trigger & right.trigger)


def _traits(left: Sketch, right: Sketch) -> float:
    """The points for all but the wording."""
    a, b = left.telling, right.telling
    points = _when(left, right)
    if points <= _DATE[3] or (a.type == "CONSULT" and a.mode and b.mode and a.mode != b.mode):
        return _NEVER
    points += _sides(left.actors, right.actors, _ACTORS) + _sides(left.targets, right.targets, _TARGETS)
    points += _PERSON * bool(set(a.actors) & set(b.actors))
    for one, two, (same, other) in ((a.place, b.place, _PLACE), (a.mode, b.mode, _MODE), (a.topic, b.topic, _TOPIC)):
        if one and two and one != _VAGUE != two:
            points += same if one == two else other
    if a.status != b.status:
        points += _STATUS[0] if {a.status, b.status} == {"actual", "denied"} else _STATUS[1]
    return points


def _when(left: Sketch, right: Sketch) -> float:
    if left.when and right.when:
        if not overlap(left.when, right.when):
            gap = _day(max(left.when[0], right.when[0])) - _day(min(left.when[1], right.when[1]))
            return _NEXT_DAY if gap == 1 and left.line == right.line else _DATE[3]
        long = [_length(s.when) > _LONG for s in (left, right) if s.when]
        return _DATE[1] if all(long) else _DATE[2] if any(long) else _DATE[0]
    for dated, other in ((left, right), (right, left)):
        if dated.when and other.published and other.telling.status == "actual" and other.published[1] < dated.when[0]:
            return _BEFORE
    if not left.when and not right.when:
        return 0.0 if _told_together(left, right) else _APART
    return 0.0


def _told_together(left: Sketch, right: Sketch) -> bool:
    """Whether two tellings are of one lineage, or of documents that appeared within weeks."""
    if left.line == right.line:
        return True
    if not left.published or not right.published:
        return False
    apart = _day(max(left.published[0], right.published[0])) - _day(min(left.published[1], right.published[1]))
    return apart <= _WEEKS


def _length(when: Days) -> int:
    return _day(when[1]) - _day(when[0])


def _day(date: str) -> int:
    """A day's number, months counted as 31 days: good enough to tell weeks from months."""
    year, month, day = date.split("-")
    return (int(year) * 12 + int(month)) * 31 + int(day)


def _sides(left: frozenset[str], right: frozenset[str], points: tuple[float, float, float]) -> float:
    if not left or not right:
        return 0.0
    return points[0] if left == right else points[1] if left & right else points[2]


def _share(left: frozenset[str], right: Sequence[str]) -> float:
    """Share of the words of the shorter sentence that the other has too; each is given once."""
    return len(left.intersection(right)) / min(len(left), len(right)) if left and right else 0.0


def _reasons(left: Sketch, right: Sketch) -> str:
    """What two tellings share, in words."""
    a, b = left.telling, right.telling
    out = [a.type]
    if both := sorted((left.actors | left.targets) & (right.actors | right.targets)):
        out.append("sides " + ", ".join(both))
    if left.when and right.when:
        out.append(f"dates {a.date}, {b.date}")
    if a.place and a.place == b.place:
        out.append(f"place {a.place}")
    if share := _share(frozenset(left.evidence), right.evidence):
        out.append(f"{share:.0%} of the words of the shorter sentence")
    return "; ".join(out)


# --- finding pairs without comparing all ---


def _likely(sketched: Sequence[Sketch]) -> Iterator[tuple[float, Sketch, Sketch]]:
    """The pairs at or above the bar, with their points; the wording is looked at only where it can decide."""
    for left, right in _pairs(sketched):
        if _traits(left, right) + _WORDING + _TRIGGER >= BAR and (points := weigh(left, right)) >= BAR:
            yield points, left, right


def _pairs(sketched: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Every pair of tellings that can be one happening, once, the smaller id first; ``sketched`` is sorted by id."""
    blocks = _blocks(sketched)
    seats = [array("L") for _ in sketched]  # of each telling: a block, its place there, the next block, …
    for number, block in enumerate(blocks):
        for seat, own in enumerate(block):
            seats[own].extend((number, seat))
    for own, one in enumerate(sketched):
        held = iter(seats[own])
        others = {other for number, seat in zip(held, held, strict=True) for other in _near(blocks[number], seat)}
        for two in (sketched[other] for other in others if other > own):
            if one.telling.document != two.telling.document and _can_meet(one, two):
                yield one, two


def _blocks(sketched: Sequence[Sketch]) -> "list[array[int]]":
    """The places in the list of tellings that share a type and a month with a side or place, or a lineage."""
    blocks: dict[tuple[str, ...], array[int]] = defaultdict(lambda: array("L"))
    for own, sketch in enumerate(sketched):
        kind, place = sketch.telling.type, sketch.telling.place
        traits = [*(sketch.actors | sketch.targets), *(["@" + place] if place else [])]
        for trait in traits or ["-"]:
            for month in sketch.months:
                blocks[kind, trait, month].append(own)
        blocks[kind, "line", sketch.line].append(own)
    return [_ordered(block, sketched) for block in blocks.values() if len(block) > 1]


def _ordered(block: "array[int]", sketched: Sequence[Sketch]) -> "array[int]":
    """A crowded block with what is alike side by side."""

    def order(own: int) -> tuple[Days, str, list[str], int]:
        s = sketched[own]
        return (s.when or s.published or ("", ""), s.telling.place or "", sorted(s.trigger), own)

    return array("L", sorted(block, key=order)) if len(block) > _CROWD else block


def _near(block: "array[int]", seat: int) -> "array[int]":
    """With whom of a block the one at ``seat`` is compared."""
    return block if len(block) <= _CROWD else block[max(0, seat - _NEIGHBOURS) : seat + _NEIGHBOURS + 1]


def _can_meet(one: Sketch, two: Sketch) -> bool:
    return not (one.when and two.when and one.line != two.line and not overlap(one.when, two.when))


@lru_cache(maxsize=_REMEMBERED)
def _months(when: Days | None, published: Days | None, context: tuple[str, ...]) -> tuple[str, ...]:
    """The months in which a telling's like must be told of: its own, else that of its document and the one before."""
    if when:
        if _length(when) > _LONG:
            return ("long",)
        return tuple(dict.fromkeys(d[:7] for d in when))
    if published:
        year, month = int(published[0][:4]), int(published[0][5:7])
        before = f"{year - (month == 1)}-{(month + 10) % 12 + 1:02}"
        return tuple(dict.fromkeys((before, published[0][:7], published[1][:7])))
    return (*context, "?")


def _months_told(reading: Reading) -> tuple[str, ...]:
    """The months of the dates that a document tells events of."""
    known = (held for e in reading.events if (held := days(e.date)) and _length(held) <= _LONG)
    return tuple(sorted({d[:7] for held in known for d in held}))
