"""Attacks told by being repelled: «تصدى الجيش لهجوم شنته الحركة», «صدت محاولة تسلل لعناصر من …».

Such words tell of two deeds, the attack and that it was beaten back, if they say whose the attack was. In: the verb or
noun of repelling, its arguments and the event word behind it; out: the arguments of both.
"""

from dataclasses import replace

from hudna.reading.event.chunk import AGENT, Chunk
from hudna.reading.event.genitive import fit_for_genitive, genitive
from hudna.reading.event.prepositional import add_prepositions
from hudna.reading.event.relative import told_behind
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger

_OBJECT = 8  # tokens between the word or its doer and the attack that is its object, a time and commas among them
_HITS = 4  # words between the attack and «استهدف»


def attack_on(scene: EventScene, trigger: Trigger, roles: Roles, following: Trigger | None) -> Roles | None:
    """The arguments of the attack that ``trigger`` repels, ``following`` its noun; None where nobody made it."""
    if following is None or following.verbal or following.entry.get("event") != "ASSAULT":
        return None
    doer = next((r.last for r in scene.cast.between(trigger.last, following.first)), trigger.last)
    if following.first - doer > _OBJECT or not trigger.entry.get("repels"):
        return None
    right = fit_for_genitive(scene, following, scene.right(following.last))
    attack = Roles()
    if right and not right[0].prep and (right[0].full or right[0].crowd):
        attack = genitive(scene, attack, following, right[0], by_verb=False, doer=False)
    if _is_passive(scene, trigger):
        right = tuple(c for c in right if c.prep != AGENT)  # «تم صد الهجوم من قبل الجيش»
    attack = add_prepositions(scene, attack, following, right)
    whose = right[0] if right and right[0].prep in ("ل", AGENT) else None
    if whose is not None and not attack.actors and not scene.only_places(whose.named):
        attack = add(scene, attack.by("event.agent"), "actor", whose)  # «محاولة تقدم لعناصر الحركة»
    attack = attack if attack.actors else told_behind(scene, attack, following)
    attack = attack if attack.targets else _told_to_hit(scene, following, attack)
    own = scene.sides(roles.actors) - {None}
    doers = tuple(a for a in attack.actors if a not in roles.actors and scene.cast.side(a) not in own)
    if not doers:
        return None
    hit = tuple(t for t in attack.targets if t not in doers)
    return replace(attack, actors=doers, targets=hit or tuple(a for a in roles.actors if a not in doers))


def _told_to_hit(scene: EventScene, attack: Trigger, roles: Roles) -> Roles:
    """``roles`` with what «استهدف» right behind an attack says it was aimed at: «هجوما للقراصنة | استهدف سفينة»."""
    words = range(attack.last, min(attack.last + _HITS, scene.clauses.end))
    aims = (k for k in words if any(s.entry.id == "target" and s.pos == "verb" for s in scene.page.layer(k, "event")))
    at = next(aims, None)
    hit = next(iter(scene.right(at + 1)), None) if at is not None else None
    return roles if hit is None or hit.prep else add(scene, roles, "target", hit)


def before_aim(scene: EventScene, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases behind a verb of repelling up to what is attempted: «أحبطت محاولة للقراصنة | للاستيلاء على سفينة»."""
    aims = (n for n, c in enumerate(right) if c.prep == "ل" and any(_is_deed(scene, k) for k in range(c.first, c.last)))
    return right[: next(aims, len(right))]


def _is_deed(scene: EventScene, k: int) -> bool:
    return any(s.pos == "masdar" for s in scene.page.layer(k, "event"))


def foiled(scene: EventScene, trigger: Trigger, roles: Roles, right: tuple[Chunk, ...]) -> Roles:
    """``roles`` of who foils an attempt with whose it is, right behind «محاولة»: «أحبطت محاولة | للقراصنة»."""
    i = trigger.companion
    if not trigger.entry.get("repels") or i is None or roles.targets or not roles.actors:
        return roles
    whose = next((c for c in right if c.first == i + 1 and c.prep == "ل" and (c.crowd or c.full)), None)
    return add(scene, roles, "target", whose)


def before_attack(scene: EventScene, trigger: Trigger, right: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The phrases behind a noun of repelling up to the attack, of which the rest is told; in the passive by whom.

    «صد الجيش هجوما للحركة», «تم صد الهجوم من قبل الجيش».
    """
    for n, chunk in enumerate(right):
        attacks = (s for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "event"))
        if any(s.entry.get("event") == "ASSAULT" and s.pos != "verb" for s in attacks):
            passive = _is_passive(scene, trigger)
            return (*right[:n], *(c for c in right[n:] if passive and c.prep == AGENT))
    return right


def _is_passive(scene: EventScene, trigger: Trigger) -> bool:
    """Whether a noun of repelling stands behind a verb that makes a passive of it: «تم صد الهجوم»."""
    return scene.page.form(trigger.first - 1) in scene.grammar.passive_auxiliaries
