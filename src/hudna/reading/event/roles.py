"""The arguments of an event word, and how noun phrases become them."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from hudna.reading.event.chunk import Chunk
from hudna.reading.event.owner import OURS, owner_of, speaker_at
from hudna.reading.event.rules import BESIDE_VERB
from hudna.reading.event.scene import EventScene
from hudna.reading.scene import is_state

# rules that read the doer off the sentence at large
GUESSED = frozenset(
    {"event.elided-subject", "event.elided-speaker", "event.carried", "event.purpose", "event.clause-subject"}
)


TO_HER = frozenset({"لها", "لهم"})  # behind a thing: «قافلة لها»


@dataclass(frozen=True, slots=True)
class Roles:
    """The arguments of one event word.

    Attributes:
        actors, targets: ids in the order of the text, "unnamed: …" among them.
        places: ids of places, nearest first.
        content: (first, last) tokens of what is asked, refused or alleged, or None.
        rule: id of the rule that found the actor.
        carrier: position of the verb that carries the noun, or None.
        carries: how that verb carries it («carries» of events/light.yaml), or None.
        consumed: position of a verb that tells the same event («هجمات استهدفت …»), or None.

    """

    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    content: tuple[int, int] | None = None
    rule: str = "event.noun"
    carrier: int | None = None
    carries: str | None = None
    consumed: int | None = None

    def by(self, rule: str) -> "Roles":
        """The same roles, found by ``rule``."""
        return replace(self, rule=rule)


def add(scene: EventScene, roles: Roles, role: str, chunk: Chunk | None) -> Roles:
    """``roles`` with whom ``chunk`` names in ``role`` (the role names of events/frames.yaml)."""
    if chunk is None or role == "-" or (role == "host" and _are_people_of_lands(scene, chunk)):
        return roles
    if role in ("content", "act"):
        end = max(chunk.last, scene.clauses.next_start(chunk.first + 1))  # «رفضت المشاركة في المفاوضات»
        return replace(roles, content=roles.content or (chunk.first, end))
    people, places = scene.people_and_places(chunk, role)
    if role == "host" and chunk.thing:
        people = tuple(p for p in people if not p.startswith("unnamed"))  # «زار مخيمات النازحين»
    if role == "target" and (not people or _are_ours(scene, chunk)):
        owners = _whose(scene, chunk, scene.sides(roles.actors) - {None})
        people = tuple(p for p in owners if p not in roles.actors) or people
    roles = replace(roles, places=joined(roles.places, places))
    if role == "place":
        return roles
    if role == "both" or (role in ("actor", "target") and any(r.how == "mutual" for r in chunk.named)):
        return replace(roles, actors=joined(roles.actors, people), targets=joined(roles.targets, people))
    nameless = roles.rule in BESIDE_VERB and ((chunk.party and not chunk.references) or _are_fighters(scene, chunk))
    own = nameless and (set(people) & set(roles.actors) or _of_own_side(scene, roles, people))
    if role == "target" and own:
        people = (f"unnamed: {chunk.crowd}",) if chunk.crowd else ()  # «يضغط حزب الله على المقاتلين»: on others
    if role == "target":
        return replace(roles, targets=joined(roles.targets, people))
    return replace(roles, actors=joined(roles.actors, people))


def _are_people_of_lands(scene: EventScene, chunk: Chunk) -> bool:
    """Whether only adjectives name lands, of people who are in neither: «رد إلى الوسيطين | الألماني والمصري»."""
    lands = bool(chunk.references) and all(r.how in ("nisba", "pair", "side") for r in chunk.references)
    return lands and scene.page.form(chunk.first).endswith(("ين", "ون", "ان"))


def _are_ours(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is of the speaker's own men: «أطلقوا النار على جنودنا»."""
    return any(s.pronoun == OURS and s.entry.get("armed") for s in scene.page.layer(chunk.first, "crowd"))


def _are_fighters(scene: EventScene, chunk: Chunk) -> bool:
    """Whether a phrase is just a noun for fighters whom the text named before: «الميليشيات»."""
    told = (s for r in chunk.references if r.how == "body" for s in scene.page.layer(r.first, "deixis"))
    return any(s.entry.get("of") == "fighters" for s in told)


def _of_own_side(scene: EventScene, roles: Roles, people: tuple[str, ...]) -> bool:
    """Whether those without a name would be of the speaker's own side: «اتهم ناطق باسم الجيش "الميليشيات" ب…»."""
    persons = any(map(scene.cast.is_person, roles.actors))
    return persons and bool(scene.sides(people) & (scene.sides(roles.actors) - {None}))


def _whose(scene: EventScene, chunk: Chunk, doers: AbstractSet[str | None]) -> tuple[str, ...]:
    """The owner of a thing that has a pronoun: «استهداف مواقعها»; of troops, who speaks of them: «مهاجمة قواتنا».

    He is on no side of the ``doers``: «قالت تايلاند إن القوات الكمبودية قصفت موقعا لها».
    """
    held = scene.page.layer(chunk.first, "crowd")
    ours = any(s.pronoun == OURS for s in held if any(s.entry.get(k) for k in ("object", "means", "armed")))
    pronoun = next((s.pronoun for s in held if s.entry.get("object")), "") if chunk.thing else ""
    if chunk.thing and not pronoun and not chunk.references:
        behind = (scene.page.form(k) for k in (chunk.last, chunk.last - 1))  # «قصفت مواقع لها»
        pronoun = next((f[1:] for f in behind if f in TO_HER), "")
    owner = owner_of(scene, chunk.first, pronoun, doers) if pronoun in ("ها", "هم") else None
    owner = speaker_at(scene, chunk.first) if ours else owner
    if owner is None or not ours:
        return owner.entities if owner is not None else ()
    return tuple(body_of(scene, e) for e in owner.entities)


def body_of(scene: EventScene, speaker: str) -> str:
    """The army or party for which a person speaks who says «قواتنا»; he himself where none of his side is named."""
    side = scene.cast.party(speaker) if scene.cast.is_person(speaker) else None
    if side is None:
        return speaker
    bodies = (b for b in (scene.army, scene.armed_party) if b is not None and scene.cast.party(b) == side)
    return next(bodies, f"loc.{side}" if is_state(side) else speaker)


def joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """``old`` and what of ``new`` is not in it, in order."""
    return old + tuple(x for x in dict.fromkeys(new) if x not in old)
