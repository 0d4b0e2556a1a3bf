"""Whom a condemnation, a judgement or a reply is aimed at by what was told before or beside it.

In: a telling that names no target and the events told around it; out: the same, aimed at who did or asked that.
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.event.candidate import Candidate
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import is_no_deed, token_at
from hudna.reading.grammar import crowds
from hudna.reading.model import Event

_OBJECT = 4  # words behind a refusal in which its object stands
_PRAISED = 5  # words behind a word of praise in which its object stands, its subject between
_JUST = 2  # sentences from a charge to a threat by the same side
_POINTED = 3  # words behind a refusal in which «ذلك» stands for what was asked
_REPLIES = frozenset({"SUPPORT", "REJECT"})
_OFFERED = frozenset({"REQUEST", *_REPLIES})  # of several replies to one proposal, each is aimed where the first is
_CONDEMNED = frozenset({"ASSAULT", "COERCE", "THREATEN"})


def judged(
    scene: EventScene, candidate: Candidate, others: Sequence[Candidate], before: Sequence[Candidate]
) -> Candidate:
    """A condemnation of an act is aimed at who did it; a judgement at whom the sentence speaks of.

    ``others`` are the events of the sentence, ``before`` those told in the sentences before it.
    """
    event = candidate.event
    if event.type == "THREATEN" and event.actors and not event.targets:
        return replace(candidate, event=replace(event, targets=_blamed(scene, event, (*before, *others))))
    if event.type != "ACCUSE" or event.targets:
        return candidate
    word = scene.page.layer(token_at(scene.page, event.trigger), "event")
    if candidate.frame == "condemn":
        targets = _condemned(scene, event, others) or _recalled(scene, event, before)
    elif candidate.frame == "judge":
        targets = _spoken_of(scene, event)
    elif any(s.entry.id == candidate.entry and s.entry.get("of_deed") for s in word):
        targets = _recalled(scene, event, before)  # «وصف الهجوم بأنه إرهابي»
    else:
        return candidate
    nobody = crowds(scene.page.document.language, "nobody")  # «دان الهجوم» of unknown gunmen blames nobody
    known = (t for t in targets if t.removeprefix("unnamed: ") not in nobody)
    return replace(candidate, event=replace(event, targets=tuple(t for t in known if t not in event.actors)))


def praised(scene: EventScene, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """Praise of a deed is aimed at who did it just before: «شنت القوات غارة … ورحب الوزير بالهجوم».

    ``before`` are the events told before it.
    """
    event = candidate.event
    if event.type != "SUPPORT" or event.targets or not _praises_deed(scene, event):
        return candidate
    done = _recalled(scene, event, before)
    own = scene.sides(event.actors) - {None}
    return candidate if own & scene.sides(done) else replace(candidate, event=replace(event, targets=done))


def replied(scene: EventScene, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """What is welcomed or refused as «الاقتراح» or by a pronoun is what was asked last, and aimed at who asked it.

    ``before`` are the events told before it.
    """
    event = candidate.event
    if event.type not in _REPLIES or event.targets:
        return candidate
    offer = _is_offer(scene, event)
    truce = not offer and event.type == "REJECT" and _is_of_truce(scene, event)  # «… هدنة. ورفضت الحركة الهدنة»
    if not (truce or offer):
        return candidate
    if (accusers := _accusers(scene, event, before)) is not None:
        return replace(candidate, event=replace(event, targets=accusers, topic="other"))
    told = (c.event for c in reversed(before))
    last = next((e for e in told if e.type in _OFFERED or (event.type == "REJECT" and _is_truce(e))), None)
    if last is None or last.status == "denied" or (truce and not _is_truce(last)):
        return candidate
    asked = last.actors if last.type in ("REQUEST", "AGREE") else last.targets
    targets = tuple(a for a in asked if a not in event.actors)
    if scene.sides(targets) & (scene.sides(event.actors) - {None}):
        return candidate
    topic = last.topic if event.topic == "other" else event.topic
    return replace(candidate, event=replace(event, targets=targets, topic=topic))


def _accusers(scene: EventScene, event: Event, before: Sequence[Candidate]) -> tuple[str, ...] | None:
    """Who made the accusation told just before that its accused refuses («وهو ما ترفضه X»); None for other answers."""
    last = before[-1].event if before else None
    if event.type != "REJECT" or last is None or last.type != "ACCUSE" or not last.actors:
        return None
    here = token_at(scene.page, last.trigger) >= scene.clauses.starts[0]
    accused = scene.sides(last.targets) - {None}
    return last.actors if here and accused and accused <= scene.sides(event.actors) else None


def _is_truce(event: Event) -> bool:
    """Whether one side declares a truce, which the other may refuse."""
    return event.type == "AGREE" and event.topic == "ceasefire" and len(event.actors) == 1


def _is_of_truce(scene: EventScene, event: Event) -> bool:
    """Whether a definite noun of a truce, or of what was decided, is the object of a refusal: «رفض الهدنة»."""
    page, i = scene.page, token_at(scene.page, event.trigger)
    words = range(i + 1, min(i + 1 + _OBJECT, scene.clauses.end))
    for k in words:
        told = any(s.definite and s.entry.get("frame") == "truce" and s.pos == "noun" for s in page.layer(k, "event"))
        if told or page.form(k) in scene.grammar.decided:
            return True
        if not page.is_word(k):
            return False
    return False


def _is_offer(scene: EventScene, event: Event) -> bool:
    """Whether what is answered is a definite noun of asking («رفض الاقتراح»), «ذلك», or the pronoun of «رفضته»."""
    page, i = scene.page, token_at(scene.page, event.trigger)
    owned = page.form(i + 1).startswith("ل")  # «رفضها للاتفاق»: a noun
    if not owned and any(s.pos == "verb" and s.pronoun for s in page.layer(i, "event")):
        return True
    near = range(i + 1, min(i + 1 + _POINTED, scene.clauses.end))
    pointed = any(page.form(k) in scene.grammar.pointers and not page.is_word(k + 1) for k in near)
    if pointed and event.type == "REJECT":
        return True  # «… لكن الرئيس رفض ذلك.»
    named = scene.right(i + 1)[:2]
    words = range(i + 1, min(named[-1].last if named else i + 1, scene.clauses.end))
    return any(
        s.definite and s.entry.get("event") == "REQUEST" and s.pos != "verb"
        for k in words
        for s in page.layer(k, "event")
    )


def _blamed(scene: EventScene, event: Event, told: Sequence[Candidate]) -> tuple[str, ...]:
    """Whom the side of one who threatens nobody by name blamed just before: «اتهمت باكو يريفان … وتوعدت بالرد»."""
    own = scene.sides(event.actors) - {None}
    words = (c.event for c in reversed(told) if c.event.type == "ACCUSE" and c.event.trigger < event.trigger)
    last = next((e for e in words if own & scene.sides(e.actors)), None)
    near = last is not None and _sentence(scene, event) - _sentence(scene, last) <= _JUST
    return last.targets if near and last is not None and not own & scene.sides(last.targets) else ()


def _sentence(scene: EventScene, event: Event) -> int:
    """The number of the sentence of an event."""
    return scene.page.sentence_of[token_at(scene.page, event.trigger)]


def _condemned(scene: EventScene, event: Event, others: Sequence[Candidate]) -> tuple[str, ...]:
    """Who did the first act of force that is told after its condemnation; nobody condemns his own side."""
    acts = (o.event for o in others if o.event.type in _CONDEMNED and o.event.trigger > event.trigger)
    done = next((a.actors for a in acts if a.actors), ())
    return () if scene.sides(done) & (scene.sides(event.actors) - {None}) else done


def _recalled(scene: EventScene, event: Event, before: Sequence[Candidate]) -> tuple[str, ...]:
    """Who did the act told last, where «هذا الهجوم» or just «الهجوم» is condemned."""
    i = token_at(scene.page, event.trigger)
    pointed = next((k for k in range(i + 1, scene.clauses.end) if _points_back(scene, k)), None)
    if pointed is None or any(scene.cast.at(k) for k in range(pointed, min(pointed + 3, scene.clauses.end))):
        return ()
    k = pointed + (scene.page.form(pointed).lstrip("بلو") in scene.grammar.demonstratives)
    senses = scene.page.layer(k, "event")
    acts = [c for c in before if c.event.type in _CONDEMNED and c.event.status != "denied"]
    alike = bool(acts) and any(
        s.entry.get("event") == acts[-1].event.type
        and (acts[-1].event.type == "ASSAULT" or s.entry.id == acts[-1].entry)
        for s in senses
    )
    return acts[-1].event.actors if alike else ()  # «ندد بالخطف» is not at who arrested somebody


def _praises_deed(scene: EventScene, event: Event) -> bool:
    """Whether a deed of force told before is what is praised: «رحب بذلك الهجوم», «أيد الرئيس الغارة»."""
    page, i = scene.page, token_at(scene.page, event.trigger)
    told = next((k for k in range(i + 1, min(i + 1 + _PRAISED, scene.clauses.end)) if _points_back(scene, k)), None)
    if told is None or is_no_deed(page, told):
        return False
    words = range(i + 1, told)
    return not any(s.pos == "masdar" for k in words if scene.cast.at(k) is None for s in page.senses[k])


def _points_back(scene: EventScene, k: int) -> bool:
    """Whether a definite noun of force, behind a demonstrative or not, is at token ``k``: «هذا الاعتداء», «الغارة»."""
    k += scene.page.form(k).lstrip("بلو") in scene.grammar.demonstratives
    return any(s.definite and s.entry.get("event") in _CONDEMNED for s in scene.page.layer(k, "event"))


def _spoken_of(scene: EventScene, event: Event) -> tuple[str, ...]:
    """The first that is named of another side, in the words that hold the judgement or else in the sentence."""
    own = scene.sides(event.actors)
    page = scene.page
    sentence = page.sentences[page.sentence_of[scene.clauses.starts[0]]]
    said = next((a.content for a in scene.attributions if event.trigger.within(a.content)), None)
    for reference in scene.cast.between(sentence.first, sentence.last):
        held = said is None or page.span(reference.first, reference.last).within(said)
        if held and scene.cast.side(reference.entities[0]) not in own:
            return reference.entities[:1]
    return ()
