"""One event per happening: tellings of the same thing within one document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hudna.reading.cast import Cast
from hudna.reading.event.kinds import TOPICAL
from hudna.reading.event.roles import GUESSED
from hudna.reading.event.telling import is_another, is_generic, is_heading, is_headline, is_means, is_several
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_country

# told by another word they are another deed
_DEEDS = frozenset({"ACCUSE", "AGREE", "ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "AID", "SANCTION"})
_MEASURES = frozenset({"MOBILIZE", "SANCTION"})  # «separate measures are separate events» (GUIDE)
_UNSURE = GUESSED | {"event.noun-nisba"}  # rules by which a telling says too little of its sides to lend them
_DAY = len("2020-01-31")
_BACK = 100  # events back to the one that a word tells again: more than a report has, so that time stays linear
# «هجوم» and «انفجار» may be one act
_GROUND_MODES = frozenset({None, "other", "explosives", "firearms", "heavy-weapons"})
_LOOSE_MODES = frozenset({None, "other", "heavy-weapons", "meeting"})  # told more closely elsewhere


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event and how it was told.

    Attributes:
        event: the event.
        entry: id of its word in the lexicon.
        frame: its frame.
        definite: whether the word is a definite noun, which may only point back («القصف»).
        title: whether the headline tells it; «if headline and body differ, the body wins» (GUIDE).
        generic: whether the word is one for fighting as such («المعارك»).
        bare: whether it is a definite noun with nobody of its own: it points back to an event told before.
        answers: whether it is done in answer to an attack, and so another deed than that.

    """

    event: Event
    entry: str
    frame: str
    definite: bool
    title: bool
    generic: bool
    bare: bool
    answers: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Order of informativeness, best first: particular words, the name of the thing («اتصال»), what it says."""
        e = self.event
        told = (
            2 * len(e.actors)
            + 2 * len(e.targets)
            + (e.place is not None)
            + (e.date is not None)
            + (e.weapon is not None)
        )
        return self.generic, self.frame == "discuss", -told


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
        if candidate.bare and candidate.event.type in known:
            _name_mode(kept, candidate, cast)
            continue
        known.add(candidate.event.type)
        _add(kept, candidate, cast, page)
    return sorted((c.event for c in kept), key=lambda e: e.trigger)


def _add(kept: list[Candidate], candidate: Candidate, cast: Cast, page: Page) -> None:
    """Unite ``candidate`` with the last telling of the same event, or keep it as one of its own."""
    if kept and is_heading(page, kept[-1].event.trigger) and _may_be_how(candidate, kept[-1], cast):
        kept[-1] = _with_means(candidate, kept[-1])
        return
    for n in _recent(kept):
        if _done_by(kept[n], candidate, cast, page):
            kept[n] = _with_means(kept[n], candidate)
            return
    for n in _recent(kept):
        if _same(kept[n], candidate, cast) or _again(kept[n], candidate, cast, page):
            kept[n] = _united(kept[n], candidate, cast)
            return
    kept.append(candidate)


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


def _same(a: Candidate, b: Candidate, cast: Cast) -> bool:
    x, y = a.event, b.event
    answer = a.answers != b.answers and not (a.bare or b.bare)
    if x.type != y.type or answer or not (_modes_agree(x, y) and _sides_agree(x, y, cast)):
        return False
    if (x.type in _MEASURES and a.entry != b.entry) or _topics_differ(x, y) or _is_call_beside_meeting(a, b):
        return False
    if (a.generic or b.generic) and x.mode == y.mode == "clash":
        return b.definite or x.place == y.place
    if (x.date and y.date and x.date != y.date) or (x.status != y.status and not (a.title or b.title)):
        return False
    points_back = (b.definite and not (y.actors and y.targets)) or a.title or b.title
    if points_back:
        return not (x.place and y.place and x.place != y.place and x.type == "ASSAULT")
    alike = (
        bool(x.actors)
        and _sides(x.actors, cast) == _sides(y.actors, cast)
        and _sides(x.targets, cast) == _sides(y.targets, cast)
    )
    alike = alike or _same_visit(x, y, cast)
    there = x.place == y.place or (x.type != "ASSAULT" and not (x.place and y.place))  # attacks differ by their places
    return alike and there and (a.entry == b.entry or x.type not in _DEEDS)


def _is_call_beside_meeting(a: Candidate, b: Candidate) -> bool:
    """Whether of two tellings one is of a call, the other of people face to face: «اتصل بالرئيس … والتقى الرئيس»."""
    face = "meet" in (a.frame, b.frame) and "phone" in (a.event.mode, b.event.mode)
    return face and not (b.bare or a.title or b.title)


def _meet_alike(x: Event, y: Event, cast: Cast) -> bool:
    """Whether two talks may be one: not with two persons of one side, nor a visit and the meeting during it."""
    one, other = (frozenset(a for a in e.actors if cast.is_person(a)) for e in (x, y))
    if not (one <= other or other <= one):
        return False
    if x.evidence == y.evidence and _is_received(x, y, cast):
        return True
    return "visit" not in (x.mode, y.mode) or x.mode == y.mode or not (x.actors and y.actors) or one == other


def _is_received(meeting: Event, visit: Event, cast: Cast) -> bool:
    """Whether a visit is but the occasion of a meeting: «خلال لقائه بالوزير أثناء زيارته لإسرائيل»."""
    if visit.mode != "visit" or meeting.mode != "meeting":
        return False
    guests = {a for a in visit.actors if cast.is_person(a)}
    hosts = {cast.side(a) for a in meeting.actors if a not in guests}
    lands = {cast.side(a) for a in visit.actors if a not in guests} | {cast.side(p) for p in [visit.place] if p}
    return bool(guests) and guests < set(meeting.actors) and bool(lands) and lands <= hosts


def _same_visit(x: Event, y: Event, cast: Cast) -> bool:
    """Whether two words tell of one visit, the one by the country, the other by a town in it or by nothing."""
    if x.mode != "visit" or y.mode != "visit":
        return False
    guests, others = (frozenset(a for a in e.actors if cast.is_person(a)) for e in (x, y))
    lands = [{s for a in e.actors if is_country(a) and (s := cast.side(a))} for e in (x, y)]
    towns = [{s for p in [e.place] if p and (s := cast.side(p))} for e in (x, y)]
    one, other = (land | town for land, town in zip(lands, towns, strict=True))
    return bool(guests) and guests == others and (one <= other or other <= one)


def _topics_differ(x: Event, y: Event) -> bool:
    return x.type in TOPICAL and bool(x.topic and y.topic) and x.topic != y.topic


def _as_such(c: Candidate, page: Page) -> bool:
    """Whether an indefinite noun of which nothing is said tells of deeds as such, not of one that happened."""
    e = c.event
    return e.type in ("ASSAULT", "COERCE") and not (c.definite or e.targets or e.date) and is_generic(page, e.trigger)


def _done_by(deed: Candidate, noun: Candidate, cast: Cast, page: Page) -> bool:
    """Whether a noun says how the deed told before it was done: «قتل خمسة في هجوم», «استهدف المواقع بقصف»."""
    return _may_be_how(deed, noun, cast) and is_means(page, deed.event.trigger, noun.event.trigger)


def _may_be_how(deed: Candidate, noun: Candidate, cast: Cast) -> bool:
    """Whether nothing that a deed and a noun of the same sentence tell keeps the noun from being how it was done."""
    x, y = deed.event, noun.event
    if {x.type, y.type} != {"ASSAULT"} or "clash" in (x.mode, y.mode) or deed.frame not in ("kill", "strike", "burst"):
        return False
    if x.evidence != y.evidence or x.status != y.status or not (_modes_agree(x, y) or x.mode == "other"):
        return False
    return _sides_agree(x, y, cast)


def _with_means(deed: Candidate, noun: Candidate) -> Candidate:
    """A deed with what the noun for its means says besides; a killing takes the word and the mode of the attack."""
    x, y = deed.event, noun.event
    main, other = (y, x) if deed.frame == "kill" else (x, y)
    event = replace(
        main,
        mode=other.mode if main.mode in _LOOSE_MODES and other.mode not in _LOOSE_MODES else main.mode,
        actors=x.actors or y.actors,
        targets=x.targets or y.targets,
        place=main.place or other.place,
        date=main.date or other.date,
        weapon=main.weapon or other.weapon,
    )
    return replace(noun if main is y else deed, event=event, definite=deed.definite and noun.definite, bare=False)


def _again(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether a word tells again of an attack: in the same town, or the same word for that day, one naming nobody."""
    x, y = a.event, b.event
    if {x.type, y.type} != {"ASSAULT"} or {a.frame, b.frame} != {"strike"} or x.status != y.status:
        return False
    if x.mode != y.mode and not (x.mode in _GROUND_MODES and y.mode in _GROUND_MODES and "other" in (x.mode, y.mode)):
        return False
    if ((x.actors or x.targets) and (y.actors or y.targets)) or not _then_and_there(a, b):
        return False
    if not _agree(x.claimed_by, y.claimed_by, cast) or (x.claimed_by != y.claimed_by and not (x.date and y.date)):
        return False  # what two sources tell without a day may be two things
    return not (is_another(page, y.trigger) or is_several(page, x.trigger) or is_several(page, y.trigger))


def _then_and_there(a: Candidate, b: Candidate) -> bool:
    """Whether two tellings name one town and no two days, or by the same word one day and no two places."""
    x, y = a.event, b.event
    if (x.place and y.place and x.place != y.place) or not _days_agree(x.date, y.date):
        return False
    town = x.place is not None and x.place == y.place and not x.place.startswith("loc.")
    return town or (x.date is not None and y.date is not None and a.entry == b.entry)


def _days_agree(a: str | None, b: str | None) -> bool:
    """Whether two dates name one day, as far as they are known; a month or year is that of something else."""
    return all(d is None or len(d) >= _DAY for d in (a, b)) and (a is None or b is None or a[:_DAY] == b[:_DAY])


def _modes_agree(x: Event, y: Event) -> bool:
    return x.mode == y.mode or (
        x.type in ("ASSAULT", "CONSULT")
        and (x.mode in _LOOSE_MODES or y.mode in _LOOSE_MODES)
        and "clash" not in (x.mode, y.mode)
        and "third-party" not in (x.mode, y.mode)
    )


def _sides_agree(x: Event, y: Event, cast: Cast) -> bool:
    if x.type == y.type == "CONSULT" and not _meet_alike(x, y, cast):
        return False
    return _agree(x.actors, y.actors, cast) and _agree(x.targets, y.targets, cast)


def _agree(a: tuple[str, ...], b: tuple[str, ...], cast: Cast) -> bool:
    first, second = _sides(a, cast), _sides(b, cast)
    return not first or not second or first <= second or second <= first


def _sides(ids: tuple[str, ...], cast: Cast) -> frozenset[str]:
    return frozenset(x if x.startswith("unnamed") else (cast.side(x) or x) for x in ids)


def _lends(lender: Candidate, borrower: Candidate, lent: tuple[str, ...], cast: Cast) -> bool:
    """Whether a telling may fill an empty side of another: by its kind of word or a side in common, not by a guess.

    Nobody comes to stand on both sides by it.
    """
    e, o = borrower.event, lender.event
    if e.type != "ASSAULT":
        return True
    told = _sides(e.actors + e.targets, cast)
    told_back = o.rule == "event.carried" and lender.definite  # «… نفذت الغارات»: the raids told before
    if (o.rule in _UNSURE and not told_back) or told & _sides(lent, cast):
        return False
    return lender.frame == borrower.frame or (bool(told) and told <= _sides(o.actors + o.targets, cast))


def _united(a: Candidate, b: Candidate, cast: Cast) -> Candidate:
    """The telling that says more, with what only the other says."""
    main, other = (a, b) if a.rank <= b.rank else (b, a)
    e, o = main.event, other.event
    mode = o.mode if e.mode in _LOOSE_MODES and o.mode not in _LOOSE_MODES and not other.title else e.mode
    event = replace(
        e,
        mode=mode,
        actors=e.actors or (o.actors if _lends(other, main, o.actors, cast) else ()),
        targets=e.targets or (o.targets if _lends(other, main, o.targets, cast) else ()),
        place=e.place or o.place,
        date=e.date or o.date,
        topic=e.topic or o.topic,
        weapon=e.weapon or o.weapon,
        claimed_by=e.claimed_by,
    )
    return replace(main, event=event, title=a.title and b.title, definite=a.definite and b.definite)
