"""How many: figures of one thing that exclude each other, whether or not their events were found to be one.

Two figures can be of one thing only where they count the same of one side, and share an event, a day and place, or, as
running totals, a time; those that can meet share a key of these.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from math import inf

from hudna.record.dates import Days, day_number, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.disagreements.figure import UNCOUNTED, Figure, exclude, grown
from hudna.record.groups import Groups
from hudna.record.identity import is_country
from hudna.record.model import Disagreement
from hudna.record.model.disagreement import CHANGE, CONTRADICTION

CROWD = 48  # figures under one key beyond which each is compared with those after it only
NEIGHBOURS = 12
_ALIKE = 3.0  # times as many from which two figures of no common event are of two things
_ALIKE_TOTAL = 5.0  # the same for running totals, and for figures of one event
_ALIKE_WINDOW = 1.5  # the same for totals of some days, a month or a year
_WINDOW = 10  # days by which the reports of such totals may lie apart
_COMMON = 2  # words that the sentences of two totals of one war share
_ONE = (1.0, 1.0)
_LATE = 14  # days by which figures of one event may lie apart
_YEARS = 10  # within which two reports can tell the beginning of one war
_MONTHS = 2  # by which the reports of one running total may lie apart
Key = tuple[object, ...]


def counts(figures: Sequence[Figure], line_of: Mapping[str, str], sides: Mapping[str, str]) -> Iterator[Disagreement]:
    """The disagreements over how many.

    Args:
        figures: all, sorted by id.
        line_of: document name → id of its lineage; what one lineage tells twice is no disagreement.
        sides: entity id → its side, or itself.

    """
    by_id = {f.id: f for f in figures}
    groups: Groups[str] = Groups(list(by_id), lambda _: {})
    blocks: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in figure_keys(figure):
            blocks[key].append(figure)
    beside: dict[str, set[str]] = defaultdict(set)  # figure → those without number that are of its thing
    for block in blocks.values():
        for left, right in _pairs(block):
            if one_thing(left, right):
                if UNCOUNTED in (left.count, right.count):
                    beside[left.id].add(right.id)
                    beside[right.id].add(left.id)
                else:
                    groups.join(left.id, right.id)
    for ids, _ in groups.all():
        open_ones = {x for i in ids for x in beside[i]} if by_id[ids[0]].count != UNCOUNTED else set()
        held = [by_id[i] for i in sorted({*ids, *open_ones})]
        if len(held) > 1 and (found := _compared(held, line_of, sides)):
            yield found


def figure_keys(figure: Figure) -> Iterator[Key]:
    """What a figure shares with another of the same thing."""
    if figure.event:
        yield ("event", figure.event, figure.what, figure.side, figure.standing)
    anchors = [figure.side] if figure.side else sorted(figure.concerns)
    if figure.standing and figure.published:
        yield from (("total", anchor, figure.what, month) for anchor in anchors for month in _months(figure.published))
    elif not figure.standing and figure.what != ("violations",):
        if day := figure.when or figure.published:
            yield ("day", figure.side, figure.what, figure.place, day[0])
        yield ("beside", figure.document, figure.sentence, figure.side, figure.what)
        if figure.place and not figure.when:
            yield ("told", figure.document, figure.side, figure.what, figure.place)


def _months(when: Days) -> Iterator[int]:
    """A month and those in which the reports of one total can be, as numbers."""
    month = int(when[0][:4]) * 12 + int(when[0][5:7])
    yield from range(month, month + _MONTHS)


def _pairs(block: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda f: (f.allowed, f.id))
    yield from ((one, two) for n, one in enumerate(ordered) for two in ordered[n + 1 : n + 1 + NEIGHBOURS])


def one_thing(left: Figure, right: Figure) -> bool:
    """Whether two figures under one key are of one thing."""
    if left.event and left.event == right.event:
        return _ratio(left, right) <= _ALIKE_TOTAL and _timely(left, right) and _told_of(left, right)
    if left.place and right.place and left.place != right.place:
        return False
    if left.standing:
        return _one_war(left, right) and _one_time(left, right)
    beside = (left.document, left.sentence) == (right.document, right.sentence)  # «قالت … إن 46 قتلوا، وقالت … 51»
    undated = not left.when and not right.when and left.document == right.document and bool(left.place and right.place)
    if left.when and right.when and not overlap(left.when, right.when):
        return False
    if not (left.when and right.when) and not (undated or beside):
        return False
    others = bool(left.claimed_by and right.claimed_by) and not set(left.claimed_by) & set(right.claimed_by)
    spot = bool(left.place and left.place == right.place and not is_country(left.place))
    # of one day a report tells of several attacks, while arrests are of one wave
    two = bool(left.event and right.event) and left.event != right.event and left.what[0] != "captured"
    near = spot or (left.document == right.document and not two)
    return others and near and _ratio(left, right) <= _ALIKE


def _one_war(left: Figure, right: Figure) -> bool:
    """Whether two totals are of one side and war: it fights the same others in both reports, or words tell."""
    others = (left.fighting & right.fighting) - {left.side, right.side}
    known = bool(left.side and right.side and others)
    if not (left.side or right.side):  # then the states that both sentences name tell of which war they are
        states = {word for word in left.concerns & right.concerns if word in left.words & right.words}
        if left.vague or right.vague or not states:
            return False
    return _same_side(left, right) and (known or len(left.words & right.words) >= _COMMON)


def _one_time(left: Figure, right: Figure) -> bool:
    """Whether two totals can be of one time: those of some days or a month lie near in both time and number."""
    if left.window or right.window:
        return _ratio(left, right) <= _ALIKE_WINDOW and _days_apart(left, right) <= _WINDOW
    return not _years_apart(left, right) and _ratio(left, right) <= _ALIKE_TOTAL


def _timely(left: Figure, right: Figure) -> bool:
    """Whether two figures of one event are told as of near days; what bears no day is looked for before its report."""
    one, two = (f.when or f.published for f in (left, right))
    if not one or not two or overlap(one, two):
        return True
    earlier, later = sorted((one, two))
    return day_number(later[0]) - day_number(earlier[1]) <= _LATE


def _told_of(left: Figure, right: Figure) -> bool:
    """Whether figures of one event in two reports say something beside it: a day, a side or a source.

    One who fell alone can be a part of what the other report tells.
    """
    if left.document == right.document:
        return True
    alone = _ONE in (left.allowed, right.allowed)
    return not alone and any(f.when or f.side or f.claimed_by for f in (left, right))


def _days_apart(left: Figure, right: Figure) -> float:
    """Days between two reports."""
    if not left.published or not right.published:
        return inf
    one, two = (date.fromisoformat(f.published[0]) for f in (left, right) if f.published)
    return abs((one - two).days)


def _same_side(left: Figure, right: Figure) -> bool:
    """Whether two totals are of one side, or the side of one is named in the sentence of the other, which has none."""
    if left.side and right.side:
        return left.side == right.side
    return bool((left.concerns | {left.side}) & (right.concerns | {right.side}) - {None})


def _years_apart(left: Figure, right: Figure) -> bool:
    """Whether two totals are of different wars: what begins a total is told loosely, its century is not."""
    return bool(left.when and right.when and abs(int(left.when[0][:4]) - int(right.when[0][:4])) > _YEARS)


def _ratio(left: Figure, right: Figure) -> float:
    """How many times as large the greater figure is at least, by the bounds that lie nearest to each other."""
    if UNCOUNTED in (left.count, right.count):
        return 1.0
    small, large = sorted((left.allowed, right.allowed))
    nearest = small[0] if small[1] == inf else min(small[1], large[0])
    return max(large[0], 1.0) / max(nearest, 1.0)


def _compared(held: Sequence[Figure], line_of: Mapping[str, str], sides: Mapping[str, str]) -> Disagreement | None:
    """The disagreement of figures of one thing, if some exclude each other."""
    by_count: dict[str, list[Figure]] = defaultdict(list)
    for figure in _of_one_incident(held):
        by_count[figure.count].append(figure)
    apart = {
        count
        for a, b in combinations(by_count, 2)
        if (exclude(by_count[a][0], by_count[b][0]) or grown(by_count[a][0], by_count[b][0]) or UNCOUNTED in (a, b))
        and _others(by_count[a], by_count[b], line_of)
        for count in (a, b)
    }
    if not apart:
        return None
    told = sorted((by_count[c] for c in apart), key=lambda fs: (min(map(_told, fs)), fs[0].allowed, fs[0].id))
    accounts = [account(fs[0].count, (f.claimed_by for f in fs), (x for f in fs for x in f.facts)) for fs in told]
    events = {f.event for fs in told for f in fs}
    event = next(iter(events)) if len(events) == 1 else None
    first = told[0][0]
    side = next((f.side for fs in told for f in fs if f.side), "")
    topic = " ".join(x for x in (*first.what, side) if x)
    kind = CHANGE if _rising(told, sides) else CONTRADICTION
    return disagreement("count", event if (event or "").startswith("v") else None, accounts, topic=topic, kind=kind)


def _of_one_incident(held: Sequence[Figure]) -> list[Figure]:
    """The figures but for those of a report that gives several itself: it tells of several incidents, or of parts."""
    blurred = {
        a.document
        for a, b in combinations(held, 2)
        if a.document == b.document and not a.standing and exclude(a, b) and a.claimed_by == b.claimed_by
    }
    return [f for f in held if f.document not in blurred]


def _others(left: Sequence[Figure], right: Sequence[Figure], line_of: Mapping[str, str]) -> bool:
    """Whether two figures come from different lineages or from different claimants.

    Of one happening, what a report tells beside what it attributes is no other voice: a headline leaves the source out.
    """
    pairs = [(one, two) for one in left for two in right]
    if any(line_of[a.document] == line_of[b.document] and _one_voice(a, b) for a, b in pairs):
        return False
    return bool(pairs)


def _one_voice(left: Figure, right: Figure) -> bool:
    """Whether two figures of one lineage can come from one source, unnamed sources being open."""
    one, two = set(left.claimed_by), set(right.claimed_by)
    if left.standing or right.standing:
        return one == two
    return not one or not two or bool(one & two) or all(x.startswith("unnamed:") for x in one | two)


def _told(figure: Figure) -> str:
    """When a figure was first given, as far as that is known."""
    return (figure.published or ("9999",))[0]


def _rising(told: Sequence[Sequence[Figure]], sides: Mapping[str, str]) -> bool:
    """Whether each figure is greater than those that were told on earlier days, by no opponents of each other."""
    order = [(max(map(_told, one)), min(map(_told, two)), one[0], two[0]) for one, two in combinations(told, 2)]
    if not all(before < after and one.allowed[0] < two.allowed[0] for before, after, one, two in order):
        return False
    voices = [{sides.get(x, x) for f in figures for x in f.claimed_by} for figures in told]
    return all(not a or not b or a & b for a, b in combinations(voices, 2))
