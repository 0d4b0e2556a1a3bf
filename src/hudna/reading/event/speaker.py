"""What is the act of a speaker: an act of speech, and a verb without a subject within somebody's words.

In: the roles that grammar gave an event word; out: the same with the speaker among them, where the act is his.
"""

from dataclasses import replace

from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.event.accused import behind_paper
from hudna.reading.event.aimed import written_to
from hudna.reading.event.by_pronoun import by_complementiser, by_number
from hudna.reading.event.content import is_in_text
from hudna.reading.event.earlier import after_pronoun, clause_subject, earlier_subject
from hudna.reading.event.elided import agrees_backwards
from hudna.reading.event.forces import is_force, is_group
from hudna.reading.event.kinds import FORCE, SPEECH
from hudna.reading.event.owner import object_of, owner_of
from hudna.reading.event.roles import Roles, body_of, joined
from hudna.reading.event.rules import BESIDE_VERB
from hudna.reading.event.scene import EventScene
from hudna.reading.event.spoken_of import spoken_of
from hudna.reading.event.subject import subject_before
from hudna.reading.event.telling import token_at
from hudna.reading.event.trigger import Trigger
from hudna.reading.event.voice import was_seized
from hudna.reading.finite import may_be_finite
from hudna.reading.scene import is_country
from hudna.text import Span

_PRONOUNS = ("ها", "هم", "ه")
# rules by which whoever should act is found beside a word of need, and no speaker: «الاتفاق يجب أن …»
_NOT_SAID = BESIDE_VERB | {"event.noun-genitive"}
_HIS_OWN = frozenset({"REJECT", "THREATEN", "REQUEST", "SUPPORT"})
_AT_ONCE = 6  # characters of a particle between «أن» and its verb


def with_speaker(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` with the one to whom the words are attributed, as the doer of speech or as an elided subject."""
    span = scene.page.span(trigger.first, trigger.last)
    kind = trigger.entry.get("event")
    if kind in SPEECH:
        said = _of_text(scene, trigger, roles) or _of_speech(scene, trigger, roles, span)
        said = said if said.actors else _of_owner(scene, trigger, said)
        if said.targets or scene.frame(trigger).object != "target":
            return said
        about_it = scene.page.form(trigger.first - 1) == "ما"  # «ما وصفه بالعدوان»: the pronoun takes that up
        meant = () if about_it else object_of(scene, trigger, said.actors)
        meant = meant or behind_paper(scene, trigger, said.actors)
        return replace(said, targets=meant)  # «… وحملها المسؤولية»
    if kind == "CONSULT" and roles.rule == "event.clause-subject":
        return _between_persons(scene, roles, span)
    if kind == "CONSULT" and _has_carried_doer(scene, trigger, roles) and not scene.pairs_behind(trigger.last):
        return _led_by(roles, claimants(scene.attributions, span))  # «صرح بأنه يعتزم إجراء محادثات مع …»
    if kind in FORCE and not (trigger.verbal or roles.actors) and (owning := _behind_it(scene, trigger, span)):
        return replace(roles, actors=owning, rule="event.carried")
    passive = roles.rule == "event.passive" and not roles.actors
    was = passive and any(
        span.within(a.content) and _only_was(scene, token_at(scene.page, a.content), trigger.first)
        for a in scene.attributions
    )  # «نفت إسرائيل أن تكون قصفت المستشفى»
    elided = trigger.verbal and (roles.rule == "event.elided" or was)
    return _without_subject(scene, trigger, roles, span) if elided else roles


def _of_owner(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` of a threat by the body that the pronoun on its noun stands for: «… الحركة رغم تهديداتها بشن هجمات»."""
    threat = trigger.entry.get("event") == "THREATEN" and trigger.sense.pos in ("masdar", "noun")
    owner = owner_of(scene, trigger.first, trigger.sense.pronoun) if threat and trigger.sense.pronoun else None
    named = owner is not None and owner.by_name
    return replace(roles, actors=owner.entities, rule="event.possessor") if owner is not None and named else roles


def _behind_it(scene: EventScene, trigger: Trigger, span: Span) -> tuple[str, ...]:
    """The group that says that it is behind a deed: «قالت الحركة إنها وراء الهجوم»."""
    i = trigger.first
    if scene.page.form(i - 1) not in scene.grammar.behind or scene.page.form(i - 2) not in scene.grammar.pronominal:
        return ()
    groups = tuple(body_of(scene, c) for c in claimants(scene.attributions, span))
    return tuple(g for g in groups if is_group(scene.page, scene.cast, g))


def _without_subject(scene: EventScene, trigger: Trigger, roles: Roles, span: Span) -> Roles:
    """The roles of a verb that names no subject: it is the speaker, or whom a pronoun or its plural goes back to."""
    if _opens_speech(scene, trigger, span):
        meant = spoken_of(scene, trigger, span, claimants(scene.attributions, span))
        named = (c for c in meant if not c.startswith("unnamed"))  # a source is no army
        roles = _elided(scene, trigger, roles, tuple(named))
    if roles.actors or trigger.entry.get("event") != "ASSAULT":
        return roles if roles.actors else _told_of(scene, trigger, roles)
    owners = _by_his_means(scene, trigger, span)
    return replace(roles, actors=owners, rule="event.elided-speaker") if owners else _told_of(scene, trigger, roles)


def _by_his_means(scene: EventScene, trigger: Trigger, span: Span) -> tuple[str, ...]:
    """The army that tells what «the planes» or its guns struck, or alone has planes: «قال الجيش إن الطائرات قصفت»."""
    beside = [s for k in (trigger.first - 1, trigger.last) for s in scene.page.layer(k, "crowd")]
    means = any(s.entry.get("strikes") and s.pos == "noun" and (s.definite or s.pronoun) for s in beside)
    tellers = claimants(scene.attributions, span) if means else ()
    nameless = len(tellers) == 1 and tellers[0].startswith(UNNAMED)
    if nameless and (army := _army_of_sources(scene, span)):
        return army
    if len(tellers) == 1 and is_force(scene.page, scene.cast, tellers[0]):
        return tellers
    return (scene.flier,) if means and scene.flier is not None and any(s.entry.get("flies") for s in beside) else ()


def _army_of_sources(scene: EventScene, span: Span) -> tuple[str, ...]:
    """The state of the military sources who tell it, or its army: «قالت مصادر عسكرية تركية إن المدفعية …»."""
    military = tuple(scene.grammar.military)
    for said in (a for a in scene.attributions if span.within(a.content) and a.cue.start < a.content.start):
        words = range(token_at(scene.page, said.cue), token_at(scene.page, said.content))
        nations = [r for r in scene.cast.between(words.start, words.stop) if r.how == "nisba"]
        if len(nations) == 1 and any(scene.page.form(k).startswith(military) for k in words):
            state = nations[0].entities
            return (scene.army,) if scene.army is not None and scene.side(scene.army) == scene.side(state[0]) else state
    return ()


def _told_of(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` done by whom the pronoun before the verb stands for, and not the speaker."""
    told = () if was_seized(scene, trigger) else by_complementiser(scene, trigger) or by_number(scene, trigger)
    told = told if trigger.entry.get("event") in (*FORCE, "RETREAT") else ()
    meant = told and not scene.sides(told) & (scene.sides(roles.targets) - {None})
    return replace(roles, actors=told, rule="event.elided-subject") if meant else roles


def _of_text(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles | None:
    """The roles of what a text says, done by who adopts it: «اعتمد المجلس قرارا يطالب …»; None for other words."""
    by = clause_subject(scene, trigger.first - 1) if is_in_text(scene, trigger) else None
    adopted = scene.people_and_places(by, "actor")[0] if by is not None else ()
    asked = roles.actors if roles.rule == "event.verb-subject" and scene.frame(trigger).object == "target" else ()
    targets = roles.targets or tuple(a for a in asked if a not in adopted)
    return replace(roles, actors=adopted, targets=targets, rule="event.clause-subject") if adopted else None


def _of_speech(scene: EventScene, trigger: Trigger, roles: Roles, span: Span) -> Roles:
    """The roles of an act of speech: done by the source of its cue, or of the words that it stands in."""
    if trigger.entry.get("genitive") == "target" and trigger.entry.get("need"):  # «على الأطراف أن …» asks them
        roles = replace(roles, actors=(), targets=roles.targets or roles.actors)
    elif trigger.entry.get("need") and roles.rule in _NOT_SAID:
        roles = replace(roles, actors=())  # «على ضرورة تطوير قوات الأمن»: whoever is to be helped says nothing
    if trigger.entry.get("avowed") and not roles.actors and (trigger.verbal or trigger.sense.pos == "phrase"):
        return _avowed(scene, trigger, roles, span)
    if len(roles.actors) > 1 and set(roles.actors) == set(roles.targets):
        return roles  # «يتهم كل طرف الآخر»
    if backed := _backed(scene, trigger, roles, span):
        return backed
    speakers = tuple(dict.fromkeys(a.source for a in scene.attributions if a.cue.overlaps(span)))
    addressed = written_to(scene, trigger)  # whoever gets the message does not ask in it
    speakers = tuple(s for s in speakers if s not in addressed)
    another = _has_unknown_subject(scene, trigger) or _is_of_another(scene, trigger)
    voiced = _is_voiced(trigger) and (bool(trigger.entry.get("need")) or not another)
    voiced = voiced and not _is_of_other_gender(scene, trigger, span)
    voiced = voiced and not _is_of_several(scene, trigger, span)
    if not speakers and not roles.actors and (voiced or _is_own_act(scene, trigger, span)):
        speakers = spoken_of(scene, trigger, span, claimants(scene.attributions, span))
    if trigger.entry.get("event") == "AGREE" and trigger.verbal and roles.rule == "event.elided" and roles.actors:
        opens = _opens_speech(scene, trigger, span)
        return _led_by(roles, spoken_of(scene, trigger, span, claimants(scene.attributions, span)) if opens else ())
    if speakers and trigger.entry.get("frame") != "mutual" and roles.rule != "event.passive":
        return _spoken(scene, trigger, roles, speakers)
    return _for_his_state(scene, trigger, roles, span)


def _is_of_several(scene: EventScene, trigger: Trigger, span: Span) -> bool:
    """Whether a plural verb says of others what one man or source tells: «أشار استطلاع إلى أن نصفهم يعارضون …»."""
    tellers = claimants(scene.attributions, span) if agrees_backwards(trigger) and trigger.sense.number == "pl" else ()
    one = len(tellers) == 1 and (tellers[0].startswith(UNNAMED) or scene.cast.is_person(tellers[0]))
    return one and scene.page.form(trigger.first - 1) not in scene.grammar.pronominal


def _backed(scene: EventScene, trigger: Trigger, roles: Roles, span: Span) -> Roles | None:
    """The roles of backing that is all somebody affirms: his, of whom its noun is in construct with; None elsewhere.

    «أكدت باريس استمرار دعم القوات المالية», but «أكدت باريس دعم واشنطن للعملية».
    """
    alone = trigger.sense.pos == "masdar" and not (trigger.sense.pronoun or trigger.sense.definite or roles.targets)
    if trigger.entry.get("event") != "SUPPORT" or not alone or roles.rule != "event.noun-genitive":
        return None
    i = trigger.first - 1
    lasts = any(s.pos == "masdar" and s.entry.get("carries") == "happen" for s in scene.page.layer(i, "light"))
    first = scene.page.tokens[i].span.start if lasts else span.start
    said = (a for a in scene.attributions if a.cue.end <= first == a.content.start)
    speakers = tuple(dict.fromkeys(a.source for a in said))
    to_others = any(c.prep == "ل" for c in scene.right(trigger.last))
    own = scene.sides(speakers) & (scene.sides(roles.actors) - {None})
    if not speakers or to_others or own or set(speakers) & set(roles.actors):
        return None
    return replace(roles, actors=speakers, targets=roles.actors, rule="event.speaker")


def _for_his_state(scene: EventScene, trigger: Trigger, roles: Roles, span: Span) -> Roles:
    """What somebody says that his state refuses, threatens or asks is his act: «قال الوزير إن بلاده لن تقبل …»."""
    own = roles.rule == "event.subject-verb" and len(roles.actors) == 1 and is_country(roles.actors[0])
    if not own or trigger.entry.get("event") not in _HIS_OWN:
        return roles
    persons = [c for c in claimants(scene.attributions, span) if scene.cast.is_person(c)]
    same = tuple(p for p in persons if scene.side(p) == scene.side(roles.actors[0]))
    return replace(roles, actors=same, rule="event.speaker") if same else roles


def _avowed(scene: EventScene, trigger: Trigger, roles: Roles, span: Span) -> Roles:
    """Who binds himself: whom the clause speaks of («أن السودان مستعد ل…»), else the speaker («إنه مستعد ل…»)."""
    subject = subject_before(scene, trigger.first)
    bound = scene.people_and_places(subject, "actor")[0] if subject is not None else ()
    if bound:
        return replace(roles, actors=bound, rule="event.subject-verb")
    said = spoken_of(scene, trigger, span, claimants(scene.attributions, span))
    before = earlier_subject(scene, trigger.first) if trigger.sense.pos == "active" and not said else None
    going_on = scene.people_and_places(before, "actor")[0] if before is not None else ()
    meant = said or going_on or _by_pronoun(scene, trigger.first - 1)  # «أشاد الوزير ب…، متعهدا ب…»
    return replace(roles, actors=meant, rule="event.elided-speaker")


def _by_pronoun(scene: EventScene, i: int) -> tuple[str, ...]:
    """Whom the pronoun on the complementiser at token ``i`` stands for: «تلميح عُمان بأنها مستعدة ل…»."""
    pronoun = next((p for p in _PRONOUNS if scene.page.form(i).endswith(p)), None)
    if scene.page.form(i) not in scene.grammar.pronominal or pronoun is None:
        return ()
    owner = owner_of(scene, i, pronoun)
    return owner.entities if owner is not None else ()


def _is_own_act(scene: EventScene, trigger: Trigger, span: Span) -> bool:
    """Whether a noun with a pronoun is all that somebody expresses: «أعربت طهران عن رفضها …», «جدد تأييده»."""
    opens = any(a.content.start == span.start and a.cue.start < span.start for a in scene.attributions)
    return opens and not trigger.verbal and trigger.sense.pronoun != ""


def _is_voiced(trigger: Trigger) -> bool:
    """Whether a word is said by somebody and not only spoken of: «على ضرورة …», not «الدعوة»."""
    phrase = trigger.sense.pos == "phrase" and trigger.entry.get("event") != "AGREE"
    return trigger.verbal or bool(trigger.entry.get("need")) or phrase


def _spoken(scene: EventScene, trigger: Trigger, roles: Roles, speakers: tuple[str, ...]) -> Roles:
    """The act of the one to whom the words are attributed; whoever stood for its subject is then its object."""
    if trigger.verbal and roles.rule == "event.verb-subject" and set(roles.actors) & set(speakers):
        speakers = tuple(s for s in speakers if s not in roles.targets)  # «حذرت موسكو واشنطن من …»
    named = any(not s.startswith("unnamed") for s in speakers)
    other = trigger.verbal and roles.rule == "event.verb-subject" and not set(roles.actors) & set(speakers)
    addressed = roles.actors if named and other and scene.frame(trigger).object == "target" else ()
    targets = tuple(t for t in addressed + roles.targets if t not in speakers)
    return replace(roles, actors=speakers, targets=targets, rule="event.speaker")


def _has_carried_doer(scene: EventScene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a noun under a verb that leaves its subject out names the partner, by a preposition of its own."""
    if trigger.verbal or roles.carrier is None or roles.rule != "event.noun" or not roles.actors:
        return False
    first, _ = scene.clauses.around(roles.carrier)
    named = scene.page.form(first) in scene.grammar.complementisers - scene.grammar.pronominal
    subject = named and not may_be_finite(scene.page, first + 1)  # «أن الحكومة بدأت …»
    return roles.carries in ("do", "receive") and not subject


def _led_by(roles: Roles, speakers: tuple[str, ...]) -> Roles:
    if not speakers:
        return roles
    return replace(roles, actors=tuple(dict.fromkeys(speakers + roles.actors)), rule="event.elided-speaker")


def _elided(scene: EventScene, trigger: Trigger, roles: Roles, speakers: tuple[str, ...]) -> Roles:
    """The speaker in the place of the subject that the verb leaves out."""
    if not speakers:
        return roles
    if scene.frame(trigger).subject == "target":
        return replace(roles, targets=speakers, rule="event.elided-speaker")
    return _led_by(roles, speakers)


def _between_persons(scene: EventScene, roles: Roles, span: Span) -> Roles:
    """Persons meet persons: «أعلن الوزير أن بلاده … خلال لقاء مع نظيره» is a meeting of the two ministers."""
    persons = tuple(a for a in roles.actors if scene.cast.is_person(a))
    speakers = tuple(c for c in claimants(scene.attributions, span) if scene.cast.is_person(c))
    if not speakers or not persons or scene.cast.is_person(roles.actors[0]):
        return roles
    return replace(roles, actors=joined(speakers, persons))


def _opens_speech(scene: EventScene, trigger: Trigger, span: Span) -> bool:
    """Whether a verb without a subject speaks of the speaker: «أكدت أنها ردت», «قال: قصفنا»."""
    if trigger.sense.person == "1" or after_pronoun(scene, trigger.first):
        return True
    if _has_unknown_subject(scene, trigger):
        return False
    particle = scene.page.form(trigger.first - 1) in scene.grammar.particles | scene.grammar.negations
    gap = _AT_ONCE if particle else 0
    # «قتل المئات …، بحسب المنظمة», «وبحسب المنظمة قتل المئات»: she tells of it
    said = (a for a in scene.attributions if a.cue.start < a.content.start and a.rule != "attribution.according-to")
    at_once = (a.content for a in said if span.within(a.content))
    return any(span.start - c.start <= gap or _only_was(scene, token_at(scene.page, c), trigger.first) for c in at_once)


def _only_was(scene: EventScene, first: int, last: int) -> bool:
    """Whether nothing but «كان» and particles stands before the verb at ``last``: «نفى الجيش أن | يكون قد استهدف»."""
    words = range(first, last)
    was = any(s.entry.id == "كان" for k in words for s in scene.page.senses[k] if s.pos == "verb")
    particles = scene.grammar.particles | scene.grammar.negations
    others = (k for k in words if not any(s.entry.id == "كان" for s in scene.page.senses[k]))
    return was and all(scene.page.form(k) in particles for k in others)


def _is_of_another(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun that nobody knows stands right before a verb as its subject: «مشروع القرار يطالب …»."""
    sense, page, i = trigger.sense, scene.page, trigger.first - 1
    if not trigger.verbal or sense.pos != "verb" or sense.person == "1" or sense.clitics or after_pronoun(scene, i + 1):
        return False
    while page.form(i) in scene.grammar.particles | scene.grammar.negations:
        i -= 1
    if scene.is_relative(i):
        return True  # «مؤيديه الذين يرفضون …», «العصابة التي تدعم …»
    known = scene.cast.at(i) is not None or page.layer(i, "time") or page.layer(i, "reporting")
    if page.form(i).endswith("ات") and not page.layer(i, "crowd") and scene.cast.at(i) is None:
        return True  # «ورفعوا لافتات تندد ب…»
    return page.is_word(i) and page.form(i).startswith("ال") and not known and i >= scene.clauses.starts[0]


def _is_of_other_gender(scene: EventScene, trigger: Trigger, span: Span) -> bool:
    """Whether a verb cannot be the speaker's by its gender: «قال الرئيس إن الانتقادات باتت | تهدد»."""
    sense = trigger.sense
    if sense.pos != "verb" or (sense.person, sense.number) != ("3", "sg"):
        return False
    cues = (token_at(scene.page, a.cue) for a in scene.attributions if span.within(a.content))
    said = (s for k in cues for s in scene.page.layer(k, "reporting") if s.pos == "verb" and s.number == "sg")
    genders = {s.gender for s in said if s.person == "3"}
    return bool(genders) and sense.gender not in genders


def _has_unknown_subject(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun that we cannot name stands where a verb's subject would: «طلب منه السائق», «رفض جزء من …»."""
    if not trigger.verbal or trigger.sense.person == "1" or after_pronoun(scene, trigger.first):
        return False
    bare = next((c for c in scene.right(trigger.last)[:2] if not c.prep), None)
    if bare is None or bare.first == trigger.companion:
        return False  # «ارتكب | فظائع»
    return not (bare.headed or scene.page.senses[bare.first])
