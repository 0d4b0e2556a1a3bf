"""Who takes part in a talk or visit beyond those named beside its word.

In: the roles that grammar gave a word of CONSULT, and what the sentence told before it; out: the same with the
participants that a pronoun, a purpose or an occasion brings in, and without an outlet that only asks the questions.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from hudna.reading.claimant import claimants
from hudna.reading.event.belligerents import BOTH
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import clause_subject, earlier_subject, has_unnamed_subject
from hudna.reading.event.guest import guests, met_by, received, still_travelling, visited, visitors
from hudna.reading.event.kinds import JOINT
from hudna.reading.event.roles import Roles, add, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.grammar import crowds
from hudna.reading.known import MEDIA

_PAIR = 2
_CONTACTS = frozenset({"phone", "meeting"})
_AWAY = 6  # words from an accord to the «مع» of a clause about it
_NEAR = 2  # sentences back to the one whose subject goes on
_WITH = frozenset({"مع", "بين"})
_BY = frozenset({"مع", "ب", "من"})  # «محادثات مع …», «اتصال ب…», «تلقى اتصالا من …»
_OTHERS = "unnamed: others"


def with_participants(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of a talk or visit with all who take part; ``told`` are the events told before it, latest last."""
    if trigger.entry.get("event") != "CONSULT":
        return _with_signatory(scene, trigger, roles) if trigger.entry.get("event") == "AGREE" else roles
    if trigger.entry.get("mode") == "third-party":
        doers = _between_doers(scene, trigger, roles)
        return _between_others(doers if doers.targets else _of_those_told(scene, trigger, doers, told), told)
    roles = roles if roles.actors else _led(scene, trigger, roles)
    spoken = tuple(a for a in roles.actors if not _is_outlet(scene, a))
    if spoken != roles.actors and len(spoken) < _PAIR and trigger.entry.get("mode") != "visit":
        return replace(roles, actors=())  # «في اتصال مع صحافيين»: an interview
    roles = replace(roles, actors=spoken)
    if _is_pair(scene, roles) and (met := _met(told)) and set(met) & set(roles.actors):
        return replace(roles, actors=met)
    if trigger.entry.get("mode") == "visit":
        return visited(scene, trigger, still_travelling(scene, trigger, roles, told))
    return received(scene, trigger, roles, told) or _of_talk(scene, trigger, roles, told)


def _of_talk(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of a call or meeting with those who came for it, or whom the words before name."""
    if came := visitors(scene, trigger, roles, told):
        both = len(roles.actors) > 1 and scene.cast.is_person(roles.actors[0])  # «يزور … لإجراء محادثات مع …»
        talkers = roles.actors if both else joined(came, roles.actors[-1:])
        return replace(roles, actors=talkers, rule="event.purpose")
    if not scene.frame(trigger).pair:
        return roles
    if came := met_by(scene, trigger, roles, told):
        return replace(roles, actors=joined(came, roles.actors), rule="event.elided-subject")
    if len(roles.actors) >= _PAIR:
        return roles
    if _is_mutual(scene, trigger):
        return replace(roles, actors=_two_before(scene, trigger) or roles.actors, rule="event.clause-subject")
    found = _resumed(scene, trigger, roles, told) or _in_aside(scene, trigger, roles)
    found = found or _going_on(scene, trigger, roles, told)
    found = found or _his(scene, trigger, roles, told)
    return found or _of_teller(scene, trigger, roles) or _with_others(scene, trigger, roles)


def _with_signatory(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of an accord of which the teller names the other side alone: «الاتفاق الذي تم التوصل إليه مع …»."""
    if trigger.verbal or not trigger.definite or len(roles.actors) != 1 or roles.rule != "event.noun":
        return roles
    near = range(trigger.last, min(trigger.last + _AWAY, scene.clauses.end - 1))
    partner = next((scene.cast.at(k + 1) for k in near if scene.page.form(k) == "مع"), None)
    if partner is None or not set(partner.entities) & set(roles.actors):
        return roles
    own = tuple(t for t in claimants(scene.attributions, trigger.span(scene.page)) if scene.side(t) is not None)
    apart = len(own) == 1 and not scene.sides(own) & scene.sides(roles.actors)
    return replace(roles, actors=joined(own, roles.actors), rule="event.clause-subject") if apart else roles


def _led(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` with who leads a delegation of nobody known here: «وصل وفد … برئاسة فلان إلى …»."""
    right = scene.right(trigger.last)[:2] if trigger.verbal else ()
    if len(right) != _PAIR or right[0].prep or right[1].prep != "ب":
        return roles
    if not any(s.entry.get("guest") for s in scene.page.layer(right[0].first, "crowd")):
        return roles
    heads = scene.page.form(right[1].first) in scene.grammar.presences
    return add(scene, roles.by("event.verb-subject"), "actor", right[1]) if heads else roles


def _between_doers(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """A mediation by which two did something together: «تبادلت روسيا وأوكرانيا الأسرى بوساطة الإمارات»."""
    if roles.targets or trigger.verbal or not scene.page.form(trigger.first).startswith("ب"):
        return roles
    doers = clause_subject(scene, trigger.first)
    people = scene.people_and_places(doers, "target")[0] if doers is not None else ()
    apart = len(people) == _PAIR and not set(people) & set(roles.actors)
    return replace(roles, targets=people) if apart and roles.actors else roles


def _of_those_told(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """A mediation in which a talk or accord told just before took place: «التقى فلان فلانا برعاية كوبا»."""
    by_them = trigger.sense.pos == "phrase" or scene.page.form(trigger.first).startswith("ب")
    last = told[-1].event if told and roles.actors and by_them and not trigger.verbal else None
    if last is None or last.type not in JOINT or last.mode == "third-party" or roles.targets:
        return roles
    here = token_at(scene.page, last.trigger) >= scene.clauses.starts[0]
    parties = tuple(a for a in last.actors if a not in roles.actors)
    return replace(roles, targets=parties) if here and len(parties) == _PAIR else roles


def _between_others(roles: Roles, told: Sequence[Candidate]) -> Roles:
    """A mediation, of which nobody is both mediator and party: «ترعى كينيا محادثات الطرفين» is about two others."""
    if BOTH in roles.actors:  # «توصل الجانبان بوساطة أفريقية إلى …»
        others = tuple(a for a in roles.actors if a != BOTH)
        return replace(roles, actors=others, targets=joined(roles.targets, (BOTH,)))
    if not set(roles.targets) & set(roles.actors):
        return roles
    apart = (c.event.actors for c in reversed(told) if c.event.type in JOINT and len(c.event.actors) == _PAIR)
    parties = next((a for a in apart if not set(a) & set(roles.actors)), ())
    return replace(roles, targets=parties or tuple(t for t in roles.targets if t not in roles.actors))


def _is_pair(scene: EventScene, roles: Roles) -> bool:
    """Whether «الجانبان» or the like stands for those who talk, not both of them persons."""
    if all(scene.cast.is_person(a) for a in roles.actors):
        return False
    here = scene.cast.between(scene.clauses.starts[0], scene.clauses.end)
    return len(roles.actors) == _PAIR and any(r.how == "pair" and set(r.entities) == set(roles.actors) for r in here)


def _met(told: Sequence[Candidate]) -> tuple[str, ...]:
    """The two who met or called each other in what was told last of such, () where it was not two."""
    last = next((c.event for c in reversed(told) if c.event.type == "CONSULT" and c.event.mode in _CONTACTS), None)
    return last.actors if last is not None and len(last.actors) == _PAIR else ()


def _is_outlet(scene: EventScene, entity_id: str) -> bool:
    """Whether one is a news outlet, to whom a call or meeting is an interview."""
    if entity_id.removeprefix("unnamed: ") in crowds(scene.page.document.language, "press"):
        return True
    if not scene.cast.is_body(entity_id):
        return False
    return any(
        s.entry.get("kind") in MEDIA
        for r in scene.cast.between(scene.clauses.starts[0], scene.clauses.end)
        if entity_id in r.entities
        for k in range(r.first, r.last)
        for hit in scene.page.names.get(k, ())
        if hit.first <= r.first and hit.last >= r.last  # «جامعة الدول العربية» is not «العربية»
        for s in hit.senses
    )


def _is_mutual(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «بينهما» stands behind the word and names the two told before it."""
    return any(scene.page.form(k) in scene.grammar.mutual for k in range(trigger.last, trigger.last + 3))


def _two_before(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """The only two persons named before the word in its sentence, () where there are more or fewer."""
    before = scene.cast.between(scene.clauses.starts[0], trigger.first)
    persons = tuple(dict.fromkeys(e for r in before for e in r.entities if scene.cast.is_person(e)))
    return persons if len(persons) == _PAIR else ()


def _resumed(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles | None:
    """«زيارة إلى بغداد التقى خلالها رئيس الوزراء», «حيث التقى نظيره»: who meets is the one the sentence speaks of.

    Behind «عندما», «حيث» or «ثم» that must be one man: a state or body told between does not meet «نظيره».
    """
    page, first = scene.page, trigger.first
    resumed = page.form(trigger.last) in scene.grammar.resumptives
    if resumed and trigger.verbal and (came := guests(scene, told)) and not set(came) & set(roles.actors):
        return replace(roles, actors=joined(came, roles.actors), rule="event.elided-subject")
    when = page.form(first - 1) in scene.grammar.turns | scene.grammar.continuers and _is_singular(scene, first)
    if not trigger.verbal or not (resumed or when):
        return None
    subject = earlier_subject(scene, first)
    people = scene.people_and_places(subject, "actor")[0] if subject else ()
    if not resumed and not (len(people) == 1 and scene.cast.is_person(people[0])):
        return None
    return replace(roles, actors=joined(people, roles.actors), rule="event.elided-subject") if people else None


def _in_aside(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles | None:
    """A call told by the way is that of whom its sentence speaks: «حذر الملك، خلال اتصال تلقاه من فلان، من …»."""
    if not (trigger.verbal and trigger.sense.pronoun == "ه" and len(roles.actors) == 1 and roles.carrier is None):
        return None
    subject = earlier_subject(scene, trigger.first) if trigger.entry.get("mode") == "phone" else None
    people = scene.people_and_places(subject, "actor")[0] if subject is not None else ()
    if len(people) != 1 or not scene.cast.is_person(people[0]) or people[0] in roles.actors:
        return None
    return replace(roles, actors=joined(people, roles.actors), rule="event.clause-subject")


def _going_on(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles | None:
    """A talk of which only the partner is named is that of whom the sentences before tell: «كما التقى وزير الدفاع»."""
    verb = trigger.first if roles.carrier is None else roles.carrier
    told_before = trigger.definite and not trigger.verbal  # «حضر الاجتماع فلان»
    if len(roles.actors) != 1 or told_before or roles.carries == "happen" or not _is_singular(scene, verb):
        return None
    if not _lacks_subject(scene, trigger, verb):
        return None
    page, here = scene.page, scene.page.sentence_of[trigger.first]
    near = (c.event for c in reversed(told) if here - page.sentence_of[token_at(page, c.event.trigger)] <= _NEAR)
    last = next((e.actors[0] for e in near if e.actors and scene.cast.is_person(e.actors[0])), None)
    if last is None or last in roles.actors or not _is_introduced(scene, trigger, roles.actors[0]):
        return None
    return replace(roles, actors=(last, *roles.actors), rule="event.elided-subject")


def _his(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles | None:
    """A talk whose owner is nobody of its sentence is that of whom the one before tells: «وذلك خلال لقائه الوزير»."""
    if trigger.verbal or trigger.sense.pronoun != "ه" or len(roles.actors) != 1 or roles.carrier is not None:
        return None
    page, here = scene.page, scene.page.sentence_of[trigger.first]
    near = (c.event for c in reversed(told) if here - page.sentence_of[token_at(page, c.event.trigger)] <= 1)
    last = next((e.actors[0] for e in near if e.actors and scene.cast.is_person(e.actors[0])), None)
    own = last is not None and bool(scene.sides((last,)) & (scene.sides(roles.actors) - {None}))
    if last is None or own or last in roles.actors:
        return None
    return replace(roles, actors=(last, *roles.actors), rule="event.elided-subject")


def _lacks_subject(scene: EventScene, trigger: Trigger, verb: int) -> bool:
    """Whether nobody stands before a verb in its clause nor behind it, but a partner, its object or by preposition."""
    small = scene.grammar.particles | scene.grammar.continuers | scene.grammar.complementisers
    if any(scene.cast.at(k) is not None or _is_plain_noun(scene, k, small) for k in scene.before(verb)):
        return False
    if has_unnamed_subject(scene, verb, scene.clauses.end):
        return False
    partners = [c for c in scene.right(trigger.last) if c.named or c.crowd]
    if trigger.entry.get("partner") == "object":
        return bool(partners) and (not partners[0].prep or partners[0].prep in scene.grammar.place_prepositions)
    between = scene.chunks(verb + 1, trigger.first) if verb < trigger.first else ()
    return not any(not c.prep and (c.named or c.crowd) for c in between) and any(c.prep in _BY for c in partners)


def _is_introduced(scene: EventScene, trigger: Trigger, partner: str) -> bool:
    """Whether a partner is named in full or by office; who is called by one name alone is whom the text speaks of."""
    behind = scene.cast.between(trigger.last, scene.clauses.end)
    return partner.startswith("unnamed") or any(partner in r.entities and r.last - r.first > 1 for r in behind)


def _is_plain_noun(scene: EventScene, i: int, small: frozenset[str]) -> bool:
    """Whether token ``i`` is a noun that may be a subject: no particle, time nor modal word («من المقرر أن»)."""
    page = scene.page
    if not page.is_word(i) or page.form(i).lstrip("وف") in small or page.form(i) in scene.grammar.prepositions:
        return False
    return not any(page.layer(i, layer) for layer in ("time", "modality")) and page.form(i).startswith(("ال", "وال"))


def _is_singular(scene: EventScene, i: int) -> bool:
    """Whether token ``i`` is a verb of which the subject is one man: a woman or a body would make it feminine."""
    return any(s.pos == "verb" and (s.person, s.number, s.gender) == ("3", "sg", "m") for s in scene.page.senses[i])


def _of_teller(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles | None:
    """A known talk of which only the partner is named is that of who tells of it: «لندن: المفاوضات مع بغداد …»."""
    subject = scene.page.form(trigger.first - 1) in scene.grammar.complementisers
    of_what = scene.page.form(trigger.last).startswith("ال")  # «مفاوضات | السلام مع …»
    known = trigger.definite or of_what
    happens = roles.carrier is None or roles.carries == "happen"
    if not (subject and known and happens) or trigger.verbal or len(roles.actors) != 1:
        return None
    behind = scene.right(trigger.last)
    behind = behind[1:] if of_what and behind and not (behind[0].prep or behind[0].named) else behind
    if not any(c.prep in _WITH and c.named for c in behind[:1]):
        return None
    tellers = claimants(scene.attributions, scene.page.span(trigger.first, trigger.last))
    own = tuple(t for t in tellers if not t.startswith("unnamed") and not _is_outlet(scene, t))
    apart = None not in scene.sides(own) and not scene.sides(own) & scene.sides(roles.actors)
    return replace(roles, actors=joined(own, roles.actors), rule="event.clause-subject") if own and apart else None


def _with_others(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """A talk that took place with one party named and people besides whom nobody here can name."""
    if len(roles.actors) != 1 or (not trigger.verbal and roles.carrier is None):
        return roles
    met = trigger.entry.get("partner") == "object"
    beside = takewhile(lambda c: c.prep not in scene.grammar.blockers, scene.right(trigger.last))  # «… بشأن النزاع بين»
    somebody = trigger.verbal and trigger.entry.get("frame") == "meet" and not met
    subject = scene.right(trigger.last)[:1]  # «اجتمع المبعوث بالرئيس …»
    somebody = somebody and any(not (c.prep or c.named) and scene.page.form(c.first).startswith("ال") for c in subject)
    partners = (c for c in beside if c.prep in _WITH or ((met or somebody) and c.prep == "ب"))
    others = any(_is_one_side(c) or somebody or (roles.carries == "do" and c.prep in _WITH) for c in partners)
    return replace(roles, actors=(*roles.actors, _OTHERS)) if others else roles


def _is_one_side(chunk: Chunk) -> bool:
    """Whether a phrase behind a talk holds people whom nobody here can name: «مع شيوخ العشائر», «بين فرنسا و…»."""
    return not (chunk.named or chunk.crowd) or (chunk.prep == "بين" and len(chunk.named) == 1)
