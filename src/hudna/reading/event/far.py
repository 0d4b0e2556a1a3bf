"""What a clause says of an event away from the phrases beside its word: the place, and whom «ضد» and «بين» name."""

from collections.abc import Iterable
from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.from_clause import is_judged
from hudna.reading.event.kinds import ON_THE_GROUND
from hudna.reading.event.prepositional import fills
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.particle import preposition_at
from hudna.reading.scene import is_country
from hudna.text import STOPS

_ABOUT = frozenset({"حول"})  # «محادثات حول دارفور» are not held there
_PUT_TO = frozenset({"REQUEST", "ACCUSE"})  # words that are put to somebody as their object
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
        other = bool(page.readings(k, "event")) and scene.cast.at(k) is None and not _tells_it(scene, trigger, k)
        if form in STOPS or joined or other:
            break
        role = frame.prepositions.get(form, "-") if form in scene.grammar.far_prepositions else "-"
        if role == "target" and not roles.targets:
            return add(scene, roles, role, _far_phrase(scene, trigger, k, role))
        if role == "actor" and not roles.actors:
            pair = add(scene, roles.by("event.far-phrase"), role, _far_phrase(scene, trigger, k, role))
            return pair if len(pair.actors) > 1 else roles
    return roles


def with_addressee(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a demand or charge with whom it is put to behind a clause about who makes it.

    «دعا المجلس الذي استمع إلى الوزيرين | تايلاند وكمبوديا إلى وقف القتال».
    """
    frame = scene.frame(trigger)
    speaks = trigger.verbal and trigger.entry.get("event") in _PUT_TO and frame.object == "target"
    if not speaks or roles.targets or not roles.actors or trigger.sense.pronoun:
        return roles
    markers = {p for p, role in frame.prepositions.items() if role == "content" and len(p) > 1}
    opened = scene.clauses.next_start(trigger.last)
    if not scene.is_relative(opened) and scene.page.form(opened - 1) not in scene.grammar.texts:
        return roles
    for k in range(opened + 1, min(trigger.last + _FAR, scene.clauses.end)):
        if scene.page.form(k) in STOPS or scene.page.form(k) in scene.grammar.complementisers:
            break
        if scene.page.form(k) not in markers or not scene.page.form(k + 1)[:1]:
            continue
        found = _named_up_to(scene, k)
        whom = tuple(e for r in found for e in r.entities if e not in roles.actors)
        if whom and not any(map(scene.cast.is_mere_place, whom)):
            return replace(roles, targets=whom)
    return roles


def _named_up_to(scene: EventScene, k: int) -> tuple[Reference, ...]:
    """Who is named right before token ``k``, with those that «و» joins, where they hang on no other noun."""
    last = scene.cast.at(k - 1)
    found: tuple[Reference, ...] = ()
    while last is not None and last.how != "nisba":
        found = (last, *found)
        before = scene.cast.at(last.first - 1)
        last = before if scene.page.form(last.first).startswith("و") and before is not None else None
    if not found:
        return ()
    i = found[0].first
    form, before = scene.page.form(i - 1), scene.cast.at(i - 1)
    free = before is not None or form.startswith("ال") or bool(scene.page.layer(i - 1, "time"))
    bare = not (preposition_at(scene.page, scene.cast, i) or form in scene.grammar.prepositions)
    return found if free and bare else ()


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
