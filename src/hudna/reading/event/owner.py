"""Whom a pronoun on a noun or verb stands for: «هجماتهم», «انسحابها», «اعتقاله», «ودعتها»."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from hudna.reading.cast import Reference
from hudna.reading.claimant import UNNAMED, claimants
from hudna.reading.event.antecedent import antecedent
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import says
from hudna.reading.particle import conjoined, preposition_at
from hudna.reading.scene import is_country
from hudna.text import COMMAS

_SOME = 3  # words behind a verb in which «منهم» may stand
OURS = "نا"
_INSIDE = frozenset({"في", "داخل", "خارج"})
PRONOUNS = ("هما", "هم", "ها", "ه")  # of the third person, the longest first
THIRD = frozenset({"ه", "ها", "هم"})  # those of them that stand for one, or for several


def owner_of(
    scene: EventScene, i: int, pronoun: str, apart_from: AbstractSet[str | None] = frozenset()
) -> Reference | None:
    """The nearest reference before token ``i`` that ``pronoun`` can stand for: no mere place, and of its gender.

    Nor is it one of the sides ``apart_from``: whoever acts does so to others.
    """
    for reference in _named_before(scene, i, pronoun):
        if apart_from and scene.sides(reference.entities) & apart_from:
            continue
        if preposition_at(scene.page, scene.cast, reference.first) != "ل":  # «القوات المناهضة لروسيا … هجومهم»
            return reference
    return None


def speaker_at(scene: EventScene, i: int) -> Reference | None:
    """The one who speaks of himself at token ``i``: «قال الرئيس: … آخرها دعوتنا إلى …», «هاجموا قواتنا»."""
    said = claimants(scene.attributions, scene.page.span(i, i + 1))
    named = [s for s in said if not s.startswith(UNNAMED)]
    return Reference(i, i + 1, (named[0],), "possessive") if len(named) == len(said) == 1 else None


def taken_up(scene: EventScene, trigger: Trigger, actors: tuple[str, ...]) -> Chunk | None:
    """Whom the pronoun on a verb takes up: those right before its clause («الجنود الذين اختطفتهم الحركة»).

    A verb that goes on with what was told, stands behind its subject or says when it was, takes up who was named there:
    «… الحكومة ودعاها إلى», «… منها لأن الجيش هاجمهم», «انسحب المتمردون بعد أن هاجمهم الجيش».
    """
    if trigger.sense.pos != "verb" or scene.frame(trigger).object != "target":
        return None
    if not trigger.sense.pronoun:
        return _some_of(scene, trigger, actors)
    joined = trigger.sense.clitics[:1] in ("و", "ف")
    subject = scene.cast.at(trigger.first - 1)
    predicate = subject is not None and subject.how != "nisba" and set(subject.entities) <= set(actors)
    before = scene.page.form(trigger.first - 1)
    when = before in scene.grammar.subordinators or before in scene.grammar.complementisers
    if (joined or predicate or when) and trigger.sense.pronoun in THIRD:
        return _told_of_before(scene, trigger, actors)
    first = trigger.first
    while first > scene.clauses.starts[0] and scene.page.form(first - 1) in scene.grammar.particles:
        first -= 1  # «ستة نواب من الحركة | كانت اعتقلتهم»
    first -= 1 if scene.is_relative(first - 1) else 0
    named = scene.cast.at(first - 1) if first < trigger.first else None
    if named is not None and named.how != "nisba":
        return Chunk.of(named) if not set(named.entities) & set(actors) else None  # «كان الجيش قد أسرهم»
    beside = subject is not None and subject.by_name and first == trigger.first
    beside = beside and subject is not None and scene.page.form(subject.first - 1) != "بين"
    if subject is not None and beside and not set(subject.entities) & set(actors):
        return Chunk.of(subject)  # «هجوم على القوات الصومالية | تدعمها قوات إثيوبية»
    told = antecedent(scene, first)
    suffers = scene.people_and_places(told, "target")[0] if told is not None else ()
    return None if set(suffers) & set(actors) else told  # «رهائن كان مسلحون يحتجزونهم»


def _some_of(scene: EventScene, trigger: Trigger, actors: tuple[str, ...]) -> Chunk | None:
    """Of whom a verb has some as its object: «رد الجنود على المهاجمين وقتلوا ستة منهم»."""
    first = trigger.last
    if trigger.entry.get("event") not in FORCE or not any(
        scene.page.form(k) in scene.grammar.partitives for k in range(first, min(first + _SOME, scene.clauses.end))
    ):
        return None
    own = scene.sides(actors)
    told = owner_of(scene, trigger.first, "هم", own) if own - {None} else None
    if told is not None:
        return Chunk.of(told)
    before = scene.chunks(scene.clauses.around(trigger.first - 1)[0], trigger.first)
    people = [c for c in before if c.crowd and c.prep and not c.references]
    return people[-1] if people and not set(scene.people_and_places(people[-1], "target")[0]) & set(actors) else None


def _told_of_before(scene: EventScene, trigger: Trigger, actors: tuple[str, ...]) -> Chunk | None:
    """The other party named before a verb, unless a noun behind may be its object («وقمعها انتفاضات»)."""
    masdar = any(s.pos == "masdar" for s in scene.page.layer(trigger.first, "event"))
    behind = scene.right(trigger.last)[:1]
    if masdar and behind and not (behind[0].prep or behind[0].named or behind[0].crowd):
        return None
    span = scene.page.span(trigger.first, trigger.last)
    speakers = {a.source for a in scene.attributions if a.cue.overlaps(span)}
    own = scene.sides(speakers or actors)
    told = owner_of(scene, trigger.first, trigger.sense.pronoun, own - {None})
    told = None if told is not None and set(told.entities) & set(actors) else told
    helped = trigger.entry.get("event") == "AID"  # «سيطر الجيش على المدينة بعد أن زودته فرنسا ب…»: no place
    one = told is not None and trigger.sense.pronoun != "هم" and not helped
    if told is not None and one and _names_place(scene, told.last, trigger.first):
        return None  # «استولت الحركة على البلدة لكن الجيش استعادها»
    return Chunk.of(told) if told is not None else None


def object_of(scene: EventScene, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the pronoun on a verb of speech, or «إياها» behind it, stands for: not its subject, nor his own side."""
    apart, i = scene.page.form(trigger.last), trigger.first
    pronoun = apart.removeprefix("ايا") if apart.startswith("ايا") else trigger.sense.pronoun
    joined = trigger.sense.clitics != "" or trigger.sense.pos == "active" or scene.page.form(i - 1) in COMMAS
    goes_on = joined or scene.page.form(i - 1) in scene.grammar.continuers | scene.grammar.particles
    if pronoun not in THIRD or not actors or not trigger.verbal or not goes_on:
        return ()  # «العمليات التي تدعمها تركيا» are what is told of
    own, men = scene.sides(actors) - {None}, all(map(scene.cast.is_person, actors))
    for reference in _named_before(scene, i, pronoun):
        rival = men and reference.how == "name" and all(map(scene.cast.is_person, reference.entities))
        other = rival or not scene.sides(reference.entities) & own  # «واتارا … غباغبو، متهما إياه»
        if other and not set(reference.entities) & set(actors):
            return reference.entities
    return ()


def _named_before(scene: EventScene, i: int, pronoun: str) -> Iterator[Reference]:
    """Those named before token ``i`` in its sentence with whom ``pronoun`` agrees, the nearest first; no mere place."""
    for reference in reversed(scene.cast.between(scene.clauses.starts[0], i)):
        told = reference.how != "nisba" and not scene.only_places((reference,)) and not _is_where(scene, reference)
        told = told and not (_is_teller(scene, reference) or _is_dateline(scene, reference))
        around = scene.clauses.around(reference.first)[0]
        told = told and scene.closing_doer(around) != reference  # «التحالف الذي تقوده | واشنطن … غاراته»
        land = reference.how == "possessive" and all(map(is_country, reference.entities))
        told = told and not (pronoun == "هم" and land)  # «باستخدام أراضيها لمهاجمتهم»
        if told and (stands_for(scene, reference, pronoun) or (pronoun == "هم" and _has_people(scene, reference, i))):
            yield reference


def _has_people(scene: EventScene, reference: Reference, i: int) -> bool:
    """Whether «هم» at token ``i`` are the people of the one named: «مقاتلو الحركة … طردهم», no others told of since."""
    head = reference.first - 1
    people = [
        k
        for k in range(max(head, scene.clauses.starts[0]), i)
        if any(s.number == "pl" and s.pos in ("noun", "phrase") for s in scene.page.layer(k, "crowd"))
    ]
    return people == [head]


def _is_dateline(scene: EventScene, reference: Reference) -> bool:
    """Whether a reference is to the outlet of a dateline: «بغداد، العراق (CNN) -- …»."""
    return set(reference.entities) <= scene.cast.outlets and scene.page.form(reference.last) == ")"


def _is_teller(scene: EventScene, reference: Reference) -> bool:
    """Whether a reference is to an outlet behind its verb of saying, of whom nothing else is told."""
    if not set(reference.entities) <= scene.cast.outlets or reference.first == 0:
        return False
    return says(scene.page, reference.first - 1)


def _is_where(scene: EventScene, reference: Reference) -> bool:
    """Whether a country is only told of as where something is: «القوات الأجنبية في العراق … متهما إياها»."""
    i = reference.first
    if conjoined(scene.page, i) and (before := scene.cast.at(i - 1)) is not None:
        i = before.first
    i -= 2 if scene.page.form(i - 1) == "من" and scene.page.form(i - 2) == "كل" else 0
    return scene.page.form(i - 1) in _INSIDE and all(map(is_country, reference.entities))


def _names_place(scene: EventScene, first: int, last: int) -> bool:
    """Whether a place, or a thing that may be hit, is told of between two tokens."""
    if any(scene.only_places((r,)) for r in scene.cast.between(first, last)):
        return True
    return any(s.entry.get("object") for k in range(first, last) for s in scene.page.layer(k, "crowd"))


def stands_for(scene: EventScene, reference: Reference, pronoun: str) -> bool:
    """Whether a pronoun can stand for a name, by what the two look like.

    «هم» stands for people, «ها» for feminines, things in the plural and countries, «ه» for the rest.
    """
    page, first = scene.page, _body_in(scene, reference)
    form = page.form(first)
    if pronoun == "هما":
        return len(reference.entities) > 1
    if pronoun == "هم":
        fighters = reference.how == "possessive" and any(s.number == "pl" for s in page.layer(first, "crowd"))
        return form.endswith(("ون", "ين")) or len(reference.entities) > 1 or fighters  # «مقاتليها … وإنهم»
    feminine = form.endswith(("ه", "ات", "يا")) or any(e.startswith("loc.") for e in reference.entities)
    either = reference.how == "name" and scene.cast.is_body(reference.entities[0])
    either = either and not page.layer(first, "body")  # «حماس»
    return (feminine == (pronoun == "ها") or either) and not form.endswith(("ون", "ين"))


def _body_in(scene: EventScene, reference: Reference) -> int:
    """The first token of the name of a body within an office, whose gender counts: «الناطق باسم | الحركة»."""
    office = reference.how == "role" and scene.cast.is_body(reference.entities[0])
    inside = range(reference.first + 1, reference.last) if office else ()
    return next((k for k in inside if scene.cast.is_named_at(scene.page.tokens[k].span)), reference.first)
