"""Whether two tellings of one document are of the same happening, by their words, sides, days and places."""

from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.kinds import TOPICAL
from hudna.reading.event.telling import (
    count_behind,
    is_another,
    is_attempt,
    is_means,
    is_several,
    matter_behind,
    refers_back,
    unfolds,
)
from hudna.reading.model import Event
from hudna.reading.page import Page
from hudna.reading.scene import is_country, is_state

LOOSE_MODES = frozenset({None, "other", "heavy-weapons", "meeting"})  # told more closely elsewhere

# told by another word they are another deed
_DEEDS = frozenset({"ACCUSE", "AGREE", "ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "AID", "SANCTION"})
_MEASURES = frozenset({"MOBILIZE", "SANCTION"})  # «separate measures are separate events» (GUIDE)
_SUICIDE = "suicide_attack"  # of events/assault.yaml
_CAMPAIGN = "offensive"  # of events/assault.yaml
_SEIZING = frozenset({"detain", "captive", "held"})  # frames of words for taking and holding people
_FREEING = frozenset({"release", "freed"})
_DAY = len("2020-01-31")
_NEXT = 3  # characters from a sentence to the next
# «هجوم» and «انفجار» may be one act
_GROUND_MODES = frozenset({None, "other", "explosives", "firearms", "heavy-weapons"})


def is_same(a: Candidate, b: Candidate, cast: Cast) -> bool:
    """Whether ``b`` tells of what ``a``, told before it, tells: like it in sides, day and place, or pointing back."""
    x, y = a.event, b.event
    answer = a.answers != b.answers and not (a.bare or b.bare)
    if x.type != y.type or answer or not _modes_agree(x, y):
        return False
    if (
        not _sides_agree(x, replace(y, actors=()) if is_claimed(a, b) else y, cast)
        or _turn_round(x, y)
        or _are_bomber_and_army(a, b, cast)
    ):
        return False
    if (x.type in _MEASURES and a.entry != b.entry) or _topics_differ(x, y) or _is_call_beside_meeting(a, b):
        return False
    if x.date and y.date and not _dates_agree(x.date, y.date):
        return False
    if (a.generic or b.generic) and x.mode == y.mode == "clash":
        return b.definite or x.place == y.place
    return (x.status == y.status or a.title or b.title) and (_points_back(a, b) or _are_alike(a, b, cast))


def _are_bomber_and_army(a: Candidate, b: Candidate, cast: Cast) -> bool:
    """Whether one telling is of a suicide attack and the other of one by a state, whose army sends no bombers.

    So is a campaign against a group that has no state.
    """
    others = [y for x, y in ((a, b), (b, a)) if x.entry == _SUICIDE != y.entry]
    campaign = (e for y in others if y.entry == _CAMPAIGN for e in y.event.targets)
    if any(cast.faction(e) for e in campaign):
        return True
    return any(is_state(cast.party(e)) for y in others for e in y.event.actors)


def _turn_round(x: Event, y: Event) -> bool:
    """Whether whoever seized others in the one telling is seized in the other, by nobody named."""
    return x.type == "COERCE" and bool(set(x.actors) & set(y.targets) or set(x.targets) & set(y.actors))


def is_claimed(a: Candidate, b: Candidate) -> bool:
    """Whether ``b`` names who made the attack that ``a`` told: «فجر انتحاري نفسه … تبنت الجماعة الهجوم»."""
    nameless = bool(a.event.actors) and all(n.startswith("unnamed") for n in a.event.actors)
    named = any(not n.startswith("unnamed") for n in b.event.actors)
    return nameless and named and b.definite and b.event.type == "ASSAULT" and b.event.rule == "event.carried"


def _points_back(a: Candidate, b: Candidate) -> bool:
    """Whether ``b`` is a word that may only point back to ``a``, or one of them a headline, in no two places."""
    x, y = a.event, b.event
    apart = x.type == "ASSAULT" and x.place and y.place and x.place != y.place
    return not apart and ((b.definite and not (y.actors and y.targets)) or a.title or b.title)


def _are_alike(a: Candidate, b: Candidate, cast: Cast) -> bool:
    """Whether two tellings have the same sides and place, and the same word where another word is another deed."""
    x, y = a.event, b.event
    alike = (
        bool(x.actors)
        and sides_of(x.actors, cast) == sides_of(y.actors, cast)
        and sides_of(x.targets, cast) == sides_of(y.targets, cast)
    )
    alike = alike or _same_visit(x, y, cast) or _is_where(x, y) or _with_others(x, y, cast)
    return alike and _is_there(x, y, cast) and (a.entry == b.entry or x.type not in _DEEDS)


def is_told_again(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
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


def is_done_by(deed: Candidate, noun: Candidate, cast: Cast, page: Page) -> bool:
    """Whether a noun says how the deed told before it was done: «قتل خمسة في هجوم», «استهدف المواقع بقصف»."""
    if deed.event.evidence != noun.event.evidence:
        return False
    how = may_be_how(deed, noun, cast) or _is_fight(deed, noun, cast)
    return how and is_means(page, deed.event.trigger, noun.event.trigger)


def _is_fight(deed: Candidate, noun: Candidate, cast: Cast) -> bool:
    """Whether nothing keeps a noun of the sentence from being the fight in which a party killed: «… في اشتباكات»."""
    x, y = deed.event, noun.event
    if y.mode != "clash" or deed.frame != "kill" or x.evidence != y.evidence or x.status != y.status:
        return False
    own, fought = sides_of(x.actors, cast), sides_of(fought_with(x, y), cast)
    return bool(own) and (len(fought) <= 1 or own <= fought)


def fought_with(killing: Event, fight: Event) -> tuple[str, ...]:
    """The parties of a fight without those killed who have no name: «قتل مسلحين في اشتباكات مع الحركة»."""
    return tuple(a for a in fight.actors if not (a.startswith("unnamed") and a in killing.targets))


def is_killed_once(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether two words tell of the killing of one person, or the second of how he was attacked; places may differ."""
    x, y = a.event, b.event
    if {x.type, y.type} != {"ASSAULT"} or "kill" not in (a.frame, b.frame) or x.status != y.status:
        return False
    victim = len(x.targets) == 1 and x.targets == y.targets and cast.is_person(x.targets[0])
    attempts = is_attempt(page, x.trigger), is_attempt(page, y.trigger)
    days = not (x.date and y.date and x.date != y.date)
    return victim and not any(attempts) and days and _agree(x.actors, y.actors, cast)


def is_held_once(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether two words tell of the arrest, or of the release, of one person: «اعتقل فلان», «احتجازه»."""
    x, y = a.event, b.event
    alike = {a.frame, b.frame} <= _SEIZING or {a.frame, b.frame} <= _FREEING
    if not alike or x.type != y.type or x.status != y.status or is_another(page, y.trigger):
        return False
    whom = len(x.targets) == 1 and x.targets == y.targets and cast.is_person(x.targets[0])
    return whom and not (x.date and y.date and x.date != y.date) and _agree(x.actors, y.actors, cast)


def may_be_how(deed: Candidate, noun: Candidate, cast: Cast) -> bool:
    """Whether nothing that a deed and a noun of the same sentence tell keeps the noun from being how it was done."""
    x, y = deed.event, noun.event
    if {x.type, y.type} != {"ASSAULT"} or "clash" in (x.mode, y.mode) or deed.frame not in ("kill", "strike", "burst"):
        return False
    if x.evidence != y.evidence or x.status != y.status or not (_modes_agree(x, y) or x.mode == "other"):
        return False
    return _sides_agree(x, y, cast)


def is_blamed_again(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether who accused somebody only judges what he accused him of: «… واصفا ذلك بأنه …», «ندين هذا العمل»."""
    x, y = a.event, b.event
    if {x.type, y.type} != {"ACCUSE"} or not (x.actors and y.actors) or not _agree(x.actors, y.actors, cast):
        return False
    aimed = sides_of(y.targets, cast) <= sides_of(x.targets, cast)
    return aimed and refers_back(page, x.trigger, y.trigger)


def is_as_many(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether two words tell of the arrest of as many people: «اعتقلت الشرطة 45 شخصا», «تم توقيف 45 شخصا»."""
    x, y = a.event, b.event
    if {a.frame, b.frame} != {"detain"} or x.type != y.type or x.status != y.status or not _sides_agree(x, y, cast):
        return False
    there = not (x.place and y.place and x.place != y.place) and not (x.date and y.date and x.date != y.date)
    return there and count_behind(page, x.trigger) == count_behind(page, y.trigger) != ""


def are_others(a: Candidate, b: Candidate, page: Page) -> bool:
    """Whether two arrests are of other numbers of people, or two agreements on other matters, and so two."""
    if a.event.type == b.event.type == "AGREE" and a.event.topic == b.event.topic == "other":
        matters = tuple(matter_behind(page, c.event.trigger) for c in (a, b))
        return not (a.title or b.title) and "" not in matters and matters[0] != matters[1]
    if {a.frame, b.frame} != {"detain"} or a.title or b.title:
        return False
    counts = count_behind(page, a.event.trigger), count_behind(page, b.event.trigger)
    return all(counts) and counts[0] != counts[1]


def is_unfolded(a: Candidate, b: Candidate, cast: Cast, page: Page) -> bool:
    """Whether a clause says how the attack told before it went: «وقع هجوم … عندما فجر انتحاري سيارته»."""
    x, y = a.event, b.event
    if {x.type, y.type} != {"ASSAULT"} or a.frame != "strike" or b.frame not in ("strike", "burst"):
        return False
    if x.evidence != y.evidence or x.status != y.status or {x.mode, y.mode} - _GROUND_MODES:
        return False
    there = not (x.place and y.place and x.place != y.place) and not (x.date and y.date and x.date != y.date)
    nobody = all(n.startswith("unnamed") for n in x.actors + y.actors)  # «شن مسلحون …», «فجر انتحاري …»
    parties = (nobody or _agree(x.actors, y.actors, cast)) and _agree(x.targets, y.targets, cast)
    return there and parties and unfolds(page, x.trigger, y.trigger)


def sides_of(ids: tuple[str, ...], cast: Cast) -> frozenset[str]:
    """On which sides those stand whose ids are given; one without a known side, or without a name, is his own."""
    return frozenset(x if x.startswith("unnamed") else (cast.side(x) or x).removeprefix("loc.") for x in ids)


def _is_call_beside_meeting(a: Candidate, b: Candidate) -> bool:
    """Whether of two tellings one is of a call, the other of people face to face: «اتصل بالرئيس … والتقى الرئيس»."""
    face = "meet" in (a.frame, b.frame) and "phone" in (a.event.mode, b.event.mode)
    return face and not (b.bare or a.title or b.title)


def _sides_agree(x: Event, y: Event, cast: Cast) -> bool:
    if x.type == y.type == "CONSULT" and not _meet_alike(x, y, cast):
        return False
    return _agree(x.actors, y.actors, cast) and _agree(x.targets, y.targets, cast)


def _meet_alike(x: Event, y: Event, cast: Cast) -> bool:
    """Whether two talks may be one: not with two persons of one side, nor a visit and the meeting during it."""
    one, other = (frozenset(a for a in e.actors if cast.is_person(a)) for e in (x, y))
    if not (one <= other or other <= one):
        return False
    if x.evidence == y.evidence and _is_received(x, y, cast):
        return True
    alike = one == other and bool(one)
    return "visit" not in (x.mode, y.mode) or x.mode == y.mode or not (x.actors and y.actors) or alike


def _is_received(meeting: Event, visit: Event, cast: Cast) -> bool:
    """Whether a visit is but the occasion of a meeting: «خلال لقائه بالوزير أثناء زيارته لإسرائيل»."""
    if visit.mode != "visit" or meeting.mode != "meeting":
        return False
    guests = {a for a in visit.actors if cast.is_person(a)}
    hosts = {cast.side(a) for a in meeting.actors if a not in guests}
    lands = {cast.side(a) for a in visit.actors if a not in guests} | {cast.side(p) for p in [visit.place] if p}
    return bool(guests) and guests < set(meeting.actors) and bool(lands) and lands <= hosts


def _is_where(talk: Event, occasion: Event) -> bool:
    """Whether a call or meeting is where a talk told before it in its sentence was held: «بحث مع … في اتصال …»."""
    within = occasion.rule == "event.clause-subject" and talk.evidence == occasion.evidence
    return talk.type == "CONSULT" and within and bool(occasion.actors) and set(occasion.actors) <= set(talk.actors)


def _with_others(x: Event, y: Event, cast: Cast) -> bool:
    """Whether the sentence behind that on a meeting of two persons tells it again, with others who were there."""
    one, other = (frozenset(a for a in e.actors if cast.is_person(a)) for e in (x, y))
    pair = x.type == "CONSULT" and min(len(one), len(other)) > 1 and (one <= other or other <= one)
    return pair and abs(y.evidence.start - x.evidence.end) <= _NEXT


def _same_visit(x: Event, y: Event, cast: Cast) -> bool:
    """Whether two words tell of one visit, the one by the country, the other by a town in it or by nothing."""
    if x.mode != "visit" or y.mode != "visit":
        return False
    guests, others = (frozenset(a for a in e.actors if cast.is_person(a)) for e in (x, y))
    lands = [{s for a in e.actors if is_country(a) and (s := cast.side(a))} for e in (x, y)]
    towns = [{s for p in [e.place] if p and (s := cast.side(p))} for e in (x, y)]
    one, other = (land | town for land, town in zip(lands, towns, strict=True))
    return bool(guests) and guests == others and (one <= other or other <= one)


def _is_there(x: Event, y: Event, cast: Cast) -> bool:
    """Whether two deeds were done in one place, or the one in a town of the land where the other was.

    Attacks told with a place and without one are two.
    """
    if x.place == y.place or not (x.place and y.place):
        return x.place == y.place or x.type != "ASSAULT"
    return any(is_country(p) for p in (x.place, y.place)) and cast.side(x.place) == cast.side(y.place)


def _topics_differ(x: Event, y: Event) -> bool:
    return x.type in TOPICAL and bool(x.topic and y.topic) and x.topic != y.topic


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
        and (x.mode in LOOSE_MODES or y.mode in LOOSE_MODES)
        and "clash" not in (x.mode, y.mode)
        and "third-party" not in (x.mode, y.mode)
    )


def _dates_agree(a: str, b: str) -> bool:
    """Whether two dates are one, or the one tells the hour of the other: «الجمعة», «الجمعة الساعة 11»."""
    return a == b or (len(a) != len(b) and a[:_DAY] == b[:_DAY] and len(a[:_DAY]) == _DAY and "/" not in a + b)


def _agree(a: tuple[str, ...], b: tuple[str, ...], cast: Cast) -> bool:
    first, second = sides_of(a, cast), sides_of(b, cast)
    return not first or not second or first <= second or second <= first
