"""Subject and object of a verb that stands before both: «قتل الجنود مسلحين», «وحث طهران على …»."""

from typing import NamedTuple

from hudna.reading.event.agreement import is_object_of
from hudna.reading.event.case import is_oblique
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import has_unnamed_subject
from hudna.reading.event.elided import agrees_backwards
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import (
    died_of,
    is_object_alone,
    suffers,
)
from hudna.reading.land import is_feminine_land


class Clause(NamedTuple):
    """Subject and object of a verb, and the rule that told them apart."""

    subject: Chunk | None
    object: Chunk | None
    rule: str


def by_what_follows(  # noqa: PLR0911 - a list of decisions
    scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...], bare: list[Chunk]
) -> Clause:
    """Subject and object of a verb that stands before both, by their order and by what they are."""
    if (hit := _behind_some(scene, trigger)) is not None:
        return Clause(None, hit, "event.elided")
    first, second = [*bare, None, None][:2]
    if first is not None and trigger.sense.pronoun and trigger.sense.pos == "verb" and first.first == trigger.last:
        return Clause(first, None, "event.verb-subject")  # «الرجل قتله مسلحون»: the pronoun is the object
    if first is not None and trigger.sense.pronoun and _is_of_another(scene, trigger, first):
        return Clause(None, None, "event.elided")  # «اعتقلتهم إثر اختطاف مسلحين | جنديا»
    turned = scene.page.form(trigger.first - 1) in scene.grammar.turned  # «لكنه حمل الحركة مسؤولية …»
    if first is None or turned or agrees_backwards(trigger) or is_object_alone(scene, trigger, bare):
        return Clause(None, first, "event.elided")
    if second is None and scene.frame(trigger).object == "target" and is_object_of(scene.page, trigger.sense, first):
        return Clause(None, first, "event.elided")  # «منشورات تدعو سكانها إلى …»
    if trigger.entry.get("intransitive"):
        entered = trigger.entry.get("direct") and second is not None and scene.only_places(second.named)
        return Clause(first, second if entered else None, "event.verb-subject")  # «دخل متمردون | بلدة كيدال»
    if second is not None and _has_died(scene, trigger, right, first, second):
        return Clause(None, second, "event.passive")
    return _by_case(scene, trigger, first, second) or _by_order(scene, trigger, right, first, second)


def _behind_some(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """What some of those told before are said to strike: «هاجمت مجموعة منهم | سيارات الجيش», None for other words."""
    page, i = scene.page, trigger.last
    some = any(s.entry.get("counts") for s in page.layer(i, "crowd")) or page.phrase(i, "number") is not None
    if page.form(i + 1) not in scene.grammar.of_them or not (some or page.form(i) in scene.grammar.bands):
        return None
    behind = scene.chunks(i + 2, scene.clauses.next_start(i + 2)) if i + 2 < scene.clauses.end else ()
    return next((c for c in behind[:1] if not c.prep and c.first == i + 2 and (c.named or c.thing)), None)


def _has_died(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...], first: Chunk, second: Chunk) -> bool:
    """Whether a person behind an office that nobody knows was killed: «قتل قائممقام بيجي | فلان وحارساه في هجوم»."""
    person = any(scene.cast.is_person(e) for r in second.named for e in r.entities)
    return person and scene.only_places(first.named) and died_of(scene, trigger, right)


def _is_of_another(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether another deed is told between a verb and a phrase, which is rather its."""
    between = range(trigger.last, chunk.first)
    return any(
        s.pos in ("masdar", "noun") and s.entry.get("event") for k in between for s in scene.page.layer(k, "event")
    )


def _by_case(scene: EventScene, trigger: Trigger, first: Chunk, second: Chunk | None) -> Clause | None:
    """Subject and object of a verb as what stands first behind it shows by its ending or by what it is."""
    titled = scene.page.form(first.first) in scene.grammar.state_titles  # «قصفت الجارة إريتريا بلدة»
    if trigger.entry.get("event") == "ASSAULT" and not (first.headed or titled or first.adjectival) and _is_land(first):
        return Clause(None, first, "event.passive")  # «ضرب زلزال جنوب تركيا»
    if second is None and _disagrees(scene, trigger, first):
        return Clause(None, first, "event.elided")  # «وحث طهران على …»
    if is_oblique(scene.page, first) and scene.frame(trigger).object == "target":
        return Clause(second, first, "event.verb-subject" if second else "event.elided")  # «وقتل عشرين مسلحا»
    if second is not None and _is_ahead(scene, trigger, first, second):
        return Clause(second, first, "event.verb-subject")
    return None


def _disagrees(scene: EventScene, trigger: Trigger, first: Chunk) -> bool:
    """Whether a masculine verb of speech has a feminine state behind it, its object."""
    masculine = trigger.sense.pos == "verb" and (trigger.sense.gender, trigger.sense.number) == ("m", "sg")
    if not masculine or trigger.entry.get("event") not in SPEECH or scene.frame(trigger).object != "target":
        return False
    return trigger.sense.person == "3" and len(first.named) == 1 and is_feminine_land(scene.page, first.named[0])


def _by_order(
    scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...], first: Chunk, second: Chunk | None
) -> Clause:
    """Subject and object of a verb by their order, where their endings tell nothing."""
    another = _behind_unnamed(scene, trigger, right, first) or _is_judged(scene, trigger, first)
    envoy = bool(trigger.entry.get("object_needed")) and trigger.companion in range(first.first, first.last)
    if _is_object(scene, trigger, first) or another or envoy or _is_behind_thing(scene, trigger, first):
        # «استدعت خارجيتها السفير»
        return Clause(None, first, "event.elided")
    alone = second is None or (first.thing and not first.crowd)  # «قصفت ثلاث مقاتلات إف- 16 | مقرين ونقطة تجمع»
    if (alone or died_of(scene, trigger, right)) and suffers(scene, trigger, first):
        return Clause(None, first, "event.passive")
    return Clause(first, second, "event.verb-subject")


def _is_ahead(scene: EventScene, trigger: Trigger, first: Chunk, second: Chunk) -> bool:
    """Whether an object stands before the subject: «تحاصر المدينة منذ أسابيع قوات …»; places and things do nothing."""
    if trigger.entry.get("event") not in FORCE or scene.frame(trigger).object == "-":
        return False
    hit = scene.only_places(first.named) or (first.thing and not first.named)
    acts = bool(second.crowd) or (second.headed and bool(second.named) and not scene.only_places(second.named))
    return hit and acts and not second.thing


def _is_object(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the name in a phrase is the object behind a subject that we cannot name: «اتهمت الوثائق الحكومة».

    A person behind a noun is its apposition («هدد القيادي محمد …») unless the verb is feminine.
    """
    if chunk.headed or chunk.first != trigger.last or not chunk.named:
        return False
    if scene.frame(trigger).object not in ("target", "act"):
        return False
    named = chunk.named[0]
    head = scene.page.form(chunk.first)
    # «انتقد التقرير | جهود الحكومة», «استهدف القانون الجديد | حركة …»
    described = scene.page.form(chunk.first + 1).startswith("ال") and trigger.entry.get("event") not in FORCE
    of_thing = named.first == chunk.first + 2 and not described
    of_thing = of_thing and not any(scene.page.layer(chunk.first, x) for x in ("crowd", "role", "body", "deixis"))
    if named.how == "nisba" or not (named.first == chunk.first + 1 or of_thing) or not head.startswith("ال"):
        return False
    if head in scene.grammar.state_titles:
        return False  # «قصفت الجارة إريتريا بلدة»
    person = any(scene.cast.is_person(i) for i in named.entities)
    return not person or trigger.sense.gender == "f"


def _is_behind_thing(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a person stands behind a thing that does it: «استهدفت هذه الإجراءات | كمالا», «… الغارات | كمالا»."""
    if trigger.sense.gender != "f" or not chunk.named or scene.frame(trigger).object not in ("target", "act"):
        return False
    page, named = scene.page, chunk.named[0]
    head = trigger.last + (page.form(trigger.last) in scene.grammar.demonstratives)
    thing = head > trigger.last or page.form(head).endswith("ات")
    if not (thing and head < named.first and page.form(head).startswith("ال")):
        return False
    people = any(page.layer(k, layer) for k in range(head, named.first) for layer in ("crowd", "role", "casualty"))
    return not people and any(scene.cast.is_person(e) for e in named.entities) and scene.cast.at(head) is None


def _is_judged(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the one named did what a subject that we cannot name speaks of: «أدان المجلس | قصف إسرائيل مدرسة»."""
    unnamed = has_unnamed_subject(scene, trigger.first, scene.clauses.end)
    if not chunk.named or not unnamed or trigger.entry.get("event") not in SPEECH:
        return False
    between = range(trigger.last + 1, chunk.named[0].first)
    return any(s.pos in ("noun", "masdar") for k in between for s in scene.page.layer(k, "event"))


def _behind_unnamed(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...], chunk: Chunk) -> bool:
    """Whether a subject that we cannot name stands between a verb and ``chunk``: «قصفت طائرات حربية الجماعة»."""
    head, page = right[0], scene.page
    if head is chunk or head.prep or head.first != trigger.last or scene.frame(trigger).object != "target":
        return False
    some = any(s.entry.get("counts") for s in page.layer(head.first, "crowd")) and page.form(head.first + 1) == "من"
    words = range(head.first + 2 * some, head.last)  # «عدد من | البدو»
    spoken = any(page.layer(k, layer) for k in words for layer in ("time", "event", "number"))
    strikes = (hit := page.phrase(head.first, "crowd")) is not None and bool(hit.senses[0].entry.get("strikes"))
    return (strikes or not spoken) and not page.form(head.first).endswith("ا")


def _is_land(chunk: Chunk) -> bool:
    """Whether a noun phrase names nothing but countries."""
    return bool(chunk.named) and all(e.startswith("loc.") for r in chunk.named for e in r.entities)
