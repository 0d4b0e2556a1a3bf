"""What an event has from those told beside it: who shares its doer, whom an answer or a conquest is aimed at.

In: candidates of the same sentence (and of those before it); out: candidates or ids of entities.
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.event.candidate import Candidate
from hudna.reading.event.kinds import FORCE, GROUND, SPEECH
from hudna.reading.event.roles import Roles
from hudna.reading.event.rules import BESIDE_VERB
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import is_outcome, token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.model import Event

_HITS = frozenset({"target", "hit_target"})  # entries of verbs that tell what an attack hit
_TWO = 2  # sides of a talk
_JOINED = 14  # words between two joined verbal nouns of one doer


def attacker(scene: EventScene, told: Sequence[Candidate], roles: Roles) -> tuple[str, ...]:
    """Who made the attack that is answered: the actor of the last one told, unless it is the same side."""
    for candidate in reversed(told):
        if candidate.event.type == "ASSAULT" and candidate.event.actors:
            actors = candidate.event.actors
            return actors if not scene.sides(roles.actors) & scene.sides(actors) else ()
    return ()


def shared_doer(scene: EventScene, trigger: Trigger, roles: Roles, just: Sequence[Candidate]) -> Roles:
    """``roles`` of a verbal noun joined to another, whose doer it shares: «بعد اقتحام الجيش المخيم واعتقال عشرة …».

    So do the arrests that a raid or search led to: «شنت الشرطة حملة أسفرت عن اعتقال …», and who leaves a town took it.
    Not what is done to that doer's own side, nor where another verb stands between.
    """
    if just and (led := _led_to(scene, trigger, roles, just[-1].event)) is not None:
        return led
    if just and _is_of_ground_left(scene, trigger, roles, just[-1].event):
        return replace(roles, actors=just[-1].event.actors, rule="event.elided-subject")
    masdar = any(s.pos == "masdar" and s.clitics[:1] == "و" for s in scene.page.layer(trigger.first, "event"))
    told = just[-1].event if just else None
    if not masdar or told is None or roles.actors or told.type not in FORCE or trigger.entry.get("event") not in FORCE:
        return roles
    i = token_at(scene.page, told.trigger)
    first = [s for s in scene.page.layer(i, "event") if s.pos == "masdar" and not s.definite]
    apart = any(finite(scene.page, k) or not scene.page.is_word(k) for k in range(i + 1, trigger.first))
    if not first or apart or trigger.first - i > _JOINED or told.mode == "clash" or told.status != "actual":
        return roles
    own = scene.sides(told.actors) - {None}
    if own & scene.sides(roles.targets) or not told.actors or set(told.actors) & set(roles.targets):
        return roles
    return replace(roles, actors=told.actors, rule="event.elided-subject")


def _led_to(scene: EventScene, trigger: Trigger, roles: Roles, told: Event) -> Roles | None:
    """``roles`` of arrests that a deed of one side led to, with who did that; None where none did."""
    if trigger.entry.get("event") != "COERCE" or roles.actors or not is_outcome(scene.page, trigger.first):
        return None
    if told.type != "ASSAULT" or told.mode == "clash" or told.status != "actual" or not told.actors:
        return None
    if token_at(scene.page, told.trigger) < scene.clauses.starts[0]:
        return None
    own = scene.sides(told.actors) - {None}
    if own & scene.sides(roles.targets) or set(told.actors) & set(roles.targets):
        return None
    return replace(roles, actors=told.actors, rule="event.elided-subject")


def _is_of_ground_left(scene: EventScene, trigger: Trigger, roles: Roles, told: Event) -> bool:
    """Whether a relative clause without a subject tells how ground was taken that is left: «… من بلدة سيطرت عليها»."""
    taken = trigger.verbal and trigger.entry.get("frame") in GROUND and not roles.actors
    about = scene.page.form(trigger.last) in scene.grammar.aimed_back
    i = token_at(scene.page, told.trigger)
    if told.type != "RETREAT" or not (taken and about and told.actors) or i < scene.clauses.starts[0]:
        return False
    between = (r for r in scene.cast.between(i + 1, trigger.first) if r.how != "nisba")
    return scene.only_places(tuple(r for r in between if not set(r.entities) & set(told.actors)))


def said_in_talk(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of an act of speech in the talk just told in its sentence, or of both who had it."""
    talk = told[-1].event if told else None
    if talk is None or talk.type != "CONSULT" or trigger.entry.get("event") not in SPEECH:
        return roles
    if token_at(scene.page, talk.trigger) < scene.clauses.starts[0]:
        return roles
    if trigger.sense.pos == "verb" and trigger.sense.number == "du" and len(talk.actors) == _TWO:
        beside = roles.rule in BESIDE_VERB and len(roles.actors) > 1
        return roles if beside else replace(roles, actors=talk.actors, rule="event.elided")  # «التقى … واتفقا على …»
    if not trigger.verbal:  # «أكد خلاله | وقوف بلاده إلى جانب …»
        said = scene.page.form(trigger.first - 1) in scene.grammar.resumptives and not roles.actors
        return _said_by_caller(scene, trigger, roles, told) if said else roles
    if scene.page.form(trigger.last) not in scene.grammar.resumptives:
        return roles
    behind = (c for c in scene.right(trigger.last + 1)[:1] if not c.prep)
    other = any(c.crowd or (c.named and c.named[0].first == c.first) for c in behind)  # «اجتماع دعا فيه الرئيس …»
    return roles if other else _said_by_caller(scene, trigger, roles, told)


def _said_by_caller(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of an act of speech by who called or came: «أجرى اتصالا بنظيره حثه فيه على …».

    Who gets a call is called: «تلقى اتصالا من نظيره طلب فيه …».
    """
    talk = told[-1].event
    same = (c.event.actors for c in told if c.event.type == "CONSULT" and c.event.trigger == talk.trigger)
    met = tuple(dict.fromkeys(a for actors in same for a in actors))
    if len(met) < _TWO:
        return roles
    words = range(scene.clauses.starts[0], token_at(scene.page, talk.trigger) + 1)
    senses = (s for k in words for s in scene.page.senses[k])
    got = any(s.entry.get("carries") == "receive" or s.entry.id == "phone_contact" for s in senses)
    speakers = met[-1:] if got else met[:1]
    if trigger.sense.number == "du" and got:
        speakers = met[1:]  # «تلقى اتصالين من … ومن … أكدا خلالهما»
    others = tuple(a for a in met if a not in speakers) if trigger.sense.pronoun else ()
    targets = tuple(t for t in roles.targets if t not in speakers) or others
    return replace(roles, actors=speakers, targets=targets, rule="event.elided-subject")


def goes_on_about(trigger: Trigger, last: Candidate, roles: Roles) -> bool:
    """Whether «استهدف» only goes on about the attack just told: «قصف بالمدفعية للجيش، استهدف قواتها».

    So does «أصاب» about what was fired: «صاروخ أطلقته الحركة أصاب سفينة».
    """
    if trigger.entry.get("event") == "SUPPORT" and last.event.mode == "clash":
        # «بين القوات تساندها ميليشيا ومسلحي الحركة»: whoever is fought supports nobody
        return trigger.verbal and bool(set(roles.actors) & set(last.event.actors))
    if not trigger.verbal or trigger.entry.id not in _HITS or last.event.type != "ASSAULT" or last.frame in GROUND:
        return False
    if last.event.status == "denied" or last.event.mode == "clash":
        return False  # «اشتبكوا مع مسلحين كانوا يستهدفون …», «لم تقصف المدينة وإن قواتها استهدفت …»
    own = not roles.rule.startswith(("event.elided", "event.passive"))
    return not (own and roles.actors and set(roles.actors) - set(last.event.actors))


def is_part(scene: EventScene, trigger: Trigger, last: Candidate, roles: Roles) -> bool:
    """Whether a deed of force is what the attack just told is for or does: «غارات لتدمير …», «قصف … ودمر آليات»."""
    if trigger.entry.get("event") != "ASSAULT" or last.event.type != "ASSAULT" or last.event.mode == "clash":
        return False
    if trigger.verbal:
        if last.generic and last.frame in GROUND and trigger.entry.get("frame") in GROUND:
            return roles.rule == "event.elided-subject"  # «حققت القوات تقدما حيث سيطرت على …»
        killed = trigger.entry.get("frame") == "kill" and trigger.sense.clitics[:1] == "ف"  # «أطلقوا النار … فقتلوا»
        effect = bool(trigger.entry.get("effect")) or killed
        return effect and roles.rule in ("event.elided-subject", "event.elided")
    return trigger.sense.clitics[-1:] == "ل" and not _finite_between(scene, last, trigger)


def is_setting(scene: EventScene, trigger: Trigger, last: Candidate) -> bool:
    """Whether a noun of mediation only says under whom the talk just told is held: «مفاوضات بين … برعاية …»."""
    about = trigger.sense.pronoun if trigger.verbal else True  # «محادثات ترعاها الأمم المتحدة»
    if not about or trigger.entry.get("frame") != "mediate" or last.event.type != "CONSULT":
        return False
    talk = last.event.mode != "third-party" and len(last.event.actors) > 1
    first, _ = scene.clauses.around(trigger.first)
    if trigger.verbal or scene.is_relative(first):
        first = scene.clauses.starts[0]  # «المفاوضات غير المباشرة مع …، والتي عقدت بوساطة …»
    return talk and token_at(scene.page, last.event.trigger) >= first


def _finite_between(scene: EventScene, last: Candidate, trigger: Trigger) -> bool:
    page = scene.page
    first = token_at(page, last.event.trigger) + 1
    return any(finite(page, k) for k in range(first, trigger.first))


def struck(candidate: Candidate, roles: Roles) -> Candidate:
    """The attack with what the verb «استهدف» says it hit."""
    event = candidate.event
    place = event.place or (roles.places[0] if roles.places else None)
    return replace(candidate, event=replace(event, targets=event.targets or roles.targets, place=place))


def fought(scene: EventScene, trigger: Trigger, last: Candidate, roles: Roles) -> Roles:
    """``roles`` of a clash that names one side, with who did what is told before it: «سيطرت … بعد معارك مع الحركة».

    One that names nobody was fought by who took the ground and who lost it.
    """
    alone = trigger.entry.get("mode") == "clash" and not trigger.verbal and len(roles.actors) <= 1
    if not alone or last.event.type != "ASSAULT" or last.event.mode == "clash" or not last.event.actors:
        return roles
    near = scene.clauses.around(token_at(scene.page, last.event.trigger)) == scene.clauses.around(trigger.first)
    apart = not scene.sides(last.event.actors) & scene.sides(roles.actors)
    joined = scene.page.form(trigger.first - 1) in scene.grammar.occasions_in_time
    if not (near and apart and joined):
        return roles
    if not roles.actors:  # «استعادوا البلدة من الحركة بعد معارك»
        return replace(roles, actors=(*last.event.actors, *last.event.targets))
    return replace(roles, actors=(*last.event.actors, *roles.actors))


def fell_attacking(scene: EventScene, trigger: Trigger, roles: Roles, befell: tuple[str, ...]) -> Roles:
    """``roles`` of a deed against others in which men of one party fell: «قتل جنود أمريكيون خلال عمليات ضد …»."""
    against = any(c.prep == "ضد" for c in scene.right(trigger.last))
    doers = tuple(b for b in befell if not b.startswith("unnamed") and not scene.cast.is_person(b))
    if roles.actors or not (against and doers) or scene.sides(doers) & scene.sides(roles.targets) - {None}:
        return roles
    return replace(roles, actors=doers)


def fell_together(scene: EventScene, told: tuple[Trigger, tuple[str, ...]], last: int) -> tuple[str, ...]:
    """Who fought where fallen of two sides are told of: «قتل ثلاثة جنود من الجيش وخمسة من الحركة في | اشتباكات».

    ``told`` is the word that says that they were killed and whom that befell, ``last`` where the fight is told.
    """
    verb, befell = told
    there = scene.grammar.place_prepositions - {"من"}  # «خمسة من مسلحي الحركة»
    phrases = (c for c in scene.chunks(verb.last, last) if c.prep not in there)
    people = (*befell, *(p for c in phrases for p in scene.people_and_places(c, "actor")[0]))
    named = tuple(dict.fromkeys(p for p in people if not p.startswith("unnamed") and not scene.cast.is_person(p)))
    return named if len(named) == _TWO == len(scene.sides(named) - {None}) else ()


def taken_from(scene: EventScene, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """Ground taken «بعد معارك مع …» is taken from those fought in the same sentence."""
    event = candidate.event
    if candidate.frame not in GROUND or event.targets or not event.actors:
        return candidate
    own = scene.sides(event.actors)
    clashes = (o.event.actors for o in others if o.event.mode == "clash" and own & scene.sides(o.event.actors))
    enemies = tuple(a for a in next(clashes, ()) if scene.side(a) not in own)
    if not enemies and candidate.frame == "recover":  # «هاجم المسلحون الميناء … قبل أن يستعيده الجيش»
        before = [o.event for o in others if o.event.trigger < event.trigger and o.event.type == "ASSAULT"]
        last = next((e for e in reversed(before) if e.actors and e.mode != "clash" and e.status == "actual"), None)
        enemies = tuple(a for a in last.actors if scene.side(a) not in own - {None}) if last is not None else ()
        enemies = tuple(a for a in enemies if a not in event.actors)
    return replace(candidate, event=replace(event, targets=enemies))
