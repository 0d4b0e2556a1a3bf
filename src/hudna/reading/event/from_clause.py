"""What the rest of the clause adds to an event noun: whose deed it is, who is helped, with whom one talks.

In: a noun and the roles that its own phrases gave it; out: the same with those of the clause.
"""

from dataclasses import replace

from hudna.reading.cast import OFFICES
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import clause_subject, subject_of
from hudna.reading.event.genitive import told_with_fallen
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.possessor import named_ahead
from hudna.reading.event.roles import Roles, add, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.subject import first_bare, subject_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.grammar import crowds
from hudna.text import COMMAS, fold

_PAIR = 2  # more who talk with each other are told by their verb («بحث قادة أربع دول في اتصال هاتفي …»)
_FRONT = 1  # tokens of a sentence before what stands in front of its verb
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})  # what others did is judged by these


def with_clause(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """What the rest of the clause adds: the doer of a purpose, the one who is helped, the other side of a talk."""
    frame, page = scene.frame(trigger), scene.page
    roles = _against(scene, roles, trigger, right)
    before, particle = scene.governing(trigger.first), trigger.sense.clitics[-1:]
    before = before.removeprefix("و") if before.removeprefix("و") in scene.grammar.occasions else before
    towards = particle in ("ب", "ل") or (trigger.sense.definite and before in ("الي", "علي"))
    strike = trigger.entry.get("frame") == "strike" and not trigger.entry.get("weak") and particle != "ل"
    answer = trigger.sense.pos == "phrase" and strike and not told_with_fallen(scene, trigger)  # «رد بقصف مدفعي»
    truce = trigger.sense.pos == "phrase" and trigger.entry.get("frame") == "truce"  # «ردت الحركة بإعلان هدنة»
    frees = trigger.sense.pos == "phrase" and trigger.entry.get("frame") == "release"
    frees = frees and any(page.form(k) in scene.grammar.bringing for k in scene.before(trigger.first))
    deed = trigger.sense.pos == "masdar" or answer or truce or frees
    own = not (_is_anothers(scene, trigger) or is_judged(scene, trigger))
    own = own and not (trigger.entry.get("event") == "REQUEST" and page.form(trigger.last) == "من")  # «بطلب من السلطات»
    if truce and towards and roles.rule == "event.noun" and len(roles.actors) == 1:  # «ردت … بإعلان هدنة مع الجيش»
        roles = replace(roles, actors=(), targets=joined(roles.targets, roles.actors))
    if not roles.actors and roles.carrier is None and towards and deed and own:
        return _of_purpose(scene, trigger, roles)
    backed = frame.subject == "-" or any(c.prep == "من" for c in right)
    if trigger.entry.get("event") == "SUPPORT" and roles.actors and not roles.targets and backed:
        backed_by = clause_subject(scene, trigger.first) or _fronted(scene, trigger)  # «X بدعم من Y»
        return add(scene, roles, "target", backed_by)
    several = len(roles.actors) > 1 and not _are_all_partners(trigger, right)
    several = several or bool(trigger.entry.get("civil"))  # «استقبلت إسرائيل جرحى في الحرب الأهلية السورية»
    if not (frame.pair and frame.object == "actor") or roles.carrier is not None or several:
        return roles
    if trigger.entry.get("event") == "ASSAULT" and (not roles.actors or any(c.prep == "بين" for c in right)):
        return roles  # one side alone does not make a clash, nor is there a third in «مواجهات بين مسلحين»
    mutual = any(page.form(k) in scene.grammar.mutual for k in range(trigger.last, trigger.last + 3))
    if not (mutual or before in scene.grammar.occasions or particle == "ب" or trigger.entry.get("adverb")):
        return roles
    other = _fallen_before(scene, trigger) or clause_subject(scene, trigger.first)
    if other is None and trigger.entry.get("event") == "CONSULT":
        other = named_ahead(scene, trigger)  # «وبعد اجتماع مع الرئيس غادرت الوزيرة …»
    people = scene.people_and_places(other, "actor")[0] if other else _speaking(scene, trigger)
    people = tuple(p for p in people if trigger.entry.get("event") != "ASSAULT" or not _is_civil(scene, p))
    if other is not None and not roles.actors and trigger.entry.get("event") == "CONSULT":
        people = joined(people, _addressed(scene, trigger, other)) if len(people) <= _PAIR else ()
    return replace(roles, actors=joined(people, roles.actors), rule="event.clause-subject") if people else roles


def _against(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """``roles`` of a fight against several, who do not fight each other, with the body named before «في».

    «انضمت إلى قوات الحلف في القتال ضد طالبان والقاعدة».
    """
    foes = right[0] if right and right[0].prep == "ضد" else None
    named = {e for r in foes.named for e in r.entities} if foes is not None else set()
    if trigger.entry.get("mode") != "clash" or len(named) < _PAIR or set(roles.actors) != named:
        return roles
    i = trigger.first - 1
    reference = scene.cast.at(i - 1) if scene.page.form(i) == "في" else None
    doers = reference.entities if reference is not None and scene.cast.is_body(reference.entities[0]) else ()
    if doers and not set(doers) & named:
        return replace(roles, actors=(*doers, *roles.actors), rule="event.clause-subject")
    return replace(roles, actors=(), targets=roles.actors)


def _fallen_before(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """Who fell in a clash, behind a noun that tells it: «أعلن الحلف مقتل ثلاثة متمردين خلال اشتباك مع …»."""
    for k in scene.before(trigger.first) if trigger.entry.get("event") == "ASSAULT" else ():
        if any(s.pos == "masdar" and s.entry.get("part") == "act" for s in scene.page.layer(k, "casualty")):
            return first_bare(scene.chunks(k + 1, trigger.first))
    return None


def _is_civil(scene: EventScene, who: str) -> bool:
    """Whether somebody who tells of a fight, or fell in it, does not fight: a ministry, «سبعة من مواطنيها»."""
    if who.startswith("unnamed"):
        return who.removeprefix("unnamed: ") in crowds(scene.page.document.language, "bystanders")
    entity = scene.cast.entity(who)
    return entity is not None and fold(entity.name).partition(" ")[0] in scene.grammar.civil


def _of_purpose(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of what somebody does for something, by the subject before it: «شن الجيش عملية لتدمير …»."""
    subject = _deciding(scene, trigger) or subject_before(scene, trigger.first)
    if subject is not None and _fell_by_it(scene, trigger, subject):
        return roles
    if subject is None and trigger.sense.clitics[-1:] == "ل" and trigger.entry.get("event") == "ASSAULT":
        subject = clause_subject(scene, trigger.first)
    if roles.targets and _backs(scene, trigger):
        helpers = replace(roles.by("event.purpose"), actors=roles.targets, targets=())
        return add(scene, helpers, "target", subject or clause_subject(scene, trigger.first))
    return add(scene, roles.by("event.purpose"), scene.frame(trigger).subject, subject)


def _deciding(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """Whose decision it is that stands behind «ب»: «وصف قرار | مجلس الأمن | بالموافقة على الاتفاق بأنه …»."""
    named = scene.cast.at(trigger.first - 1) if trigger.sense.clitics[-1:] == "ب" else None
    if named is None or not named.by_name or named.last != trigger.first:
        return None
    return Chunk.of(named) if scene.page.form(named.first - 1) in scene.grammar.texts else None


def _fell_by_it(scene: EventScene, trigger: Trigger, subject: Chunk) -> bool:
    """Whether who tells of an attack tells of his own dead: «أفاد مصدر في الجيش بمقتل ستة من جنود الجيش بقصف …»."""
    fallen = _fallen_before(scene, trigger)
    own, theirs = ({e for r in c.named for e in r.entities} if c is not None else set() for c in (subject, fallen))
    return bool((scene.sides(own) - {None}) & (scene.sides(theirs) - {None}) or own & theirs)


def _backs(scene: EventScene, trigger: Trigger) -> bool:
    """Whether who is named behind «بدعم» backs whoever fights: «سيطر الجيش على غاو | بمساندة القوات الفرنسية»."""
    if trigger.entry.get("event") != "SUPPORT" or scene.page.form(trigger.first) not in scene.grammar.backing:
        return False
    verbs = (s for k in scene.before(trigger.first) for s in scene.page.layer(k, "event") if s.pos == "verb")
    return any(s.entry.get("event") in FORCE for s in verbs)


def _is_anothers(scene: EventScene, trigger: Trigger) -> bool:
    """Whether two verbs stand before a purpose, the second about an object: «ضبطت الشرطة خلية كانت تخطط لتفجير …»."""
    page = scene.page
    verbs = [k for k in scene.before(trigger.first) if may_be_finite(page, k) and scene.cast.at(k) is None]
    verbs = [k for k in verbs if not page.layer(k, "time")]  # «في مارس»
    own = [k for k in verbs if not any(s.entry.id in scene.grammar.auxiliaries for s in page.senses[k])]
    return len(own) > 1 and trigger.entry.get("event") in FORCE


def is_judged(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a deed is what the verb of its clause condemns, praises or refuses: others did it («ندد بتفجير …»)."""
    words = (s for k in scene.before(trigger.first) for s in scene.page.layer(k, "event"))
    verb = next((s for s in words if s.pos in ("verb", "active")), None)
    judges = verb is not None and verb.entry.get("event") in _JUDGING
    beside = scene.page.layer(trigger.first - 2, "event") if scene.page.form(trigger.first - 1) == "علي" else ()
    judges = judges or any(s.pos == "masdar" and s.entry.get("event") in _JUDGING for s in beside)  # «احتجاجا على …»
    return judges and trigger.entry.get("event") in (*FORCE, "RETREAT", "CONCEDE")


def _are_all_partners(trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether those named beside a talk are with whom somebody talks: «أعلن ذلك بعد اجتماع مع فلان وفلان»."""
    named = [c.prep for c in right if c.named and c.prep in ("", "مع", "بين", "ل", "ب")]
    bare = trigger.sense.pronoun or trigger.definite
    return trigger.entry.get("event") == "CONSULT" and not bare and named == ["مع"]


def _fronted(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """The subject of the verb behind the comma that ends what stands before it: «وبدعم من الطيران، سيطر الجيش …»."""
    k = scene.clauses.next_start(trigger.last)
    opens = trigger.first - scene.clauses.starts[0] <= _FRONT and scene.page.form(k - 1) in COMMAS
    if not opens or k >= scene.clauses.end or finite(scene.page, k) is None:
        return None
    return subject_of(scene, k, scene.clauses.next_start(k + 1), verbal=False)


def _speaking(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """The one person who speaks in a sentence that goes on with when he did: «قال الوزير …، وذلك خلال لقاء مع …»."""
    first, _ = scene.clauses.around(trigger.first)
    if scene.page.form(first) not in scene.grammar.which_was or trigger.entry.get("event") != "CONSULT":
        return ()
    here = scene.page.span(scene.clauses.starts[0], trigger.first)
    persons = {a.source for a in scene.attributions if a.cue.within(here) and scene.cast.is_person(a.source)}
    return tuple(persons) if len(persons) == 1 else ()


def _addressed(scene: EventScene, trigger: Trigger, subject: Chunk) -> tuple[str, ...]:
    """To whom something is said in a call or meeting: «أبلغ عباس | نظيره الفرنسي في اتصال …», «قال | لنظيره …»."""
    for chunk in scene.chunks(subject.last, trigger.first) if subject.last < trigger.first else ():
        held = [r for r in chunk.named if r.how in OFFICES or any(map(scene.cast.is_person, r.entities))]
        if chunk.prep in ("", "ل", "من", "مع") and held:
            return held[0].entities
    return ()
