"""Whether what an event word tells is said to have happened: negation, modality, tense, demand."""

from hudna.lexicon import Entry
from hudna.reading.event.clause import Clauses
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.participle import goes_on_accusing
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.reading.grammar import Grammar
from hudna.reading.page import Page
from hudna.text import COMMAS, QUOTES

_ADJECTIVES = 3  # words behind a noun among which its adjectives are sought
_AND = ("و", "ف")
_EASING = frozenset({"AGREE", "RETREAT", "CONCEDE", "AID"})
_AHEAD = frozenset({"planned", "possible", "called_for"})
_SAID = "إ"  # how «إن» begins, which only words of saying bring in
_LONG = 30  # words between two joined verbs
_WILL = ("سي", "ست")  # how a future tense begins
_SHORTEST = 4  # letters that one has more than
_FAILING = frozenset({"في", "عن"})
_ANY = "اي"  # «حذر من أي هجوم»
_OBJECTS = ("ها", "هم", "هما", "ه")  # endings of a verb that has its own object
_NEAR = 7  # words between a modal word and the event word that depends on it
_BEFORE = ("قبل", "ان")
_PREDICATE = 6  # words behind the verb of «ما حدث … هو»
_NEGATION = 2  # words between a negation and the verb


def status_of(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger, carrier: int | None) -> str:
    """The GUIDE status of an event word: actual, planned, called_for, denied or possible."""
    stopped = carrier is not None and page.form(carrier) in grammar.stopping and _negated(page, grammar, carrier)
    stopped = stopped or _is_unclaimed(page, grammar, trigger, carrier)
    anchors = [trigger.first] if carrier is None or stopped else [carrier, trigger.first]  # «لم يتوقف عن قصف …»
    since = page.form(clauses.around(min(anchors))[0] - 1) in grammar.occasions_in_time  # «بعد أن شنت …»
    if (told := next((t for a in anchors if (t := _by_form(page, grammar, a)) is not None), None)) is not None:
        promised = bool(trigger.entry.get("promises")) and trigger.sense.tense == "future"  # agreed to by being said
        return "actual" if told == "planned" and promised else told
    until = page.form(trigger.first - 1) in grammar.until and trigger.entry.get("event") not in SPEECH - _EASING
    lasting = until and trigger.sense.pos == "masdar" and trigger.entry.get("event") in FORCE  # «حتى القضاء على …»
    if lasting or ((until or trigger.entry.get("ahead")) and trigger.sense.tense == "present"):
        return "called_for" if until and trigger.entry.get("event") in _EASING else "planned"
    ahead = _is_to_come(page, grammar, clauses, trigger, carrier) or _is_proviso(page, trigger)
    if ahead or _is_set_for(page, grammar, clauses, trigger):
        return "planned"
    own = None if carrier is None else _status(page, carrier, trigger.first)  # «يعتزم زيارة», «تستعد لشن هجوم»
    own = "possible" if _is_any_to_come(page, clauses, trigger) else own
    if (sought := _of_adjective(page, trigger) or own) is not None:
        return sought
    counted = page.form(trigger.first - 1) in grammar.ordinals  # «خلال آخر اجتماع»
    # «أخفقت القوات في القبض على …»
    failed = page.form(trigger.first - 1) in _FAILING and _modal(page, grammar, clauses, trigger.first) == "denied"
    along = trigger.sense.pos == "active" and trigger.entry.get("event") in SPEECH  # «نفى ذلك … داعيا إلى …»
    if not failed and (since or along or page.form(trigger.first - 1 - counted) in grammar.occasions):
        return "actual"  # «دعت إلى التهدئة خلال لقاء …»: the meeting took place
    i = min(anchors)
    told = _modal(page, grammar, clauses, i) or _joined(page, grammar, clauses, i) or _provided(page, clauses, i)
    return told or (_of_predicate(page, grammar, clauses, trigger) if carrier is None else None) or "actual"


def _is_set_for(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a talk is one that is agreed to come («على أن يلتقي …») or what is planned is done on the visit."""
    if trigger.entry.get("event") != "CONSULT":
        return False
    if trigger.verbal:
        return _follows_on_that(page, trigger)
    if not trigger.sense.pronoun or page.form(trigger.first - 1) != "خلال":
        return False  # «من المتوقع أن يوجه خطابا … خلال زيارته»
    words = range(trigger.first - 1, max(clauses.starts[0], trigger.first - _LONG) - 1, -1)
    verb = next((k for k in words if finite(page, k) is not None), None)
    told = None if verb is None else _by_form(page, grammar, verb) or _modal(page, grammar, clauses, verb)
    return told == "planned"


def _follows_on_that(page: Page, trigger: Trigger) -> bool:
    """Whether «على أن» stands right before a verb in the present."""
    ahead = (page.form(trigger.first - 2), page.form(trigger.first - 1)) == ("علي", "ان")
    return ahead and any(s.tense == "present" for s in page.senses[trigger.first])


def _is_proviso(page: Page, trigger: Trigger) -> bool:
    """Whether «على أن» behind a comma says what is to come with something else: «…، على أن توافق الحكومة»."""
    return page.form(trigger.first - 3) in COMMAS and _follows_on_that(page, trigger)


def _is_unclaimed(page: Page, grammar: Grammar, trigger: Trigger, carrier: int | None) -> bool:
    """Whether nobody owns up to what happened: «لم تعلن أي جهة مسؤوليتها عن الهجوم» denies no attack."""
    if carrier is None or not _negated(page, grammar, carrier):
        return False
    return any(page.form(k) in grammar.responsibility for k in range(carrier, trigger.first))


def _is_any_to_come(page: Page, clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a deed stands behind «أي» and the future is told of it: «أي هجوم جديد سيعني انهيار الهدنة»."""
    if trigger.verbal or page.form(trigger.first - 1) != _ANY:
        return False
    behind = range(trigger.last, min(clauses.end, trigger.last + _LONG))
    return any(any(s.tense == "future" for s in page.senses[k]) or _looks_future(page, k) for k in behind)


def _looks_future(page: Page, k: int) -> bool:
    """Whether a word that the lexicon does not know has the form of a future tense: «سيعني», «ستقوض»."""
    return not page.senses[k] and page.form(k)[:2] in _WILL and len(page.form(k)) > _SHORTEST


def _is_to_come(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger, carrier: int | None) -> bool:
    """Whether a talk, or the signing that somebody comes for, is still to take place by what stands beside it."""
    talk = trigger.entry.get("event") == "CONSULT"
    if (talk or trigger.entry.get("concluded")) and is_purpose(page, trigger, carrier):
        return True
    expected = is_expected(page, grammar, trigger) or _is_soon(page, grammar, clauses, trigger, carrier)
    return talk and expected


def _is_soon(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger, carrier: int | None) -> bool:
    """Whether a talk told in the present tense is still to come by a word that names no day: «في الأيام المقبلة».

    So is one of today in a report on what was yesterday.
    """
    verb = trigger.first if carrier is None else carrier
    if not any(s.pos == "verb" and s.tense == "present" for s in page.senses[verb]):
        return False
    first, last = clauses.around(trigger.first)
    words = range(min(first, verb), last)
    return _is_today(page, grammar, words) or any(page.form(k) in grammar.soon for k in words)


def _is_yet(page: Page, grammar: Grammar, i: int) -> bool:
    """Whether «بعد» before token ``i`` says with a negated verb that it is not yet so: «لم تبدأ بعد | المفاوضات»."""
    return page.form(i - 1) == "بعد" and page.form(i - 3) in grammar.verb_negations


def _of_adjective(page: Page, trigger: Trigger) -> str | None:
    """The status that an adjective behind a noun of ease tells: «الاتفاقية الأمنية المزمع إبرامها»."""
    if trigger.verbal or trigger.entry.get("event") not in _EASING:
        return None
    near = (page.form(k) for k in range(trigger.last, trigger.last + _LONG // 2))
    if trigger.sense.pos == "masdar" and "بحلول" in near:
        return "planned"  # «سحب القوات بحلول نهاية العام»
    behind = (k for k in (trigger.last, trigger.last + 1) if page.form(k).startswith("ال"))
    return next((s for k in behind if (s := _status(page, k, trigger.first)) in _AHEAD), None)


def _of_predicate(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger) -> str | None:
    """The status that the verb of which a noun is the subject gives it: «أن الانسحاب سيبدأ», «أن الاتفاق لن يتم».

    A talk of which that denies something took place («أن اللقاء لم ينجح»).
    """
    talk = trigger.entry.get("event") == "CONSULT"
    if trigger.verbal or not (talk or trigger.entry.get("event") in _EASING):
        return None
    first, last = clauses.around(trigger.first)
    if page.form(first) not in grammar.complementisers or trigger.first != first + 1:
        return None
    for k in range(trigger.last, min(last, trigger.last + _NEAR)):
        if any(s.pos == "verb" for s in page.layer(k, "light")):
            told = _by_form(page, grammar, k)
            return told if not talk or told == "planned" else None
    return None


def _by_form(page: Page, grammar: Grammar, i: int) -> str | None:
    """The status that a negation, the future or «قد» before a present tense gives the word at ``i``."""
    if _negated(page, grammar, i) or _is_yet(page, grammar, i):
        return "denied"
    verbs = [s for s in page.senses[i] if s.pos == "verb"]
    sought = page.form(i - 1) in grammar.so_that and any(s.tense == "present" for s in verbs)  # «كي تفرج عن …»
    if sought or any(s.tense == "future" for s in verbs) or page.form(i - 1) in grammar.future:
        return "planned"
    told = page.form(i - 1) in grammar.maybe and {s.tense for s in verbs}
    being = tuple(grammar.being) if told == {"past"} else ()
    if being and not any(page.form(k).endswith(being) for k in range(max(i - _NEAR, 0), i)):
        return "actual"  # «المدرسة التي كان من المقرر افتتاحها قد دمرت»
    return "possible" if told == {"present"} else None


def _joined(page: Page, grammar: Grammar, clauses: Clauses, i: int) -> str | None:
    """The status of the verb that a joined verb in the present goes on with: «من المقرر أن يزور … ويلتقي …».

    So does one behind «حيث» or «قبل أن»: «سيتوجه إلى بانغي حيث يلتقي …». Behind a past one what is told for today
    is yet to come: «التقى … أمس، ويلتقي اليوم …».
    """
    behind = page.form(i - 1) == "حيث" or (page.form(i - 2), page.form(i - 1)) == _BEFORE
    joined = i in clauses.starts and any(s.tense == "present" and s.clitics[:1] in _AND for s in page.senses[i])
    if not joined and not (behind and any(s.tense == "present" for s in page.senses[i])):
        return None
    for k in range(i - 1, max(clauses.starts[0], i - _LONG) - 1, -1):
        verb = finite(page, k)
        if verb is None or page.form(k - 1) in grammar.relatives or verb.entry.id in grammar.auxiliaries:
            continue
        near = map(page.form, range(i + 1, i + _NEAR))
        today = joined and verb.tense == "past" and not grammar.today.isdisjoint(near)
        if verb.tense == "future" or today:
            return "planned"
        told = _modal(page, grammar, clauses, k) if verb.tense == "present" else None
        if verb.tense == "present" and behind and _is_today(page, grammar, range(k, i)):
            return "planned"  # «يصل اليوم إلى طهران قبل أن يتوجه إلى بغداد»
        return told if told in _AHEAD else None
    return None


def _is_today(page: Page, grammar: Grammar, words: range) -> bool:
    """Whether what is told among ``words`` is of today, in a report on what was yesterday."""
    today = any(page.form(k) in grammar.today for k in words)
    return today and not grammar.yesterday.isdisjoint(page.forms)


def _provided(page: Page, clauses: Clauses, i: int) -> str | None:
    """The status of a verb in the present in what an accord provides: «بموجب الاتفاق ينتشر …، بينما تنسحب …»."""
    if not any(s.pos == "verb" and s.tense == "present" for s in page.senses[i]):
        return None
    for k in range(i - 1, max(clauses.starts[0], i - _LONG) - 1, -1):
        verb = finite(page, k)
        if verb is not None and verb.tense == "past":
            return None
        hit = page.phrase(k, "modality")
        for sense in hit.senses if hit is not None else ():
            if sense.entry.get("tense") == "present":
                return str(sense.entry.get("status"))
    return None


def is_expected(page: Page, grammar: Grammar, trigger: Trigger) -> bool:
    """Whether an adjective behind the noun of a talk says that it is yet to come: «لقاء كان مقررا»."""
    if trigger.verbal:
        return False
    behind = range(trigger.last, trigger.last + _ADJECTIVES)
    first = next((k for k in behind if page.form(k).removeprefix("ال") in grammar.expected), None)
    between = range(trigger.last, first or trigger.last)
    return first is not None and not any(page.form(k) in grammar.prepositions for k in between)


def is_purpose(page: Page, trigger: Trigger, carrier: int | None) -> bool:
    """Whether a talk is what something else is for: «وصل إلى صنعاء لإجراء محادثات», «توجه إلى باريس للقاء الرئيس»."""
    if trigger.verbal:
        return False
    if carrier is not None:
        return any(s.pos == "masdar" and s.clitics[-1:] == "ل" for s in page.layer(carrier, "light"))
    return trigger.sense.clitics[-1:] == "ل"


def _negated(page: Page, grammar: Grammar, i: int) -> bool:
    own = page.form(i).removeprefix("و") in grammar.negations  # «لا تعترف | ولا تقبل»
    words = (k for k in range(i - (0 if own else _NEGATION), i) if page.is_word(k) and not _unless(page, k))
    return any(_negates(page, grammar, k, i) for k in words)


def _negates(page: Page, grammar: Grammar, k: int, i: int) -> bool:
    """Whether the word at ``k`` negates that at ``i``; one before a noun negates just that: «بدون طيار»."""
    form = page.form(k)
    before = page.form(k - 1)
    resumed = page.form(k + 2) in grammar.taken_up | grammar.resumptives  # «ما تقوم به القوات»
    often = before.removeprefix("و") in grammar.often
    told = often or before in COMMAS or before in grammar.prepositions or before[-2:] in grammar.copulas
    named = any(page.form(n) in grammar.copulas for n in range(i + 1, i + _PREDICATE))  # «ما حدث في … هو عدوان»
    if form == "ما" and (told or resumed or named):
        return False  # «…، ما أسفر عن تدمير», «بسبب ما وصفه ب…», «وهو ما رفضته …», «غالبا ما يقصف»
    if form.removeprefix("و") == "ما" and any(s.tense == "present" for s in page.senses[k + 1] if s.pos == "verb"):
        return page.form(k + 1) in grammar.persisting  # «وما يعزز التوقعات محادثات …»: what does
    joined = form[0] in "وف" or (form[0] in "بل" and form[1:] in grammar.nominal_negations)  # «اتهم بعدم الالتزام»
    bare = form[1:] if joined and form[1:] in grammar.negations else form
    if k + 1 < i and page.form(k + 1).endswith(_OBJECTS) and bare in grammar.verb_negations:
        return False  # «اتهم أطرافا لم يسمها بقتل …»
    if page.form(k + 1) in grammar.persisting or (k + 1 < i and page.form(k + 1) in grammar.stopping):
        return False  # «ما زالوا ينتشرون», «لم يتوقف القصف»
    if k == i - 1 and form.lstrip("وبلئ") in grammar.lest:
        return any(s.tense == "present" for s in page.senses[i])  # «حذر من ألا ينسحب»
    that = k == i - 2 and page.form(k + 1) == "ان"  # «دون أن تتصدى لهم القوات»
    return bare in grammar.negations and (k == i - 1 or that or bare not in grammar.nominal_negations)


def _unless(page: Page, k: int) -> bool:
    """Whether a negation is that of a condition («إن لم تنسحب», «ما لم»): it may yet happen."""
    before = k - 1 if page.form(k - 1) not in QUOTES else k - 2
    hit = page.phrase(before, "modality") or page.phrase(k, "modality")  # «ما لم»
    senses = hit.senses if hit is not None else page.layer(before, "modality")  # «إذا "لم …"»
    return any(s.entry.get("status") == "possible" for s in senses)


def is_conditional(page: Page, grammar: Grammar, clauses: Clauses, trigger: Trigger) -> bool:
    """Whether an event word stands in a condition and tells of nothing done: «إذا انسحبت القوات», «شرط أن تفرج …».

    Whoever is to agree besides has not agreed either: «…، على أن توافق الحكومة».
    """
    if trigger.entry.get("event") == "AGREE" and _is_proviso(page, trigger):
        return True
    entry = _modal_entry(page, grammar, clauses, trigger.first)
    return entry is not None and bool(entry.get("condition"))


def _modal(page: Page, grammar: Grammar, clauses: Clauses, i: int) -> str | None:
    """The status that the nearest modal word before ``i`` gives, in its clause or before the «أن» that opens it."""
    entry = _modal_entry(page, grammar, clauses, i)
    return None if entry is None else str(entry.get("status"))


def _modal_entry(page: Page, grammar: Grammar, clauses: Clauses, i: int) -> Entry | None:
    """The nearest modal word before ``i`` that bears on it; only a denial reaches over a long subject."""
    first, _ = clauses.around(i)
    that = page.form(first) in grammar.complementisers - grammar.reasons  # «رفض طلبا … لأن اتفاقا تم …»
    that = that and not page.raw(first, first + 1).startswith(_SAID)  # «قال مسؤول طلب عدم ذكر اسمه | إن …»
    reaches = that or page.form(first) == "ما"  # «نافيا ما تردد عن وقوع هجمات»
    if reaches and first > clauses.starts[0]:
        first = max(clauses.around(first - 1)[0], first - _LONG)
    for k in range(i - 1, first - 1, -1):
        if k in clauses.inside:
            continue
        if not page.is_word(k):
            if page.form(k) in COMMAS:
                return None
            continue
        if goes_on_accusing(page, k):
            return None  # «نفى الجيش قصف السوق متهما الحركة باستهداف …»
        entry = _entry(page, k, i, carries=False)
        if entry is not None and entry.get("status") == "denied" and page.form(i - 1) in grammar.dating:
            return None  # «نفى وجود تنسيق قبيل | الهجوم»: that took place
        if entry is not None and (i - k <= _NEAR or entry.get("status") == "denied"):
            return entry
    return None


def _status(page: Page, k: int, i: int) -> str | None:
    """What the modal word at ``k`` makes of what depends on it at ``i``."""
    entry = _entry(page, k, i)
    return None if entry is None else str(entry.get("status"))


def _entry(page: Page, k: int, i: int, *, carries: bool = True) -> Entry | None:
    """The modal word at ``k``, if it bears on what stands at ``i``, be it what ``carries`` that noun or not."""
    hit = page.phrase(k, "modality")
    hit = hit if hit is not None and not hit.first < i < hit.last else None
    for sense in hit.senses if hit is not None else page.layer(k, "modality"):
        needs, tense = sense.entry.get("needs"), sense.entry.get("tense")
        if tense and not any(s.tense == tense for s in page.senses[i]):
            continue
        told = [e for e in page.layer(i, "event") if carries or e.pos == "verb"]
        if (kinds := sense.entry.get("of")) and not any(e.entry.get("event") in kinds for e in told):
            continue  # «قرر خمسة من المتهمين بهجمات …»
        right_before = (hit.last if hit is not None else k + 1) == i and not _is_predicate(page, i)
        if sense.entry.get("next") and not right_before:
            continue
        beside = not needs or page.form(k + 1)[:1] in needs or (page.form(i - 1) == _ANY and page.form(i - 2) in needs)
        if beside or page.form(i - 1) in needs or (page.form(i)[:1] in needs and _clitic(page, i)):
            # also away from it: «تخطط الحكومة لسحب …», «تخطط … إلى إرسال»
            return sense.entry
    return None


def _is_predicate(page: Page, i: int) -> bool:
    """Whether what stands at ``i`` is said of the noun before it, and is no deed that is planned: «الخطة | مرفوضة»."""
    return any(s.entry.get("said_of") for s in page.readings(i, "event"))


def _clitic(page: Page, i: int) -> bool:
    """Whether the word at ``i`` is read with a preposition written onto it."""
    return any(s.clitics for s in page.senses[i])
