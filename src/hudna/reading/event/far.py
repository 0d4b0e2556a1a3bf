"""What a clause says of an event away from the phrases beside its word: the place, and whom «ضد» and «بين» name."""

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.prepositional import fills
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.text import STOPS

_ABOUT = frozenset({"حول"})  # «محادثات حول دارفور» are not held there
_FAR = 24  # words behind an event noun in which «ضد» and «بين» may still be its own


def place_nearby(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """The first place after a locative preposition in the clause, after the event word if there is one."""
    first = min(scene.before(trigger.first), default=trigger.first)
    about = _ABOUT & set(scene.frame(trigger).prepositions)
    for phrases in (scene.right(trigger.last), scene.chunks(first, trigger.first)):
        for chunk in phrases:
            if chunk.prep in scene.grammar.place_prepositions - about:
                places = scene.people_and_places(chunk, "place")[1]
                if places:
                    return places
    return ()


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
        if form in STOPS or (page.layer(k, "event") and scene.cast.at(k) is None):
            break
        role = frame.prepositions.get(form, "-") if form in scene.grammar.far_prepositions else "-"
        if role == "target" and not roles.targets:
            return add(scene, roles, role, _far_phrase(scene, trigger, k, role))
        if role == "actor" and not roles.actors:
            pair = add(scene, roles.by("event.far-phrase"), role, _far_phrase(scene, trigger, k, role))
            return pair if len(pair.actors) > 1 else roles
    return roles


def _far_phrase(scene: EventScene, trigger: Trigger, k: int, role: str) -> Chunk | None:
    """The phrase behind the preposition at token ``k``, if it fits and is none of those beside the word."""
    if any(c.first == k + 1 for c in scene.right(trigger.last)):
        return None
    phrase = next(iter(scene.chunks(k, scene.clauses.next_start(k + 1))), None)
    return phrase if phrase is not None and fills(scene, role, phrase) else None
