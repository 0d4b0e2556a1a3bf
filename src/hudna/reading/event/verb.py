"""Arguments of event verbs: subject and object by order, passive, shared and elided subjects."""

from dataclasses import replace

from hudna.reading.event.agreement import agrees, fits_relative, may_resume
from hudna.reading.event.chunk import AGENT, AND, Chunk
from hudna.reading.event.earlier import after_pronoun
from hudna.reading.event.elided import dated_subject, resumed_subject, shared_subject
from hudna.reading.event.fitting import fitting
from hudna.reading.event.freed import captives
from hudna.reading.event.genitive import is_own_land
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.noun_boundary import counts
from hudna.reading.event.order import Clause, by_what_follows
from hudna.reading.event.owner import taken_up
from hudna.reading.event.prepositional import add_prepositions, own_phrases, with_governed, with_signers
from hudna.reading.event.repelled import before_aim, foiled
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.subject import has_unread_topic, subject_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import (
    has_unknown_object,
    is_killer,
    is_object_alone,
    is_owned,
    is_seized,
    is_slain,
    is_written_passive,
    lost_all_aboard,
)
from hudna.reading.particle import conjoined


def roles_of_verb(scene: EventScene, trigger: Trigger) -> Roles:
    """The arguments of a verb or of a participle used as one («متهما …»)."""
    frame = scene.frame(trigger)
    right = with_governed(scene, trigger, scene.right(trigger.last))
    if trigger.entry.get("repels") and not is_written_passive(scene, trigger):
        right = before_aim(scene, tuple(c for c in right if c.prep != AGENT))  # «تصدى لهجوم من قبل الحركة»: she attacks
    if frame.pair and frame.subject == "-":  # «الهدنة بين … و… دخلت حيز التنفيذ»
        right += scene.chunks(scene.clauses.around(trigger.first)[0], trigger.first)
    clause = _subject_and_object(scene, trigger, right)
    fitted = fitting(scene, trigger, clause)
    clause = _going_on(scene, trigger, fitted) if fitted.rule != clause.rule else fitted
    if clause.subject is None and clause.object is not None and _says_it(scene, trigger, clause.object):
        clause = Clause(clause.object, None, "event.verb-subject")
    clause = _arrived(scene, clause) if trigger.entry.get("to_place") else clause
    roles = add(scene, Roles(rule=clause.rule), frame.subject, clause.subject)
    if clause.object is not None and _is_asked_for(scene, trigger, clause.object):
        roles = add(scene, roles, "content", clause.object)
        clause = clause._replace(object=None)
    roles = add(scene, roles, frame.object, clause.object or taken_up(scene, trigger, roles.actors))
    roles = replace(roles, actors=_giver(scene, trigger, right)) if frame.subject == "-" else roles
    roles = foiled(scene, trigger, roles, right)
    if frame.object == "act" and clause.object is not None and _is_judged_itself(scene, clause.object):
        roles = add(scene, roles, "target", clause.object)
    if trigger.entry.get("event") in SPEECH and frame.object == "target" and clause.object and not roles.targets:
        roles = replace(roles, targets=roles.places[:1], places=roles.places[1:])  # «اتهم أوروبا بالتقصير»
    roles = add_prepositions(scene, roles, trigger, own_phrases(scene, trigger, right))
    return with_signers(scene, roles, trigger, right)


def _arrived(scene: EventScene, clause: Clause) -> Clause:
    """The clause of a verb of coming, whose object is no person: «وصل القاهرة الوزير»."""
    if clause.object is None or not any(scene.cast.is_person(e) for e in clause.object.entities):
        return clause
    ahead = clause.subject is not None and scene.only_places(clause.subject.named)
    return Clause(clause.object if ahead else clause.subject, clause.subject if ahead else None, clause.rule)


def _giver(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[str, ...]:
    """Who is named behind «من» in one phrase with what is got: «تسلمت كييف | 32 أسيرا من روسيا»; () if nobody is."""
    i = trigger.companion
    got = next((c for c in right if i is not None and not c.prep and c.first <= i < c.last), None)
    named = (r for r in got.named if scene.page.form(r.first - 1) == "من") if got is not None else ()
    return next((r.entities for r in named), ())


def _says_it(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether what looks like the object of a word of speech is who says it: «رحب الأمين العام للمنظمة فلان ب…»."""
    span = scene.page.span(trigger.first, trigger.last)
    said = {a.source for a in scene.attributions if a.cue.overlaps(span)}
    return trigger.entry.get("event") in SPEECH and bool(chunk.entities) and chunk.entities <= said


def _is_asked_for(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a verbal noun heads the object of a demand, which is asked for: «اقترح إرسال مراقبين»."""
    head = chunk.first + (scene.page.form(chunk.first) in scene.grammar.demonstratives)
    deed = any(s.pos == "masdar" and not s.definite for s in scene.page.senses[head])
    return trigger.entry.get("event") == "REQUEST" and deed and scene.cast.at(head) is None


def _is_judged_itself(scene: EventScene, chunk: Chunk) -> bool:
    """Whether not an act but somebody is condemned: «أدانت الحركة إسرائيل»."""
    named = chunk.references[0] if chunk.references else None
    if named is None or not named.by_name or chunk.thing or scene.only_places((named,)):
        return False
    start = named.first - (chunk.first + 1 == named.first and scene.page.form(chunk.first).startswith("ال"))
    return start == chunk.first and not any(scene.page.layer(k, "event") for k in range(chunk.first, chunk.last))


def _subject_and_object(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Clause:
    """Who does it and to whom: read off the form of the verb, else found before it, else behind it."""
    if (held := _with_captives(scene, trigger)) is not None:
        return held
    left = bool(trigger.entry.get("of_subject")) and trigger.companion is not None and trigger.companion < trigger.first
    told = (c for c in right if not (c.prep or left) and (c.named or c.crowd or c.thing))  # «الوحدة غادرت | العراق»
    told = (c for c in told if not (_is_of_relative(scene, trigger, c) or _describes_deed(scene, c)))
    bare = [c for c in told if not (_is_of_object(scene, trigger, c) or _is_needed(scene, trigger, c))]
    # «قتل الجنود | وعددهم خمسة», «قتل مئة متمرد و | 13 جنديا»
    bare = [c for n, c in enumerate(bare) if not n or not _is_joined(scene, c)]
    if bare and trigger.entry.get("frame") == "mediate" and trigger.companion == trigger.last:
        return Clause(bare[0], None, "event.verb-subject")  # «يرعى | المحادثات | الاتحاد الأفريقي»
    if bare and trigger.entry.get("of_self"):
        return Clause(bare[0], None, "event.verb-subject")  # «فجر | ثلاثة منهم أنفسهم»
    since = scene.page.form(trigger.first - 1) == "منذ"  # «واصلت القصف منذ قتل المسلحون حارسا»
    behind = bool(bare) and bool(bare[0].named) and bare[0] is right[0] and _resumes(scene, trigger, bare)
    apart = trigger.sense.pos == "active" or since or behind
    topic = None if apart or _has_own(scene, trigger, bare) else subject_before(scene, trigger.first)
    return (
        _by_form(scene, trigger, right, bare, topic)
        or _by_what_precedes(scene, trigger, bare, topic)
        or _going_on(scene, trigger, by_what_follows(scene, trigger, right, bare))
    )


def _is_joined(scene: EventScene, chunk: Chunk) -> bool:
    """Whether «و» joins a phrase to the one before it, written onto it or alone before a figure."""
    first = chunk.first
    while first and scene.is_number(first - 1) and not conjoined(scene.page, first):
        first -= 1
    return conjoined(scene.page, first) or scene.page.form(first - 1) in AND


def _has_own(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether a relative clause has another subject than whom it is about: «القائد الذي سيطر الحرس على الميناء»."""
    named = bare[0].named[0] if bare and bare[0].named else None
    told = named is not None and named.by_name and scene.cast.is_body(named.entities[0])
    return told and scene.is_relative(trigger.first - 1) and _stands_behind(scene, trigger, bare)


def _resumes(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether a pronoun behind a verb takes up a noun before it, its subject behind.

    «هدنة توسط فيها فلان», «مسيرة اعتقلت خلالها الشرطة فلانا», «مؤتمر دعت إليه ميركل الطرفين».
    """
    both = trigger.entry.get("event") in FORCE and len(bare) > 1
    mediates = trigger.entry.get("frame") == "mediate"
    called = trigger.entry.get("event") == "REQUEST" and scene.page.form(trigger.last) in scene.grammar.needs_taken_up
    return called or ((mediates or both) and scene.page.form(trigger.last) in scene.grammar.resumptives)


def _with_captives(scene: EventScene, trigger: Trigger) -> Clause | None:
    """The clause of a verb of release, whose object is what it needs: «أطلقت الحركة | سراح جنديين من الجيش»."""
    found = captives(scene, trigger)
    if found is None:
        return None
    doers, freed = found
    several = trigger.sense.number == "pl" and trigger.sense.person == "3"
    described = scene.is_relative(scene.clauses.around(trigger.first)[0])
    told = None if several or described else subject_before(scene, trigger.first)
    told = told if told is not None and told.named and agrees(scene.page, trigger.sense, told) else None
    if doers and not (several or told):  # «سلموا | الصليب الأحمر جنودا», «إن إسرائيل سلمت | الصليب الأحمر جثث …»
        return Clause(doers[0], freed, "event.verb-subject")
    before = _by_what_precedes(scene, trigger, [freed] if freed else [], subject_before(scene, trigger.first))
    return before._replace(object=freed) if before is not None else Clause(None, freed, "event.passive")


def _is_of_object(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether what stands behind the object in which a verbal phrase ends goes with it: a nation, or one's own land.

    «قبلت الوساطة | القطرية», «أعرب عن دعم | بلاده للحكومة».
    """
    held = trigger.last - trigger.first > 1 and trigger.sense.pos == "phrase" and bool(chunk.references)
    own = held and is_own_land(scene, trigger, chunk.references[0])
    return own or (held and chunk.adjectival and chunk.references[0].first == trigger.last)


def _is_of_relative(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a phrase is the subject of a verb behind the noun that it takes up: «قتل ستة في غارة شنتها | القوات»."""
    before = scene.page.senses[chunk.first - 1] if chunk.first > trigger.last else ()
    noun = any(s.pos == "masdar" and s.pronoun for s in before)  # «في مقر إقامته | رئيس الوزراء»
    named = scene.cast.at(chunk.first - 1) is not None  # «استقبل سموه | السفير»
    return not (noun or named) and any(s.pos == "verb" and s.pronoun and s.person == "3" for s in before)


def _describes_deed(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is the adjective in which words for an attack end: «قتلوا في التفجيرين | الانتحاريين»."""
    hit = scene.page.phrase(chunk.first - 1, "event")
    return hit is not None and hit.last == chunk.last


def _is_needed(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a counted phrase is the object that a verb needs: «سحبت أربعة آلاف جندي»."""
    i = trigger.companion
    if i is not None and trigger.entry.get("envoy") and chunk.first <= i < chunk.last:
        return True  # «واستدعت | سفيرها من تل أبيب»
    if i is not None and trigger.entry.get("repels") and chunk.first == i:
        return True  # «صدت | هجوما شنه المتمردون»
    if i is None or not trigger.entry.get("direct") or not chunk.first <= i < chunk.last:
        return False
    if chunk.first == i:  # «سلمت | مواقعها للجيش», «سلم | السلطة»
        lone = chunk.last == i + 1 or scene.only_places(chunk.named)  # «فتحت | معبر باب الهوى»
        return lone or any(s.pronoun for s in scene.page.senses[i])
    return all(scene.is_number(k) or counts(scene.page, k) for k in range(chunk.first, i))


def _going_on(scene: EventScene, trigger: Trigger, clause: Clause) -> Clause:
    """The clause of a verb that goes on with the subject told before, unless that is its own object."""
    subject = resumed_subject(scene, trigger) if clause.subject is None else None
    if subject is None or (clause.object is not None and subject.entities & clause.object.entities):
        return clause
    return _elided(scene, trigger, subject, clause.object)


def _elided(scene: EventScene, trigger: Trigger, subject: Chunk, told: Chunk | None) -> Clause:
    """The clause of a verb without a subject of its own; of a killing without an object that befell him.

    «كان الجنود في دورية وقتلوا في انفجار لغم».
    """
    slain = trigger.entry.get("frame") == "kill" and told is None and trigger.companion is None
    slain = slain and not (trigger.sense.pronoun or counts(scene.page, trigger.last))  # «وقتلوا | سبعة من عناصره»
    if slain and not has_unknown_object(scene, trigger):
        return Clause(None, subject, "event.passive")
    return Clause(subject, told, "event.elided-subject")


def _by_form(  # noqa: PLR0911 - a list of decisions
    scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...], bare: list[Chunk], topic: Chunk | None
) -> Clause | None:
    """Subject and object of a verb that is written as a passive or has its doer behind «من قبل»."""
    first = bare[0] if bare else None
    agent = next((c for c in right if c.prep == AGENT), None)
    force = trigger.entry.get("event") not in SPEECH
    if force and scene.page.form(trigger.first) in scene.grammar.passive_auxiliaries:
        return Clause(agent, first, "event.passive" if agent is None else "event.passive-agent")  # «تم القبض على»
    killed = trigger.entry.get("frame") == "kill" and trigger.sense.number == "sg" and not trigger.sense.pronoun
    if killed and len(bare) == 1 and scene.is_relative(trigger.first - 1) and _resumed(scene, trigger):
        return Clause(None, first, "event.passive")  # «الطريقة التي قتل بها | الرئيس»
    aboard = lost_all_aboard(scene, trigger)
    beside = trigger.entry.get("frame") == "kill" and scene.page.form(trigger.last) in scene.grammar.with_him
    if aboard or beside or is_written_passive(scene, trigger):  # «فقتل | ومعه سبعة من الجنود»
        befell = topic if beside else first or topic
        return Clause(None, None if aboard else befell, "event.passive")
    if agent is not None and scene.frame(trigger).subject != "actor":
        return Clause(first or topic, None, "event.verb-subject")  # «سقطت المدينة في أيدي المتمردين»
    told_behind = bool(trigger.sense.pronoun) and first is not None and first.first == trigger.last
    own = agent is not None and not told_behind  # «أسره المتمردون … وإعلان الهدنة من قبل الحركة»
    own = own and not (first is not None and agent is not None and _is_of_noun(scene, agent, first))
    if own and scene.frame(trigger).object != "actor":  # «التقى بفلان قبل انتخابه من قبل المجلس»
        return Clause(agent, first or topic, "event.passive-agent")
    told = trigger.sense.pos == "active" and not scene.page.form(trigger.last).startswith("ايا")  # «متهما إياها»
    accused = bool(right) and not right[0].prep and right[0].first == trigger.last  # «متهما الطرف الآخر ب…»
    if told and first is None and not accused and trigger.entry.get("frame") == "accuse":
        return Clause(None, subject_before(scene, trigger.first), "event.passive")  # «القوات متهمة بقصف …»
    charged = _is_only_charged(scene, trigger, right) or _is_held_responsible(scene, trigger, right)
    return Clause(None, topic, "event.passive") if charged else None


def _is_only_charged(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether the charge stands right behind a verb of accusing, so that it has no object: «القائد … يتهم | بتدبير»."""
    accuses = trigger.sense.pos == "verb" and not trigger.sense.pronoun and trigger.entry.get("frame") == "accuse"
    form = scene.page.form(trigger.last)
    that = form.startswith("ب") and form in scene.grammar.pronominal  # «الذي يتهم | بأنه المسؤول عن …»
    return accuses and (that or (bool(right) and right[0].prep == "ب" and right[0].first == trigger.last))


def _is_held_responsible(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> bool:
    """Whether a relative clause says who is blamed: «التنظيم الذي حمل | مسؤولية الهجوم», not «… للحكومة»."""
    charged = trigger.sense.pos == "verb" and not trigger.sense.pronoun and bool(trigger.entry.get("charges"))
    if not (charged and trigger.companion == trigger.last and scene.is_relative(trigger.first - 1)):
        return False
    return not any(c.prep in ("ل", "علي", "الي") and (c.named or c.crowd) for c in right)


def _is_of_noun(scene: EventScene, agent: Chunk, subject: Chunk) -> bool:
    """Whether the doer behind «من قبل» is that of a noun: «حث فلان على ضبط النفس من قبل الجانبين».

    Or that of what is done to the owner of a pronoun: «تحمل الأهالي مسؤولية سقوطها في يد المتمردين».
    """
    between = range(subject.last, agent.first)
    heads = (k + 1 for k in between if scene.page.form(k) in ("علي", "الي"))
    befell = (s for k in between for s in scene.page.layer(k, "event") if s.pos == "masdar" and s.pronoun)
    return any(befell) or any(s.pos == "masdar" for k in heads for s in scene.page.senses[k])


def _by_what_precedes(scene: EventScene, trigger: Trigger, bare: list[Chunk], topic: Chunk | None) -> Clause | None:
    """Subject and object where the subject stands before the verb, or is known to be left out."""
    first = bare[0] if bare else None
    if trigger.sense.pos == "active" or after_pronoun(scene, trigger.first):
        return Clause(None, first, "event.elided")
    if topic is not None:
        return _told_of(scene, trigger, bare, topic)
    both = trigger.entry.get("frame") == "accuse" and len(bare) > 1  # «الهجوم الذي اتهمت الحكومة الحركة بتنفيذه»
    own = both or _stands_behind(scene, trigger, bare)
    if trigger.sense.person == "1" or (_in_relative_clause(scene, trigger) and not own):
        return Clause(None, first, "event.elided")
    if first is None and is_slain(scene, trigger):
        return Clause(None, None, "event.passive")
    # «إن الرجل قتله مسلحون»
    if not trigger.sense.pronoun and (has_unread_topic(scene, trigger.first) or _is_of_attack(scene, trigger.first)):
        return Clause(None, first, "event.elided")
    subject = shared_subject(scene, trigger, bare)
    if subject is None and (first is None or is_object_alone(scene, trigger, bare)):
        subject = dated_subject(scene, trigger)  # «رفضت … بعد أن اتهمت الحركة بخرقها»
    return None if subject is None else _elided(scene, trigger, subject, first)


def _is_of_attack(scene: EventScene, verb: int) -> bool:
    """Whether an attack, and where it was, is what a verb tells of: «أن التفجير في البلدة | استهدف القوات»."""
    page, first = scene.page, scene.clauses.around(verb)[0]
    first += page.form(first) in scene.grammar.complementisers
    nouns = (s for s in page.layer(first, "event") if s.pos != "verb" and s.definite)
    attack = any(s.entry.get("event") == "ASSAULT" for s in nouns)
    return attack and page.form(first + 1) in scene.grammar.prepositions and first + 1 < verb


def _told_of(scene: EventScene, trigger: Trigger, bare: list[Chunk], topic: Chunk) -> Clause:
    """The noun phrase before a verb does it, or suffers what nobody is said to do to it («الجنود قتلوا»)."""
    first, second = [*bare, None, None][:2]
    if trigger.sense.pronoun and first is not None and trigger.last == first.first:
        beside = scene.cast.at(trigger.first - 1)  # «شنت الحركة هجوما على القوات | تدعمها قوات أخرى»
        meant = Chunk.of(beside) if beside is not None and beside.by_name else topic
        return Clause(first, meant, "event.verb-subject")  # «إن الرجل قتله مسلحون»
    same = first is not None and first.crowd is not None and first.crowd == topic.crowd and not first.references
    if first is not None and (same or first.entities & topic.entities):
        first = second  # «القوات … قصفت القوات المواقع»
    if trigger.entry.get("frame") == "kill" and scene.page.form(trigger.last) in scene.grammar.amongst:
        first = None  # «إن 51 شخصا قتلوا بينهم 24 مسلحا»
    alone = first is None and not trigger.sense.pronoun
    slain = alone and not (has_unknown_object(scene, trigger) or is_killer(scene, trigger, topic))
    freed = (
        alone and trigger.entry.get("frame") == "release" and scene.page.form(trigger.last) in scene.grammar.freed_back
    )
    freed = freed and trigger.sense.number != "pl"  # «إن الرجل أفرج عنه», but «مسلحون … ثم أفرجوا عنهم»
    killed = freed or (trigger.entry.get("frame") == "kill" and slain)
    killed = killed or (alone and not trigger.companion and _is_struck(scene, trigger, topic))
    return (
        Clause(None, topic, "event.passive")
        if killed or (first is None and (is_seized(scene, trigger) or _is_hit(scene, trigger, topic)))
        else Clause(topic, first, "event.subject-verb")
    )


def _is_struck(scene: EventScene, trigger: Trigger, topic: Chunk) -> bool:
    """Whether the attack that hit the one man before a verb of force stands behind it: «إن زعيمها استهدف بغارة»."""
    one = len(topic.named) == 1 and all(map(scene.cast.is_person, topic.named[0].entities))
    k = trigger.last + (scene.page.form(trigger.last) == "في")
    by = k > trigger.last or scene.page.form(k).startswith("ب")
    attack = any(s.pos != "verb" and s.entry.get("event") == "ASSAULT" for s in scene.page.readings(k, "event"))
    hit = trigger.entry.get("event") in FORCE and scene.frame(trigger).object == "target"
    return one and by and attack and hit and trigger.sense.number == "sg"


def _is_hit(scene: EventScene, trigger: Trigger, topic: Chunk) -> bool:
    """Whether things that somebody owns stand before a verb of force: «مدارس تابعة للأمم المتحدة قد دمرت».

    Not before one that has its object: «مروحيات تابعة للأمم المتحدة قد أطلقت صواريخ».
    """
    if trigger.companion is not None and trigger.companion > trigger.first:
        return False
    return trigger.entry.get("event") in FORCE and not trigger.sense.pronoun and is_owned(scene, topic)


def _in_relative_clause(scene: EventScene, trigger: Trigger) -> bool:
    """Whether the subject of a verb is what its clause is about: «العمل الذي استهدف رجال الأمن»."""
    i = trigger.first - 1
    form = scene.page.form(i)
    about = scene.is_relative(i) and fits_relative(scene.grammar, form, trigger.sense)
    return about and not may_resume(scene.grammar, form, trigger.sense.pronoun) and not _resumed(scene, trigger)


def _stands_behind(scene: EventScene, trigger: Trigger, bare: list[Chunk]) -> bool:
    """Whether what stands right behind an intransitive verb can only be its subject: «التي تستولي الحركة على …»."""
    i = trigger.last
    return bool(trigger.entry.get("intransitive") and bare) and bare[0].first == i and scene.cast.at(i) is not None


def _resumed(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a pronoun right behind the verb takes up what a relative clause is about: «الليلة التي قتل فيها …»."""
    return any(scene.page.form(k) in scene.grammar.resumptives for k in (trigger.last, trigger.last + 1)) or (
        scene.page.form(trigger.last) in scene.grammar.taking_up
    )
