"""Which event words tell of an event where they stand: weak ones need somebody who acts or suffers.

In: an event word and its roles; out: yes or no. The demands of a word are fields of its entry (events/assault.yaml).
"""

from hudna.reading.cast import Cast, Reference
from hudna.reading.event.allegiance import OWNED, whose
from hudna.reading.event.belligerents import BOTH
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.passing import is_by_the_way
from hudna.reading.event.roles import Roles
from hudna.reading.event.rules import BESIDE_VERB
from hudna.reading.event.scene import EventScene
from hudna.reading.event.subject import subject_before
from hudna.reading.event.telling import is_outcome
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.grammar import crowds
from hudna.reading.known import MEDIA
from hudna.reading.model import Event
from hudna.reading.scene import is_country

_NOT_OF_REACH = 9  # tokens of a subject between a refusal and what is refused
_THAT = 6  # words from one of insisting to its «أن»
_NEXT = 4  # words behind a call or meeting in which the outlet that it is with may be named
_PAIR = 2  # a talk has two sides, a visit host and guest
_HOLDING = BESIDE_VERB | {"event.carried"}  # rules that find who meets
_OF_PERSON = frozenset({"event.noun-genitive", "event.possessor"})  # rules that find whose a tour is
_AGAINST = frozenset({"علي", "ضد", "مع"})  # before whom a war is waged against
_HELP = frozenset({"AID", "COOPERATE"})  # their nouns («المساعدات», «التعاون») are things as often as deeds


def tells(scene: EventScene, trigger: Trigger, roles: Roles, *, title: bool) -> bool:
    """Whether the word tells of an event here; ``title`` says that it stands in the headline."""
    if _is_of_no_weight(scene, trigger):
        return False
    if is_by_the_way(scene, trigger, roles, title=title) or not (trigger.verbal or _noun_tells(scene, trigger, roles)):
        return False
    if trigger.entry.get("need"):
        negated = scene.page.form(trigger.first - 1) in scene.grammar.negations  # «لا ينبغي أن …»: nothing is asked
        described = scene.is_relative(trigger.first - 1)  # «الطرق التي عليهم أن يسلكوها»
        return bool(roles.actors) and not (negated or described)
    return _has_parties(scene, trigger, roles) and _says_enough(scene, trigger, roles)


def _is_of_no_weight(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the word is about something that makes it no event («not_of»): «رفض الجيش التعليق على …»."""
    judges = trigger.verbal and trigger.entry.get("frame") == "judge"
    if (judges and _is_negated(scene, trigger)) or _is_affirmed(scene, trigger):
        return True  # «لا تشكل خرقا» accuses nobody
    if trigger.verbal and trigger.entry.get("frame") == "condemn" and _is_name(scene, trigger):
        return True
    if trigger.entry.get("event") == "REQUEST" and scene.page.form(trigger.first - 1) in scene.grammar.conditions:
        return scene.page.form(trigger.last) in scene.grammar.taking_up  # «إذا طلب منها ذلك»
    idle = trigger.entry.get("not_of", ())
    for k in range(trigger.last, min(trigger.last + _NOT_OF_REACH, scene.clauses.next_start(trigger.last))):
        if scene.page.form(k) in idle:
            return True
        named = scene.cast.at(k)  # «رفضت هيئة تحرير الشام التعليق»
        later = scene.page.form(k) in scene.grammar.occasions_in_time  # «سيطرت على بلدة بعد يومين من القتال»
        told = scene.page.layer(k, "event") and (named is None or named.how == "nisba")
        if later or told or not scene.page.is_word(k):
            return False
    return False


def _is_affirmed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «أن» behind a word of insisting has a noun behind it, of which something is told: «أصر على أنها …»."""
    last = min(trigger.last + _THAT, scene.clauses.end)
    behind = range(trigger.last, last) if trigger.entry.get("affirms") else ()
    that = next((k for k in behind if scene.page.form(k).removeprefix("ب").startswith("ان")), None)
    if that is None or scene.page.form(that) not in scene.grammar.complementisers:
        return False
    return scene.page.form(that) in scene.grammar.pronominal or not may_be_finite(scene.page, that + 1)


def _is_name(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb of condemning may be part of a name, for it condemns nothing: «عمر حاشي أدان، …», «شيخ أدن»."""
    sense, before = trigger.sense, scene.cast.at(trigger.first - 1)
    person = before is not None and scene.cast.is_person(before.entities[0])
    alone = not scene.page.is_word(trigger.last)
    return (sense.gender, sense.number) == ("f", "pl") or (person and alone and sense.tense == "past")


def _is_negated(scene: EventScene, trigger: Trigger) -> bool:
    return scene.page.form(trigger.first - 1).removeprefix("و") in scene.grammar.negations


def is_told(event: Event, cast: Cast) -> bool:
    """Whether a finished event is one: a call has two sides, a meeting too or a body that holds it, a visit a guest."""
    if event.type != "CONSULT":
        return True
    if event.mode in ("phone", "meeting"):
        return len(event.actors) > 1 or BOTH in event.actors or (event.mode == "meeting" and _is_held(event, cast))
    return event.mode != "visit" or bool(event.actors)


def _is_held(event: Event, cast: Cast) -> bool:
    """Whether a body holds a meeting of its own («عقدت اللجنة اجتماعا»), or a person meets people without a name."""
    if not event.actors:
        return False
    person = event.rule in BESIDE_VERB and cast.is_person(event.actors[0])  # «التقى الوزير خبراء في الجيش»
    return person or (event.rule in _HOLDING and cast.is_body(event.actors[0]))


def _noun_tells(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun has the verb or the doer without which it tells of nothing («needs_carrier», «weak_masdar»)."""
    if trigger.sense.clitics[-1:] == "ل" and whose(scene.page, trigger.first - 1, trigger.first, "ل") == OWNED:
        return False  # «بلدة خاضعة لسيطرة الحركة»
    needed = trigger.entry.get("needs_carrier")
    dated = bool(roles.actors) and scene.governing(trigger.first) in scene.grammar.occasions_in_time
    carried = roles.carries is not None and (needed is True or roles.carries in (needed or ()))
    war = trigger.entry.get("frame") == "war" and trigger.definite and roles.rule == "event.noun-nisba"
    against = len(roles.actors) > 1 or any(c.prep in _AGAINST for c in scene.right(trigger.last))
    war = war and against  # «الحرب الأفغانية» was in that land
    told = war or (bool(roles.actors) and _is_told_behind(scene, trigger))  # «الحرب الإسرائيلية على غزة»
    told = told or _has_both_sides(scene, trigger, roles)
    if needed and not (dated or carried or (told and needed is True) or _is_hold(scene, trigger, roles)):
        return False
    if trigger.entry.get("owned") and not trigger.sense.pronoun and roles.carrier is None:
        return False
    if trigger.entry.get("of_person") and not (
        roles.rule in _OF_PERSON and any(map(scene.cast.is_person, roles.actors))
    ):
        return False  # «جولة المبعوث في المنطقة», not «جولة من القتال»
    if _is_aim_at_ground(scene, trigger) and not (roles.actors or roles.carrier is not None):
        return False
    return not trigger.entry.get("weak_masdar") or trigger.sense.pos == "phrase" or bool(roles.actors)


def _is_aim_at_ground(scene: EventScene, trigger: Trigger) -> bool:
    """Whether taking a place is only what something is for or about: «معركة لتحرير الموصل», «ضرورة استعادة الجولان»."""
    named = None if trigger.companion is None else scene.cast.at(trigger.companion)
    place = named is not None and scene.only_places((named,))
    recovers = trigger.entry.get("frame") == "recover"
    return place and bool(trigger.entry.get("ground")) and (recovers or trigger.sense.clitics[-1:] == "ل")


def _has_both_sides(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a talk is told of by the two who are in it: «في اتصالها الهاتفي مع نظيرها», «مصر لها اتصالات مع …»."""
    named = {scene.side(a) or a for a in roles.actors if not a.startswith("unnamed")}
    if trigger.entry.get("event") != "CONSULT" or len(named) < _PAIR or is_outcome(scene.page, trigger.first):
        return False
    between = next((c for c in scene.right(trigger.last)[:1] if c.prep == "بين"), None)
    words = range(trigger.last, between.first) if between is not None else ()
    return roles.rule in _OF_PERSON or (between is not None and not any(scene.page.layer(k, "event") for k in words))


def _is_told_behind(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb behind the noun takes it up and says who did it: «الحرب التي شنها …», «ضغوط مارستها …»."""
    near = range(trigger.last, min(trigger.last + _NEXT, scene.clauses.end))
    senses = (s for k in near for s in scene.page.layer(k, "light"))
    return any(s.pos == "verb" and s.pronoun and not s.clitics and s.entry.get("carries") == "do" for s in senses)


def _is_hold(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun says who holds what: «سيطرة القوات على المدينة»; «تحت سيطرة القوات» only describes a place."""
    if trigger.entry.get("frame") != "seize" or not roles.actors:
        return False
    if scene.page.form(trigger.first - 1) == "تحت" and _has_come(scene, trigger.first - 1):
        return True
    if not roles.places:
        return False
    described = scene.page.form(trigger.first - 1) == "تحت" or trigger.sense.clitics[-1:] == "ل"
    return not described and any(c.prep == "علي" for c in scene.right(trigger.last))


def _has_come(scene: EventScene, i: int) -> bool:
    """Whether the verb of the clause before token ``i`` says that it came to be so: «أصبحت المدينة تحت سيطرة …»."""
    first, _ = scene.clauses.around(i)
    verb = next((v for k in range(i - 1, first - 1, -1) if (v := finite(scene.page, k)) is not None), None)
    return verb is not None and verb.entry.id in scene.grammar.becoming and verb.tense == "past"


def _has_parties(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether those are named whom the word asks for: an armed body, two who talk, host and guest."""
    entry = trigger.entry
    if entry.get("event") == "CONSULT" and _to_press(scene, trigger):
        return False
    apart = entry.get("persons") and sum(map(scene.cast.is_person, roles.actors)) < _PAIR  # «تحدث الوزير إلى الشعب»
    if apart or (entry.get("military") and not any(_is_armed(scene, a) for a in roles.actors)):
        return False
    if (entry.get("frame") == "receive" and not roles.actors) or _lacks_target(scene, trigger, roles):
        return False  # «تلقى المقاتلون تدريبات» tells of nobody's help
    if entry.get("needs_pair") and len(roles.actors) < _PAIR:
        return False
    if entry.get("mode") == "visit" and not _has_guest(scene, trigger, roles):
        return False
    return not entry.get("needs_person") or len(roles.actors) + len(roles.targets) >= _PAIR or bool(roles.places)


def _lacks_target(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a word has no other side that it is aimed at, where it needs one, or has only a pronoun for it."""
    if trigger.entry.get("of_noun"):
        return bool(trigger.sense.pronoun)
    others = scene.sides(roles.targets) - scene.sides(roles.actors) - {None}
    return bool(trigger.entry.get("needs_target")) and not others


def _has_guest(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a visit has a guest, or host and guest, and not only a country to go to."""
    named = [a for a in roles.actors if not a.startswith("unnamed")]
    if trigger.entry.get("sends"):
        return bool(named) and (bool(roles.places) or len(named) >= _PAIR)
    if trigger.entry.get("needs_guest"):  # «توجه الناخبون إلى الصناديق», «يسافر الشباب إلى سوريا» are no visits
        bound = bool(roles.places) or any(is_country(a) for a in named)
        return bound and (any(map(scene.cast.is_person, named)) or _comes_for_others(scene, trigger, roles))
    hosts = not trigger.verbal and roles.rule == "event.noun-genitive" and all(map(is_country, named))
    if hosts:  # «زيارة إسرائيل ولبنان», not «زيارة وزير الخارجية الأمريكي إلى القاهرة»
        return _is_office(scene, trigger.last)
    if len(named) >= _PAIR or any(scene.cast.is_person(a) for a in named):
        return True
    there = roles.places or _names_capital(scene, trigger)
    return bool(named and there) and _comes_for_others(scene, trigger, roles)


def _is_office(scene: EventScene, index: int) -> bool:
    """Whether the word at ``index`` is an office, or a delegation."""
    return any(s.entry.layer == "role" or s.entry.get("guest") for s in scene.page.senses[index])


def _names_capital(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the object of a visit is a capital by its state: «زار وفد من الحركة العاصمة الباكستانية»."""
    bare = (c for c in scene.right(trigger.last) if not c.prep and c.adjectival) if trigger.verbal else ()
    return any(scene.page.layer(c.first, "place_head") for c in bare)


def _comes_for_others(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether who comes is a delegation or holds an office: «وصل وفد من الحركة إلى …», «وصل أمير قطر إلى …»."""
    at = trigger.first if roles.carrier is None else roles.carrier
    behind = range(trigger.last, trigger.last + _NEXT) if roles.rule == "event.noun-relative" else (trigger.last,)
    heads = [c.first for c in scene.right(at + 1) if not c.prep][:1] if trigger.verbal else []
    told = subject_before(scene, at) if trigger.verbal else None  # «وصل إلى الخرطوم الخميس | وفد من …»
    if told is not None and told.references:  # «وكان وفد من الكونغرس، برئاسة فلان، قد زار …»
        heads += range(told.first, max(told.references[0].first, told.first + 1))
    near = (k for k in (at + 1, at - 2, at - 1, *behind, *heads) if scene.page.is_word(k))
    return any(_is_office(scene, k) for k in near)


def _to_press(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a call or meeting is one with an outlet: «في اتصال هاتفي مع رويترز» is where something was said."""
    page = scene.page
    last = min(scene.clauses.end, trigger.last + _NEXT)
    hits = (h for k in range(trigger.last, last) for h in page.names.get(k, ()))
    named = (h for h in hits if (r := scene.cast.at(h.first)) is not None and h.last >= r.last and _is_body(scene, r))
    return any(s.entry.get("kind") in MEDIA for h in named for s in h.senses)


def _is_body(scene: EventScene, reference: Reference) -> bool:
    """Whether somebody named is a body: «الشرق الأوسط» is a paper, and the Middle East."""
    entity = scene.cast.entity(reference.entities[0])
    return entity is None or entity.type == "ORG"


def _says_enough(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether enough is said for an event of the kind."""
    entry = trigger.entry
    kind = entry.get("event")
    if entry.get("frame") == "kill" and trigger.verbal and not entry.get("deed"):
        return roles.rule != "event.passive" and bool(roles.actors)
    if kind == "CONSULT" and entry.get("mode") in ("meeting", "phone") and not trigger.verbal:
        return _is_meeting(trigger, roles)
    if kind in _HELP and not trigger.verbal:
        return bool(roles.actors and roles.carrier is not None) if kind == "COOPERATE" else _is_given(trigger, roles)
    if kind in SPEECH:
        # «اتُهم الجيش بقصف …», «تعرضت الحكومة لانتقادات»
        suffered = roles.rule in ("event.passive", "event.undergo") and bool(roles.targets)
        told = bool(roles.actors) or suffered
        done = bool(entry.get("concluded")) and (trigger.verbal or roles.carries == "happen")  # «الاتفاق الذي أبرم»
        return told or done or entry.get("frame") == "mutual" or bool(entry.get("anonymous"))
    if entry.get("weak"):
        struck = entry.get("weak") == "done"
        return _is_struck(scene, trigger, roles) if struck else _is_sure(trigger, roles)
    of_any = roles.carries == "happen" and scene.page.form(trigger.first - 1) in scene.grammar.quantifiers
    happened = kind == "ASSAULT" and (of_any or not is_outcome(scene.page, trigger.first))  # «نفت وقوع أي هجوم»
    particular = bool(roles.actors or roles.targets) if kind == "ASSAULT" else _is_particular(trigger, roles)
    return trigger.verbal or happened or particular


def _is_sure(trigger: Trigger, roles: Roles) -> bool:
    """Whether a weak word is carried by a verb, or has somebody who does it, named beside it, or whom it befalls."""
    entry = trigger.entry
    told = entry.get("event") in FORCE or bool(entry.get("needs_carrier"))
    aim = trigger.sense.clitics[-1:] == "ل" and roles.carrier not in (trigger.first - 1, trigger.first - 2)
    done = told and roles.carrier is not None and not (trigger.verbal or aim)
    carried = done or _is_held_somewhere(trigger, roles)
    sure = entry.get("weak") == "named" or not roles.rule.startswith("event.elided")
    sure = sure or (roles.rule == "event.elided-speaker" and len(roles.actors) >= _PAIR)  # «أعلن أنه سيتعاون مع …»
    return carried or bool(roles.targets) or (bool(roles.actors) and sure)


def _is_struck(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a blow is one of arms, by who deals it or on whom: not «مقتل القائد ضربة للحركة»."""
    aimed = any(c.prep in scene.grammar.aims for c in scene.right(trigger.last)[:_PAIR])
    beside = scene.cast.at(trigger.last) is not None or bool(scene.page.layer(trigger.last, "crowd"))
    dealt = bool(roles.actors) and (roles.rule != "event.noun-genitive" or beside)
    return dealt or (aimed and bool(roles.targets))


def _is_held_somewhere(trigger: Trigger, roles: Roles) -> bool:
    """Whether a conference is told of by being held in a place, whoever comes: «يعقد في لندن مؤتمر دولي»."""
    multilateral = trigger.entry.get("mode") == "multilateral" and not trigger.verbal
    return multilateral and roles.carrier is not None and bool(roles.places)


def _is_meeting(trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun tells of a meeting or call that took place and not of such in general."""
    several = len(set(roles.actors + roles.targets)) > 1 or BOTH in roles.actors
    held = bool(roles.actors) and roles.carrier is not None
    return several or held or trigger.definite or trigger.entry.get("mode") == "phone"


def _is_given(trigger: Trigger, roles: Roles) -> bool:
    """Whether help is told of by who gives it, or is known: not «مساعدات للنازحين» as such."""
    return bool(roles.actors) or (trigger.definite and bool(roles.targets))


def _is_particular(trigger: Trigger, roles: Roles) -> bool:
    """Whether anything is said of what a noun names: who, where, that it came about, or that it is known."""
    told = roles.actors or roles.targets or roles.places or roles.carrier is not None
    counted = bool(trigger.entry.get("counted")) and trigger.companion is not None  # «وأسر ستة آخرين»
    owned = trigger.sense.pronoun and trigger.entry.get("frame") != "detain"  # «بعد احتجازهم»: of whom nobody is named
    return bool(told or counted or trigger.definite or owned)


def _is_armed(scene: EventScene, actor: str) -> bool:
    entity = scene.cast.entity(actor)
    if entity is None and not is_country(actor):  # only an adjective may name a country («جنود ماليون»)
        return actor.removeprefix("unnamed: ") in crowds(scene.page.document.language, "armed")
    return entity is None or entity.type == "ORG" or is_country(actor)
