"""What a verb cannot have as its subject or object: his own side, a visit, a private person, the other gender.

In: the clause read off the order of its phrases; out: the same without a subject or object that cannot be one.
"""

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.order import Clause
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_private
from hudna.reading.land import is_feminine_land


def fitting(scene: EventScene, trigger: Trigger, clause: Clause) -> Clause:
    """``clause`` without a subject or object that its verb cannot have."""
    force = trigger.entry.get("event") in FORCE
    if clause.subject is not None and _is_no_doer(scene, trigger, clause.subject):
        clause = clause._replace(subject=None)
    if force and _is_against_own(scene, clause):
        clause = clause._replace(subject=None)
    if force and clause.subject is not None and _is_one_for_many(scene, trigger, clause):
        clause = clause._replace(subject=None)
    if force and clause.subject is not None and clause.object is None and _is_of_other_gender(scene, trigger, clause):
        clause = Clause(None, clause.subject, "event.elided")
    if force and clause.object is not None and _is_somebody(scene, trigger, clause.object):
        clause = clause._replace(object=None)
    if clause.subject is not None and clause.object is not None and trigger.entry.get("governs"):
        clause = clause._replace(object=None)  # «ندد فلان، كبير المستشارين للرئيس، ب…»
    return clause


def _is_against_own(scene: EventScene, clause: Clause) -> bool:
    """Whether somebody's forces would hit what is their own state's: «قال زعيم الإقليم إن قواته أسقطت طائرة …»."""
    if clause.subject is None or clause.object is None or not clause.subject.named:
        return False
    people = clause.object.crowd is not None and clause.object.adjectival  # «أسرت القوات الحكومية جنديا إريتريا»
    owned = all(r.how == "possessive" or (people and r.how == "body") for r in clause.subject.named)
    return owned and bool(scene.sides(clause.subject.entities) & scene.sides(clause.object.entities) - {None})


def _is_one_for_many(scene: EventScene, trigger: Trigger, clause: Clause) -> bool:
    """Whether one man stands before what several did: «قال ابنه فلان: "اقتحموا | البيت"»."""
    if clause.subject is None or clause.rule != "event.subject-verb" or trigger.sense.number != "pl":
        return False
    alone = len(clause.subject.named) == 1 and clause.subject.crowd is None
    return alone and len(clause.subject.entities) == 1 and all(map(scene.cast.is_person, clause.subject.entities))


def _is_no_doer(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether what stands where the subject does is a private person who uses force, or what is spoken of."""
    kind = trigger.entry.get("event")
    visit = any(s.entry.get("mode") == "visit" and s.pos != "verb" for s in scene.page.layer(chunk.first, "event"))
    if kind in FORCE and (visit or is_private(scene, chunk)):
        return True  # «احتلت | زيارة الرئيس الصفحات الأولى»
    return kind in SPEECH and _is_deed_of(scene, chunk)


def _is_deed_of(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a noun of a deed stands between a word nobody has read and a name: «رفض كاسيت | وساطة الأمم المتحدة»."""
    named = chunk.references[0] if chunk.references else None
    if named is None or scene.cast.at(chunk.first) is not None or scene.page.senses[chunk.first]:
        return False
    acts = (s for k in range(chunk.first + 1, named.first) for s in scene.page.layer(k, "event"))
    return any(s.pos in ("noun", "masdar") and not s.definite for s in acts)


def _is_of_other_gender(scene: EventScene, trigger: Trigger, clause: Clause) -> bool:
    """Whether what stands right behind a verb of one cannot be its subject by gender, and is its object.

    «كما اعتقلت الشاب حماد», «هاجم الأمم المتحدة»; a woman's name is not told from a man's, who alone are told here to
    use force.
    """
    verb, subject = trigger.sense, clause.subject
    takes = scene.frame(trigger).object == "target" and verb.pos == "verb" and not verb.pronoun
    takes = takes and all(s.pos != "masdar" for s in scene.page.senses[trigger.first])  # «وتصدي القوات لها»
    if subject is None or not takes or (verb.number, verb.person) != ("sg", "3") or subject.first != trigger.last:
        return False
    named, form = subject.named[:1], scene.page.form(subject.first)
    if not named or subject.crowd is not None or clause.rule != "event.verb-subject":
        return False
    described = form.startswith("ال") and scene.page.form(named[0].last - 1).endswith("ه")  # «الأمم المتحدة»
    feminine = described or form.endswith(("ه", "ات"))
    if verb.gender == "f":
        return not feminine and all(map(scene.cast.is_person, named[0].entities))
    whole = named[0].first == subject.first and named[0].by_name
    body = feminine and all(map(scene.cast.is_body, named[0].entities))
    return verb.gender == "m" and whole and (is_feminine_land(scene.page, named[0]) or body)


def _is_somebody(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the object is a private person of some nation, which is not hit itself: «خطف مسلحون مهندسا ألمانيا»."""
    seized = trigger.entry.get("frame") == "detain" and not chunk.headed
    return is_private(scene, chunk) or (chunk.adjectival and seized)
