"""Event words that tell of nothing where they stand: states, aims, what only describes or heads another word.

In: an event word and its roles; out: yes or no.
"""

from hudna.reading.event.allegiance import is_siding
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.participle import goes_on_accusing, is_apart
from hudna.reading.event.roles import Roles
from hudna.reading.event.rules import BESIDE_VERB
from hudna.reading.event.scene import EventScene
from hudna.reading.event.status import is_conditional, is_purpose, status_of
from hudna.reading.event.telling import is_in_force, is_matter, is_no_deed, is_offered, is_over, tells_power
from hudna.reading.event.trigger import Trigger, is_struck_by
from hudna.reading.finite import finite
from hudna.text import QUOTES

_MEANT = frozenset({"CONSULT", "COOPERATE"})  # with «ل» rather what a deed is for than a deed
_DATED = 4  # words back from a truce to «قبل» or «بعد»
_EASING = frozenset({"AGREE", "RETREAT", "CONCEDE"})  # as nouns they are talked of and aimed at as often as done


def is_by_the_way(scene: EventScene, trigger: Trigger, roles: Roles, *, title: bool) -> bool:
    """Whether the word tells of no event whatever else is said; ``title`` says that it stands in the headline."""
    if _in_passing(trigger, roles, title=title) or _is_no_we(scene, trigger, roles) or _describes(scene, trigger):
        return True
    denied = trigger.entry.get("frame") == "judge" and roles.carries == "deny"  # «نفت الحركة ضلوعها في الهجوم»
    if denied or _is_condition(scene, trigger) or _is_pledge(trigger) or _fights_beside(scene, trigger):
        return True
    if trigger.entry.get("hosts") and _is_of_talk(scene, trigger):
        return True
    if trigger.verbal:
        return _goes_on(scene, trigger) or _is_of_whoever(scene, trigger) or _is_term(scene, trigger)
    if _says_where(scene, trigger) or _is_empty_purpose(scene, trigger, roles):
        return True
    done = trigger.entry.get("event") == "ASSAULT" or trigger.entry.get("frame") == "detain"
    ended = done and is_no_deed(scene.page, trigger.first)
    ended = ended or (trigger.entry.get("frame") == "truce" and is_over(scene.page, trigger.first))
    ended = ended or _is_within_power(scene, trigger) or _is_barred(scene, trigger, roles)
    ended = ended or (trigger.entry.get("frame") == "quiet" and _is_date(scene, trigger))
    ended = ended or _is_in_readiness(scene, trigger, roles) or _is_to_fight(trigger, roles)
    ended = ended or _is_talked_of(scene, trigger) or _is_hit(scene, trigger)
    return ended or _is_aim(trigger, roles) or _is_matter(scene, trigger, roles) or _only_heads(scene, trigger)


def _is_hit(scene: EventScene, trigger: Trigger) -> bool:
    """Whether positions of troops are what a verb of force strikes, no move of theirs: «استهدفوا | تمركزا للقوات»."""
    words = (s for k in scene.before(trigger.first) for s in scene.page.layer(k, "event") if s.pos == "verb")
    things = any(s.entry.get("object") for s in scene.page.layer(trigger.first, "crowd"))
    return things and trigger.entry.get("event") == "MOBILIZE" and any(s.entry.get("event") in FORCE for s in words)


def _is_condition(scene: EventScene, trigger: Trigger) -> bool:
    """Whether an easing is only what something else depends on: «إذا ألقى المتمردون السلاح», «شرط أن تفرج عن …»."""
    return trigger.entry.get("event") in _EASING and is_conditional(scene.page, scene.grammar, scene.clauses, trigger)


def _is_pledge(trigger: Trigger) -> bool:
    """Whether pledges are spoken of that somebody made before: «الوفاء بتعهداتها», «لم يحترم التزاماته»."""
    plural = not trigger.verbal and trigger.sense.number == "pl" and trigger.sense.pronoun != ""
    return plural and bool(trigger.entry.get("bound"))


def _is_date(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a truce only dates what else was done: «قبل ساعات من سريان الهدنة», «بعد ساعات من سريانها»."""
    words = range(max(trigger.first - _DATED, scene.clauses.starts[0]), trigger.first)
    return any(scene.page.form(k) in scene.grammar.dating for k in words)


def _is_within_power(scene: EventScene, trigger: Trigger) -> bool:
    """Whether somebody is only said to be able to do it: «قدرة الحركة على شن | هجمات»."""
    i = trigger.first
    light = any(s.pos == "masdar" for s in scene.page.layer(i - 1, "light"))
    on = i - 1 - light
    return trigger.entry.get("event") in FORCE and scene.page.form(on) == "علي" and tells_power(scene.page, on)


def _is_barred(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether somebody is only kept from doing it: «منعت القوات من تنفيذ | عمليات قصف»."""
    i = trigger.first if roles.carrier is None else roles.carrier
    if trigger.entry.get("event") not in FORCE or scene.page.form(i - 1) != "من":
        return False
    verbs = (s for k in scene.before(i) for s in scene.page.layer(k, "event") if s.pos == "verb")
    return any(s.entry.get("frame") == "bar" for s in verbs)


def _in_passing(trigger: Trigger, roles: Roles, *, title: bool) -> bool:
    """Whether the word tells of a state («تسيطر») or by the way («الأراضي التي خسرتها»)."""
    if trigger.entry.get("past_only") and trigger.sense.tense not in ("", "past") and not title:
        return True
    before = trigger.companion is not None and trigger.companion < trigger.first
    launched = before and trigger.companion == trigger.first - 1 and not trigger.sense.pronoun
    seized = trigger.entry.get("event") == "COERCE" and bool(roles.actors)  # «أفرجت عن جنود كانت أسرتهم»
    by_the_way = before and not (launched or seized)  # «صواريخ أطلقت من …» is told of
    return by_the_way and roles.rule.startswith("event.elided")


def _is_no_we(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a form of the first person is another word: «we» is said in quoted words («قائد نصر» is a name)."""
    if trigger.sense.person != "1" or not trigger.verbal:
        return False
    if roles.rule in BESIDE_VERB:
        return True
    page = scene.page
    span = page.span(trigger.first, trigger.last)
    if any(span.within(a.content) for a in scene.attributions):
        return False
    sentence = page.sentences[page.sentence_of[trigger.first]]
    return not any(page.form(k) in QUOTES for k in range(sentence.first, trigger.first))


def _describes(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a participle says what kind a noun before it is («ميليشيات مؤيدة للحكومة»), not what one does."""
    if trigger.verbal and is_siding(scene.page, scene.grammar, trigger.first):
        return True
    if trigger.sense.pos != "active" or scene.page.form(trigger.last).startswith("ايا"):  # «متهمة إياها ب…»
        return False
    form, before = scene.page.form(trigger.first), scene.page.form(trigger.first - 1)
    joined = form.startswith("و") or not scene.page.is_word(trigger.first - 1)
    beside = form.endswith("ا") and not before.endswith("ا")  # «طالب متهما …», not «شريكا ملتزما ب…»
    beside = beside or goes_on_accusing(scene.page, trigger.first)  # «ونفت كيغالي ذلك متهمة كينشاسا ب…»
    beside = beside or is_apart(scene.page, trigger.first)  # «رحبت أوغندا بالاتفاق داعية …»
    return not (joined or beside or (trigger.entry.get("bound") and _is_predicate(scene, trigger, before)))


def _is_predicate(scene: EventScene, trigger: Trigger, before: str) -> bool:
    """Whether an indefinite participle says what a definite noun or pronoun before it does: «أنها ملتزمة ب…»."""
    owned = before.endswith(("ه", "ها", "هم", "هما", "نا")) or before.startswith(("ال", "لل", "وال"))
    named = scene.cast.at(trigger.first - 1)
    return before in scene.grammar.pronominal or owned or (named is not None and named.how != "nisba")


def _goes_on(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the subject of a verb of force is an attack told for itself: «واستهدفت الغارات ميناء …»."""
    noun = trigger.last + (scene.page.form(trigger.last) in scene.grammar.taken_up or scene.is_number(trigger.last))
    return noun < scene.clauses.end and is_struck_by(scene.page, trigger.last - 1, noun)


def _is_of_whoever(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb in the present says who is meant, whoever that is: «الإرهابيين ومن يدعمهم», «كل من يهاجم …»."""
    whoever = scene.page.form(trigger.first - 1).removeprefix("و").removeprefix("ل") == "من"
    whoever = whoever and scene.page.form(trigger.first - 2) not in scene.grammar.copulas  # «الحركة هي من تقفل …»
    return whoever and trigger.sense.tense == "present" and finite(scene.page, trigger.first) is not None


def _is_term(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a verb in the present says what a deal provides for: «اتفاق | يفرج بمقتضاه عن مئات المعتقلين»."""
    provides = trigger.sense.tense == "present" and trigger.entry.get("event") in _EASING
    return provides and scene.page.form(trigger.last) in scene.grammar.by_terms


def _fights_beside(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a word of fighting only says beside whom people stand: «مرتزقة يقاتلون إلى جانب الجيش»."""
    fights = trigger.entry.get("mode") == "clash" and trigger.sense.tense != "past"
    beside = fights and scene.page.form(trigger.last) in scene.grammar.beside
    return beside and scene.page.form(trigger.last + 1).startswith(tuple(scene.grammar.ranks))


def _is_in_readiness(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether «استعدادا ل…» only says what a deed told before it is for: «وصول لواء … استعدادا لاستعادة المدينة»."""
    accusative = scene.page.form(trigger.first).endswith("ا") and not trigger.sense.pronoun
    if trigger.entry.get("event") != "AGREE" or not accusative:
        return False
    between = range(trigger.first if roles.carrier is None else roles.carrier + 1, trigger.first)
    told = any(s.entry.get("event") and s.pos == "masdar" for k in between for s in scene.page.layer(k, "event"))
    return told and scene.page.form(trigger.last).startswith("ل")


def _says_where(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun of deployment only says what sort of place is told of: «قصف مواقع | تمركز المسلحين»."""
    if trigger.entry.get("event") != "MOBILIZE" or trigger.sense.pos != "masdar" or trigger.sense.clitics:
        return False
    places = (s for s in scene.page.layer(trigger.first - 1, "crowd") if s.entry.get("object"))
    return not trigger.sense.definite and any(not (s.definite or s.pronoun) for s in places)


def _is_empty_purpose(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a talk is only what something is for, which is no visit nor plan: «شرط لاستئناف المفاوضات»."""
    i = roles.carrier
    if i is None or trigger.entry.get("event") != "CONSULT" or roles.rule == "event.purpose":
        return False
    page, named = scene.page, scene.cast.at(i - 1)
    if any(s.pos == "verb" and s.clitics[-1:] == "ل" for s in page.layer(i, "light")):
        return True  # «أفرجت عنه ليشارك في المفاوضات»
    if page.form(i - 1) in ("في", "ب") and page.form(i - 2) in scene.grammar.hopes:
        return True
    planned = any(page.layer(k, "modality") or page.phrase(k, "modality") for k in range(i - 3, i))
    apart = not page.is_word(i - 1) or bool(page.layer(i - 1, "time")) or finite(page, i - 1) is not None
    noun = not apart and (named is None or named.how == "nisba")  # «وصل إلى القاهرة لإجراء …» is no such
    return is_purpose(page, trigger, i) and noun and not planned


def _is_of_talk(scene: EventScene, trigger: Trigger) -> bool:
    """Whether what is hosted is a talk, which is told for itself: «تستضيف الدوحة محادثات», «قمة استضافتها الكويت»."""
    if trigger.sense.pronoun:
        return True
    hosted = (c for c in scene.right(trigger.last) if not c.prep)
    senses = (s for c in hosted for k in range(c.first, c.last) for s in scene.page.layer(k, "event"))
    return any(s.entry.get("event") == "CONSULT" and s.pos != "verb" for s in senses)


def _is_talked_of(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a deed of force is what a talk is for: «مفاوضات | لتحرير الرهائن»."""
    meant = trigger.entry.get("event") == "ASSAULT" and trigger.sense.clitics[-1:] == "ل"
    near = (s for k in (trigger.first - 1, trigger.first - 2) for s in scene.page.layer(k, "event")) if meant else ()
    return any(s.entry.get("event") == "CONSULT" and s.pos != "verb" for s in near)


def _is_to_fight(trigger: Trigger, roles: Roles) -> bool:
    """Whether force is only for fighting one named side («نشر قوة إقليمية لقتال الحركة») or for overthrowing it."""
    if trigger.entry.get("frame") == "topple" and trigger.sense.clitics[-1:] == "ل":
        return True  # «هددت باستخدام القوة للإطاحة بالرئيس»
    fight = trigger.entry.get("mode") == "clash" and len(roles.actors) == 1 and roles.carries != "do"
    return fight and trigger.sense.clitics[-1:] == "ل"


def _is_aim(trigger: Trigger, roles: Roles) -> bool:
    """Whether the word only says what something is for: «سعى لتطبيع العلاقات», not «دعا لاجتماع»."""
    meant = trigger.entry.get("event") in _MEANT and roles.rule != "event.purpose"
    return meant and trigger.sense.clitics[-1:] == "ل" and roles.carrier not in (trigger.first - 1, trigger.first - 2)


def _is_matter(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun of ease says what is talked of or aimed at: «مفاوضات بشأن تبادل الأسرى», «الهادفة لإطلاق …».

    An agreement that is known is there, whatever is said of it («شروط اتفاق السلام»).
    """
    if roles.rule == "event.carried" and is_in_force(scene.page, trigger.first):
        return True  # «ستقدم بموجب الاتفاق أسيرا»
    if trigger.entry.get("event") not in _EASING or (trigger.definite and trigger.entry.get("weak") is True):
        return False
    if trigger.entry.get("concluded") and roles.rule == "event.purpose" and _comes(scene, trigger):
        return False  # «وصل الرئيس إلى أبوجا لتوقيع الاتفاق»
    beside = roles.carrier in (trigger.first - 1, trigger.first - 2) or roles.carries == "compel"
    aimed = trigger.sense.clitics[-1:] == "ل" and not beside and scene.page.form(trigger.first)[:1] in "لو"
    if aimed and status_of(scene.page, scene.grammar, scene.clauses, trigger, roles.carrier) != "actual":
        return False  # «تخطط لسحب قواتها», «الموعد المقرر لانسحاب …»
    offered = roles.carrier is None and is_offered(scene.page, trigger.first)
    return aimed or offered or is_matter(scene.page, trigger.first)


def _comes(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the verb before a purpose says that somebody comes or meets others for it."""
    senses = (s for k in scene.before(trigger.first) for s in scene.page.senses[k] if s.pos == "verb")
    return any(s.entry.get("event") == "CONSULT" or s.entry.id in scene.grammar.coming for s in senses)


def _only_heads(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a general noun of force stands before a particular one: «معركة تحرير المدينة», «عمليات قصف»."""
    if not trigger.entry.get("generic") or trigger.last >= scene.clauses.end:
        return False
    senses = scene.page.layer(trigger.last, "event")
    return any(s.pos == "masdar" and not s.clitics and s.entry.get("event") == "ASSAULT" for s in senses)
