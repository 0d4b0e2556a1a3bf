"""What the subject of the verb that carries a noun is to the event: «شنت القوات هجوما», «تعرضت المدينة لقصف»."""

from dataclasses import replace

from hudna.reading.event.agreement import agrees
from hudna.reading.event.carrier import Carrier, is_owned_up_to
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import earlier_subject, has_unnamed_subject, subject_of
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.owner import owner_of
from hudna.reading.event.roles import TO_HER, Roles, add, joined
from hudna.reading.event.scene import WINDOW, EventScene
from hudna.reading.event.subject import subject_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_private
from hudna.reading.finite import finite
from hudna.reading.scene import is_country
from hudna.text import fold

# what is done by being announced; of an attack the announcer is only the teller
_DECLARED = SPEECH - {"ACCUSE", "THREATEN"} | {
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "RETREAT",
    "AID",
    "CONCEDE",
    "COOPERATE",
}
_SHARED = frozenset({"CONSULT", "COOPERATE", "AGREE"})  # who receives them takes part in them
_NEAR_OWNER = 4  # words between somebody and his «محاولتهم»
_UNDERTAKING = 7  # words back from «بشن» to «قيام»
_DOING = frozenset({"do", "declare"})  # ways of carrying a noun whose subject does what it says
# rules by which a noun has its own doer, whatever verb carries it
_OWN = frozenset({"event.noun-nisba", "event.noun-relative", "event.agent", "event.attributed", "event.resumed"})


def carried(scene: EventScene, roles: Roles, trigger: Trigger, found: Carrier | None) -> Roles:
    """``roles`` with what the subject of the carrying verb, if one was found, is to the event."""
    if found is None:
        return roles
    roles = replace(roles, carrier=found.at, carries=found.carries)
    if trigger.entry.get("event") == "ASSAULT" and found.carries in _DOING and _is_others(scene, roles, trigger):
        return roles
    if found.carries == "happen" and not roles.actors and scene.frame(trigger).pair:
        return _parties_ahead(scene, roles, trigger, found)
    subject = _subject(scene, found, trigger, roles)
    if subject is not None and trigger.entry.get("event") in FORCE:
        tells = found.carries == "declare" and _only_tells(scene, subject)  # «أعلن المرصد قصف البلدة»
        subject = None if tells or is_private(scene, subject) else subject
    affirmed = found.sense.entry.get("affirms") and trigger.entry.get("event") == "MOBILIZE"
    if affirmed and subject is not None and not all(is_country(e) for r in subject.named for e in r.entities):
        subject = None  # «أكدت لندن إرسال 500 جندي», but «أكد الوزير نشر قوات»: perhaps not his
    if subject is not None:
        apart = replace(roles, actors=()) if _is_own(roles, trigger) else roles
        done = _with_subject(scene, apart, trigger, found, subject)
        roles = done if done.actors or not roles.actors else roles
    return _with_partners(scene, roles, trigger, found) if trigger.entry.get("event") in _SHARED else roles


def _is_own(roles: Roles, trigger: Trigger) -> bool:
    """Whether the pronoun on a deed of force that somebody does is his own: «كثفت طائرات التحالف … غاراتها»."""
    return trigger.entry.get("event") in FORCE and roles.rule == "event.possessor" and roles.carries == "do"


def _with_partners(scene: EventScene, roles: Roles, trigger: Trigger, found: Carrier) -> Roles:
    """``roles`` with those told before the noun of a talk with whom it is: «عقد الوزير مع نظيره السوري | اجتماعا»."""
    if found.sense.pos != "verb" or found.carries != "do" or len(roles.actors) != 1:
        return roles
    beside = [c for c in scene.chunks(found.at + 1, trigger.first) if c.prep == "مع" and (c.named or c.crowd)]
    return add(scene, roles, "actor", beside[-1]) if beside else roles


def _parties_ahead(scene: EventScene, roles: Roles, trigger: Trigger, found: Carrier) -> Roles:
    """``roles`` with those between whom it happens, told before its noun: «جرت بين الوزيرين | مشاورات»."""
    pair = next((c for c in scene.chunks(found.at + 1, trigger.first) if c.prep == "بين"), None)
    told = add(scene, roles.by("event.carried"), "actor", pair)
    return told if len(told.actors) > 1 else roles


def _is_others(scene: EventScene, roles: Roles, trigger: Trigger) -> bool:
    """Whether a deed of force is told to be others': «فض الجيش اشتباكات بين …», «… انتقاما من غارة أمريكية»."""
    if len(roles.actors) > 1 and scene.pairs_behind(trigger.last):
        return True
    named = roles.rule in _OWN or (roles.rule == "event.noun-genitive" and trigger.sense.pos == "noun")
    return bool(roles.actors) and named


def _subject(scene: EventScene, found: Carrier, trigger: Trigger, roles: Roles) -> Chunk | None:
    """The subject of the carrying verb, if it is a party to the event."""
    carries, verbal = found.carries, found.sense.pos == "verb"
    announced = is_owned_up_to(scene, found.at, trigger) or _done_by_announcing(scene, trigger, roles)
    own = trigger.entry.get("avowed") or trigger.sense.pronoun or trigger.entry.get("event") != "AGREE"
    affirmed = found.sense.entry.get("affirms") and not own  # «أكد المبعوث الاتفاق على …», but «أكد التزامه ب…»
    # «انسحبوا تنفيذا لاتفاق …»: it was made before
    made = trigger.entry.get("event") == "AGREE" and scene.page.form(found.at) in scene.grammar.adjuncts
    if made or carries == "happen" or affirmed or (carries == "declare" and not announced):
        return None
    if carries == "compel":
        return _compelled(scene, found, trigger)
    if carries == "gather":  # «ضم الاجتماع وزراء …», «جمعت المحادثات ممثلي …»
        return next((c for c in scene.right(trigger.last) if c.named and not c.prep), None)
    subject = subject_of(scene, found.at, trigger.first, verbal=verbal)
    if not verbal and (found.sense.pronoun or found.sense.entry.get("governs") or _is_of_owned(scene, found)):
        # «نجاح القوات في صد …», «رغم تهديداته بتنفيذ هجمات»
        return _of_owner(scene, found) if found.sense.pronoun else subject
    several = found.sense.number in ("pl", "du") and scene.page.form(found.at - 1) not in scene.grammar.plural_relatives
    if subject is not None and several and not agrees(scene.page, found.sense, subject):
        return None  # «أكد الجيش … وهم يحاولون …», but «مسلحي الشبكة الذين يشنون …»
    told = subject or _of_undertaking(scene, found) or _owned_thing(scene, found, trigger)
    told = told or (None if verbal else _made_to(scene, found, trigger) or _intending(scene, found))
    told = told or next((c._replace(prep="") for c in _described(scene, found)[-1:]), None)
    return told or _subject_behind(scene, found, trigger.first) or _behind_noun(scene, found, trigger)


def _only_tells(scene: EventScene, subject: Chunk) -> bool:
    """Whether whoever announces a deed of force watches, heals or reports, and does none: observatories, ministries."""
    named = [scene.cast.entity(e) for r in subject.named for e in r.entities]
    words = [frozenset(fold(e.name).split()) for e in named if e is not None and e.type == "ORG"]
    return bool(words) and not any(scene.grammar.onlookers.isdisjoint(w) for w in words)


def _described(scene: EventScene, found: Carrier) -> tuple[Chunk, ...]:
    """Of what without article «كان» before the verb tells, and whose it is: «زوارق للحركة | كانت تحاول الفرار»."""
    was = found.at - 1
    if found.sense.pos != "verb" or not any(s.entry.id == "كان" for s in scene.page.senses[was] if s.pos == "verb"):
        return ()
    first = max(scene.clauses.around(was)[0], was - WINDOW)
    verbs = (k + 1 for k in range(was - 1, first - 1, -1) if finite(scene.page, k) and scene.cast.at(k) is None)
    before = scene.chunks(next(verbs, first), was)[-2:]
    near = before[-1:] if before and before[-1].prep != "ل" else before
    if not near or near[-1].last != was or near[0].prep:
        return ()
    head = near[0].first + scene.is_number(near[0].first)
    named = scene.cast.at(head) is not None or scene.page.form(head).startswith("ال")
    return () if named or finite(scene.page, head) is not None else near


def _owned_thing(scene: EventScene, found: Carrier, trigger: Trigger) -> Chunk | None:
    """The thing that suffers, whose owner a pronoun tells: «إن قافلة لها | تعرضت لهجوم», «تعرضت دورية تابعة لها ل…»."""
    if found.carries != "undergo" or found.sense.pos != "verb":
        return None
    first = scene.clauses.around(found.at)[0]
    first += scene.page.form(first) in scene.grammar.complementisers
    before = scene.chunks(first, found.at)[:1] if first < found.at else scene.chunks(found.at + 1, trigger.first)[:1]
    thing = before[0] if before and before[0].thing and not (before[0].prep or before[0].references) else None
    behind = (scene.page.form(k) for k in (thing.last, thing.last - 1)) if thing is not None else ()
    own = thing is not None and any(s.pronoun in ("ها", "هم") for s in scene.page.layer(thing.first, "crowd"))
    return thing if own or any(f in TO_HER for f in behind) else None  # «أن مواقعها تتعرض لقصف»


def _of_owner(scene: EventScene, found: Carrier) -> Chunk | None:
    """Whose the pronoun on a carrying noun is, named right before it: «أعلن المتمردون تمكنهم من أسر …»."""
    told = owner_of(scene, found.at, found.sense.pronoun) if found.carries == "do" else None
    return Chunk.of(told) if told is not None and found.at - told.last <= _NEAR_OWNER else None


def _is_of_owned(scene: EventScene, found: Carrier) -> bool:
    """Whether a carrying noun says what somebody threatens or is charged with: «تهديداته بتنفيذ هجمات»."""
    acts = scene.page.layer(found.at - 1, "event") if found.sense.clitics[-1:] == "ب" else ()
    return any(s.pronoun and s.pos != "verb" for s in acts)


def _of_undertaking(scene: EventScene, found: Carrier) -> Chunk | None:
    """The doer in construct with a first carrying noun: «قيام طائرات مصرية بشن غارات», «بدء القوات بشن هجوم»."""
    if found.sense.pos == "verb" or found.sense.clitics[-1:] != "ب":
        return None
    back = range(found.at - 1, max(found.at - _UNDERTAKING, 0), -1)
    first = next((k for k in back if any(s.pos == "masdar" for s in scene.page.layer(k, "light"))), None)
    phrases = scene.chunks(first + 1, found.at) if first is not None else ()
    return next((c for c in phrases[:1] if not c.prep and (c.named or c.crowd)), None)


def _behind_noun(scene: EventScene, found: Carrier, trigger: Trigger) -> Chunk | None:
    """The subject behind a definite noun that its verb carries: «حضر الاجتماع وزير الدفاع»."""
    near = trigger.first - found.at - (scene.page.form(trigger.first - 1) == "في") == 1
    if not (near and found.sense.pos == "verb" and trigger.definite and found.carries == "do"):
        return None
    bare = next((c for c in scene.right(trigger.last) if c.named or c.crowd), None)
    return None if bare is None or bare.prep or not (bare.full or bare.crowd) else bare


def _compelled(scene: EventScene, found: Carrier, trigger: Trigger) -> Chunk | None:
    """Who is made to do it: the object of the verb, the last noun phrase before the preposition of the noun."""
    bare = [c for c in scene.chunks(found.at + 1, trigger.first) if not c.prep and (c.named or c.crowd)]
    if found.sense.pronoun:
        own = scene.sides(e for c in bare for r in c.named for e in r.entities)
        told = owner_of(scene, found.at, found.sense.pronoun, own)  # «قبل أن يجبره الجيش على الانسحاب»
        return Chunk.of(told) if told is not None else None
    before = found.sense.pos == "verb" and subject_before(scene, found.at) is not None
    if not bare and before and found.sense.entry.get("suffered"):
        return subject_before(scene, found.at)  # «القوات اضطرت إلى الانسحاب»
    deed = trigger.entry.get("event") not in SPEECH
    beside = deed and bool(bare) and bare[-1].last >= trigger.first - 1  # whoever stands right before «على»
    return bare[-1] if bare and (len(bare) > 1 or before or beside) else None


def _intending(scene: EventScene, found: Carrier) -> Chunk | None:
    """Whose intention a carrying noun tells: «نية الجيش | مواصلة القصف»."""
    named = scene.cast.at(found.at - 1)
    if named is None or named.last != found.at or not named.by_name:
        return None
    head = scene.page.form(named.first - 1)
    return Chunk.of(named) if head in scene.grammar.intents or head[1:] in scene.grammar.intents else None


def _made_to(scene: EventScene, found: Carrier, trigger: Trigger) -> Chunk | None:
    """Who is made to do what a carrying noun tells: «دفع الهجوم واشنطن إلى | إعلان عقوبات»."""
    if scene.page.form(found.at - 1) not in ("الي", "علي"):
        return None
    for k in scene.before(found.at):
        sense = next((s for s in scene.page.layer(k, "light") if s.entry.get("carries") == "compel"), None)
        if sense is not None and sense.pos == "verb":
            return _compelled(scene, Carrier(k, sense), replace(trigger, first=found.at))
        if finite(scene.page, k) is not None and scene.cast.at(k) is None:
            return None
    return None


def _with_subject(scene: EventScene, roles: Roles, trigger: Trigger, found: Carrier, subject: Chunk) -> Roles:
    """``roles`` with what the subject is by the kind of the carrying verb («carries» of events/light.yaml)."""
    frame, carries = scene.frame(trigger), found.carries
    if carries == "deny" and trigger.entry.get("event") == "ACCUSE":
        return add(scene, roles.by("event.denied"), "target", subject)  # «نفى الحوثيون اتهامات السعودية»
    if carries == "witness":
        return add(scene, roles, "place", subject)
    if carries == "undergo" or (carries == "receive" and trigger.entry.get("event") not in _SHARED):
        befell_others = scene.page.form(trigger.first - 1) == "في"  # «واجهت … انتقادات مع سقوط قتلى في هجوم على سوق»
        heard = carries == "receive" and trigger.entry.get("event") in FORCE and trigger.sense.clitics[-1:] == "ب"
        befell_others = befell_others or heard  # «تلقوا إخطارا | بهجمات»
        return roles if roles.targets or befell_others else add(scene, roles.by("event.undergo"), frame.object, subject)
    if roles.actors and (carries == "declare" or not frame.pair):
        called = _calls_others(scene, roles, trigger, subject) if carries == "do" else None
        return called or _declared_with(scene, roles, trigger, found, subject)
    others = carries in _DOING and (_is_anothers(scene, trigger) or _frees_own(scene, trigger, carries, subject))
    if _holds_for_others(scene, roles, trigger, subject) or (carries == "deny" if roles.actors else others):
        return roles  # «نفت رواندا قصف الجيش للقرية», «بدء انسحاب القوات الكردية»
    done = add(scene, replace(roles, actors=(), rule="event.carried"), frame.subject, subject)
    return replace(done, actors=joined(done.actors, roles.actors))


def _calls_others(scene: EventScene, roles: Roles, trigger: Trigger, subject: Chunk) -> Roles | None:
    """The roles of a call in construct with those called upon: «جدد الأمين العام دعوة | الأطراف إلى …».

    None for a call of somebody's own side, or of others that he only repeats by name: «كرر القيادي دعوة الحركة إلى …».
    """
    beside = roles.rule in ("event.noun-genitive", "event.noun-nisba") and not roles.targets
    call = trigger.entry.get("event") == "REQUEST" and not trigger.entry.get("need")
    if not (call and beside and roles.actors):
        return None
    own = scene.people_and_places(subject, "actor")[0]
    apart = own and not scene.sides(own) & (scene.sides(roles.actors) - {None}) and not set(own) & set(roles.actors)
    return replace(roles, actors=own, targets=roles.actors, rule="event.carried") if apart else None


def _holds_for_others(scene: EventScene, roles: Roles, trigger: Trigger, subject: Chunk) -> bool:
    """Whether two others talk or agree than who does something for it: «تسعى واشنطن إلى عقد لقاء بين … و…»."""
    apart = trigger.entry.get("event") in ("CONSULT", "AGREE") and len(roles.actors) > 1
    if not apart or not (roles.rule == "event.noun-nisba" or scene.pairs_behind(trigger.last)):
        return False
    own = scene.people_and_places(subject, "actor")[0]
    lands = all(map(is_country, own))  # «تسعى واشنطن إلى عقد لقاء بين أوباما و…»
    theirs = not lands and scene.sides(own) & (scene.sides(roles.actors) - {None})
    return not (set(own) & set(roles.actors) or theirs)


def _declared_with(scene: EventScene, roles: Roles, trigger: Trigger, found: Carrier, subject: Chunk) -> Roles:
    """Whose act it is that a subject announces while another is named: «موافقة مصر», but his own truce «مع» another."""
    alone = found.carries == "declare" and roles.rule == "event.noun" and len(roles.actors) == 1
    if alone and trigger.entry.get("concluded"):  # «أعلنت الحكومة التوصل إلى اتفاق مع الحركة»
        done = add(scene, replace(roles, actors=(), rule="event.carried"), "actor", subject)
        return replace(done, actors=joined(done.actors, roles.actors)) if done.actors else roles
    if not alone or trigger.entry.get("topic") != "ceasefire":
        return roles  # «أعلنت الحكومة موافقة مصر على …»
    done = add(scene, replace(roles, actors=(), rule="event.carried"), "actor", subject)
    return replace(done, targets=tuple(a for a in roles.actors if a not in done.actors)) if done.actors else roles


def _frees_own(scene: EventScene, trigger: Trigger, carries: str, subject: Chunk) -> bool:
    """Whether a state only announces that others released its people: «أعلنت القاهرة الإفراج عن الصيادين المصريين»."""
    if carries != "declare" or trigger.entry.get("frame") != "release":
        return False
    freed = next(iter(scene.right(trigger.last)), None)
    whose = scene.sides(e for r in freed.references for e in r.entities) - {None} if freed is not None else set()
    return bool(whose & scene.sides(e for r in subject.named for e in r.entities))


def _is_anothers(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun unknown here is the subject of a verbal noun without an object: «انسحاب القوات الكردية»."""
    page, i = scene.page, trigger.last
    intransitive = trigger.sense.pos == "masdar" and scene.frame(trigger).object == "-" and trigger.companion is None
    if not intransitive or trigger.entry.get("event") != "RETREAT" or trigger.sense.definite or trigger.sense.pronoun:
        return False
    return i < scene.clauses.end and page.form(i).startswith("ال") and not page.layer(i, "time")


def _subject_behind(scene: EventScene, found: Carrier, before: int) -> Chunk | None:
    """The subject of the verb that a carrying verb or noun follows: «قامت بشن …», not «منذ بدء الحرب»."""
    if found.sense.pos == "verb" and has_unnamed_subject(scene, found.at, before):
        return None
    verbal = found.sense.pos == "verb"
    if (scene.page.form(found.at - 1) in scene.grammar.blockers and not verbal) or scene.is_relative(found.at - 1):
        return None  # «… تبحث عن مجهولتين اللتين نفذتا الهجوم»: they did it
    return earlier_subject(scene, found.at, found.sense if verbal else None)


def _done_by_announcing(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether announcing it is doing it: a measure, or the destruction of what is the other side's."""
    kind = trigger.entry.get("event")
    if kind == "AGREE" and trigger.sense.clitics[-1:] == "ل":
        return False  # «أعلن مراقب الأمم المتحدة لاتفاق السلام …»
    governed = trigger.sense.clitics[-1:] in ("ب", "ل") or scene.page.form(trigger.first - 1) in scene.grammar.occasions
    if trigger.entry.get("announced") and not governed:
        return True  # «أكد التحالف اعتراض الطائرة»
    if trigger.entry.get("frame") == "kill" and trigger.sense.pos == "noun":
        return False  # «أعلنت القوة مقتل أربعة من جنودها»
    struck = roles.targets or roles.places
    return kind in _DECLARED or (kind == "ASSAULT" and bool(struck) and not governed)
