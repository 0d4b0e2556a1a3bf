"""Guests: who came to those with whom a talk is, whom they receive, and whose a visit is.

In: the roles that grammar gave a word of CONSULT, and what the sentence told before it; out: roles or ids.
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.claimant import claimants
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.earlier import clause_subject, earlier_subject
from hudna.reading.event.roles import Roles, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.status import is_purpose
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.scene import is_country

_AND = frozenset({"و", "ف"})
_RECEIVE = "receive_guest"  # the entry of «استقبل» in events/talk.yaml


def visitors(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> tuple[str, ...]:
    """Who came for the talk: «وصل الأمين العام إلى مسقط لإجراء محادثات مع السلطان», «… للقاء الرئيس»."""
    if not roles.actors or not is_purpose(scene.page, trigger, roles.carrier):
        return ()
    return guests(scene, told)


def met_by(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> tuple[str, ...]:
    """The guests who met those joined behind the verb, its object all: «زار … بكين، والتقى رئيس … ووزير …»."""
    if not trigger.verbal or trigger.entry.get("partner") != "object":
        return ()
    goes_on = scene.page.form(trigger.first - 1) in scene.grammar.continuers  # «… حيث التقى فلانا وفلانا»
    during = scene.page.form(trigger.last) in scene.grammar.resumptives  # «زيارة …، التقى خلالها فلانا وفلانا»
    if not (goes_on or during or trigger.sense.clitics[:1] in _AND):
        return ()
    bare = [c for c in scene.right(trigger.last) if not c.prep and (c.named or c.crowd)]
    came = guests(scene, told)
    own = scene.sides(came) & scene.sides(roles.actors)
    return came if len(bare) == 1 and not own and not set(came) & set(roles.actors) else ()


def guests(scene: EventScene, told: Sequence[Candidate]) -> tuple[str, ...]:
    """Who is on the visit told last in the sentence, () where none is."""
    visit = told[-1].event if told else None
    if visit is None or (visit.type, visit.mode) != ("CONSULT", "visit") or not visit.actors:
        return ()
    if token_at(scene.page, visit.trigger) < scene.clauses.starts[0]:
        return ()
    known = {a: scene.cast.entity(a) for a in visit.actors}
    lands = {a for a, e in known.items() if is_country(a) or e is None or e.type == "LOC"}
    state = visit.actors[:1] if is_country(visit.actors[0]) else ()  # «وصل وفد سوداني إلى …»: a second one is the host
    return tuple(a for a in visit.actors if a in state or a not in lands)


def visited(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """A visit without those who are at home there; one on the occasion of which something is said is the speaker's."""
    roles = roles if roles.actors else _taken_up(scene, trigger, roles)
    homes = {f"loc.{scene.side(a)}" for a in roles.actors if scene.cast.is_person(a)}  # «زار قوات بلاده في أفغانستان»
    roles = replace(roles, actors=tuple(a for a in roles.actors if a not in homes))
    if any(scene.cast.is_person(a) for a in roles.actors) or len(roles.actors) > 1:
        return roles
    before = scene.page.form(trigger.first - 1)
    closing = before in scene.grammar.ordinals and scene.governing(trigger.first) in scene.grammar.occasions
    if not closing and before not in scene.grammar.occasions_in_time:
        return roles
    span = scene.page.span(trigger.first, trigger.last)
    here = scene.page.span(scene.clauses.starts[0], trigger.first)
    speakers = claimants(scene.attributions, span) or tuple(
        dict.fromkeys(a.source for a in scene.attributions if a.cue.within(here))
    )
    persons = tuple(s for s in speakers if scene.cast.is_person(s))
    if persons:
        return replace(roles, actors=joined(persons[-1:], roles.actors), rule="event.elided-speaker")
    subject = clause_subject(scene, trigger.first)  # «عاد الرئيس إلى دمشق بعد زيارة لطهران»
    if subject is not None and scene.only_places(subject.named):  # «غادر الرياض | الوزير فلان بعد زيارة للمملكة»
        subject = next((c for c in scene.chunks(subject.last, trigger.first) if not c.prep and c.named), None)
    people = scene.people_and_places(subject, "actor")[0] if subject is not None else ()
    known = len(people) == 1 and scene.cast.is_person(people[0]) and not trigger.definite
    return replace(roles, actors=joined(people, roles.actors), rule="event.clause-subject") if known else roles


def _taken_up(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a visit that a clause about its place tells: «قال الوزير في كلمة في أوسلو التي يزورها …»."""
    if not (trigger.verbal and trigger.sense.pronoun and scene.is_relative(trigger.first - 1)):
        return roles
    subject = earlier_subject(scene, trigger.first - 1)
    people = scene.people_and_places(subject, "actor")[0] if subject is not None else ()
    alone = len(people) == 1 and scene.cast.is_person(people[0])
    return replace(roles, actors=people, rule="event.elided-subject") if alone else roles


def received(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles | None:
    """``roles`` of a reception of the guest told before it: «وصل … وكان في استقباله فلان», «… حيث استقبله فلان»."""
    came = guests(scene, told) if trigger.entry.id == _RECEIVE and trigger.sense.pronoun else ()
    if trigger.verbal or not came or scene.page.form(trigger.first - 1) != "في":
        return None
    hosts = [c for c in scene.right(trigger.last)[:1] if not c.prep]
    people = scene.people_and_places(hosts[0], "actor")[0] if hosts else ()
    return replace(roles, actors=joined(came, people), rule="event.elided-subject") if people else None


def still_travelling(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of a visit to which the guest told before goes on: «وصول المبعوث إلى الدوحة قبل أن يزور كابول»."""
    if any(map(scene.cast.is_person, roles.actors)) or not trigger.verbal:
        return roles
    ahead = scene.page.form(trigger.first - 1) == "ان" and scene.page.form(trigger.first - 2) in ("قبل", "بعد")
    came = guests(scene, told) if ahead else ()
    return replace(roles, actors=joined(came[:1], roles.actors), rule="event.elided-subject") if came else roles


def host_of(scene: EventScene, trigger: Trigger, roles: Roles, last: Candidate) -> Candidate | None:
    """The visit just told with the host who receives the guest, None where the word tells of another talk."""
    visit = last.event
    if trigger.entry.id != _RECEIVE or (visit.type, visit.mode) != ("CONSULT", "visit"):
        return None
    here = token_at(scene.page, visit.trigger) >= scene.clauses.starts[0]
    same = any(scene.cast.is_person(a) and a in roles.actors for a in visit.actors)
    hosts = [a for a in roles.actors if a not in visit.actors]
    if not (here and same and hosts):
        return None
    people = tuple(a for a in visit.actors if a in roles.actors) + tuple(hosts)
    return replace(last, event=replace(visit, actors=people))
