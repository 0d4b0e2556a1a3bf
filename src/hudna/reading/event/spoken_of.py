"""Whether the pronoun of reported words is the speaker: «أعلن الجيش أنه …», not «أشارت السلطات إلى أنه فجر نفسه».

In: a word whose subject is the pronoun on the complementiser before it; out: whom it stands for. A pronoun agrees with
its noun, so that it is not the speaker where the verb of saying shows another gender or number; nor is a source without
a name the one who refuses, agrees or attacks; and behind another verb of saying within his words it is that one's
subject.
"""

from hudna.reading.cast import Reference
from hudna.reading.claimant import UNNAMED
from hudna.reading.event.earlier import subject_of
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import PRONOUNS, owner_of, stands_for
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import may_be_finite
from hudna.reading.model import Attribution
from hudna.reading.scene import SOUND
from hudna.text import Span

_BACK = 2  # words back to the complementiser, past a particle
_SOURCES = frozenset({"source", "sources", "witness", "witnesses", "report", "reports"})  # last words of their ids


def spoken_of(scene: EventScene, trigger: Trigger, span: Span, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The ``speakers``, or whom else the pronoun that is the subject of the word stands for."""
    found = _pronoun_before(scene, trigger.first)
    if not speakers or trigger.sense.person == "1" or trigger.entry.get("need"):
        return speakers  # «إنه يجب …» is nobody
    if found is None:
        verb = trigger.sense.pos == "verb" and trigger.entry.get("event") != "ACCUSE"
        another = verb and (all(map(_is_source, speakers)) or _is_hers(scene, trigger, _said(scene, span)))
        return () if another else speakers
    i, pronoun = found
    said = _said(scene, span)
    if said is None:
        return speakers
    if (joined := _goes_on(scene, trigger, i, pronoun, speakers)) is not None:
        return joined.entities
    force = trigger.entry.get("event") in (*FORCE, "MOBILIZE", "RETREAT")
    if force and not _is_embedded(scene, said, i) and (body := _body_of(scene, said, i, pronoun, speakers)):
        return body
    return _meant(scene, said, i, pronoun, speakers)


def _said(scene: EventScene, span: Span) -> Attribution | None:
    """The innermost words that hold a span."""
    held = [a for a in scene.attributions if span.within(a.content)]
    return min(held, key=lambda a: a.content.end - a.content.start, default=None)


def _is_hers(scene: EventScene, trigger: Trigger, said: Attribution | None) -> bool:
    """Whether a feminine verb without a subject is not the speaker's: «قال الجيش إن قوات الحلف … وطلبت دعما»."""
    feminine = (trigger.sense.gender, trigger.sense.number) == ("f", "sg")
    return feminine and said is not None and not _agrees(scene, said, "ها")


def _meant(scene: EventScene, said: Attribution, i: int, pronoun: str, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the pronoun on the complementiser at ``i`` stands for: the speakers, or who is named within their words."""
    embedded = _is_embedded(scene, said, i)
    if not embedded and _agrees(scene, said, pronoun) and not all(map(_is_source, speakers)):
        return speakers
    owner = owner_of(scene, i, pronoun)
    inside = owner is not None and scene.page.tokens[owner.first].span.start >= said.content.start
    if owner is not None and inside and not set(owner.entities) & set(speakers):
        return owner.entities
    return speakers if embedded else ()


def _body_of(scene: EventScene, said: Attribution, i: int, pronoun: str, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The body for which a man speaks, whom «إنها» cannot mean: «قال المتحدث باسم القوات فلان إنها قصفت …»."""
    cue = token_at(scene.page, said.cue)
    one = len(speakers) == 1 and (scene.cast.is_person(speakers[0]) or speakers[0].startswith(UNNAMED))
    masculine = any(s.pos == "verb" and s.gender == "m" for s in scene.page.layer(cue, "reporting"))
    if pronoun != "ها" or not (one and masculine) or said.content.start < said.cue.start:
        return ()
    behind = Span(said.cue.end, scene.page.tokens[i].span.start)
    named = (m.entity for m in scene.cast.mentions if m.span.within(behind))
    return tuple(filter(scene.cast.is_body, named))[:1]


def _pronoun_before(scene: EventScene, i: int) -> tuple[int, str] | None:
    """The complementiser with a pronoun before token ``i``, and that pronoun."""
    for k in range(i - 1, i - 1 - _BACK, -1):
        form = scene.page.form(k)
        if form in scene.grammar.pronominal:
            return k, next(p for p in PRONOUNS if form.endswith(p))
    return None


def _is_embedded(scene: EventScene, said: Attribution, i: int) -> bool:
    """Whether the complementiser at ``i`` hangs on another verb within the words: «إن الجيش أعلن أنه …», not «وإنه»."""
    page = scene.page
    if page.form(i)[0] in "وف":
        return False
    within = [k for k in scene.before(i) if page.tokens[k].span.start >= said.content.start]
    first = min(within, default=i)
    return any(may_be_finite(page, k) for k in range(first, i) if scene.cast.at(k) is None)


def _goes_on(scene: EventScene, trigger: Trigger, i: int, pronoun: str, speakers: tuple[str, ...]) -> Reference | None:
    """The body of the speaker's side whose deeds he goes on to tell: «قال الوزير إن الجيش انسحب … وإنه أرسل تعزيزات».

    A person moves no troops; None where the speaker is a body itself, or what he told before is of another.
    """
    deed = trigger.entry.get("event") in (*FORCE, "MOBILIZE", "RETREAT") and scene.page.form(i)[0] == "و"
    person = len(speakers) == 1 and (scene.cast.is_person(speakers[0]) or speakers[0].startswith(UNNAMED))
    if not deed or not person:
        return None
    named = scene.grammar.complementisers - scene.grammar.pronominal
    first = next((k + 1 for k in range(i - 1, scene.clauses.starts[0], -1) if scene.page.form(k) in named), i)
    verb = next((k for k in range(first, i) if may_be_finite(scene.page, k) and scene.cast.at(k) is None), None)
    subject = subject_of(scene, verb, i, verbal=True) if verb is not None else None
    told = subject.named[0] if subject is not None and len(subject.named) == 1 else None
    if told is None or told.how == "nisba" or not stands_for(scene, told, pronoun):
        return None
    own = scene.side(speakers[0]) if not speakers[0].startswith(UNNAMED) else None
    body = scene.cast.is_body(told.entities[0])
    return told if body and (own is None or own == scene.side(told.entities[0])) else None


def _agrees(scene: EventScene, said: Attribution, pronoun: str) -> bool:
    """Whether the verb of saying can have the pronoun's noun as its subject, as far as its form tells."""
    page, cue = scene.page, token_at(scene.page, said.cue)
    verbs = [s for s in page.layer(cue, "reporting") if s.pos == "verb" and s.person == "3"]
    if not verbs or said.content.start < said.cue.start:
        return True
    behind = page.form(cue + 1)
    spokesman = bool(page.layer(cue + 1, "informant"))
    feminine = all(s.gender == "f" and s.number == "sg" for s in verbs)
    if pronoun == "ه":
        return not feminine or (spokesman and behind.endswith("ه"))
    if pronoun == "ها":
        return spokesman or not all(s.gender == "m" for s in verbs)
    if behind in scene.grammar.pronominal:
        return any(s.number in ("pl", "du") for s in verbs)  # «… المتمردين، وقال إنهم هاجموا …»
    several = behind.endswith(SOUND) or any(s.number in ("pl", "du") for s in page.senses[cue + 1])
    one = any(s.number == "sg" for s in page.senses[cue + 1]) or scene.cast.at(cue + 1) is not None
    return several or not (feminine or one)


def _is_source(entity_id: str) -> bool:
    """Whether somebody is a source without a name, of whom nothing is told but that he speaks."""
    return entity_id.startswith(UNNAMED) and entity_id.rpartition(" ")[2] in _SOURCES
