"""What somebody is accused of: «اتهم … بقصف …» says that the accused did it.

In: the roles of an accusation, and of the nouns behind it; out: the roles of those nouns.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hudna.reading.cast import Reference
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.roles import GUESSED, Roles
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import token_at, word_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.grammar import crowds
from hudna.text import COMMAS


class Accusation(NamedTuple):
    """An accusation told in a sentence.

    Attributes:
        at: its position.
        accused: who is said to have done what follows; () where each accuses the other.
        mutual: whether each does («تبادلا الاتهامات»).
        for_deed: whether «في» brings the deed, no time («ألقت باللوم على الحركة في التفجير»).
        judged: whether somebody is only judged, who need not have done what follows («انتقد الرئيس لأنه …»).

    """

    at: int
    accused: tuple[str, ...]
    mutual: bool
    for_deed: bool
    judged: bool


def accusation(trigger: Trigger, roles: Roles) -> Accusation:
    """The accusation that an event word of that type makes."""
    each_other = len(roles.actors) > 1 and set(roles.actors) == set(roles.targets)  # «يتهم كل طرف الآخر»
    mutual = trigger.entry.get("frame") == "mutual" or each_other
    for_deed = trigger.entry.get("frame") == "blame_on"
    judged = trigger.entry.get("frame") == "judge"
    return Accusation(trigger.first, () if mutual else roles.targets, mutual, for_deed, judged)


def judged_only(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a judgement without those whom the deed only befell: «وصفت البعثة قصف مركز للمهاجرين بأنه …»."""
    if trigger.entry.get("frame") not in ("condemn", "judge") and not trigger.entry.get("of_deed"):
        return roles
    bystanders = crowds(scene.page.document.language, "bystanders")
    return replace(roles, targets=tuple(t for t in roles.targets if t.removeprefix("unnamed: ") not in bystanders))


def laid_on(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of blame that the antecedent bears, by nobody named: «الشبكة التي يلقى باللوم عليها»."""
    laid = trigger.entry.get("frame") == "blame_on" and trigger.verbal and scene.is_relative(trigger.first - 1)
    if laid and scene.page.form(trigger.last + 1) in _ON_IT:
        return replace(roles, actors=(), targets=roles.actors)
    return roles


_ON_IT = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_FOR = frozenset({"علي", "في", "ب", "ل"})  # what brings the deed for which somebody is judged
_JOINED = ("و", "ف", "ب", "ل")  # particles on a name that is joined or governed


def behind_paper(scene: EventScene, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a verb addresses with whose name its words begin, behind an aside: «اتهم الجيش في بيان | الحركة ب…»."""
    span = scene.page.span(trigger.first, trigger.last)
    if not trigger.verbal or not actors:
        return ()
    for said in (a for a in scene.attributions if a.cue.overlaps(span) and a.content.start > a.cue.end):
        at = token_at(scene.page, said.content)
        for reference in (scene.cast.at(at), _before_matter(scene, at)):
            if reference is None or not reference.by_name or set(reference.entities) & set(actors):
                continue
            following = scene.page.form(reference.last)
            if following.startswith("ب") or following in scene.grammar.prepositions | scene.grammar.complementisers:
                return reference.entities
    return ()


def _before_matter(scene: EventScene, at: int) -> Reference | None:
    """Who stands right before what is asked, behind another name: «في كلمة أمام الأمم المتحدة | إسرائيل بوقف …»."""
    last = at - (scene.page.form(at - 1) in scene.grammar.prepositions)
    reference = scene.cast.at(last - 1)
    if reference is None or reference.last != last:
        return None
    before = scene.cast.at(reference.first - 1)
    apart = before is not None and before.last == reference.first and before.by_name
    return reference if apart and not scene.page.form(reference.first).startswith(_JOINED) else None


def answered(trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """«رفضت الحكومة اتهامات …»: who refuses the accusation told behind the refusal is the accused."""
    last = told[-1].event if told else None
    if last is None or last.type != "REJECT" or trigger.verbal or roles.targets:
        return roles
    accused = tuple(a for a in last.actors if a not in roles.actors)
    return replace(roles, targets=accused, rule="event.denied") if roles.actors and accused else roles


def as_alleged(  # noqa: PLR0911 - a list of decisions
    scene: EventScene, trigger: Trigger, roles: Roles, made: Accusation
) -> Roles:
    """The roles of an event word that stands behind an accusation in its sentence."""
    if made.mutual and roles.rule == "event.purpose":
        return replace(
            roles, actors=(), targets=(), rule="event.noun"
        )  # «تبادلا الاتهامات بقصف …»: who shelled is open
    if _is_told_after(scene, trigger, made):
        return roles
    before = roles.carrier is not None and roles.carrier < made.at
    if made.accused and before and (roles.carries == "deny" or trigger.entry.get("event") in FORCE):
        roles = replace(roles, carrier=None)  # «نفى الجيش القصف متهما الحركة ب| استهداف …»: he denies but the first
    if not (made.accused or made.mutual) and _is_alleged(scene, trigger, roles, made):
        return replace(roles, actors=(), rule="event.noun")  # the accused has a name that nobody has read
    frame = scene.frame(trigger)
    gets = (frame.subject, frame.object) == ("target", "actor")  # «اتهم المتمردين بتلقي السلاح من …»
    if made.accused and gets:
        got = tuple(a for a in made.accused if a not in roles.actors)
        roles = replace(roles, targets=roles.targets or got, rule="event.accused")
    elif made.accused and _is_charge(trigger, roles):
        hit = tuple(t for t in (*roles.actors, *roles.targets) if t not in made.accused)
        return replace(roles, actors=made.accused, targets=hit, rule="event.accused")
    elif trigger.sense.pronoun and set(roles.targets) & set(made.accused):
        return roles  # «دعوى ضد الوزير بهدف اعتقاله»
    elif made.accused and _is_alleged(scene, trigger, roles, made):
        targets = tuple(t for t in roles.targets if t not in made.accused)
        return replace(roles, actors=made.accused, targets=targets, rule="event.accused")
    return roles


def _is_told_after(scene: EventScene, trigger: Trigger, made: Accusation) -> bool:
    """Whether a comma and a joined verb tell something else behind the accusation: «متهما إياها ب…، ووقع مرسوما …»."""
    words = range(made.at + 1, trigger.first)
    before = scene.page.form(made.at - 1).removeprefix("و")
    if before in scene.grammar.accompanying and any(scene.page.form(k) in COMMAS for k in words):
        return True  # «ومع اتهام الحركة بقتل ستة، …»
    joined = (k for k in words if k in scene.clauses.starts and scene.page.form(k - 1) in COMMAS)
    return any((verb := finite(scene.page, k)) is not None and verb.clitics == "و" for k in joined)


def _is_charge(trigger: Trigger, roles: Roles) -> bool:
    """Whether a verbal noun is the charge itself, what is in construct with it its object: «اتهمت … بدعم الحركة»."""
    charge = trigger.sense.pos == "masdar" and trigger.sense.clitics[-1:] == "ب"
    return charge and roles.rule == "event.noun-genitive"


def _is_alleged(scene: EventScene, trigger: Trigger, roles: Roles, made: Accusation) -> bool:
    """Whether a noun is what the accused is said to have done, not when or where he did it."""
    charge = trigger.sense.clitics[-1:] == "ب"  # «وجه اتهامات إلى … ب»: the verb carries the accusation alone
    guessed = roles.rule in GUESSED and (roles.carrier is None or roles.carrier > made.at or charge)
    if trigger.entry.get("event") in ("PROTEST", "REQUEST", "ACCUSE"):
        return False  # «استدعت الخارجية السفير وتقدمت باحتجاج»
    carried = finite(scene.page, roles.carrier) if roles.carrier is not None and roles.carrier > made.at else None
    others = bool(roles.actors) and not set(roles.actors) & set(made.accused)
    if carried is not None and not charge and (carried.clitics == "و" or others):
        return False  # «احتجت القاهرة … وأعلنت سحب سفيرها», «تتهمها بإيواء مسلحين يشنون هجمات»
    if trigger.entry.get("event") == "AGREE" and not charge:
        return False  # «اتهمت الحركة بالقصف رغم اتفاق وقف إطلاق النار»
    before = word_before(scene.page, trigger.first)
    if made.judged and not (charge or before in _FOR):
        return False
    occasion = before in scene.grammar.occasions and not (made.for_deed and before == "في")
    return (not roles.actors or guessed) and not trigger.verbal and not occasion
