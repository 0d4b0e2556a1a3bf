"""Links that one document shows: each rule looks at two of its tellings, who is in them and how near they stand."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from hudna.record.linking.strand import FORCE, VAGUE, Strand, alike_places, apart, gap, listed, named, together

Found = tuple[str, str, str]  # kind, rule, why
Tied = tuple[Found, Strand, Strand]

_DEEDS = frozenset({FORCE, "COERCE", "SUPPORT", "COOPERATE", "AID", "MOBILIZE", "SANCTION", "RETREAT"})
_ANSWERS = frozenset({"AGREE", "REJECT", "CONCEDE"})
_HOLDING = frozenset({FORCE, "COERCE", "RETREAT", "MOBILIZE"})
_NEAR = 400  # characters: the sentence itself or the one after
_ANSWERED = 600  # characters between what is told and its denial
_NEARER = 150  # where nothing but the place in the text speaks for it
_PAIR = 2
_FAR_END = frozenset({"alleges"})  # kinds of which each right end has one left end; of others each left end one right


def within(strands: Sequence[Strand]) -> Iterator[Tied]:
    """The links between the tellings of one document, which are in its order; of several candidates the nearest."""
    best: dict[tuple[str, str], list[tuple[int, Tied]]] = defaultdict(list)
    for rule in RULES:
        for left, right in _pairs(strands, rule):
            if left.telling.event != right.telling.event and (found := rule.find(left, right)):
                anchor = right if found[0] in _FAR_END else left
                best[found[0], anchor.telling.id].append((gap(left, right), (found, left, right)))
    for candidates in best.values():
        yield min(candidates, key=lambda c: (c[0], c[1][1].telling.id, c[1][2].telling.id))[1]


def charge(left: Strand, right: Strand) -> Found | None:
    """The deed that an accusation is about: the accuser tells it of the accused, or it stands in its sentence."""
    if not _charged(left, right) or left.actors == left.targets:
        return None
    accused, same = right.actors & left.targets, together(left, right)
    if not same and right.telling.trigger < left.telling.trigger:
        return None
    if right.actors and left.targets and not (accused and right.actors <= left.targets):
        return None
    if right.claimants & left.actors and (accused or same):
        return "alleges", "charge-and-claim", f"{listed(right.claimants & left.actors)}, the accuser, tells it"
    if accused and same and not right.claimants:
        return "alleges", "charge-in-sentence", f"{listed(accused)}, the accused, does it in the same sentence"
    return None


def mutual_charge(left: Strand, right: Strand) -> Found | None:
    """A deed that one of two sides that accuse each other tells of the other."""
    if not _charged(left, right) or not _each_other(left):
        return None
    teller = right.claimants & (left.actors - right.actors)
    return ("alleges", "mutual-charge", f"{listed(teller)}, one of the accusers, tells it") if teller else None


def _charged(left: Strand, right: Strand) -> bool:
    """Whether an accusation stands near a deed done by one or none that is named."""
    return gap(left, right) <= _NEAR and _accuses(left) and _is_deed(right)


def _accuses(strand: Strand) -> bool:
    return strand.telling.type == "ACCUSE"


def _is_deed(strand: Strand) -> bool:
    """Whether it is a deed done by one or none that is named."""
    return strand.telling.type in _DEEDS and strand.telling.status in ("actual", "denied") and not strand.clash


def _each_other(strand: Strand) -> bool:
    """Whether two sides accuse each other."""
    return strand.telling.type == "ACCUSE" and len(strand.actors) == _PAIR and strand.actors == strand.targets


def mutual(left: Strand, right: Strand) -> Found | None:
    """The fight over which two sides accuse each other."""
    if _each_other(left) and right.clash and right.actors == left.actors and gap(left, right) <= _NEARER:
        return "alleges", "mutual-charge", f"{listed(left.actors)} accuse each other beside it"
    return None


def answer(left: Strand, right: Strand) -> Found | None:
    """What a demand or proposal is answered with."""
    a, b = left.telling, right.telling
    if a.type not in _ANSWERS or b.type != "REQUEST" or a.status == "denied" or apart(left, right):
        return None
    asked, asking = left.actors & right.targets, left.targets & right.actors
    if left.actors & right.actors or not (asked or asking):
        return None
    known = VAGUE not in (a.topic, b.topic)
    said = f"{listed(right.actors) or 'somebody'} asked {listed(right.targets) or 'nobody named'}"
    if left.targets and left.targets == right.actors:
        return "answers", "asked-and-answered", f"{said}; answered to {listed(left.targets)}"
    after = b.trigger < a.trigger or together(left, right)
    if asked and after and gap(left, right) <= (_NEAR if known and a.topic == b.topic else _NEARER):
        return "answers", "asked-and-answered", f"{said}; answered beside it by {listed(asked)}"
    return None


def plan(left: Strand, right: Strand) -> Found | None:
    """What came of a plan that the same document tells."""
    a, b = left.telling, right.telling
    if a.status != "planned" or b.status != "actual" or (a.type, a.mode, a.topic) != (b.type, b.mode, b.topic):
        return None
    if apart(left, right) or not a.actors or set(a.actors) != set(b.actors):
        return None
    return "realises", "planned-and-done", f"{a.type} of {listed(left.actors)}, once as planned, once as done"


def counter(left: Strand, right: Strand) -> Found | None:
    """Two claims that each lay a deed of force to the other side."""
    if left.telling.id > right.telling.id or apart(left, right) or not mirrored(left, right):
        return None
    if gap(left, right) > _NEAR and not alike_places(left, right):
        return None
    one, two = listed(left.claimants), listed(right.claimants)
    return "counters", "each-the-other", f"{one} lays it to {listed(left.actors)}, {two} to {listed(right.actors)}"


def mirrored(left: Strand, right: Strand) -> bool:
    """Whether each of two deeds of force is told of the other's teller."""
    one, two = left.telling, right.telling
    return (
        one.type == FORCE == two.type
        and one.status == two.status == "actual"
        and not left.actors & right.actors
        and bool(named(left.claimants & right.actors) and named(right.claimants & left.actors))
        and not left.claimants & left.actors
        and not right.claimants & right.actors
    )


def denial(left: Strand, right: Strand) -> Found | None:
    """The deed that a denial is of, where the document tells it apart."""
    if left.telling.type != right.telling.type or not refusal(left) or not same_deed(left, right):
        return None
    if right.telling.status != "actual" or right.telling.disputed_by or gap(left, right) > _ANSWERED:
        return None
    theirs = named(right.claimants) - left.actors
    if right.telling.trigger > left.telling.trigger and not theirs:
        return None
    return "denies", "denied-and-told", f"{listed(left.actors)}: {left.telling.type} told, and told as denied"


def refusal(strand: Strand) -> bool:
    """Whether somebody denies a deed, other than only telling that something was not done."""
    return strand.telling.type in _HOLDING and strand.telling.status == "denied" and bool(strand.telling.disputed_by)


def same_deed(left: Strand, right: Strand) -> bool:
    """Whether two tellings can be of one deed of one doer, told by others than each other's tellers."""
    if not left.actors or left.actors != right.actors or apart(left, right):
        return False
    if left.targets and right.targets and not left.targets & right.targets:
        return False
    if left.telling.place and right.telling.place and not alike_places(left, right):
        return False
    return not left.claimants or left.claimants != right.claimants


def breach(left: Strand, right: Strand) -> Found | None:
    """The fighting by which a truce ended, where words such as «تجدد» or «خرق» say so."""
    a, b = left.telling, right.telling
    if a.type != FORCE or a.status != "actual" or "again" not in left.cues or apart(left, right):
        return None
    if b.type != "AGREE" or b.topic != "ceasefire" or b.status != "actual" or gap(left, right) > _NEAR * 2:
        return None
    shared = left.sides & right.sides
    if left.sides and right.sides and not shared:
        return None
    return "reverses", "fighting-again", f"fighting again after {listed(right.sides) or 'a side'} had agreed to a truce"


def amid(left: Strand, right: Strand) -> Found | None:
    """What happened in the course of something: «قتل خلال الاشتباكات»."""
    a, b = left.telling, right.telling
    if a.type not in _HOLDING or b.type != FORCE or "during" not in right.cues or not together(left, right):
        return None
    if not a.status == b.status == "actual" or a.trigger > b.trigger or gap(left, right) > _NEARER:
        return None
    if not left.sides & right.sides:
        return None
    return "part_of", "in-the-course-of", f"told as in the course of it, of {listed(left.sides & right.sides)}"


def since(left: Strand, right: Strand) -> Found | None:
    """What happened since a campaign began that still goes on: «منذ أن شنت هجومها في 11 أغسطس»."""
    a, b = left.telling, right.telling
    if a.type != FORCE or b.type != FORCE or "since" not in right.cues or not right.when or not left.when:
        return None
    if not a.status == b.status == "actual" or left.when[0] <= right.when[1] or left.actors != right.actors:
        return None
    if not left.actors or (left.targets and right.targets and not left.targets & right.targets):
        return None
    return "part_of", "in-the-course-of", f"{listed(left.actors)}, after the beginning on {b.date} of what goes on"


def hosted(left: Strand, right: Strand) -> Found | None:
    """A meeting in the course of a visit."""
    a, b = left.telling, right.telling
    if (a.type, a.mode, b.type, b.mode) != ("CONSULT", "meeting", "CONSULT", "visit") or a.status != b.status:
        return None
    if apart(left, right) or len(right.actors) < _PAIR or not right.actors <= left.actors:
        return None
    if not set(a.actors) & set(b.actors):
        return None
    return "part_of", "met-on-a-visit", f"{listed(right.actors)}: a meeting told with the visit"


def _is_force(strand: Strand) -> bool:
    return strand.telling.type == FORCE and strand.telling.status == "actual"


class _Rule(NamedTuple):
    """A rule, with what can be its left and its right, and how many characters can lie between."""

    find: Callable[[Strand, Strand], Found | None]
    is_left: Callable[[Strand], bool]
    is_right: Callable[[Strand], bool]
    reach: int | None = None


RULES = (
    _Rule(charge, _accuses, _is_deed, _NEAR),
    _Rule(mutual_charge, _each_other, _is_deed, _NEAR),
    _Rule(mutual, _each_other, lambda s: s.clash, _NEARER),
    _Rule(answer, lambda s: s.telling.type in _ANSWERS, lambda s: s.telling.type == "REQUEST"),
    _Rule(plan, lambda s: s.telling.status == "planned", lambda s: s.telling.status == "actual"),
    _Rule(counter, lambda s: _is_force(s) and bool(s.claimants), lambda s: _is_force(s) and bool(s.claimants)),
    _Rule(denial, refusal, lambda s: s.telling.type in _HOLDING and s.telling.status == "actual", _ANSWERED),
    _Rule(breach, lambda s: _is_force(s) and "again" in s.cues, lambda s: s.telling.type == "AGREE", _NEAR * 2),
    _Rule(amid, lambda s: s.telling.type in _HOLDING, lambda s: _is_force(s) and "during" in s.cues, _NEARER),
    _Rule(since, lambda s: _is_force(s) and bool(s.when), lambda s: _is_force(s) and "since" in s.cues),
    _Rule(hosted, lambda s: s.telling.mode == "meeting", lambda s: s.telling.mode == "visit"),
)


def _pairs(strands: Sequence[Strand], rule: _Rule) -> Iterator[tuple[Strand, Strand]]:
    """The pairs in the order of the text that a rule looks at, of the tellings in that order."""
    lefts = [s for s in strands if rule.is_left(s)]
    rights = [s for s in strands if rule.is_right(s)] if lefts else []
    if not rights or rule.reach is None:
        yield from product(lefts, rights)
        return
    starts = [s.telling.trigger.start for s in rights]
    back = rule.reach + max(s.telling.trigger.end - s.telling.trigger.start for s in rights)
    for left in lefts:
        first = bisect_left(starts, left.telling.trigger.start - back)
        last = bisect_right(starts, left.telling.trigger.end + rule.reach)
        yield from ((left, right) for right in rights[first:last])
