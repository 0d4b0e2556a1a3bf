"""What a demand, refusal, agreement or threat is about: how far it reaches, which event words in it tell of nothing.

In: positions of tokens and a Trigger; out: positions and yes or no.
"""

from typing import NamedTuple

from hudna.reading.event.kinds import SPEECH
from hudna.reading.event.participle import is_apart
from hudna.reading.event.scene import EventScene
from hudna.reading.event.telling import is_no_deed
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.page import Page
from hudna.text import COMMAS

_NEAR = 2  # words between a threat and what is threatened
_ABSORBED = frozenset({"CONSULT", "AGREE", "RETREAT", "REQUEST", "MOBILIZE", "AID", "COOPERATE"})
# what is asked for or threatened where a noun tells it: «إن على سوريا وقف دعمها …», «دعا إلى فرض عقوبات»
_ASKED = frozenset({"SUPPORT", "SANCTION", "PROTEST", "CONCEDE", "REJECT"})


class Content(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) that say what is asked, refused, agreed or threatened.

    Attributes:
        first: its first token.
        last: one past its last.
        unreal: whether it is yet to be done, if it is done at all.
        settled: whether it was signed or reached, so that whoever mediated did so: «وقعا … بوساطة قطر».

    """

    first: int
    last: int
    unreal: bool
    settled: bool = False

    def absorbs(self, scene: EventScene, trigger: Trigger) -> bool:
        """Whether an event word only says what this is about: not the occasion of the asking («خلال لقاء …»)."""
        if not self.first <= trigger.first < self.last:
            return False
        kind = trigger.entry.get("event")
        own = trigger.sense.pos == "active" and scene.page.form(trigger.first - 1) in COMMAS
        if own or (kind in SPEECH and is_in_text(scene, trigger)):  # «اعتمد المجلس قرارا يطالب …»
            return False  # «…، مطالبا الدول …»
        beside = _is_occasion(scene, trigger.first - 1) or _is_of_somebody(scene, trigger)
        how = (self.settled and _is_how(scene, trigger)) or _is_taken_up(scene, trigger)
        if (kind == "CONSULT" and (beside or how)) or self._is_before(scene, trigger):
            return False
        if trigger.verbal and trigger.sense.tense == "past" and kind not in _ABSORBED:
            return False
        light = scene.page.layer(trigger.first - 1, "light")  # «ردا على قيامها بالقصف»
        with_it = trigger.sense.clitics[-1:] == "ب" and not light  # «توعد الرئيس | بالقتل»
        near = with_it or trigger.first - self.first <= _NEAR
        if self.unreal and not trigger.verbal and (kind in _ASKED or is_no_deed(scene.page, trigger.first)):
            return True
        return kind in _ABSORBED or (self.unreal and (near or not trigger.sense.definite))

    def _is_before(self, scene: EventScene, trigger: Trigger) -> bool:
        """Whether a verb tells what was signed before: «صادق على الاتفاق الذي أبرمته …», not «الاتفاق الذي أبرم …»."""
        apart = trigger.first - 1 > self.first
        return apart and bool(trigger.entry.get("concluded")) and _is_of_somebody(scene, trigger)


def _is_how(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a word with «ب» says by whose mediation something came about."""
    means = scene.page.form(trigger.first).startswith("ب") and not trigger.verbal
    return means and trigger.entry.get("frame") == "mediate"


def is_in_text(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb says what an indefinite text does, that of whoever adopts it: «اعتمد المجلس قرارا يطالب …»."""
    i = trigger.first - 1
    while i > scene.clauses.starts[0] and any(s.pos == "adjective" for s in scene.page.senses[i]):
        i -= 1
    present = trigger.verbal and trigger.sense.pos == "verb" and trigger.sense.tense == "present"
    return present and scene.page.form(i) in scene.grammar.texts and scene.page.form(i - 1) not in scene.grammar.drafts


def _is_taken_up(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past verb tells who mediated what was agreed: «اتفاقا … توسطت فيه مصر»."""
    mediated = trigger.entry.get("frame") == "mediate" and trigger.sense.tense == "past"
    return mediated and scene.page.form(trigger.last) in scene.grammar.resumptives


def _is_of_somebody(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a past verb tells of one who is named in the asking: «رفض ذلك الوزير الذي التقى السفير أمس»."""
    past = trigger.verbal and trigger.sense.tense == "past" and scene.is_relative(trigger.first - 1)
    settled = bool(trigger.entry.get("concluded"))
    back = trigger.first - 2 - (scene.page.form(trigger.first - 2) in COMMAS)  # «الوزيرة، التي زارت …»
    return past and (settled or scene.cast.at(back) is not None)


def _is_occasion(scene: EventScene, i: int) -> bool:
    """Whether a preposition at ``i`` puts a talk beside the asking: «خلال لقاء», not «رفض الدخول في مفاوضات»."""
    i -= scene.page.form(i) in scene.grammar.ordinals  # «خلال آخر اجتماع»
    form, before = scene.page.form(i), scene.page.form(i - 1)
    if form == "من" and scene.governing(i + 1) in scene.grammar.occasions_in_time:
        return True  # «بعد أربع سنوات من المفاوضات»
    if form not in scene.grammar.occasions:
        return False
    begun = any(s.pos == "masdar" and s.entry.get("carries") == "do" for s in scene.page.layer(i - 1, "light"))
    return form != "في" or not (begun or before.lstrip("وبل").removeprefix("ال") in scene.grammar.entering)


def is_to_be_discussed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun only says what some meet to talk of: «اجتمعوا لبحث | سحب الأسلحة»."""
    if trigger.verbal or trigger.entry.get("event") not in _ABSORBED - {"CONSULT"}:
        return False
    for k in range(trigger.first - 1, scene.clauses.around(trigger.first)[0] - 1, -1):
        if scene.page.form(k) in scene.grammar.to_discuss:
            return True
        if not scene.page.is_word(k) or finite(scene.page, k) is not None:
            return False
    return False


def content_end(scene: EventScene, first: int, last: int) -> int:
    """Where what is asked for in tokens ``first`` to ``last`` ends: another speaker or a finite clause takes over."""
    page = scene.page
    for i in range(first, last):
        if page.form(i) in COMMAS and page.form(i + 1) in scene.grammar.occasions_in_time:
            return i  # «هدد بالرد …، بعد اتهامه …»
        if i > first and (_goes_on_saying(page, i) or (i + 1 < last and _is_behind_talk(scene, i))):
            return i  # «رفض هذا الشرط قائلا إن …», «اتفاق حول تسليم السلاح بعد مفاوضات …»
        dates = page.form(i) in scene.grammar.occasions_in_time and page.form(i + 1) in scene.grammar.complementisers
        why = page.form(i) in scene.grammar.purposes | scene.grammar.reasons
        if i > first + 1 and (dates or why or _is_told_at_last(scene, i)):
            return i  # «… أن تساعد حتى يتسنى للقوات الرحيل», «رفض العرض لأن …», «تعهدت … بعد أن فتحت المعبر»
        turns = page.form(i) in scene.grammar.turns or _goes_on_telling(scene, i)
        turned = page.form(i) in scene.grammar.turned  # «ملتزم بالهدنة لكنه طالب ب…»
        if turned or (i in scene.clauses.starts and i > first + 1 and turns):
            return i  # «أعلنت هدنة، فيما قام …», «أكدا ضرورة …، كما اتفقا على …»
        joined = i in scene.clauses.starts and i > first + 1 and page.form(i)[:1] in "وف"
        if joined and _goes_on_asking(scene, first, i):
            continue  # «طالب بأن توقف الاستيطان وتفرج عن …»
        if joined and (scene.cast.at(i) is not None or any(s.pos == "verb" for s in page.senses[i])):
            return i  # «رفضت التفاوض، وأعلنت …», «… وواشنطن تطالب ب…»
    return last


def _goes_on_asking(scene: EventScene, first: int, i: int) -> bool:
    """Whether a joined present tense goes on with what «أن» and one before it ask for: «أن توقف … وتفرج عن …»."""
    page = scene.page
    if any(page.form(k) in COMMAS for k in range(first, i)) or not all(
        s.tense == "present" for s in page.senses[i] if s.pos == "verb"
    ):
        return False
    that = next((k for k in range(max(first - 1, 0), i) if page.form(k) in scene.grammar.plain_that), None)
    asked = page.senses[that + 1] if that is not None else ()
    present = any(s.pos == "verb" and s.tense == "present" for s in asked)
    return present and any(s.pos == "verb" for s in page.senses[i])


def _goes_on_telling(scene: EventScene, i: int) -> bool:
    """Whether «كما», «ثم» and a past tense behind it tell what else was done."""
    verb = finite(scene.page, i + 1)
    return scene.page.form(i) in scene.grammar.continuers and verb is not None and verb.tense == "past"


def _is_told_at_last(scene: EventScene, i: int) -> bool:
    """Whether the verb of the sentence stands at token ``i`` behind an aside: «وكان التحالف، الذي …، قد أعلن هدنة»."""
    page = scene.page
    told = i + (page.form(i) == "قد")
    verb = finite(page, told)
    return page.form(i - 1) in COMMAS and verb is not None and verb.tense == "past" and not verb.clitics


def _is_behind_talk(scene: EventScene, i: int) -> bool:
    """Whether a preposition at ``i`` says with «بعد» or the like what talk went before or along."""
    talk = any(s.entry.get("event") == "CONSULT" for s in scene.page.layer(i + 1, "event"))
    return talk and scene.page.form(i) in scene.grammar.occasions_in_time


def _goes_on_saying(page: Page, i: int) -> bool:
    """Whether a participle of saying in the accusative stands at token ``i``: «قائلا», «مضيفة»."""
    form = page.form(i)
    said = [s for s in page.layer(i, "reporting") if s.pos == "active" and not s.definite]
    apart = is_apart(page, i) and any(not s.clitics for s in said)
    return bool(said) and (form.endswith("ا") or page.form(i - 1) in COMMAS or apart)
