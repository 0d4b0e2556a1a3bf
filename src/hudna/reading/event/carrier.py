"""Verbs that carry an event noun: «شنت القوات هجوما», «تعرضت المدينة لقصف», «اندلعت اشتباكات» (events/light.yaml)."""

from typing import NamedTuple

from hudna.lexicon import Sense
from hudna.reading.event.companion import tells_with
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import is_head
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.scene import SOUND

_JUDGING = frozenset({"support", "refuse", "condemn"})  # frames of words that say what one thinks of a deed
_SUSPECTED = 4  # words of «مشتبهين بالضلوع في»
_OWNED = ("ته", "ئه", "ها", "هم", "هما")  # endings of nouns with a pronoun, which no other word has


class Carrier(NamedTuple):
    """Where a carrying verb stands, and its reading."""

    at: int
    sense: Sense

    @property
    def carries(self) -> str:
        """How it carries the noun («carries» of events/light.yaml)."""
        return str(self.sense.entry.get("carries"))


def find_carrier(scene: EventScene, trigger: Trigger) -> Carrier | None:
    """The nearest carrying verb before a noun in its clause, unless something else governs the noun."""
    answered = trigger.entry.get("event") in FORCE and scene.is_answered(trigger.first)
    if answered or _hangs_on_a_noun(scene, trigger) or _is_suspected(scene, trigger):
        return None
    for i in scene.before(trigger.first):
        if (inside := scene.cast.at(i)) is not None and inside.how != "nisba":
            continue  # «بعثة الأمم المتحدة» sends nobody
        if scene.page.form(i) in scene.grammar.presences:
            continue  # «شن الجيش بمشاركة حلفائه هجوما»
        if _blocks(scene, i, trigger) or (i + 1 == trigger.first and _takes(scene, i, trigger)):
            return None
        if trigger.entry.get("event") in FORCE and _judges(scene, i, trigger):
            return None  # «أعلن البرلمان تأييده لعملية …»
        if (sense := _light(scene, i, trigger)) is not None:
            if tells_with(scene.page, scene.grammar, scene.clauses, i, trigger.first):
                return None  # «أطلق سراح … في صفقة تبادل»
            return None if _is_said_there(scene, trigger, sense) else Carrier(i, sense)
    return None


def _judges(scene: EventScene, i: int, trigger: Trigger) -> bool:
    """Whether a noun of praise, refusal or blame stands at token ``i``: what it is about others do.

    Where it has no pronoun, «ل» brings that in: «وجهت عدة دول انتقادات علنية للغارة».
    """
    about = scene.page.raw(trigger.first, trigger.first + 1).startswith("لل")
    nouns = (s for s in scene.page.layer(i, "event") if s.pos != "verb" and (s.pronoun or (about and not s.definite)))
    return any(s.entry.get("frame") in _JUDGING or (about and s.entry.get("event") == "ACCUSE") for s in nouns)


def _is_said_there(scene: EventScene, trigger: Trigger, sense: Sense) -> bool:
    """Whether a talk is where a verb of announcing says something else: «أعلن في اتصال هاتفي مع نظيره دعم …»."""
    talk = trigger.entry.get("event") == "CONSULT" and scene.page.form(trigger.first - 1) in scene.grammar.occasions
    return talk and sense.entry.get("carries") == "declare"


def _hangs_on_a_noun(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a definite event noun is in construct with a noun of another meaning: «كسر الحصار», «ضحايا التفجير»."""
    page, i = scene.page, trigger.first - 1
    if not trigger.sense.definite or trigger.sense.clitics[-1:] in ("ب", "ل") or not page.is_word(i):
        return False
    form = page.form(i)
    if any(s.entry.get("part") == "fallen" and not s.definite for s in page.layer(i, "casualty")):
        return True
    apart = (
        form.startswith(("ال", "بال", "لل"))
        or form.endswith(("ا", "هم", "ها", "هما"))
        or form in scene.grammar.prepositions | scene.grammar.spells  # «كثفت الحركة منذ سنتين | الهجمات»
    )
    crowd = page.layer(i, "crowd")
    people = form.endswith(SOUND) or any(s.entry.get("counts") for s in crowd)  # not «قادة | الانقلاب»
    counts = (crowd and people) or scene.is_number(i)
    known = page.layer(i, "light") or counts or may_be_finite(page, i) or scene.cast.at(i) is not None
    return not (apart or known or is_head(page, i))


def _is_suspected(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun is what others are suspected of: «اعتقال سبعة مشتبهين بالضلوع في | الانفجار»."""
    words = range(max(trigger.first - _SUSPECTED, 0), trigger.first)
    told = (hit for k in words if (hit := scene.page.phrase(k, "event")) is not None and hit.last == trigger.first)
    return any(s.entry.id == "suspected_part" for hit in told for s in hit.senses)


def _takes(scene: EventScene, i: int, trigger: Trigger) -> bool:
    """Whether the event noun at ``i`` has the noun behind it as its object: «كررت معارضتها للعقوبات»."""
    nouns = [s for s in scene.page.layer(i, "event") if s.pos in ("noun", "masdar")]
    return trigger.sense.clitics[-1:] == "ل" and bool(nouns)


def _carrying(scene: EventScene, i: int, trigger: Trigger) -> tuple[Sense, ...]:
    """The readings of token ``i`` as a word that carries a noun of the kind of ``trigger``."""
    talk = trigger.entry.get("event") == "CONSULT"
    return (*scene.page.layer(i, "light"), *(scene.page.layer(i, "talk_light") if talk else ()))


def _blocks(scene: EventScene, i: int, trigger: Trigger) -> bool:
    """Whether a noun behind token ``i`` hangs on something else: a blocker, or a verb of a meaning of its own."""
    if scene.page.form(i) in scene.grammar.blockers:
        when = i + 1 < trigger.first and _is_when(scene, i + 1)
        return not (when or _is_past_occasion(scene, i, trigger))
    if scene.page.form(i) in scene.grammar.adjuncts or _is_loss(scene, i):
        return trigger.entry.get("event") in FORCE and i + 1 < trigger.first
    verb = finite(scene.page, i)
    return verb is not None and scene.cast.at(i) is None and not _carrying(scene, i, trigger)


def _is_loss(scene: EventScene, i: int) -> bool:
    """Whether a noun for somebody's death stands at token ``i``: an attack behind it is how he died."""
    senses = scene.page.layer(i, "casualty")
    return any(s.pos == "masdar" and s.entry.get("part") == "act" and s.entry.get("kind") == "killed" for s in senses)


def _is_past_occasion(scene: EventScene, i: int, trigger: Trigger) -> bool:
    """Whether a noun behind the preposition at ``i`` is definite and closes its phrase: «عقد خلال الزيارة محادثات».

    So does one with a pronoun: «أجرى قبيل مغادرته باريس اتصالا».
    """
    page, noun = scene.page, trigger.first
    closed = page.form(i + 1).startswith("ال") and page.form(i) in scene.grammar.occasions_in_time
    closed = closed or page.raw(i + 1, i + 2).endswith(_OWNED)
    apart = trigger.sense.pos == "masdar" and page.form(noun - 1).startswith("ال")  # «أعلن خلال اللقاء التوصل إلى …»
    free = not trigger.definite or apart
    return closed and noun > i + 1 and free and page.form(noun - 1) not in scene.grammar.governing


def _is_when(scene: EventScene, i: int) -> bool:
    """Whether what stands behind a preposition only says when: «شن بعد ذلك عملية», «نفذت خلال الليل غارات»."""
    form = scene.page.form(i)
    timed = bool(scene.page.layer(i, "time")) and not scene.page.layer(i, "event")  # «غداة | هجوم انتحاري»
    return form in scene.grammar.pointers | scene.grammar.spells or timed or _is_spell(scene, i)


def _is_spell(scene: EventScene, i: int) -> bool:
    """Whether a year or a counted length of time begins at token ``i``: «منذ 2009», «منذ أكثر من ستة أعوام»."""
    k = i
    while scene.is_number(k) or scene.page.phrase(k, "number"):
        hit = scene.page.phrase(k, "number")
        k = k + 1 if hit is None else hit.last
    dated = any(t.span.start == scene.page.tokens[i].span.start for t in scene.times)
    return dated or (k > i and scene.page.form(k) in scene.grammar.spells)


def _light(scene: EventScene, i: int, trigger: Trigger) -> Sense | None:
    """The reading of token ``i`` as a carrying verb; «تجري» right before the noun is «happens», else «conducts»."""
    negated = scene.page.form(i - 1) in scene.grammar.verb_negations
    senses = tuple(s for s in _carrying(scene, i, trigger) if s.tense != "jussive" or negated)  # «تعد روسيا لحملة»
    who = scene.page.form(i - 1) == "من" and scene.page.form(i - 2) in scene.grammar.copulas  # «هم من بدأوا القصف»
    if scene.page.form(i - 1) in scene.grammar.prepositions - {"منذ"} and not who:
        senses = tuple(s for s in senses if s.pos != "verb")  # «في وجه …» is no verb
    if _is_subject(scene, i):
        senses = tuple(s for s in senses if s.pos != "verb")  # «أجبر | تقدم المتمردين الجيش على …» presents nothing
    if scene.page.form(trigger.first - 1) in ("في", "علي"):
        # «مشاركة طائرات في القصف», not «وقف إطلاق النار في الصراع»
        senses = tuple(s for s in senses if s.pos == "verb" or (s.entry.get("governs") and not s.definite))
    if trigger.first - 1 == i + 1 and scene.page.form(i + 1) == "في":
        senses = tuple(s for s in senses if not s.entry.get("with_object"))  # «سيارة استخدمت في الهجوم»
    by = trigger.sense.clitics[-1:] == "ب"
    backing = by and trigger.entry.get("event") == "SUPPORT"  # «تمكن الجيش | بمساندة فرنسا من …»
    meant = scene.page.form(trigger.first).removeprefix("و").startswith("ل")
    governed = _governed(scene, trigger)
    fits = {None: True, True: governed, "by": by, "from": not backing, "bare": not governed, "for": meant}
    senses = tuple(s for s in senses if fits[s.entry.get("governs")])
    senses = tuple(s for s in senses if trigger.sense.pos == "masdar" or not s.entry.get("deeds"))
    senses = tuple(s for s in senses if not s.entry.get("owns_up") or is_owned_up_to(scene, i, trigger))
    kind = trigger.entry.get("event")
    told = bool(trigger.entry.get("announced"))
    senses = tuple(s for s in senses if told or kind in s.entry.get("only", (kind,)))
    happens = next((s for s in senses if s.entry.get("carries") == "happen" and s.person != "1"), None)  # no «أجري»
    done = next((s for s in senses if s.entry.get("carries") != "happen"), None)
    beside = i + 1 + (scene.page.form(i + 1) in scene.grammar.quantifiers) == trigger.first  # «نفت وقوع أي غارات»
    if happens is not None and beside and (done is None or not _is_done(scene, i, happens, trigger)):
        return happens
    return done or happens


def is_owned_up_to(scene: EventScene, i: int, trigger: Trigger) -> bool:
    """Whether the verb at ``i`` says that its subject bears the responsibility for a deed."""
    return any(scene.page.form(k) in scene.grammar.responsibility for k in range(i, trigger.first))


def _is_subject(scene: EventScene, i: int) -> bool:
    """Whether a form that may be a noun stands right behind a verb of compelling, and so is its subject."""
    before = scene.page.layer(i - 1, "light") if i > scene.clauses.starts[0] else ()
    compels = any(s.pos == "verb" and s.entry.get("carries") == "compel" for s in before)
    return compels and any(s.pos in ("noun", "masdar") for s in scene.page.senses[i])


def _is_done(scene: EventScene, i: int, verb: Sense, trigger: Trigger) -> bool:
    """Whether a verb that may be «happens» has another subject than the noun behind it: «يجرون», «إنها تجري محادثات».

    A feminine or plural noun would make it feminine, nor is it ever plural: «تجري محادثات», but «يجري محادثات».
    """
    if verb.number in ("pl", "du") or scene.page.form(i - 1) in scene.grammar.pronominal:
        return True
    noun = scene.page.form(trigger.first)
    return verb.gender == "m" and noun.endswith(("ات", "ه"))


def _governed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether «في» or «ب» governs a noun, right before it or before a noun that it is in construct with."""
    particle = trigger.sense.clitics[-1:] == "ب"
    return particle or any(scene.page.form(trigger.first - k) in ("في", "علي") for k in (1, 2))
