"""Who takes part in a talk or visit beyond those named beside its word.

In: the roles that grammar gave a word of CONSULT, and what the sentence told before it; out: the same with the
participants that a pronoun, a purpose or an occasion brings in, and without an outlet that only asks the questions.
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.claimant import claimants
from hudna.reading.event.merge import Candidate
from hudna.reading.event.roles import Roles, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.known import MEDIA

_PAIR = 2
_CONTACTS = frozenset({"phone", "meeting"})


def with_participants(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of a talk or visit with all who take part; ``told`` are the events told before it, latest last."""
    if trigger.entry.get("event") != "CONSULT" or trigger.entry.get("mode") == "third-party":
        return roles
    roles = replace(roles, actors=tuple(a for a in roles.actors if not _is_outlet(scene, a)))
    if _is_pair(scene, roles) and (met := _met(told)) and set(met) & set(roles.actors):
        return replace(roles, actors=met)
    if trigger.entry.get("mode") == "visit":
        return _visited(scene, trigger, roles)
    if scene.frame(trigger).pair and len(roles.actors) < _PAIR:
        if _is_mutual(scene, trigger):
            return replace(roles, actors=_two_before(scene, trigger) or roles.actors, rule="event.clause-subject")
        return _resumed(scene, trigger, roles) or roles
    visitors = _visitors(scene, roles, told)
    return replace(roles, actors=joined(visitors, roles.actors[-1:])) if visitors else roles


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
    entity = scene.cast.entity(entity_id)
    if entity is None or entity.type != "ORG":
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


def _resumed(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles | None:
    """«زيارة إلى بغداد التقى خلالها رئيس الوزراء»: who meets there is the one the sentence speaks of."""
    if not trigger.verbal or scene.page.form(trigger.last) not in scene.grammar.resumptives:
        return None
    subject = scene.earlier_subject(trigger.first)
    people = scene.people_and_places(subject, "actor")[0] if subject else ()
    return replace(roles, actors=joined(people, roles.actors), rule="event.elided-subject") if people else None


def _visitors(scene: EventScene, roles: Roles, told: Sequence[Candidate]) -> tuple[str, ...]:
    """Who came for the talk: «وصل الأمين العام إلى صنعاء لإجراء محادثات مع الرئيس», where grammar found no person."""
    visit = told[-1].event if told else None
    if visit is None or (visit.type, visit.mode) != ("CONSULT", "visit") or scene.cast.is_person(roles.actors[0]):
        return ()
    purpose = roles.carrier is not None and scene.page.tokens[roles.carrier].form.startswith("ل")
    partner = scene.cast.is_person(roles.actors[-1])
    return tuple(a for a in visit.actors if scene.cast.is_person(a)) if purpose and partner else ()


def _visited(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """A visit on the occasion of which something is done or said is that of the doer or speaker."""
    if any(scene.cast.is_person(a) for a in roles.actors) or len(roles.actors) > 1:
        return roles
    if scene.page.form(trigger.first - 1) not in scene.grammar.occasions_in_time:
        return roles
    span = scene.page.span(trigger.first, trigger.last)
    here = scene.page.span(scene.clauses.starts[0], trigger.first)
    speakers = claimants(scene.attributions, span) or tuple(
        dict.fromkeys(a.source for a in scene.attributions if a.cue.within(here))
    )
    persons = tuple(s for s in speakers if scene.cast.is_person(s))
    return replace(roles, actors=joined(persons[-1:], roles.actors), rule="event.elided-speaker") if persons else roles
