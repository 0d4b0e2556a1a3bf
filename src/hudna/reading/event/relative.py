"""Clauses behind an event noun that say who did it, or to whom: «الهجمات التي شنتها أرمينيا», «غارة نفذها الطيران»."""

from dataclasses import replace

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import clause_subject, has_unnamed_subject
from hudna.reading.event.kinds import FORCE, JOINT, SPEECH
from hudna.reading.event.owner import owner_of
from hudna.reading.event.possessor import named_ahead
from hudna.reading.event.prepositional import add_prepositions
from hudna.reading.event.roles import Roles, add, joined
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import is_private
from hudna.reading.finite import finite, may_be_finite, says
from hudna.reading.grammar import Frame
from hudna.reading.particle import conjoined, preposition_at
from hudna.text import COMMAS

_AGAINST, _BY = "ضد", "ب"
_GATHERED = frozenset({"", "بين", "ب", "مع"})  # «لقاء جمع الرئيس بنظيره»
_HOLDS = frozenset({"hold", "be_held", "conduct", "run"})  # entries of events/light.yaml
_ANSWERS = frozenset({"AGREE", "REJECT", "SUPPORT"})  # acts of those to whom a demand is made
_FOR_IT = frozenset({"عنه", "عنها", "عنهما", "عنهم"})
_OF_PEOPLE = frozenset({"هما", "هم", "هن"})  # pronouns that take up no deed in the singular
_WITH_HIM = frozenset({"معه", "معها"})
_CLAIMED = 16  # words behind an attack in which somebody owns up to it
_REACH = 5  # words after an indefinite noun in which its verb («غارة جوية نفذها …») may begin


def told_behind(scene: EventScene, roles: Roles, trigger: Trigger) -> Roles:
    """``roles`` of a noun with what the verb of a clause behind it adds."""
    told = _by_clause(scene, roles, trigger)
    return told if told.actors else _claimed(scene, told, trigger)


def _by_clause(scene: EventScene, roles: Roles, trigger: Trigger) -> Roles:
    """``roles`` with what the verb right behind the noun adds."""
    verb = _verb_behind(scene, trigger)
    if verb is None:
        return roles
    if trigger.entry.get("event") == "COERCE" and not scene.is_relative(verb - 1):
        return replace(roles, consumed=verb)  # «تفكيك خلية تستهدف …»: the cell means to
    if scene.frame(trigger).pair and _gathers(scene, trigger, verb):
        return _gathered(scene, roles, trigger, verb)
    if any(s.entry.get("frame") == "mediate" or s.entry.get("hosts") for s in scene.page.layer(verb, "event")):
        return roles  # «محادثات ترعاها الأمم المتحدة»: it does not talk
    if _undone(scene, trigger, verb):
        return roles
    return _told_by(scene, roles, trigger, verb, relative=scene.is_relative(verb - 1))


def _claimed(scene: EventScene, roles: Roles, trigger: Trigger) -> Roles:
    """``roles`` of an attack with those who own up to it farther on: «انفجار استهدف … وتبنته حركة الشباب»."""
    if trigger.entry.get("event") != "ASSAULT" or roles.actors:
        return roles
    for k in range(trigger.last, min(trigger.last + _CLAIMED, scene.clauses.end - 1)):
        if _is_ascribed(scene, k):  # «هجوم وقع أمس ونسب إلى الحركة»
            told = replace(roles.by("event.attributed"), consumed=k)
            return add(scene, told, "actor", _blamed(scene.right(k + 1), accused=False))
        if scene.page.form(k) in scene.grammar.responsibility and scene.page.form(k + 1) in _FOR_IT:
            subject = _owning_up(scene, trigger, k) or clause_subject(scene, k)
            return add(scene, roles.by("event.noun-relative"), "actor", subject) if subject else roles
        if any(s.entry.id == "declare" for s in scene.page.layer(k, "light")):
            continue
        owns = any(s.pos == "verb" and s.pronoun and s.entry.get("claims") for s in scene.page.layer(k, "light"))
        owns = owns and scene.page.form(k - 1) not in scene.grammar.negations  # «جرائم لا يتبناها دين»
        if not owns and says(scene.page, k):
            return roles  # something else is told
        behind = scene.right(k + 1)[:1] if owns else ()
        if behind and not behind[0].prep and behind[0].named:
            return add(scene, roles.by("event.noun-relative"), "actor", behind[0])
    return roles


def _owning_up(scene: EventScene, trigger: Trigger, responsibility: int) -> Chunk | None:
    """Who stands behind the verb of announcing that bears responsibility: «هجمات أعلنت | الحركة | مسؤوليتها عنها»."""
    words = range(trigger.last, responsibility)
    verb = next((k for k in words if any(s.entry.id == "declare" for s in scene.page.layer(k, "light"))), None)
    behind = scene.chunks(verb + 1, responsibility)[:1] if verb is not None and verb + 1 < responsibility else ()
    return next((c for c in behind if not c.prep and c.full), None)


def _is_ascribed(scene: EventScene, k: int) -> bool:
    """Whether a verb in the passive, or a participle, at token ``k`` says to whom a deed is ascribed: «نسب إلى …»."""
    ascribes = any(s.entry.id == "attribute_to" and not s.pronoun for s in scene.page.layer(k, "event"))
    return ascribes and scene.page.form(k + 1) == "الي"


def _verb_behind(scene: EventScene, trigger: Trigger) -> int | None:
    """Where the verb of a clause about the noun stands; None where what follows is said of something else."""
    page, grammar = scene.page, scene.grammar
    for i in range(trigger.last, min(trigger.last + _REACH, scene.clauses.end)):
        form = page.form(i)
        about = form == "حول" and trigger.entry.get("event") == "CONSULT"  # «مؤتمر حول أفغانستان يعقد …»
        apart = form in grammar.all_told or form in grammar.complementisers or (form in grammar.blockers and not about)
        if apart or _is_another(scene, i):
            return None
        if form in grammar.prepositions or scene.cast.at(i) is not None or scene.is_number(i):
            continue
        if any(s.pos == "verb" and s.clitics[:1] in ("و", "ف") for s in page.senses[i] if s.clitics):
            return None  # «أدان الخطف وطالب ب…»
        if scene.is_relative(i):
            return i + 1 if _is_about(scene, trigger, i) else None
        resumed = page.form(i + 1) in grammar.resumptives | grammar.taken_up
        resumed = resumed or _gathers(scene, trigger, i) or takes_up(scene, i)
        if page.is_word(i) and (may_be_finite(page, i) if resumed else finite(page, i) is not None):
            thing = not resumed and any(s.entry.get("object") for s in page.layer(i - 1, "crowd"))
            if thing or _is_of_named(scene, trigger, i):
                return None  # «قصفت غارات مراكز | تجمع تابعة للحركة»
            predicate = i == trigger.last or not trigger.sense.definite
            return i if predicate and page.form(i - 1) not in grammar.subordinators else None
    return None


def _is_of_named(scene: EventScene, trigger: Trigger, i: int) -> bool:
    """Whether the pronoun on a verb takes up who is named right before it: «هجوم على القوات | تدعمها قوات أخرى».

    Not the first of two that fight: «بين القوات تساندها ميليشيا والحركة».
    """
    if any(scene.page.form(k) == "بين" for k in range(trigger.last, i)):
        return False
    named = scene.cast.at(i - 1)
    done = any(s.pos == "verb" for s in scene.page.layer(i, "light"))
    owned = any(s.pos == "verb" and s.pronoun for s in scene.page.layer(i, "event"))
    return named is not None and named.by_name and owned and not done


def takes_up(scene: EventScene, i: int) -> bool:
    """Whether a verb takes up the noun before it with its pronoun, and is a noun by its form: «قصف شنه …»."""
    senses = scene.page.layer(i, "light") if i < scene.clauses.end else ()
    done = any(s.pos == "verb" and s.pronoun and s.entry.get("carries") == "do" for s in senses)
    return done and any(s.pos == "masdar" and s.pronoun for s in senses)


def _undone(scene: EventScene, trigger: Trigger, verb: int) -> bool:
    """Whether the verb tells what others did of an accord or a demand: «هدنة رفضتها الحركة», «اقتراح قبلته الحكومة».

    Or who made the accord that was broken: «خرق الاتفاق الذي وقعه الطرفان».
    """
    if trigger.entry.get("event") in FORCE:
        return any(s.pronoun and s.entry.get("event") in JOINT for s in scene.page.layer(verb, "event"))
    kinds = {s.entry.get("event") for s in scene.page.layer(verb, "event") if s.pos == "verb"}
    if trigger.sense.pronoun and kinds & SPEECH - {trigger.entry.get("event")}:
        return True  # «اعتراضاتها على القائمة التي طلبتها الحركة»
    if trigger.entry.get("event") == "REQUEST":
        return bool(kinds & _ANSWERS)
    return trigger.entry.get("event") == "AGREE" and bool(kinds) and "AGREE" not in kinds


def _gathers(scene: EventScene, trigger: Trigger, i: int) -> bool:
    """Whether the verb at ``i`` has as its object those who take part: «لقاء جمع الرئيسين», «قمة تضم …»."""
    if trigger.entry.get("event") in FORCE:
        return False  # «قصف مراكز تجمع للحركة»
    return any(s.pos == "verb" and s.entry.get("carries") == "gather" for s in scene.page.layer(i, "light"))


def _held_by(scene: EventScene, roles: Roles, trigger: Trigger, verb: int) -> Roles:
    """``roles`` of a talk that a verb behind it says is held, by nobody named: «مؤتمر دولي يعقد في لندن»."""
    held = any(s.pos == "verb" and s.entry.id in _HOLDS for s in scene.page.layer(verb, "light"))
    if not held or trigger.entry.get("event") != "CONSULT" or roles.carrier is not None:
        return roles
    return replace(roles, carrier=verb, carries="happen")


def _gathered(scene: EventScene, roles: Roles, trigger: Trigger, verb: int) -> Roles:
    """``roles`` with whom the ``verb`` behind the noun brings together."""
    roles = replace(roles, consumed=verb, rule="event.noun-relative")
    if any(s.pronoun for s in scene.page.layer(verb, "light")) and trigger.entry.get("event") == "CONSULT":
        subject = clause_subject(scene, trigger.first)  # «… في قمة جمعته بالرئيسين …»
        roles = add(scene, roles, scene.frame(trigger).subject, subject)
    for chunk in [c for c in scene.right(verb + 1) if c.named and c.prep in _GATHERED][:2]:
        roles = add(scene, roles, scene.frame(trigger).subject, chunk)
    return roles


def _is_another(scene: EventScene, i: int) -> bool:
    """Whether token ``i`` is a noun of which what follows is said: another event, or people."""
    page = scene.page
    if any(s.definite for s in page.layer(i, "event") if s.pos != "verb"):
        return True
    return any(s.entry.get("agent") and s.number == "pl" for s in page.layer(i, "crowd"))


def _is_about(scene: EventScene, trigger: Trigger, relative: int) -> bool:
    """Whether the relative pronoun is that of the noun, not of people nor of what a preposition governs."""
    page, i = scene.page, relative
    form, noun = page.form(i), trigger.sense
    if noun.pos in ("masdar", "noun") and noun.number == "sg" and i > trigger.last:
        others = scene.grammar.feminine_relatives if noun.gender == "m" else scene.grammar.masculine_relatives
        if form in others:
            return False  # «انسحاب القوات التي تدعم …»
    if not (page.is_word(i + 1) and may_be_finite(page, i + 1)) or page.form(i).endswith("ين"):
        return False
    if page.form(i + 1) in scene.grammar.deeming or _is_opinion(scene, i + 1):
        return False  # «حملة بمدينة الموصل، التي تعد معقلا للمسلحين», «الهجوم الذي تعتبره السلطات إرهابيا»
    if i - 1 > trigger.last and page.form(i - 1) in COMMAS and scene.cast.at(i - 2) is not None:
        led = any(s.entry.id == "lead_on" for s in page.layer(i + 1, "light"))
        there = page.form(i + 2) in scene.grammar.taken_up | scene.grammar.resumptives
        if led or there:
            return False  # «مطاردة طالبان، التي يقودها …», «قصف القصر، الذي يقيم به …»
    carries = any(s.pronoun and s.entry.get("carries") == "do" for s in page.layer(i + 1, "light"))
    if carries or i - 1 < trigger.last:
        return True
    return page.form(i - 2) not in scene.grammar.prepositions and not preposition_at(page, scene.cast, i - 1)


def _is_opinion(scene: EventScene, i: int) -> bool:
    """Whether a verb at ``i`` only says what somebody takes a deed for."""
    return any(s.pos == "verb" and s.entry.get("force") == "opinion" for s in scene.page.layer(i, "reporting"))


def _told_by(scene: EventScene, roles: Roles, trigger: Trigger, verb: int, *, relative: bool) -> Roles:
    """The arguments that the verb at ``verb``, of a clause behind the noun, gives it."""
    frame, page = scene.frame(trigger), scene.page
    senses = [
        s
        for s in page.senses[verb]
        if s.pos == "verb"
        and not (s.pronoun and s.person == "1")  # «أجراها» is no «I run»
        and not (s.pronoun and s.entry.get("carries") == "happen")  # «وقعه» is no «took place»
        and not (s.pronoun in _OF_PEOPLE and trigger.sense.number != "du")  # «تحرير رهينتين تحتجزهما …»
        and s.entry.layer in ("light", "event")
        and s.entry.get("carries") != "declare"
        and s.entry.get("frame") != "mutual"
    ]
    names = {s.entry.id for s in senses}
    taken_up = page.form(verb + 1) in scene.grammar.taken_up  # «قام به الجيش»
    free = not (taken_up or any(s.pronoun for s in senses))
    happens = any(s.entry.get("carries") in ("happen", "witness") for s in senses)
    between = happens and frame.pair  # «اشتباكات جرت بين …»
    resumed = page.form(verb + 1) in scene.grammar.resumptives
    means = scene.grammar.taking_up - scene.grammar.taken_up - scene.grammar.resumptives
    by_it = page.form(verb + 1) in means and not any(s.entry.get("carries") for s in senses)  # «انسحبت بموجبه القوات»
    if not senses or (free and (by_it or not (relative or resumed or between or names & {"target", "attribute_to"}))):
        return roles if by_it else _held_by(scene, roles, trigger, verb)
    kinds = {s.entry.get("event") for s in senses}
    # «الاتفاقية التي تنظم | وجود القوات»: the noun does it to them
    does = free and relative and not happens and all(s.entry.get("carries") == "do" for s in senses)
    does = does or (trigger.entry.get("event") in FORCE and "reach" in names)  # «عملية أسفرت عن مقتل ستة من الحركة»
    if does or (resumed and ((frame.object == "host" and "CONSULT" in kinds) or (frame.pair and kinds & SPEECH))):
        return roles  # «زيارة التقى خلالها …», «اتصال حثه فيه على …»: what took place in it is told for itself
    if resumed:
        fell = any(s.entry.get("kind") in ("killed", "wounded") for s in page.layer(verb, "casualty"))
        killed = fell or any(s.entry.get("frame") == "kill" for s in senses)  # «قصف أصيب فيه أربعة»
        return _resumed(scene, roles, frame, verb, killed=killed)
    right = scene.right(verb + 1 + taken_up)
    apart = (n for n, c in enumerate(right) if n and _is_dated(scene, c) and c.prep not in frame.prepositions)
    right = before_next(scene, trigger, right[: next(apart, None)])
    if (accused := any(s.entry.get("frame") == "accuse" for s in senses)) or "attribute_to" in names:
        roles = replace(roles, consumed=verb) if _is_ascribed(scene, verb) else roles  # nobody accuses
        return add(scene, roles.by("event.attributed"), frame.subject, _blamed(right, accused=accused))
    if any(s.entry.get("carries") == "witness" for s in senses):
        right = tuple(c for c in right if c.prep != "من")  # «هجمات شهدتها مناطق | من البلاد»
    if not happens:
        struck = relative and trigger.entry.get("event") in FORCE and "ASSAULT" in kinds  # «الهجمات التي ضربت | بغداد»
        hits = free and (struck or any(s.entry.get("frame") == "strike" for s in senses))
        bare = [c for c in right if not c.prep and (c.named or c.crowd or (hits and c.thing))]
        roles = replace(roles, consumed=verb) if hits else roles
        if hits and any(s.pos == "masdar" and s.entry.get("event") in FORCE for s in page.layer(verb + 1, "event")):
            of = (c for c in right if c.prep in ("", "من") and c.named and not scene.only_places(c.named))
            aimed = replace(roles, consumed=verb + 1)  # «هجوم يستهدف | استعادة البلدة من الحركة»
            return add(scene, aimed, frame.object, next(of, None))
        if bare and not (trigger.entry.get("event") in FORCE and is_private(scene, bare[0])):
            suffers = hits or any(s.entry.get("carries") in ("undergo", "receive") for s in senses)
            # «الضربات التي تساعد | المقاتلين على التقدم»
            helps = free and relative and not suffers and trigger.entry.get("event") in FORCE
            role = "-" if helps else frame.object if suffers else frame.subject
            roles = add(scene, roles.by("event.noun-relative"), role, bare[0])
        elif trigger.entry.get("event") in JOINT and not free and not relative:
            roles = _run_by_him(scene, roles, trigger, verb)
    return add_prepositions(scene, roles, trigger, right, carried=True)


def before_next(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases behind a noun up to whom a protest is against: «أدى الهجوم إلى احتجاجات | ضد الحكومة»."""
    at = next((n for n, c in enumerate(right) if n and c.prep == _AGAINST), None)
    other = at is not None and _is_turned(scene, trigger, right[at - 1])
    return right[:at] if other else right


def _is_turned(scene: EventScene, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether a phrase is of a protest that is neither the means of the deed nor joined to it."""
    free = chunk.prep or scene.page.form(trigger.first).startswith("ال")
    if not free or chunk.prep == _BY or conjoined(scene.page, chunk.first):
        return False
    senses = [s for k in range(chunk.first, chunk.last) for s in scene.page.readings(k, "event")]
    return any(s.pos != "verb" and s.entry.get("event") == "PROTEST" for s in senses)


def _is_dated(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase dates what is told by something else, which has the rest: «… منذ تعيين فلان رئيسا للحركة»."""
    timed = scene.page.layer(chunk.first, "time") or scene.page.form(chunk.first) in scene.grammar.spells
    return chunk.prep in scene.grammar.dating and not timed and bool(chunk.references or _tells(scene, chunk.first))


def _tells(scene: EventScene, i: int) -> bool:
    return any(s.pos in ("masdar", "noun") for s in scene.page.layer(i, "event"))


def _run_by_him(scene: EventScene, roles: Roles, trigger: Trigger, verb: int) -> Roles:
    """``roles`` of a talk that whom the sentence speaks of had: «قال … عقب محادثات أجراها …», «… زيارة قام بها …»."""
    if has_unnamed_subject(scene, verb, scene.clauses.end):
        return roles
    feminine = any(s.pos == "verb" and s.gender == "f" for s in scene.page.senses[verb])
    owner = owner_of(scene, trigger.first, "ها" if feminine else "ه")
    told = clause_subject(scene, trigger.first) or (Chunk.of(owner) if owner is not None else None)
    subject = told or named_ahead(scene, trigger)
    if subject is None:
        return roles
    roles = add(scene, roles.by("event.clause-subject"), scene.frame(trigger).subject, subject)
    with_him = scene.page.form(verb + 1) in _WITH_HIM
    return replace(roles, actors=joined(roles.actors, _last_person(scene, trigger, roles))) if with_him else roles


def _last_person(scene: EventScene, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """Who was named last before a talk and is not told to have it yet: «أشاد بفلان خلال اتصال أجراه معه»."""
    before = reversed(scene.cast.between(scene.clauses.starts[0], trigger.first))
    others = (e for r in before for e in r.entities if scene.cast.is_person(e) and e not in roles.actors)
    return tuple(list(others)[:1])


def _resumed(scene: EventScene, roles: Roles, frame: Frame, verb: int, *, killed: bool) -> Roles:
    """``roles`` with whoever stands behind a verb and «فيه»: «هجوم شارك فيه الجيش», «غارة قتل فيها ستة مسلحين»."""
    subject = next((c for c in scene.right(verb + 2)[:1] if not c.prep), None)
    if killed:
        return add(scene, replace(roles, consumed=verb), frame.object, subject)
    if subject is not None and subject.adjectival and not subject.headed:
        subject = None  # «اجتماع بحثت فيه خطوات لحل الصراع الفلسطيني الإسرائيلي»
    return add(scene, replace(roles, consumed=verb, rule="event.resumed"), frame.subject, subject)


def _blamed(right: tuple[Chunk, ...], *, accused: bool) -> Chunk | None:
    """Whom an attack is ascribed to: «الهجوم الذي اتهمت الحكومة الحركة بتنفيذه», «الهجوم الذي نسب إلى الحركة»."""
    held = [c for c in right if (not c.prep if accused else c.prep in ("الي", "ل")) and (c.named or c.crowd)]
    return next(iter(held[1:] if accused else held), None)
