"""Links between documents: each rule says under which keys its two ends can meet, and what makes two of them a link.

Keys hold days and sides, so that an event meets few others however large the record.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from hudna.record import workings
from hudna.record.dates import overlap
from hudna.record.identity import is_country
from hudna.record.linking.strand import VAGUE, Strand, alike_places, apart, listed, named
from hudna.record.linking.within import Found, hosted, mirrored, refusal, same_deed

Key = tuple[str, ...]
_SAID = {"actual": "taken", "denied": "not taken"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of link: the keys under which a telling stands as either end, and the link of two, if it is one."""

    left: Callable[[Strand], Iterable[Key]]
    right: Callable[[Strand], Iterable[Key]]
    tie: Callable[[Strand, Strand], Found | None]


# --- a plan and what came of it ---


def _planned(strand: Strand) -> Iterable[Key]:
    if strand.telling.status == "planned" and strand.when:
        yield from _doings(strand)


def _done(strand: Strand) -> Iterable[Key]:
    if strand.telling.status == "actual" and strand.when:
        yield from _doings(strand)


def _doings(strand: Strand) -> Iterable[Key]:
    t = strand.telling
    what = t.mode if t.type == "CONSULT" else t.topic
    if what and what != VAGUE:
        yield from ((t.type, what, side, day) for side in named(strand.actors) for day in strand.days())


def _realised(left: Strand, right: Strand) -> Found | None:
    if apart(left, right) or not left.actors <= right.actors or not _as_named(left, right):
        return None
    if (left.published or ("",))[0] > (right.published or ("9",))[-1]:
        return None
    return "realises", "planned-and-done", f"{listed(left.actors)}: planned for {left.telling.date}, told as done"


def _as_named(left: Strand, right: Strand) -> bool:
    """Whether one of the same people, not only of their sides, takes part, where a talk is of people."""
    return left.telling.type != "CONSULT" or bool(set(left.telling.actors) & set(right.telling.actors))


# --- a demand and its answer ---


def _asking(strand: Strand) -> Iterable[Key]:
    t = strand.telling
    if t.type == "REQUEST" and t.topic and t.topic != VAGUE and strand.when:
        yield from ((t.topic, side, day) for side in named(strand.targets) for day in strand.days())


def _answering(strand: Strand) -> Iterable[Key]:
    t = strand.telling
    if t.type in ("AGREE", "REJECT") and t.topic and t.topic != VAGUE and t.status == "actual" and strand.when:
        yield from ((t.topic, side, day) for side in named(strand.actors) for day in strand.days())


def _answered(left: Strand, right: Strand) -> Found | None:
    asked = named(left.actors & right.targets)
    if left.actors & right.actors or (left.targets and right.actors and not left.targets & right.actors):
        return None
    said = f"{listed(right.actors) or 'somebody'} asked {listed(asked)} for {right.telling.topic}"
    return "answers", "asked-and-answered", f"{said}, which answered on the same day"


# --- a denial and what it is of, a claim and the other side's ---


def _told(strand: Strand) -> Iterable[Key]:
    if strand.telling.status == "actual" and strand.telling.claimed_by and not strand.telling.disputed_by:
        yield from _deeds(strand)


def _denied(strand: Strand) -> Iterable[Key]:
    if refusal(strand):
        yield from _deeds(strand)


def _deeds(strand: Strand) -> Iterable[Key]:
    yield from ((strand.telling.type, doer, day) for doer in named(strand.actors) for day in strand.days())


def _refuted(left: Strand, right: Strand) -> Found | None:
    if not same_deed(left, right) or not _alike(left.telling.mode, right.telling.mode):
        return None
    known = alike_places(left, right) or bool(named(left.targets & right.targets))
    if not known and not left.struck & right.struck:  # «نفت … أن تكون طائراتها قد هاجمت المسجد»
        return None
    return "denies", "denied-and-told", f"{listed(left.actors)}: {left.telling.type} told, and told as denied"


def _alike(left: str | None, right: str | None) -> bool:
    return left == right or not left or not right or VAGUE in (left, right)


def _claimed(strand: Strand) -> Iterable[Key]:
    t = strand.telling
    if t.type == "ASSAULT" and t.claimed_by and t.place and strand.when:
        yield from ((t.place, day) for day in strand.days())


def _countered(left: Strand, right: Strand) -> Found | None:
    if left.telling.id > right.telling.id or not mirrored(left, right):
        return None
    one, two = listed(left.claimants), listed(right.claimants)
    return "counters", "each-the-other", f"{one} lays it to {listed(left.actors)}, {two} to {listed(right.actors)}"


# --- a measure and its reversal ---


def _measures(strand: Strand) -> Iterable[Key]:
    t = strand.telling
    if t.type in ("MOBILIZE", "SANCTION") and t.status in ("actual", "denied") and strand.published:
        month = (strand.when or strand.published)[0][:7]
        yield from ((t.type, t.mode or "", side, month) for side in named(strand.actors))


def _reversed(left: Strand, right: Strand) -> Found | None:
    if left.telling.status == right.telling.status or not (_of_a_land(left) and _of_a_land(right)):
        return None
    if left.words and right.words and not any(a in b or b in a for a in left.words for b in right.words):
        return None  # «لن نرسل قوات», «نشرت دبابات»: other measures
    later, earlier = left.when or left.published, right.when or right.published
    if later and earlier and overlap(later, earlier):  # told on two days as of one day: «في 27 من الشهر أعلن التعبئة»
        later, earlier = left.published, right.published
    if not later or not earlier or earlier[1] >= later[0]:
        return None
    first, then = (_SAID[s.telling.status] for s in (right, left))
    return "reverses", "measure-reversed", f"{listed(left.actors)}: {first} by {earlier[0]}, {then} by {later[0]}"


def _of_a_land(strand: Strand) -> bool:
    """Whether a measure is told of a whole land: fighters that deploy in a town are not the mobilisation ruled out."""
    return strand.telling.place is None or is_country(strand.telling.place)


# --- a meeting in the course of a visit ---


def _talks(mode: str, strand: Strand) -> Iterable[Key]:
    t = strand.telling
    if t.type == "CONSULT" and t.mode == mode and t.status == "actual" and strand.when:
        yield from ((person, day) for person in t.actors for day in strand.days())


RULES = (
    Rule(_planned, _done, _realised),
    Rule(_answering, _asking, _answered),
    Rule(_denied, _told, _refuted),
    Rule(_claimed, _claimed, _countered),
    Rule(_measures, _measures, _reversed),
    Rule(partial(_talks, "meeting"), partial(_talks, "visit"), hosted),
)


# --- how they meet ---


def _keys(strand: Strand) -> Iterator[workings.Key]:
    for number, rule in enumerate(RULES):
        for place, keys in (("left", rule.left), ("right", rule.right)):
            yield from (workings.Key(str(number), "\0".join(key), place) for key in keys(strand))


def _compared(rule: Rule) -> workings.Rule[Strand]:
    def tie(left: Strand, right: Strand) -> Found | None:
        a, b = left.telling, right.telling
        return None if a.event == b.event or a.document == b.document else rule.tie(left, right)

    return workings.Rule(tie, apart=True)


TERMS = workings.Terms("strands", Strand, _keys, {str(n): _compared(rule) for n, rule in enumerate(RULES)})
