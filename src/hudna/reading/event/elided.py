"""The subject that a verb without one has from a verb told before it in the sentence: «شنت القوات هجوما وقصفت …»."""

from collections.abc import Sequence
from dataclasses import replace

from hudna.reading.claimant import claimants
from hudna.reading.event.agreement import are_men, is_object_of
from hudna.reading.event.belligerents import BOTH
from hudna.reading.event.candidate import Candidate
from hudna.reading.event.case import is_oblique
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import earlier_subject, has_unnamed_subject
from hudna.reading.event.kinds import JOINT
from hudna.reading.event.owner import PRONOUNS, owner_of
from hudna.reading.event.roles import Roles
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_charged, was_seized
from hudna.reading.particle import conjoined

_THEM = frozenset({"هم", "هن", "هما", "ه", "ها"})
_SPEECH = 4  # sentences back to the meeting of which one of the two speaks


def shared_subject(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> Chunk | None:
    """The subject that a conjoined verb shares with the verb before it: «شنت القوات هجوما وقصفت …».

    With one noun phrase behind it only where no comma parts the verbs («ردت وأجبرت القوات على الانسحاب») or its case
    shows that it is the object («…، وقتل عشرين منهم»).
    """
    charged = bool(bare) and is_charged(scene, trigger, bare)
    if not _is_joined(scene, trigger) or len(bare) > 1:
        return None
    acts = bool(trigger.entry.get("intransitive")) and bool(bare) and not bare[0].thing
    if bare and not charged and (acts or _is_beside_object(scene, trigger, bare[0])):
        return None  # «انسحب الجيش فاستولى عليها | المتمردون», but «ودخلت | قرية قرغيزية»
    takes = scene.frame(trigger).object == "target" and not trigger.entry.get("intransitive")
    if not (bare or takes) and _has_own_subject(scene, trigger):
        return None
    runs_on = scene.page.is_word(trigger.first - 1) and trigger.first > scene.clauses.starts[0]
    if bare and trigger.entry.get("partner") == "object" and len({e for r in bare[0].named for e in r.entities}) == 1:
        return earlier_subject(scene, trigger.first, trigger.sense)  # «وصل الوزير إلى … والتقى الرئيس»
    oblique = bool(bare) and (is_oblique(scene.page, bare[0]) or is_object_of(scene.page, trigger.sense, bare[0]))
    fought = trigger.entry.get("event") == "ASSAULT" and scene.frame(trigger).object == "actor"  # «… وتقاتل القوات»
    asked = trigger.entry.get("event") == "REQUEST" and bool(bare) and _is_party(scene, bare[0])
    asked = asked or charged or (bool(bare) and bool(trigger.entry.get("needs_object")))  # «…، وشكر المانحين على …»
    held = bool(bare) and runs_on and bare[0].thing and trigger.companion in range(bare[0].first, bare[0].last)
    taken = (runs_on or oblique or asked) and (fought or scene.frame(trigger).object == "target")
    if bare and not (taken or held):  # «أعلن الجيش التأهب وأغلق | المعابر»
        return None
    first = trigger.first - _words_before(scene, trigger)
    subject = earlier_subject(scene, first, None if trigger.sense.pos == "phrase" else trigger.sense)
    apart = subject is not None and bool(bare) and are_men(scene.page, trigger.sense, subject)
    return None if apart else subject


def _is_party(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase names states, bodies or the parties of a conflict alone, who are asked and seldom take over."""
    named = [e for r in chunk.named for e in r.entities if r.how != "role"]
    if not named:  # «… ودعت السكان إلى», but «… ودعا المتظاهرون إلى»
        return chunk.crowd is not None and not any(
            scene.page.form(k).endswith("ون") for k in range(chunk.first, chunk.last)
        )
    return len(chunk.named) == len(named) and not any(map(scene.cast.is_person, named))


def dated_subject(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """The subject of the verb that one behind «بعد أن» dates, None for one elsewhere: «يحتجزون … بعد أن اقتحموه»."""
    page, i, grammar = scene.page, trigger.first, scene.grammar
    dates = i > 1 and page.form(i - 1) in grammar.complementisers and page.form(i - 2) in grammar.blockers
    several = trigger.sense if agrees_backwards(trigger) else None  # «رفض الرئيس … بعد أن عرضوا»: others
    return earlier_subject(scene, i - 2, several) if dates else None


def resumed_subject(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """The subject told before where a verb without one goes on with it: «تقدمت القوات، حيث سيطرت …», «كما هاجموا»."""
    page, i = scene.page, trigger.first
    if was_seized(scene, trigger) or (trigger.entry.get("frame") == "kill" and trigger.sense.number == "sg"):
        return None
    while page.form(i - 1) in scene.grammar.particles | scene.grammar.negations:
        i -= 1
    if page.form(i - 1) in scene.grammar.turned:
        return _turned_to(scene, trigger, i - 1)
    joined = page.form(i - 1) in scene.grammar.continuers
    if not (joined or agrees_backwards(trigger) or _holds_them(scene, trigger)) or _has_own_subject(scene, trigger):
        return None
    verbs = (s for s in page.senses[trigger.first] if s.pos == "verb")  # of «نصبت كمينا»
    verb = next(verbs, None) if trigger.sense.pos == "phrase" else trigger.sense
    return earlier_subject(scene, i - 1 if joined else i, verb)


def _holds_them(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb of arrest takes up those told of before it: «أفرجت الحركة عن جنود كانت تحتجزهم»."""
    return scene.frame(trigger).genitive == "target" and trigger.sense.pronoun in _THEM


def _turned_to(scene: EventScene, trigger: Trigger, i: int) -> Chunk | None:
    """Whom «لكنها» at token ``i`` takes up: the subject told before, unless another stands nearer who may be meant."""
    subject = earlier_subject(scene, i, trigger.sense)
    pronoun = next(p for p in PRONOUNS if scene.page.form(i).endswith(p))
    nearest = owner_of(scene, i, pronoun)
    people = {e for r in subject.named for e in r.entities} if subject is not None else set()
    return subject if nearest is None or set(nearest.entities) <= people else None


def agrees_backwards(trigger: Trigger) -> bool:
    """Whether a plural or dual shows that the subject stands before the verb: before its subject a verb is singular."""
    return (
        trigger.sense.pos == "verb"
        and trigger.sense.number in ("pl", "du")
        and trigger.sense.person == "3"
        and trigger.last - trigger.first == 1
    )


def with_both(scene: EventScene, trigger: Trigger, roles: Roles, told: Sequence[Candidate]) -> Roles:
    """``roles`` of a dual verb without a subject, done by the two who were told to talk or agree just before it.

    «التقى الرئيس نظيره في أسمرا. واتفقا على …».
    """
    if was_seized(scene, trigger):
        return roles
    if roles.actors or not (trigger.verbal and agrees_backwards(trigger) and trigger.sense.number == "du"):
        return roles
    if _has_own_subject(scene, trigger) or not (_is_joined(scene, trigger) or _is_behind_particle(scene, trigger)):
        return roles  # «سلبا» is no dual
    page, here = scene.page, scene.page.sentence_of[trigger.first]
    joint = [c.event for c in told if c.event.type in JOINT]
    if page.form(trigger.first - 1) in scene.grammar.that_both:  # «قال بوتين إنهما اتفقا»: he and whom he met
        own = claimants(scene.attributions, trigger.span(page))
        joint, reach = [e for e in joint if set(own) & set(e.actors)], _SPEECH
    else:
        reach = 1
    last = joint[-1] if joint else None
    near = last is not None and here - page.sentence_of[token_at(page, last.trigger)] <= reach
    if last is None or not near or len(last.actors) != 2 or BOTH in last.actors:  # noqa: PLR2004 - a pair
        return roles
    return replace(roles, actors=last.actors, rule="event.elided-subject")


def _is_behind_particle(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «كما», «قد» or «كانا» stands right before a verb."""
    before = scene.page.form(trigger.first - 1)
    was = any(s.entry.id in scene.grammar.auxiliaries for s in scene.page.senses[trigger.first - 1])
    return was or before in scene.grammar.continuers | scene.grammar.particles | scene.grammar.that_both


def _has_own_subject(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun that we cannot name stands behind a verb as its subject, not as the object that it needs."""
    if trigger.companion == trigger.last or (agrees_backwards(trigger) and scene.frame(trigger).object != "target"):
        return False
    return has_unnamed_subject(scene, trigger.first, scene.clauses.end)


def _is_beside_object(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether the word that a verb needs is its object, and so people before it do it: «وأطلقت القوات النار»."""
    i = trigger.companion
    if i is None or not (chunk.named or chunk.crowd):
        return False
    ends = chunk.first < i == chunk.last - 1 and not scene.page.layer(i, "crowd") and scene.cast.at(i) is None
    return chunk.last <= i or ends  # «وأطلق جنود | النار»


def _words_before(scene: EventScene, trigger: Trigger) -> int:
    """How many words join a present tense to the verb told before: «… | وكانت | تحاصر», «… | ولا تزال | تحتجز»."""
    i = trigger.first - 1
    if trigger.sense.tense != "present":
        return 0
    if scene.page.form(i) in scene.grammar.persisting:
        return 2 if scene.page.form(i - 1) in scene.grammar.joined_negations else 0
    was = any(s.pos == "verb" and s.entry.id in scene.grammar.auxiliaries for s in scene.page.senses[i])
    return int(was and conjoined(scene.page, i))


def _is_joined(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «و» or «ف» joins a verb to that before it, or «ل» makes it that one's purpose («عبروا … ليزرعوا»)."""
    if scene.page.form(trigger.first - 1) == "وقد":  # «وقد رحبت | الحكومة بذلك» has its own
        return not any(not c.prep and (c.named or c.crowd) for c in scene.right(trigger.last)[:1])
    if trigger.sense.pos == "phrase":
        return conjoined(scene.page, trigger.first)  # «وزرعوا ألغاما»
    if _words_before(scene, trigger):
        return True
    return trigger.sense.clitics[:1] in ("و", "ف", "ل") and trigger.sense.clitics != ""
