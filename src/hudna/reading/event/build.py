"""From an event word and its roles to the event, with status, topic, date, weapon and claimants."""

from dataclasses import replace

from hudna.reading.claimant import claimants, relays
from hudna.reading.event.aimed import asked, authored, protested, refused, threatened
from hudna.reading.event.attributes import topic_of, weapon_and_mode
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.carrier import is_owned_up_to
from hudna.reading.event.content import content_end
from hudna.reading.event.dates import AHEAD, date_of
from hudna.reading.event.kinds import FORCE, PLACELESS, SPEECH, TOPICAL
from hudna.reading.event.roles import GUESSED, Roles, body_of
from hudna.reading.event.scene import EventScene
from hudna.reading.event.status import status_of
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.model import Event
from hudna.reading.scene import is_country

_DAY = len("2020-01-31")
_CALL = 2  # caller and called
_WARNING = frozenset({"warn", "threaten"})  # forces of words of saying
_MANY = 3  # states and parties that make a meeting a multilateral one


def build(scene: EventScene, trigger: Trigger, roles: Roles, *, title: bool) -> list[Candidate]:
    """The event that a word tells of, without an id; calls that one person makes to several are as many events."""
    entry = trigger.entry
    event = _halting(scene, trigger, roles, _amended(scene, trigger, roles, _event(scene, trigger, roles)))
    bare = trigger.definite and not (roles.actors or roles.targets)
    how = {"title": title, "generic": bool(entry.get("generic")), "bare": bare, "answers": bool(entry.get("answers"))}
    return [Candidate(e, entry.id, entry.get("frame"), trigger.definite, **how) for e in _calls(event)]


def _event(scene: EventScene, trigger: Trigger, roles: Roles) -> Event:
    """The event as its roles and the words around it tell it."""
    page = scene.page
    span = trigger.span(page)
    weapon, mode = weapon_and_mode(page, scene.grammar, scene.clauses, trigger)
    kind, topic = _kind_and_topic(scene, trigger, roles)
    done = kind in ("THREATEN", "ACCUSE")  # by its being said
    date = date_of(page, scene.clauses, scene.times, trigger)
    status = "actual" if done else status_of(page, scene.grammar, scene.clauses, trigger, roles.carrier)
    if kind == "CONSULT" and status == "actual" and _is_ahead(scene, date):
        status = "planned"
    own = (*roles.actors, *(roles.targets if kind == "ACCUSE" else ()))  # «نفى المتمردون اتهامات الحكومة»
    by_saying, said = kind in SPEECH or (kind == "MOBILIZE" and roles.carries == "declare"), scene.attributions
    return Event(
        id="",
        type=kind,
        trigger=span,
        evidence=page.evidence(trigger.first),
        mode=None if done else mode,  # by words no force is used
        actors=roles.actors,
        targets=() if kind == "CONSULT" and mode != "third-party" else roles.targets,
        place=roles.places[0] if roles.places and not (kind in PLACELESS or mode == "phone") else None,
        date=date,
        status=status,
        claimed_by=relays(said, span, own) if by_saying else claimants(said, span),
        topic=topic,
        weapon=weapon,
        rule=roles.rule,
    )


def _is_ahead(scene: EventScene, date: str | None) -> bool:
    """Whether the day of a talk is later than that of the report: «خلال محادثات جنيف الخميس المقبل»."""
    published = scene.page.document.published
    if date is None or published is not None:
        return date is not None and published is not None and date[:_DAY] > published[-_DAY:]
    return any(t.value == date and AHEAD.search(t.form) for t in scene.times)


def _kind_and_topic(scene: EventScene, trigger: Trigger, roles: Roles) -> tuple[str, str | None]:
    """The type of the event and what it is about, which only demands, refusals, support and agreements have."""
    entry = trigger.entry
    kind: str = entry.get("event")
    if kind in FORCE and _will_do(scene, trigger, roles):
        return "THREATEN", None
    if kind == "ASSAULT" and _attacks_in_words(scene, trigger, roles):
        return "ACCUSE", None
    if kind == "RETREAT" and trigger.verbal and (left := _talks_left(scene, trigger)):
        return "REJECT", left
    if (by_crowd := entry.get("by_crowd")) and roles.actors:
        crowds = (a.removeprefix("unnamed: ") for a in roles.actors if a.startswith("unnamed: "))
        kind = by_crowd if any(c in scene.grammar.protesters for c in crowds) else kind
    if kind not in TOPICAL:
        return kind, None
    first, last = roles.content or (trigger.last, scene.clauses.end)
    last = content_end(scene, max(first, trigger.last), last)
    begins = trigger.first if trigger.sense.pos == "phrase" else trigger.last  # «أمر بوقف | لإطلاق النار»
    topic = entry.get("topic") or topic_of(scene.page, min(first, begins), last) or "other"
    if kind == "AGREE" and entry.get("avowed") and topic == "mediation":
        kind = "REQUEST"  # «مستعدة للتوسط» offers it
    if entry.get("need") and topic == "bilateral-ties":
        kind = "SUPPORT"  # «شددا على ضرورة تطوير العلاقات» backs what both have, it asks nobody
    return kind, topic


def _halting(scene: EventScene, trigger: Trigger, roles: Roles, event: Event) -> Event:
    """An order to one's own to hold fire is a truce declared: «أمر الرئيس الجيش بوقف العمليات ضد الحركة»."""
    own = scene.sides(event.actors) - {None}
    theirs = scene.sides(roles.targets) - {None} <= own or trigger.entry.get("frame") == "order"
    if event.type != "REQUEST" or not (trigger.entry.get("orders") and own and theirs and event.topic == "ceasefire"):
        return event
    fought = (c for c in scene.right(trigger.last) if c.prep in scene.grammar.upon)
    named = tuple(p for c in fought for p in scene.people_and_places(c, "target")[0])
    others = tuple(dict.fromkeys(p for p in named if scene.side(p) not in own))
    return replace(event, type="AGREE", targets=others)


def _talks_left(scene: EventScene, trigger: Trigger) -> str | None:
    """The topic of what one leaves who leaves talks or an agreement, no place: «انسحب من المحادثات»."""
    if trigger.entry.get("frame") != "retreat":
        return None
    left = next((c for c in scene.right(trigger.last) if c.prep == "من"), None)
    kinds = {s.entry.get("event") for s in scene.page.layer(left.first, "event") if s.pos != "verb"} if left else set()
    topics = {"CONSULT": "negotiations", "AGREE": "other"}
    return next((topics[k] for k in topics if k in kinds), None)


def _will_do(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a speaker says what force he will use: «سنهاجم القوات», «فسوف نطردها», «حذرت من أنها ستقصف …»."""
    future = trigger.sense.tense == "future" or scene.page.form(trigger.first - 1).lstrip("وف") == "سوف"
    if not (trigger.verbal and future):
        return False
    return trigger.sense.person == "1" or (roles.rule == "event.elided-speaker" and _is_warned_of(scene, trigger))


def _is_warned_of(scene: EventScene, trigger: Trigger) -> bool:
    """Whether what somebody says that he will do is a warning, or is to be averted: «إنها ستقصف … إذا لم تنسحب»."""
    page, span = scene.page, trigger.span(scene.page)
    behind = range(trigger.last, scene.clauses.end)
    cues = (token_at(page, a.cue) for a in scene.attributions if span.within(a.content))
    warns = any(s.entry.get("force") in _WARNING for k in cues for s in page.layer(k, "reporting"))
    return warns or any(page.form(k) in scene.grammar.conditions for k in behind)


def _attacks_in_words(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a person attacks a person, party or state by what is said: «هاجم الوزير المعارضة»."""
    by_person = bool(roles.actors) and all(scene.cast.is_person(a) for a in roles.actors)
    if not (trigger.verbal and trigger.entry.get("in_words") and by_person) or roles.places:
        return False
    return not any(c.thing for c in scene.right(trigger.last) if not c.prep)  # «هاجم القائد … معسكرا للجيش»


def _amended(scene: EventScene, trigger: Trigger, roles: Roles, event: Event) -> Event:
    """The event with the parties that follow from its kind."""
    if event.type == "CONSULT" and event.mode != "third-party":
        actors = tuple(dict.fromkeys(roles.actors + roles.targets))
        if trigger.entry.get("two") and len(actors) == _CALL:
            event = replace(event, mode=trigger.entry.get("two"))  # «قمة» of two is a meeting
        several = event.mode == "meeting" and len(scene.sides(actors) - {None}) >= _MANY
        return replace(event, actors=actors, mode="multilateral" if several else event.mode)
    if event.type == "AID":
        return replace(event, targets=tuple(t for t in event.targets if t not in event.actors))  # «زود قواته ب…»
    if event.type in FORCE:
        return _of_force(scene, trigger, roles, event)
    if trigger.entry.get("envoy"):
        return replace(event, targets=_host_of_envoy(scene, trigger, event))
    if event.type == "ACCUSE" and _blames_own_state(scene, event):
        return replace(event, actors=(), rule="event.passive")  # «قال الأسد إن من غير المقبول توجيه تهم لسورية»
    own = event.type == "SUPPORT" and len(event.targets) == 1 and is_country(event.targets[0])
    own = own and len(event.actors) == 1 and roles.rule == "event.carried" and not trigger.verbal
    if len(event.actors) == 1 and (event.targets == event.actors or (own and _is_own(scene, event))):
        event = replace(event, targets=())  # nobody asks or backs himself; «جددت الوزيرة الفرنسية دعم باريس»
    return event if roles.targets else replace(event, targets=_aimed_at(scene, trigger, roles, event))


def _blames_own_state(scene: EventScene, event: Event) -> bool:
    """Whether all who would accuse a state are its own: its officials tell what others charge it with."""
    state = event.targets[0] if len(event.targets) == 1 and is_country(event.targets[0]) else None
    return state is not None and bool(event.actors) and scene.sides(event.actors) == {scene.side(state)}


def _is_own(scene: EventScene, event: Event) -> bool:
    """Whether what somebody backs is his own state."""
    return scene.side(event.actors[0]) == scene.side(event.targets[0])


def _host_of_envoy(scene: EventScene, trigger: Trigger, event: Event) -> tuple[str, ...]:
    """From whom an envoy is called home: «استدعت سفيرها في تل أبيب», or whose he is: «سحبت السفير …»."""
    told = tuple(t for t in event.targets if not t.startswith("unnamed") and t not in event.actors)
    i, phrases = trigger.companion or trigger.last, scene.right(trigger.last)
    seats = (r for c in phrases if c.prep in scene.grammar.postings for r in c.named)
    behind = (r for c in phrases if c.first <= i < c.last for r in c.named if r.first > i)  # «سفيرها من | تل أبيب»
    lands = (e if is_country(e) else f"loc.{scene.side(e)}" for r in (*seats, *behind) for e in r.entities)
    return told or tuple(e for e in lands if is_country(e) and e not in event.actors)[:1]


def _aimed_at(scene: EventScene, trigger: Trigger, roles: Roles, event: Event) -> tuple[str, ...]:
    """Whom an act is aimed at that names nobody as its object, by what it is about."""
    if event.type == "REQUEST":
        return tuple(t for t in asked(scene, trigger, roles) if t not in event.actors)
    if event.type == "THREATEN":
        return threatened(scene, trigger, event)
    if event.type == "PROTEST":
        return protested(scene, trigger, event)
    if event.type not in ("REJECT", "ACCUSE", "SUPPORT"):
        return ()
    condemned = event.type == "ACCUSE" and (trigger.entry.get("frame") == "condemn" or trigger.entry.get("of_act"))
    told = refused(scene, trigger, event) if event.type == "REJECT" or condemned else ()
    return told or authored(scene, trigger, event)


def _of_force(scene: EventScene, trigger: Trigger, roles: Roles, event: Event) -> Event:
    """A deed of force without an unlikely doer, aimed at the state that tells of it on its soil if at nobody else."""
    if _is_avowed(scene, trigger, roles):
        own = scene.sides(event.actors) - {None}
        return replace(event, targets=tuple(t for t in event.targets if scene.side(t) not in own))
    if roles.carrier is not None and is_owned_up_to(scene, roles.carrier, trigger):
        event = replace(event, actors=tuple(dict.fromkeys(body_of(scene, a) for a in event.actors)))
    elif event.mode != "clash" and roles.rule in GUESSED and _unlikely(scene, event):
        event = replace(event, actors=())
    if event.type == "COERCE" and set(event.actors) <= set(event.targets):
        event = replace(event, actors=())  # nobody seizes himself
    if event.type == "ASSAULT" and not roles.targets:
        event = replace(event, targets=_state_attacked(scene, event))
    return event


def _is_avowed(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a body says itself that it did it, whatever was hit: «قالت البحرية إنها قصفت سفينة صومالية»."""
    that = scene.page.form(trigger.first - 1) in scene.grammar.pronominal and trigger.sense.tense == "past"
    body = roles.rule == "event.elided-speaker" and not any(map(scene.cast.is_person, roles.actors))
    return that and body and bool(roles.actors)


def _unlikely(scene: EventScene, event: Event) -> bool:
    """Nobody is blamed for hurting his own side, nor a person for an army's deed, on the strength of grammar alone."""
    if any(scene.cast.is_person(a) for a in event.actors):
        return True
    return bool((scene.sides(event.actors) - {None}) & scene.sides(event.targets))


def _state_attacked(scene: EventScene, event: Event) -> tuple[str, ...]:
    """The state that tells of an attack by nobody known on its soil; () else."""
    owner = scene.cast.side(event.place) if event.place else None
    told = not scene.sides(event.actors) - {None} and owner in scene.sides(event.claimed_by)
    return (event.place,) if event.place is not None and event.place == f"loc.{owner}" and told else ()


def _calls(event: Event) -> list[Event]:
    """Calls that one person makes to several are as many calls: «محادثات هاتفية مع … و…»."""
    if event.mode != "phone" or len(event.actors) <= _CALL:
        return [event]
    return [replace(event, actors=(event.actors[0], other)) for other in event.actors[1:]]
