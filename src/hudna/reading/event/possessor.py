"""Whom the pronoun on an event noun stands for, and whether he does it or suffers it: «هجماتهم», «اعتقاله»."""

from itertools import islice

from hudna.lexicon import Sense
from hudna.reading.cast import Reference
from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.earlier import clause_subject, subject_of
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import OURS, owner_of, speaker_at
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.subject import subject_before
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import may_be_finite
from hudna.reading.particle import conjoined
from hudna.reading.scene import is_country

_FALLEN = 3  # words before a name among which it is told that he fell
_OR = frozenset({"او", "ام"})


def with_possessor(scene: EventScene, roles: Roles, trigger: Trigger, right: tuple[Chunk, ...]) -> Roles:
    """Whom the pronoun on the noun stands for: «هجماتهم», «اتهامه الجيش», «انسحابها من …», «استهدافها بالصواريخ»."""
    owner = scene.cast.at(trigger.first) or _visitor(scene, trigger, right)
    if owner is None and trigger.sense.pronoun == OURS:
        owner = speaker_at(scene, trigger.first)
        if owner is None:
            return roles.by("event.possessor")
    owner = owner or _owner(scene, trigger, right)
    if owner is not None and _is_carried_by_others(scene, trigger, owner):
        return roles.by("event.possessor")
    if owner is not None and trigger.entry.get("event") == "ASSAULT" and _has_fallen(scene, owner):
        return roles.by("event.possessor")  # «استشهاد الفتى فلان برصاص الجيش خلال عدوانه»: no attack of his
    deeds = trigger.sense.number == "pl"  # «كثف تفجيراته»
    act = trigger.sense.pos == "masdar" or trigger.entry.get("of_people")
    suffered = act and not deeds and _is_suffered(scene, trigger, right)
    suffered = suffered or (trigger.entry.get("frame") == "kill" and trigger.sense.pos == "noun")  # «لقي مقتله»
    two = trigger.sense.pronoun == "هما"
    if two and (owner is not None or not suffered) and (owner is None or len(owner.entities) == 1):
        return roles.by("event.possessor")  # «جسرين … استهدافهما», «شكر مصر وقطر على وساطتهما»: two are meant
    unknown = not suffered and owner is None
    topic = subject_before(scene, trigger.first) or named_ahead(scene, trigger) if unknown else None
    topic = (
        None if topic is not None and topic.adjectival and not topic.crowd else topic
    )  # «أسلحة إسرائيلية في اشتباكهم»
    chunk = Chunk.of(owner) if owner else topic
    if not suffered and _is_accusers(scene, trigger, chunk):
        return roles.by("event.possessor")
    frame = scene.frame(trigger)
    gets = (frame.subject, frame.object) == ("target", "actor")  # «بعد تسلمه مدرعات من فرنسا»
    return add(scene, roles.by("event.possessor"), frame.object if suffered and not gets else frame.subject, chunk)


def _owner(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Reference | None:
    """Whom the pronoun stands for: an attack is not that of whom it is against («حملة ضد أوكرانيا … هجومها»)."""
    owner = owner_of(scene, trigger.first, trigger.sense.pronoun)
    met = trigger.entry.get("event") == "CONSULT" and trigger.sense.pronoun == "ه"
    if owner is not None and met and all(map(is_country, owner.entities)):
        return None  # «وصل الوزير إلى تونس. وأكد خلال لقائه رئيس الحكومة …»
    if owner is not None and right and right[0].first == trigger.last and not right[0].prep:
        hit = scene.sides(right[0].entities) - {None}  # «الاستخبارات … منذ اعتقالها | قائد الحركة»: not the movement's
        if trigger.entry.get("event") in FORCE and hit & scene.sides(owner.entities):
            return owner_of(scene, trigger.first, trigger.sense.pronoun, scene.sides(owner.entities)) or owner
    attack = trigger.entry.get("event") == "ASSAULT" and trigger.sense.pos == "noun"
    if owner is None or not attack or scene.page.form(owner.first - 1) != "ضد":
        return owner
    other = owner_of(scene, trigger.first, trigger.sense.pronoun, scene.sides(owner.entities))
    return other or owner


def _is_carried_by_others(scene: EventScene, trigger: Trigger, owner: Reference) -> bool:
    """Whether people without a name do it by the verb before it: «قتل ستة من القوات بعد أن شنت جماعات عدة | هجومها»."""
    if trigger.entry.get("event") not in FORCE:
        return False
    page = scene.page
    verbs = (k for k in scene.before(trigger.first) if any(s.pos == "verb" for s in page.layer(k, "light")))
    verb = next((k for k in verbs if any(s.entry.get("carries") == "do" for s in page.layer(k, "light"))), None)
    crowd = page.readings(verb + 1, "crowd") if verb is not None else ()
    people = bool(crowd) and not any(s.entry.get("object") or s.pronoun for s in crowd)
    people = people or (verb is not None and page.form(verb + 1) in scene.grammar.bands)
    return verb is not None and people and owner.last <= verb < trigger.first - 1


def _has_fallen(scene: EventScene, owner: Reference) -> bool:
    """Whether a person is told to have been killed by the words before his name."""
    if not all(map(scene.cast.is_person, owner.entities)):
        return False
    words = (s for k in range(owner.first - _FALLEN, owner.first) for s in scene.page.layer(k, "casualty"))
    return any(s.entry.get("part") == "act" and s.entry.get("kind") == "killed" for s in words)


def _is_accusers(scene: EventScene, trigger: Trigger, owner: Chunk | None) -> bool:
    """Whether a deed would be that of who accuses others of it: «أدان البرنامج القوات … لاستهدافها العاملين»."""
    if trigger.entry.get("event") not in FORCE or trigger.sense.clitics[-1:] not in ("ل", "ب") or owner is None:
        return False
    words = (k for k in scene.before(trigger.first) if any(_is_blame(s) for s in scene.page.layer(k, "event")))
    verb = next(words, None)
    accuser = subject_of(scene, verb, trigger.first, verbal=True) if verb is not None else None
    told = {e for r in accuser.named for e in r.entities} if accuser is not None else set()
    return bool(told & {e for r in owner.named for e in r.entities})


def _is_blame(sense: Sense) -> bool:
    return sense.pos == "verb" and sense.entry.get("event") == "ACCUSE"


def named_ahead(scene: EventScene, trigger: Trigger) -> Chunk | None:
    """The person behind the verb that a talk stands before: «وخلال لقائه السفراء طالب | عريقات ب…»."""
    page = scene.page
    if (
        trigger.entry.get("event") != "CONSULT"
        or scene.governing(trigger.first).lstrip("و") not in scene.grammar.occasions | scene.grammar.blockers
    ):
        return None
    apart = (k for k in range(trigger.last, scene.clauses.end) if scene.is_relative(k))
    last = next(apart, scene.clauses.end)  # «استقباله نظيره الذي وصل على رأس وفد ضم …»
    verbs = (k for k in range(trigger.last, last) if may_be_finite(page, k) and not scene.cast.at(k))
    for verb in islice(verbs, 2):  # «بعد محادثات أجراها مع الوزير غادر | فلان»: the first may be that of the talk
        behind = scene.chunks(verb + 1, scene.clauses.next_start(verb + 1))[:1]
        if behind and not behind[0].prep and behind[0].named:
            return behind[0] if scene.cast.is_person(behind[0].named[0].entities[0]) else None
    return None


def pronoun_in(scene: EventScene, trigger: Trigger) -> str:
    """The pronoun on the first word of an event phrase, "" for none: «عمليته ضد», «عملياتهم العسكرية»."""
    form = scene.page.form(trigger.first)
    return next((end[1:] for end in ("ته", "تها", "تهم") if form.endswith(end)), "")


def _visitor(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> Reference | None:
    """Whose visit it is: of the subject of its clause, unless he is at home there («التقى … في ختام زيارته»)."""
    subject = clause_subject(scene, trigger.first) if scene.frame(trigger).object == "host" else None
    persons = [r for r in subject.named if scene.cast.is_person(r.entities[0])] if subject is not None else []
    if not scene.page.form(trigger.first).endswith("ه"):
        return None
    if not persons and subject is None:
        return _named_at(scene, trigger)
    if not persons:
        return None
    lands = {scene.side(e) for c in right[:1] for r in c.named for e in r.entities}
    return persons[0] if scene.side(persons[0].entities[0]) not in lands else None


def _named_at(scene: EventScene, trigger: Trigger) -> Reference | None:
    """The person named right before «في» and a visit: «الصحافيين المرافقين للوزير فلان | في زيارته»."""
    named = scene.cast.at(trigger.first - 2) if scene.page.form(trigger.first - 1) == "في" else None
    visit = scene.frame(trigger).object == "host" and named is not None
    return named if visit and named is not None and scene.cast.is_person(named.entities[0]) else None


def _is_suffered(  # noqa: PLR0911 - a list of decisions
    scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]
) -> bool:
    """Whether the pronoun on a verbal noun is its object: «اعتقالهم», «استهدافها بالصواريخ», not «قصفها للبلدة»."""
    frame = scene.frame(trigger)
    if trigger.entry.get("intransitive"):
        return False
    if any(c.prep == AGENT for c in right):
        return True  # «استهدافنا من قبل قناصة»
    behind = right[0] if right and right[0].first == trigger.last and right[0].prep in ("", "ل") else None
    object_behind = behind is not None and not conjoined(scene.page, behind.first)
    object_behind = object_behind and behind is not None and bool(behind.named or behind.crowd or behind.thing)
    if trigger.entry.get("of_people") and not object_behind:
        return True  # «تم اعتقاله وترحيله إلى اليمن»
    if right and right[0].prep == "ل" and (right[0].named or right[0].crowd):
        return False  # «أسره لخمسة مقاتلين»
    either = bool(right) and any(scene.page.form(right[0].first - k) in _OR for k in (0, 1))
    if right and not right[0].prep and frame.object == "target" and not (either or _is_manner(scene, right[0])):
        return False  # «أسرها جنديين», not «لاعتقاله أو إدانته», «الحكم بقتله تعزيرا»
    if frame.object != "target" or frame.genitive == "target":
        return frame.genitive == "target"
    return not any(frame.prepositions.get(c.prep) == "target" for c in right)


def _is_manner(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is one accusative that names nobody, which says how it was done: «شنقا», «تعزيرا»."""
    somebody = chunk.named or chunk.crowd or chunk.thing or any(s.pronoun for s in scene.page.senses[chunk.first])
    return not somebody and chunk.last == chunk.first + 1 and scene.page.form(chunk.first).endswith("ا")
