"""Which event words tell of an event where they stand: weak ones need somebody who acts or suffers.

In: an event word and its roles; out: yes or no. The demands of a word are fields of its entry (events/assault.yaml).
"""

from functools import lru_cache

from hudna.lexicon import load
from hudna.reading.event.kinds import SPEECH
from hudna.reading.event.roles import Roles
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger, is_struck_by
from hudna.reading.model import Event
from hudna.reading.scene import is_country
from hudna.text import QUOTES

_NAMED = frozenset({"event.subject-verb", "event.verb-subject"})  # a subject named is no «we»: «قائد نصر» is a name
# «أدى القصف إلى تدمير …» is one deed, «أي هجوم» none
_NO_DEED_AFTER = frozenset({"الي", "عن", "اي", "باي", "لاي", "دون", "بدون"})
_PAIR = 2  # a talk has two sides, a visit host and guest
_HELP = frozenset({"AID", "COOPERATE"})  # their nouns («المساعدات», «التعاون») are things as often as deeds
_MEANT = frozenset({"AID", "CONSULT", "COOPERATE"})  # with «ل» rather what a deed is for than a deed


def tells(scene: EventScene, trigger: Trigger, roles: Roles, *, title: bool) -> bool:
    """Whether the word tells of an event here; ``title`` says that it stands in the headline."""
    if _in_passing(trigger, roles, title=title) or _goes_on(scene, trigger) or _is_aim(trigger, roles):
        return False
    if trigger.sense.person == "1" and trigger.verbal and (roles.rule in _NAMED or not _is_spoken(scene, trigger)):
        return False
    if not trigger.verbal and not _noun_tells(scene, trigger, roles):
        return False
    if trigger.entry.get("need"):
        return bool(roles.actors)
    return _has_parties(scene, trigger, roles) and _says_enough(scene, trigger, roles)


def is_told(event: Event) -> bool:
    """Whether a finished event is one: a call or meeting has two sides, and with one alone nobody could look it up."""
    return event.type != "CONSULT" or event.mode not in ("phone", "meeting") or len(event.actors) > 1


def _in_passing(trigger: Trigger, roles: Roles, *, title: bool) -> bool:
    """Whether the word tells of a state («تسيطر») or by the way («الأراضي التي خسرتها»)."""
    if trigger.entry.get("past_only") and trigger.sense.tense not in ("", "past") and not title:
        return True
    before = trigger.companion is not None and trigger.companion < trigger.first
    return before and roles.rule.startswith("event.elided")


def _is_aim(trigger: Trigger, roles: Roles) -> bool:
    """Whether the word only says what something is for: «سعى لتطبيع العلاقات», not «دعا لاجتماع»."""
    if trigger.verbal or trigger.entry.get("event") not in _MEANT:
        return False
    return trigger.sense.clitics[-1:] == "ل" and roles.carrier not in (trigger.first - 1, trigger.first - 2)


def _is_spoken(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the word stands in somebody's words or between quotation marks, where alone one says «we»."""
    page = scene.page
    span = page.span(trigger.first, trigger.last)
    if any(span.within(a.content) for a in scene.attributions):
        return True
    sentence = page.sentences[page.sentence_of[trigger.first]]
    return any(page.form(k) in QUOTES for k in range(sentence.first, trigger.first))


def _goes_on(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the subject of a verb of force is an attack told for itself: «واستهدفت الغارات ميناء …»."""
    return (
        trigger.verbal and trigger.last < scene.clauses.end and is_struck_by(scene.page, trigger.last - 1, trigger.last)
    )


def _noun_tells(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun has the verb or the doer without which it tells of nothing («needs_carrier», «weak_masdar»)."""
    needed = trigger.entry.get("needs_carrier")
    dated = bool(roles.actors) and scene.page.form(trigger.first - 1) in scene.grammar.occasions_in_time
    if needed and not dated and (roles.carries is None or needed not in (True, roles.carries)):
        return False
    return not trigger.entry.get("weak_masdar") or trigger.sense.pos == "phrase" or bool(roles.actors)


def _has_parties(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether those are named whom the word asks for: an armed body, two who talk, host and guest."""
    entry = trigger.entry
    if entry.get("military") and not any(_is_armed(scene, a) for a in roles.actors):
        return False
    if entry.get("needs_pair") and len(roles.actors) < _PAIR:
        return False
    if entry.get("mode") == "visit" and not _has_guest(scene, roles):
        return False
    return not entry.get("needs_person") or len(roles.actors) + len(roles.targets) >= _PAIR or bool(roles.places)


def _has_guest(scene: EventScene, roles: Roles) -> bool:
    """Whether a visit has a guest, or host and guest, and not only a country to go to."""
    named = [a for a in roles.actors if not a.startswith("unnamed")]
    return len(named) >= _PAIR or any(scene.is_person(a) for a in named)


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
        return bool(roles.actors) or entry.get("frame") == "mutual" or bool(entry.get("anonymous"))
    if entry.get("weak"):
        return bool(roles.targets) or (bool(roles.actors) and not roles.rule.startswith("event.elided"))
    happened = kind == "ASSAULT" and scene.page.form(trigger.first - 1) not in _NO_DEED_AFTER
    return trigger.verbal or happened or _is_particular(trigger, roles)


def _is_meeting(trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun tells of a meeting or call that took place and not of such in general."""
    several = len(set(roles.actors + roles.targets)) > 1
    held = bool(roles.actors) and roles.carrier is not None
    return several or held or trigger.definite or trigger.entry.get("mode") == "phone"


def _is_given(trigger: Trigger, roles: Roles) -> bool:
    """Whether help is told of by who gives it, or is known: not «مساعدات للنازحين» as such."""
    return bool(roles.actors) or (trigger.definite and bool(roles.targets))


def _is_particular(trigger: Trigger, roles: Roles) -> bool:
    """Whether anything is said of what a noun names: who, where, that it came about, or that it is known."""
    told = roles.actors or roles.targets or roles.places or roles.carrier is not None
    return bool(told or trigger.definite or trigger.sense.pronoun)


def _is_armed(scene: EventScene, actor: str) -> bool:
    entity = scene.cast.entity(actor)
    if entity is None:
        return actor.removeprefix("unnamed: ") in _armed_crowds(scene.page.document.language)
    return entity.type == "ORG" or is_country(actor)


@lru_cache(maxsize=4)
def _armed_crowds(language: str) -> frozenset[str]:
    """English names of the unnamed agents that bear arms (events/crowd.yaml)."""
    return frozenset(e.get("en") for e in load(language).layer("crowd") if e.get("armed"))
