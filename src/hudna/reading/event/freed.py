"""Who frees whom, and whose people are freed or seized: «الإفراج عن 30 من معتقلي الحركة», «عشرين من أنصار الحزب».

In: a word of release or arrest and its roles; out: the same with the body that those people are of as the target,
where they have no name, state or party of their own.
"""

from dataclasses import replace

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.owner import THIRD, owner_of
from hudna.reading.event.roles import Roles, add
from hudna.reading.event.scene import EventScene
from hudna.reading.event.trigger import Trigger
from hudna.reading.finite import finite
from hudna.text import COMMAS

_FRAMES = frozenset({"release", "detain", "lift"})
_AHEAD = 12  # words from an event word to the body whose people it befalls
_PEOPLE = ("crowd", "casualty", "role")  # layers of nouns for people
_PARTS = frozenset({None, "victim", "fallen"})  # those of casualties.yaml that are nouns for people
_NAMELESS = "unnamed: supporters"


def captives(scene: EventScene, trigger: Trigger) -> tuple[list[Chunk], Chunk | None] | None:
    """Those named between a word of release and what it needs, and who is freed: «أطلقت | الحركة | سراح | جنديين».

    None for other words, and where what it needs stands before it.
    """
    if trigger.entry.get("frame") != "release" or trigger.companion is None or trigger.companion < trigger.last:
        return None
    behind = (scene.right(trigger.companion), scene.right(trigger.companion + 1))  # «سراح | ستين أسيرا من …»
    first = (c for right in behind for c in right[:1] if not c.prep)
    freed = next((c for c in first if c.crowd or c.full or _are_of_war(scene, c)), None)
    ahead = scene.chunks(trigger.last, trigger.companion)
    return [c for c in ahead if not c.prep and (c.named or c.crowd)], freed


def _are_of_war(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is of prisoners of war of some nation: «أسيرين أذربيجانيين»; a hostage may be anybody."""
    told = (s for k in range(chunk.first, chunk.last) for s in scene.page.layer(k, "casualty"))
    return chunk.adjectival and any(s.entry.get("at_war") for s in told)


def roles_of_freeing(scene: EventScene, trigger: Trigger) -> Roles | None:
    """The arguments of a verbal noun of release that has its doer: «إطلاق | الحكومة | سراح | ستة»; None for others."""
    found = captives(scene, trigger) if trigger.sense.pos == "masdar" and not trigger.sense.pronoun else None
    doers, freed = found or ([], None)
    if not doers or scene.only_places(doers[0].named):
        return None
    roles = add(scene, Roles(rule="event.noun-genitive"), "actor", doers[0])
    return add(scene, roles, "target", freed)


def with_body(scene: EventScene, trigger: Trigger, roles: Roles) -> Roles:
    """``roles`` with the party whose prisoners, members or supporters are freed or seized; nobody frees his own."""
    if trigger.entry.get("frame") not in _FRAMES or any(t != _NAMELESS for t in roles.targets):
        return roles
    own = scene.sides(roles.actors)
    body = _body(scene, trigger, own, set(roles.actors))
    if body is None or scene.side(body) in own - {None} or body in roles.actors:
        return roles
    return replace(roles, targets=(body,))


def _body(scene: EventScene, trigger: Trigger, own: set[str | None], doers: set[str]) -> str | None:
    """The body right behind a noun for people in the words behind the event word, before another clause begins.

    Its pronoun stands for one told before, not of their ``own`` side who do it: «إطلاق الحكومة سراح اثنين من عناصرها».
    """
    page = scene.page
    for k in range(trigger.last, min(trigger.last + _AHEAD, scene.clauses.end)):
        named = scene.cast.at(k)
        if named is None:
            if pronoun := _pronoun(scene, k):
                owner = owner_of(scene, trigger.first, pronoun, own - {None})
                return owner.entities[0] if owner is not None else None
            occasion = k == trigger.last and page.form(k) in scene.grammar.occasions_in_time  # «اعتقل خلال العملية …»
            if page.form(k) in COMMAS and _opens_part(scene, k + 1):
                continue  # «اعتقلت سبعة آخرين، | بينهم قياديون في الحركة»
            stops = page.form(k) in COMMAS or (page.form(k) in scene.grammar.blockers and not occasion)
            stops = stops or (k in scene.clauses.starts and not _opens_part(scene, k))
            if stops or finite(page, k) is not None:
                return None
        elif named.how != "nisba" and named.first == k:
            if set(named.entities) <= doers:
                continue
            body = named.entities[0]
            owns = _are_its_people(scene, k) and scene.cast.is_body(body) and scene.cast.side(body)
            return body if owns else None
    return None


def _opens_part(scene: EventScene, k: int) -> bool:
    """Whether «بينهم» or «من بينهم» at token ``k`` tells who some of those seized are."""
    return scene.page.form(k + (scene.page.form(k) in ("من", "ومن"))) in scene.grammar.amongst


def _pronoun(scene: EventScene, k: int) -> str:
    """The pronoun on a noun for people at token ``k``, empty for none."""
    people = (s for layer in _PEOPLE[:2] for s in scene.page.layer(k, layer) if s.pos == "noun")
    return next((s.pronoun for s in people if s.pronoun in THIRD), "")


def _are_its_people(scene: EventScene, i: int) -> bool:
    """Whether people stand before the body at token ``i``: «معتقلي | الحركة», «أعضاء في | الحركة»."""
    page = scene.page
    i -= page.form(i - 1) in scene.grammar.membership
    people = (s for layer in _PEOPLE for s in page.layer(i - 1, layer))
    return any(s.pos in ("noun", "phrase") and not s.definite and s.entry.get("part") in _PARTS for s in people)
