"""The subject of a verb or noun, before it or behind it, and those of the words told before it in the sentence."""

from itertools import takewhile

from hudna.lexicon import Sense
from hudna.reading.event.agreement import agrees
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.scene import WINDOW, EventScene
from hudna.reading.event.subject import first_bare, subject_before
from hudna.reading.event.verbal import is_verbal
from hudna.reading.finite import finite, may_be_finite
from hudna.reading.particle import conjoined, preposition_at
from hudna.reading.scene import is_country
from hudna.text import COMMAS, QUOTES

_AS = "كما"  # «كما قال فلان»
_WAS = 5  # words back from a verb to «كان», with its subject between


def subject_of(scene: EventScene, verb: int, before: int, *, verbal: bool) -> Chunk | None:
    """The subject of the word at ``verb``, before it or between it and ``before``; that of a noun is behind it."""
    between = scene.chunks(verb + 1, before)[:1]
    sense = finite(scene.page, verb) if verbal else None
    several = sense is not None and (sense.person, sense.gender) == ("3", "m") and sense.number != "sg"  # «قتلوا ستة»
    behind = first_bare(between) if between and not between[0].prep and not several else None
    if behind is not None and behind.thing and conjoined(scene.page, verb):
        behind = None  # «… وأحرقت مقر الشرطة»: who did it was told before
    return (subject_before(scene, verb) if verbal else None) or behind


def clause_subject(scene: EventScene, i: int) -> Chunk | None:
    """The subject of the verb in whose clause token ``i`` stands: «اقترح الوزير في مكالمة هاتفية مع نظيره …»."""
    for k in scene.before(i):
        governed = scene.page.form(k - 1) in scene.grammar.prepositions  # «من استعادة …» is a noun
        spelt_alike = scene.page.form(k) in scene.grammar.prepositions  # «عقب محادثات» is no verb
        spelt_alike = spelt_alike or scene.is_number(k - 1)  # «بأغلبية 14 صوتا»
        if may_be_finite(scene.page, k) and scene.cast.at(k) is None and not (governed or spelt_alike):
            subject = subject_of(scene, k, i, verbal=True)
            if subject is not None or not any(s.pronoun for s in scene.page.senses[k]):
                return subject  # else it tells of a noun: «رفعت الشرطة حظرا فرضته عقب اشتباكات مع …»
    subject = subject_before(scene, i)
    return None if subject is not None and _is_object_of_noun(scene, subject) else subject


def _is_object_of_noun(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a name is what a noun of force before it befell: «إن تحرير | الجامعة جاء بعد اشتباكات»."""
    deeds = (s for s in scene.page.layer(chunk.first - 1, "event") if s.pos == "masdar" and not s.definite)
    return any(s.entry.get("event") in FORCE for s in deeds)


def earlier_subject(scene: EventScene, i: int, verb: Sense | None = None) -> Chunk | None:
    """The subject of the nearest verb before ``i`` in the sentence that ``verb``, which has none, agrees with."""
    for k in range(i - 1, max(scene.clauses.starts[0], i - WINDOW) - 1, -1):
        named, form = scene.cast.at(k), scene.page.form(k)  # «بان كي مون» is no «بأن»
        if named is None and (form == ":" or form in scene.grammar.complementisers - scene.grammar.pronominal):
            return None  # whoever speaks does not do what others are said to do
        before = _is_verb_before(scene, k)  # «واصل الجيش القصف منذ قتل المسلحون حارسا واحتلوا قريتين»
        if named is not None or not (finite(scene.page, k) or before or _is_verb_here(scene, k)):
            continue
        if _is_by_the_way(scene, k, i):
            continue
        last = min(scene.clauses.next_start(k + 1), k + WINDOW)
        if before and not finite(scene.page, k):
            subject = subject_of(scene, k, last, verbal=False)
        else:
            own = after_pronoun(scene, k)  # «أكدت أنها أسقطت مروحية إثيوبية وأسرت …»
            subject = subject_before(scene, k) if own else subject_of(scene, k, last, verbal=True)
            if subject is not None and subject.first > k and _is_behind_unread(scene, k):
                return None
            if subject is not None and (_befell(scene, k, subject) or _is_partner(scene, k, subject)):
                continue
        if subject is None and verb is not None and (_goes_on_with(scene, k, i, verb) or _is_of_thing(scene, k)):
            return None  # «المجموعة التي هاجمت السوق وقتلت …»: she did both, whoever she is
        if subject is not None and (verb is None or agrees(scene.page, verb, subject) or _are_the_same(scene, k, verb)):
            return subject
    return None


def _is_of_thing(scene: EventScene, k: int) -> bool:
    """Whether a thing stands right behind a feminine verb of no deed as its subject: «مرت سيارة وأطلقت النار …»."""
    page, verb = scene.page, finite(scene.page, k)
    if verb is None or (verb.gender, verb.number, verb.person) != ("f", "sg", "3") or page.layer(k, "event"):
        return False
    things = any(s.entry.get("object") and not s.pronoun for s in page.layer(k + 1, "crowd"))
    return things and not verb.pronoun and page.form(k + 1).endswith("ه") and not page.layer(k, "light")


def _is_partner(scene: EventScene, k: int, behind: Chunk) -> bool:
    """Whether who stands behind a verb that «و» joins is met or accused by him who was told before.

    «زار … | والتقى الرئيس», «اتهمت الحكومة الحركة | وطالبت الوسطاء».
    """
    if behind.first < k:
        return False
    named = {e for r in behind.named for e in r.entities}
    said = {a.source for a in scene.attributions if a.cue.overlaps(scene.page.span(k, k + 1))}
    known = bool(said) and all(scene.cast.entity(s) is not None or is_country(s) for s in said)
    if known and named and not said & named and conjoined(scene.page, k):
        return True
    meets = any(s.pos == "verb" and s.entry.get("partner") == "object" for s in scene.page.layer(k, "event"))
    return meets and conjoined(scene.page, k) and len(named) == 1


def _is_behind_unread(scene: EventScene, k: int) -> bool:
    """Whether an unread word stands between «كان» and the verb at ``k``, its subject: «كان كيري | زار …»."""
    page, i = scene.page, k - 1
    unread = i > scene.clauses.starts[0] and page.is_word(i) and not page.senses[i] and scene.cast.at(i) is None
    return unread and any(s.entry.id == "كان" for s in page.senses[i - 1])


def _is_taken_up_there(scene: EventScene, k: int) -> bool:
    """Whether a verb tells what others did in a place told of: «المسجد الذي صلى فيه رجال الدين، ثم أطلقوا …»."""
    resumed = scene.page.form(k + 1) in scene.grammar.resumptives
    return resumed and scene.is_relative(scene.clauses.around(k)[0])


def _describes(scene: EventScene, k: int, i: int) -> bool:
    """Whether a verb tells of a noun without article who has to do with it: «فندقا | يستخدمه مراقبون، واحتجزوا …»."""
    page, verb, before = scene.page, finite(scene.page, k), scene.page.form(k - 1)
    if verb is None or not verb.pronoun or verb.clitics or not page.is_word(k - 1) or before.startswith("ال"):
        return False
    grammar = scene.grammar
    small = grammar.complementisers | grammar.subordinators | grammar.particles | grammar.negations | grammar.continuers
    noun = before not in small | grammar.relatives | grammar.turned and not finite(page, k - 1)
    return noun and scene.cast.at(k - 1) is None and any(page.form(n) in COMMAS for n in range(k, i))


def _is_of_thing_described(scene: EventScene, k: int) -> bool:
    """Whether a verb only says of a thing what others did with it: «حررت القوات سفينة | كان القراصنة يستخدمونها»."""
    page, first = scene.page, scene.clauses.starts[0]
    near = range(k, max(k - _WAS, first), -1)
    was = next((i for i in near if any(s.entry.id == "كان" for s in page.senses[i])), first)
    held = range(was + 1, min(was + _WAS, scene.clauses.end))
    taken = any((verb := finite(page, i)) is not None and verb.pronoun for i in held)
    apart = page.form(was)[:1] in ("و", "ف") or not page.is_word(was - 1) or scene.is_relative(was - 1)
    joined = page.form(was - 1) in scene.grammar.complementisers | scene.grammar.subordinators
    return was > first and taken and not (apart or joined)


def _befell(scene: EventScene, k: int, subject: Chunk) -> bool:
    """Whether a verb of killing says what befell who stands beside it: «إن متطرفا | قتل واعتقل آخرون»."""
    page, verbs = scene.page, (s for s in scene.page.layer(k, "event") if s.pos == "verb" and not s.pronoun)
    if not any(s.entry.get("frame") == "kill" and s.number == "sg" for s in verbs):
        return False
    if subject.first > k:
        return scene.is_number(subject.first)
    whom = page.is_word(k + 1) and page.form(k + 1) not in scene.grammar.prepositions and not page.layer(k + 1, "time")
    return not whom or conjoined(page, k + 1)


def _is_by_the_way(scene: EventScene, k: int, i: int) -> bool:
    """Whether what the verb at ``k`` tells has nothing to do with what is told from token ``i`` on."""
    described = _is_of_thing_described(scene, k) or _describes(scene, k, i)
    return described or _is_told_aside(scene, k, i) or _is_taken_up_there(scene, k)


def _is_told_aside(scene: EventScene, k: int, i: int) -> bool:
    """Whether the verb at ``k`` only says between commas who has said so: «تفرقوا، كما | توقع دبلوماسيون، وشنوا …»."""
    page = scene.page
    if page.form(k - 1) != _AS or page.form(k - 2) not in COMMAS or not page.layer(k, "reporting"):
        return False
    words = list(takewhile(page.is_word, range(k + 1, i)))
    return words[-1:] != [i - 1] and not any(page.layer(n, "event") for n in words)


def _goes_on_with(scene: EventScene, k: int, i: int, verb: Sense) -> bool:
    """Whether ``verb`` at ``i`` is joined to that of a relative clause at ``k``, which it agrees with, by no comma."""
    before = finite(scene.page, k)
    if before is None or before.pronoun or not scene.is_relative(scene.clauses.around(k)[0]):
        return False
    alike = (before.gender, before.number, before.tense) == (verb.gender, verb.number, verb.tense)
    return alike and all(scene.page.is_word(m) for m in range(k, i))


def _are_the_same(scene: EventScene, k: int, verb: Sense) -> bool:
    """Whether the plural verb at ``k`` of a clause behind «الذين» goes on with ``verb``: «الذين تسللوا … | وهاجموا»."""
    first, _ = scene.clauses.around(k)
    before = finite(scene.page, k)
    plural = before is not None and before.number == verb.number == "pl" and before.person == verb.person
    return plural and scene.page.form(first) in scene.grammar.plural_relatives


def _is_verb_before(scene: EventScene, k: int) -> bool:
    """Whether a form that may be a noun is a verb by the nominative plural behind it.

    «منذ قتل المسلحون حارسا», «شن مقاتلو الحركة هجوما».
    """
    behind = scene.page.form(k + 1) if k + 1 < scene.clauses.end else ""
    people = any(s.number == "pl" for s in scene.page.layer(k + 1, "crowd")) if behind else False
    plural = behind.endswith("ون") and (behind.startswith("ال") or people)
    return (plural or (behind.endswith("و") and people)) and may_be_finite(scene.page, k)


def _is_verb_here(scene: EventScene, k: int) -> bool:
    """Whether a word of force that may be a noun is read as a verb where it stands: «قتل الجيش مسلحين واعتقل آخرين»."""
    senses = scene.page.layer(k, "event")
    force = any(s.entry.get("event") in FORCE and s.pos == "verb" and s.number == "sg" for s in senses)
    other = any(scene.page.layer(k, layer) for layer in ("crowd", "place_head"))  # «مدن»
    return force and not other and is_verbal(scene.page, scene.grammar, scene.clauses, senses, k)


def has_unnamed_subject(scene: EventScene, verb: int, before: int) -> bool:
    """Whether a noun that we cannot name stands behind ``verb`` and before ``before``, where its subject would."""
    page, i = scene.page, verb + 1
    i += page.form(i) in scene.grammar.taking_up and page.form(i + 1).startswith("ال")  # «فاستولى عليها | التنظيم»
    if i >= before or not page.is_word(i) or scene.cast.at(i) is not None or page.form(i) in scene.grammar.prepositions:
        return False
    known = any(page.layer(i, layer) for layer in ("time", "number", "event", "crowd")) or page.phrase(i, "number")
    if known or preposition_at(page, scene.cast, i):  # «كما اختطفوا أكثر من ستين …»
        return False
    form = page.form(i)
    later = any(page.form(k) in scene.grammar.prepositions for k in range(i + 1, before))
    return form.startswith("ال") or (later and not form.endswith("ا"))


def after_pronoun(scene: EventScene, i: int) -> bool:
    """Whether the subject of a verb is the pronoun on the complementiser before it: «أنه استضاف», «أنها قد ردت».

    In «أنه عندما قتلت القوات …» another clause begins between them.
    """
    i -= scene.page.form(i - 1) in QUOTES  # «قالت إنها "ستواصل …»
    opens = scene.page.form(i - 1) in scene.grammar.subordinators
    return any(scene.page.form(k) in scene.grammar.pronominal for k in ((i - 1,) if opens else (i - 1, i - 2)))
