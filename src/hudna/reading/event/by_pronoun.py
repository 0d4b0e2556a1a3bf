"""Whom a pronoun behind an event word stands for: «أطلقوا النار عليهم», «اشتبكت معهم», «قال إنهم هاجموا …».

In: the roles that grammar gave an event word; out: the same with those whom a preposition with a pronoun, or the
complementiser with one before a verb, brings in. «هم» stands for people; what «ه» and «ها» stand for is oftener a
thing or place, so that they are followed only behind words that befall people.
"""

from dataclasses import replace

from hudna.reading.cast import Reference
from hudna.reading.event.antecedent import antecedent
from hudna.reading.event.chunk import Chunk
from hudna.reading.event.earlier import after_pronoun
from hudna.reading.event.elided import agrees_backwards
from hudna.reading.event.kinds import FORCE
from hudna.reading.event.owner import owner_of, stands_for
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.text import COMMAS

_SIDES = 2  # of a clash
_NEAR = 4  # words behind an event word in which «عليهم» is its own
_PAIR = 8  # words behind a clash to «بينها وبين»
_BETWEEN = {"بينها": "ها", "بينه": "ه", "بينهم": "هم"}
_PRONOUNS = ("هم", "ها", "ه")
# frames of words that befall people and states alone
_OF_PEOPLE = frozenset({"topple", "detain", "release", "lift", "sanction", "sentence"})
_FREEING = frozenset({"release", "lift"})  # «أفرجت عنه», «أسقطت عنه التهمة»


def with_pronoun(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` with whom a preposition with a pronoun behind the word brings in, where nobody else is named."""
    if trigger.entry.get("event") not in (*FORCE, "SANCTION", "AID") and trigger.entry.get("frame") not in _FREEING:
        return roles
    frame = scene.frame(trigger)
    if frame.prepositions.get("بين") == "actor" and (both := _between_both(scene, trigger)):
        return replace(roles, actors=both, rule="event.noun")
    for k in range(trigger.last - 1, min(trigger.last + _NEAR, scene.clauses.end)):
        apart = k >= trigger.last and (not scene.page.is_word(k) or finite(scene.page, k) is not None)
        if apart and scene.cast.at(k) is None:
            return roles
        preposition, pronoun = _split(scene.page.form(k))
        role = frame.prepositions.get(preposition, "-") if preposition else "-"
        clash = role == "actor" and preposition == "مع" and len(roles.actors) < _SIDES
        if (role == "target" and not roles.targets) or clash:
            return _with(scene, trigger, roles, pronoun, "actor" if clash else "target")
    return roles


def _between_both(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """The two of «بين» where a pronoun is the first: «دخلت القوات المدينة ودارت معارك بينها وبين الحرس»."""
    for k in range(trigger.last, min(trigger.last + _PAIR, scene.clauses.end - 2)):
        if any(s.pos in ("noun", "masdar") for s in scene.page.layer(k, "event")):
            return ()  # «هاجموا الثكنة ودارت | اشتباكات بينهم وبين الحرس»: of that
        if scene.page.form(k) in _BETWEEN and scene.page.form(k + 1) == "وبين":
            pronoun = _BETWEEN[scene.page.form(k)]
            told = _body_before(scene, trigger.first, pronoun)
            first = told.entities if told is not None else _people_before_clash(scene, trigger.first, pronoun)
            second = next(iter(scene.chunks(k + 2, scene.clauses.next_start(k + 2))), None)
            other = scene.people_and_places(second, "actor")[0] if second is not None and not second.prep else ()
            return (*first, *other) if first and other and not set(first) & set(other) else ()
    return ()


def _body_before(scene: EventScene, i: int, pronoun: str) -> Reference | None:
    """The nearest body before token ``i`` in its sentence that ``pronoun`` can stand for."""
    for reference in reversed(scene.cast.between(scene.clauses.starts[0], i)):
        if scene.cast.is_body(reference.entities[0]) and stands_for(scene, reference, pronoun):
            return reference
    return None


def _people_before_clash(scene: EventScene, i: int, pronoun: str) -> tuple[str, ...]:
    """The people told of nearest before token ``i`` in its sentence: «إن مسلحين هاجموا … | بينهم وبين الشرطة»."""
    for k in range(i - 1, scene.clauses.starts[0], -1) if pronoun == "هم" else ():
        named = any(s.entry.get("agent") and s.number == "pl" for s in scene.page.layer(k, "crowd"))
        if named and scene.cast.at(k) is None:
            phrase = next(iter(scene.chunks(k, scene.clauses.next_start(k))), None)
            return scene.people_and_places(phrase, "actor")[0] if phrase is not None else ()
    return ()


def _split(form: str) -> tuple[str, str]:
    """The preposition and the pronoun that a word is made of, empty where it is none such."""
    pronoun = next((p for p in _PRONOUNS if form.endswith(p)), "")
    return (form.removesuffix(pronoun), pronoun) if pronoun else ("", "")


def _with(scene: EventScene, trigger: Trigger, roles: Roles, pronoun: str, role: str) -> Roles:
    """``roles`` with whom ``pronoun`` stands for in ``role``."""
    if trigger.verbal and scene.is_relative(trigger.first - 1):
        back = trigger.first - 2 - (scene.page.form(trigger.first - 2) in COMMAS)  # «فلان، الذي أفرج عنه»
        told = antecedent(scene, trigger.first - 1) or _named_at(scene, back)
        meant = scene.people_and_places(told, role)[0] if told is not None else ()
        return roles if set(meant) & set(roles.actors) else add(scene, roles, role, told)  # «الحركة التي سيطرت عليها»
    if pronoun != "هم" and trigger.entry.get("frame") not in _OF_PEOPLE and trigger.entry.get("mode") != "firearms":
        return roles
    own = scene.sides(roles.actors) - {None}
    owner = owner_of(scene, trigger.first, pronoun, own)
    body = owner is not None and not scene.cast.is_person(owner.entities[0])
    toppled = trigger.entry.get("frame") == "topple"
    if pronoun != "هم" and body and not (toppled or trigger.entry.get("event") in ("SANCTION", "RETREAT")):
        return roles  # «الرجل الذي تم القبض عليه»: no body is meant
    if others := _others_before(scene, owner, trigger, roles):
        return _with_others(roles, role, others if pronoun == "هم" else ())
    if owner is None or set(owner.entities) & set(roles.actors):
        return roles
    one = len(owner.entities) == 1 and scene.cast.is_person(owner.entities[0])
    where = scene.page.form(owner.first - 1) in scene.grammar.place_prepositions
    return roles if (pronoun == "هم" and one) or where else add(scene, roles, role, Chunk.of(owner))


def _named_at(scene: EventScene, i: int) -> Chunk | None:
    named = scene.cast.at(i)
    return Chunk.of(named) if named is not None and named.how != "nisba" else None


def _with_others(roles: Roles, role: str, others: tuple[str, ...]) -> Roles:
    """``roles`` with the only people without a name in ``role``: «حاول مسلحون الفرار لكن القوات اشتبكت معهم»."""
    if len(others) != 1:
        return roles
    return replace(roles, actors=roles.actors + others) if role == "actor" else replace(roles, targets=others)


def _others_before(scene: EventScene, owner: Reference | None, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """The people without a name, other than who does it, who stand nearer than ``owner``, and so may be meant."""
    found: list[str] = []
    for k in range(scene.clauses.starts[0] if owner is None else owner.last, trigger.first):
        people = (s for s in scene.page.layer(k, "crowd") if s.entry.get("agent") and s.number == "pl")
        told = [f"unnamed: {s.entry.get('en')}" for s in people]
        if told and scene.cast.at(k) is None and not set(told) & set(roles.actors):
            found += told[:1]
    return tuple(dict.fromkeys(found))


def by_complementiser(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """Whom «هم» on the complementiser before a verb stands for: «تظهر الصور أنهم أسروا …»."""
    if not after_pronoun(scene, trigger.first):
        return ()
    i = trigger.first - (1 if scene.page.form(trigger.first - 1) in scene.grammar.pronominal else 2)
    return _people_before(scene, trigger, i) if scene.page.form(i).endswith("هم") else ()


def by_number(scene: EventScene, trigger: Trigger) -> tuple[str, ...]:
    """Whom a verb in the plural, without a subject, says something of: «هاجم الجيش الحوثيين بعدما سيطروا على …»."""
    before, dates = scene.page.form(trigger.first - 1), scene.page.form(trigger.first - 2) in scene.grammar.blockers
    when = before in scene.grammar.subordinators | scene.grammar.complementisers - scene.grammar.pronominal
    if not (when and agrees_backwards(trigger)) or dates:
        return ()  # «أكملت المقاومة … قبل أن يقتحموا»: whoever is the subject there
    return _people_before(scene, trigger, trigger.first)


def _people_before(scene: EventScene, trigger: Trigger, i: int) -> tuple[str, ...]:
    """The people named nearest before token ``i``, () where others without a name are told of nearer."""
    owner = owner_of(scene, i, "هم")
    if owner is None or scene.cast.is_person(owner.entities[0]) or _others_before(scene, owner, trigger, Roles()):
        return ()
    return owner.entities
