"""One event per happening: tellings of the same thing within one document."""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.claimant import UNNAMED
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.roles import GUESSED
from hudna.reading.event.same import (
    LOOSE_MODES,
    are_others,
    fought_with,
    is_as_many,
    is_blamed_again,
    is_claimed,
    is_done_by,
    is_held_once,
    is_killed_once,
    is_same,
    is_told_again,
    is_unfolded,
    may_be_how,
    sides_of,
)
from hudna.reading.event.telling import count_behind, is_generic, is_heading, is_headline
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_country

_UNSURE = GUESSED | {"event.noun-nisba"}  # rules by which a telling says too little of its sides to lend them
_BACK = 100  # events back to the one that a word tells again: more than a report has, so that time stays linear
_OPERATION = "claimed_operation"  # of events/assault.yaml


def merge(candidates: Sequence[Candidate], cast: Cast, page: Page) -> list[Event]:
    """The distinct events among ``candidates`` by their triggers; each keeps its most informative telling.

    The words around them on the ``page`` count as well: nouns for how a deed was done, headlines, deeds as such.
    """
    kept: list[Candidate] = []
    candidates = [
        replace(c, title=c.title or is_headline(page, c.event.trigger)) for c in candidates if not _as_such(c, page)
    ]
    told = {c.event.type for c in candidates if not c.title}
    known: set[str] = set()
    for candidate in candidates:
        if candidate.title and candidate.event.type in told:
            continue
        if candidate.bare and candidate.event.type in known and not _is_particular(candidate, page):
            _name_mode(kept, candidate, cast)
            continue
        known.add(candidate.event.type)
        _add(kept, candidate, cast, page)
    return sorted((c.event for c in kept), key=lambda e: e.trigger)


def _is_particular(candidate: Candidate, page: Page) -> bool:
    """Whether a word that names nobody tells of something of its own all the same.

    So where somebody says that he takes no measure («لا داعي للتعبئة»), the arrested are counted, or talks are to go
    on some day.
    """
    event = candidate.event
    if event.type == "CONSULT" and event.status == "planned" and event.actors:
        return event.date is not None
    ruled_out = event.type == "MOBILIZE" and event.status == "denied" and bool(event.actors)
    return ruled_out or (candidate.frame == "detain" and count_behind(page, event.trigger) != "")


def _add(kept: list[Candidate], candidate: Candidate, cast: Cast, page: Page) -> None:
    """Unite ``candidate`` with the last telling of the same event, or keep it as one of its own."""
    if kept and is_heading(page, kept[-1].event.trigger) and may_be_how(candidate, kept[-1], cast):
        kept[-1] = _with_means(candidate, kept[-1])
        return
    candidate = _as_told(kept, candidate)
    done = [n for n in _recent(kept) if is_done_by(kept[n], candidate, cast, page)]
    if done:  # «دمرت القوات ثلاث قواعد وقتلت أربعة في هجوم» is one attack
        for n in done:
            candidate = _with_means(kept.pop(n), candidate)
        kept.append(candidate)
        return
    for n in _recent(kept):
        told = _without_victims(candidate, kept[n])
        if _are_one(kept[n], told, cast, page):
            kept[n] = _united(kept[n], told, cast)
            return
    kept.append(candidate)


def _as_told(kept: Sequence[Candidate], candidate: Candidate) -> Candidate:
    """An operation to which somebody owns up, as what was told last where that was an abduction."""
    last = next((c for c in reversed(kept) if c.event.type in FORCE), None)
    if candidate.entry != _OPERATION or last is None or last.event.type != "COERCE":
        return candidate
    event = replace(candidate.event, type=last.event.type, mode=last.event.mode)
    return replace(candidate, event=event, entry=last.entry, frame=last.frame)


def _without_victims(b: Candidate, a: Candidate) -> Candidate:
    """``b`` without the nameless whom it killed, where it points back to an attack ``a`` on somebody named.

    «هاجموا قاعدة للجيش … وأدى الهجوم إلى مقتل عشرة جنود» tells one attack.
    """
    x, y = a.event, b.event
    nameless = bool(y.targets) and all(t.startswith(UNNAMED) for t in y.targets)
    named = any(not t.startswith(UNNAMED) for t in x.targets)
    back = b.definite and not y.actors and x.type == y.type == "ASSAULT" and nameless and named
    return replace(b, event=replace(y, targets=())) if back else b


def _are_one(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether ``b`` tells of what ``a`` told before it."""
    if a.event.type != b.event.type:
        return False
    rules = (is_told_again, is_killed_once, is_held_once, is_blamed_again, is_as_many, is_unfolded)
    return not are_others(a, b, page) and (is_same(a, b, cast) or any(rule(a, b, cast, page) for rule in rules))


def _recent(kept: Sequence[Candidate]) -> range:
    """The positions of the tellings kept last, the last first."""
    return range(len(kept) - 1, max(len(kept) - _BACK, 0) - 1, -1)


def _name_mode(kept: list[Candidate], candidate: Candidate, cast: Cast) -> None:
    """«بحث … مع نظيره» told again as «المباحثات الهاتفية» was a call: the noun is the more informative telling."""
    if candidate.event.mode != "phone":
        return
    last = next((n for n in _recent(kept) if kept[n].frame == "discuss"), None)
    if last is not None and len(kept[last].event.actors) > 1:
        kept[last] = _united(
            replace(candidate, event=replace(candidate.event, actors=kept[last].event.actors)), kept[last], cast
        )


def _as_such(c: Candidate, page: Page) -> bool:
    """Whether an indefinite noun of which nothing is said tells of deeds as such, not of one that happened."""
    e = c.event
    return e.type in FORCE and not (c.definite or e.targets or e.date) and is_generic(page, e.trigger)


def _with_means(deed: Candidate, noun: Candidate) -> Candidate:
    """A deed with what the noun for its means says besides; a killing takes the word and the mode of the attack."""
    x, y = deed.event, noun.event
    if y.mode == "clash":
        return replace(noun, event=_fight(x, y), definite=False, bare=False)
    main, other = (y, x) if deed.frame == "kill" else (x, y)
    event = replace(
        main,
        mode=other.mode if main.mode in LOOSE_MODES and other.mode not in LOOSE_MODES else main.mode,
        actors=x.actors or y.actors,
        targets=x.targets or y.targets,
        place=main.place or other.place,
        date=main.date or other.date,
        weapon=main.weapon or other.weapon,
    )
    return replace(noun if main is y else deed, event=event, definite=deed.definite and noun.definite, bare=False)


def _fight(killing: Event, fight: Event) -> Event:
    """A fight with the party that killed in it as one of its parties, and those killed where no other is told."""
    fought = fought_with(killing, fight)
    enemies = () if set(fought) - set(killing.actors) else killing.targets
    return replace(
        fight,
        actors=tuple(dict.fromkeys((*killing.actors, *fought, *enemies))),
        place=fight.place or killing.place,
        date=fight.date or killing.date,
    )


def _lends(lender: Candidate, borrower: Candidate, lent: tuple[str, ...], cast: Cast) -> bool:
    """Whether a telling may fill an empty side of another: by its kind of word or a side in common, not by a guess.

    Nobody comes to stand on both sides by it.
    """
    e, o = borrower.event, lender.event
    if e.type != "ASSAULT":
        return e.type not in FORCE or not set(lent) & {*e.actors, *e.targets}
    if _is_alleged(o, e):
        return False
    told = sides_of(e.actors + e.targets, cast)
    told_back = o.rule == "event.carried" and lender.definite  # «… نفذت الغارات»: the raids told before
    if (o.rule in _UNSURE and not told_back) or told & sides_of(lent, cast):
        return False
    claimed = told_back and not told  # «انفجرت سيارة … تبنت الحركة الهجوم»
    return lender.frame == borrower.frame or claimed or (bool(told) and told <= sides_of(o.actors + o.targets, cast))


def _united(a: Candidate, b: Candidate, cast: Cast) -> Candidate:
    """The telling that says more, with what only the other says."""
    main, other = (a, b) if _names_it(a, b) or (a.rank <= b.rank and not _names_it(b, a)) else (b, a)
    if _is_alleged(main.event, other.event):
        main, other = other, main
    e, o = main.event, other.event
    if is_claimed(a, b):
        e, o = (replace(x, actors=b.event.actors) for x in (e, o))
    mode = o.mode if e.mode in LOOSE_MODES and o.mode not in LOOSE_MODES and not other.title else e.mode
    event = replace(
        e,
        mode=mode,
        actors=o.actors if _meets_more(o, e) else e.actors or (o.actors if _lends(other, main, o.actors, cast) else ()),
        targets=e.targets or (o.targets if _lends(other, main, o.targets, cast) else ()),
        place=e.place or o.place,
        date=e.date or o.date,
        topic=e.topic or o.topic,
        weapon=e.weapon or o.weapon,
        claimed_by=e.claimed_by,
    )
    return replace(main, event=event, title=a.title and b.title, definite=a.definite and b.definite)


def _names_it(one: Candidate, other: Candidate) -> bool:
    """Whether ``one`` is the name of what the verb ``other`` tells: «بحث … في لقاء», «المباحثات الهاتفية»."""
    named = other.frame == "discuss" != one.frame
    return named and (one.event.evidence == other.event.evidence or one.event.mode == "phone")


def _is_alleged(one: Event, other: Event) -> bool:
    """Whether somebody alleges ``one`` of whom he accuses, and ``other`` is told by the reporter or somebody else."""
    return one.rule == "event.accused" != other.rule and one.claimed_by != other.claimed_by


def _meets_more(one: Event, other: Event) -> bool:
    """Whether of two tellings of a talk ``one`` names all who take part and ``other`` only some, or but their lands."""
    lands = all(map(is_country, other.actors)) and not any(map(is_country, one.actors))
    more = set(other.actors) < set(one.actors) or (lands and len(one.actors) >= len(other.actors))
    return one.type == "CONSULT" and more
