"""What a clause says of an event away from the phrases beside its word: the place, and whom «ضد» and «بين» name."""

from collections.abc import Iterable

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.from_clause import is_judged
from hudna.reading.event.kinds import ON_THE_GROUND
from hudna.reading.event.prepositional import fills
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.scene import is_country
from hudna.text import STOPS

_ABOUT = frozenset({"حول"})  # «محادثات حول دارفور» are not held there
_FAR = 24  # words behind an event noun in which «ضد» and «بين» may still be its own


def place_nearby(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """The first place after a locative preposition in the clause, after the event word if there is one.

    What happens on the ground, and has no place in its clause, is where the rest of the sentence says. Before the word
    of a deed that is condemned or praised it is told where that was done («وفي أنقرة، دان الرئيس القصف»).
    """
    first, last = min(scene.before(trigger.first), default=trigger.first), scene.clauses.next_start(trigger.last)
    prepositions = scene.grammar.place_prepositions - (_ABOUT & scene.frame(trigger).prepositions.keys())
    past = scene.governing(trigger.first) in scene.grammar.since
    places = _first_place(scene, scene.right(trigger.last), prepositions)
    judged = is_judged(scene, trigger)
    if not (places or past or judged):
        places = _first_place(scene, scene.chunks(first, trigger.first), prepositions)
    if places:
        return places
    if past or judged or trigger.entry.get("event") not in ON_THE_GROUND:
        return ()
    behind, ahead = scene.chunks(last, scene.clauses.end), scene.chunks(scene.clauses.starts[0], first)
    found = (_first_place(scene, phrases, scene.grammar.seats) for phrases in (ahead[::-1], behind))
    return next((places for places in found if places and not is_country(places[0])), ())


def _first_place(scene: EventScene, phrases: Iterable[Chunk], prepositions: frozenset[str]) -> tuple[str, ...]:
    """The first place after one of these prepositions."""
    held = (scene.people_and_places(c, "place")[1] for c in phrases if c.prep in prepositions)
    return next((places for places in held if places), ())


def with_far_phrases(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a noun with whom «ضد» or «بين … و…» names beyond an aside, before the next event word.

    «عملية حملت اسم "العاصفة" ضد الحركة», «الاتفاق الذي وقع في نوفمبر بين البلدين».
    """
    page, frame = scene.page, scene.frame(trigger)
    noun = any(s.pos in ("noun", "masdar") for s in page.layer(trigger.first, "event"))
    if not noun and page.phrase(trigger.first, "event") is None:
        return roles
    for k in range(trigger.last, min(trigger.last + _FAR, scene.clauses.end)):
        form = page.form(k)
        # «اغتيل ستة، ولم يتخذ أحد إجراءات ضد …»
        joined = k in scene.clauses.starts and form[0] in "وف" and not _tells_it(scene, trigger, k + 1)
        other = bool(page.layer(k, "event")) and scene.cast.at(k) is None and not _tells_it(scene, trigger, k)
        if form in STOPS or joined or other:
            break
        role = frame.prepositions.get(form, "-") if form in scene.grammar.far_prepositions else "-"
        if role == "target" and not roles.targets:
            return add(scene, roles, role, _far_phrase(scene, trigger, k, role))
        if role == "actor" and not roles.actors:
            pair = add(scene, roles.by("event.far-phrase"), role, _far_phrase(scene, trigger, k, role))
            return pair if len(pair.actors) > 1 else roles
    return roles


def _tells_it(scene: EventScene, trigger: Trigger, k: int) -> bool:
    """Whether the verb at ``k`` only says when or where an accord was made: «اتفاق | أبرم في نوفمبر بين …»."""
    verbs = [s for s in scene.page.layer(k, "event") if s.pos == "verb"]
    return trigger.entry.get("event") == "AGREE" and any(s.entry.get("concluded") for s in verbs)


def _far_phrase(scene: EventScene, trigger: Trigger, k: int, role: str) -> Chunk | None:
    """The phrase behind the preposition at token ``k``, if it fits and is none of those beside the word."""
    if any(c.first == k + 1 for c in scene.right(trigger.last)):
        return None
    phrase = next(iter(scene.chunks(k, scene.clauses.next_start(k + 1))), None)
    return phrase if phrase is not None and fills(scene, role, phrase) else None
