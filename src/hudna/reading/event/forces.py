"""Who «the rebels» and «the soldiers» of a document are, where it names one such body alone.

In: a page with its cast; out: the id of an entity, or None.
"""

from collections import Counter
from functools import lru_cache
from itertools import pairwise

from hudna.lexicon import load
from hudna.reading.cast import Cast, Reference
from hudna.reading.foremost import foremost
from hudna.reading.grammar import load_grammar
from hudna.reading.page import Page
from hudna.reading.particle import conjoined
from hudna.reading.scene import is_country, is_state
from hudna.text import fold

_DOMINANT = 2  # times as often as any other an armed party must be named to be «the rebels» of a document
_LED = 4  # words of people before the body whose they are
_BRIEF = 8  # sentences of a text of which a group named only once may be the armed party
_RULING = frozenset({"army", "government"})  # kinds of names/groups.yaml


def armed_party(page: Page, cast: Cast) -> str | None:
    """The body of the armed party without a state that a document is about; None where no party stands out.

    Whoever is named together with a state's forces («قوات النظام وحزب الله») is no rebel.
    """
    parties = {e.id: e.side for e in cast.entities if is_group(page, cast, e.id)}
    parties |= {e: e for e in cast.rebels}
    told = Counter(parties[m.entity] for m in cast.mentions if m.entity in parties)
    side = foremost(told, _DOMINANT)
    if side is None:
        return None
    if told[side] == 1 and len(_armies(page, cast)) > 1 and len(page.sentences) > _BRIEF:
        return None  # a group named once by the way in a report on two armies
    party = next(e.id for e in cast.entities if parties.get(e.id) == side)
    return None if any(_are_allies(page, cast, a, b, side) for a, b in pairwise(cast.references)) else party


def is_group(page: Page, cast: Cast, entity_id: str) -> bool:
    """Whether an entity is a body of a party without a state that may bear arms."""
    entity, language = cast.entity(entity_id), page.document.language
    if entity is None or cast.faction(entity_id) is None:
        return False
    unarmed = fold(entity.name).partition(" ")[0] in load_grammar(language).unarmed
    return entity.lexicon not in _rulers(language) and not unarmed


@lru_cache(maxsize=4)
def _rulers(language: str) -> frozenset[str]:
    """Armies and governments of the lexicon that are no state's: rebels fight them («كتائب القذافي»)."""
    return frozenset(e.id for e in load(language).known_names() if e.get("kind") in _RULING)


def is_force(page: Page, cast: Cast, entity_id: str) -> bool:
    """Whether an entity is a force by its name."""
    entity = cast.entity(entity_id)
    return entity is not None and _are_troops(page.document.language, entity.name)


def is_loyal(page: Page, cast: Cast, entity_id: str) -> bool:
    """Whether a force is called after whom it backs: «القوات الموالية لفلان»."""
    entity = cast.entity(entity_id)
    return entity is not None and any(w in fold(entity.name) for w in load_grammar(page.document.language).loyal)


def only_army(page: Page, cast: Cast) -> str | None:
    """The army that a document is about, None where it names those of several states or none."""
    armies = _armies(page, cast)
    return next(iter(armies.values())) if len(armies) == 1 else None


def flies_alone(page: Page, cast: Cast, army: str) -> bool:
    """Whether nobody else is told to have planes in a report on an armed group and one army.

    Neither a body of another state that fights, nor a coalition, nor «الطائرات الأمريكية».
    """
    own = cast.side(army)
    others = (e for e in cast.entities if e.type == "ORG" and e.side != own)
    flying = tuple(load_grammar(page.document.language).flying)
    if any(fold(e.name).startswith(flying) for e in others):
        return False
    adjectives = (r for r in cast.references if r.how == "nisba" and f"loc.{own}" not in r.entities)
    described = (s for r in adjectives for k in (r.first - 1, r.first - 2) for s in page.layer(k, "crowd"))
    return not any(s.entry.get("flies") for s in described)


def is_local(cast: Cast, entity_id: str) -> bool:
    """Whether a body is that of one town by its name, and so stands for no state elsewhere: «شرطة كابول»."""
    entity = cast.entity(entity_id)
    towns = {fold(e.name) for e in cast.entities if e.type == "LOC" and not is_country(e.id)}
    return entity is not None and entity.type == "ORG" and fold(entity.name).partition(" ")[2] in towns


def _are_troops(language: str, name: str) -> bool:
    return fold(name).startswith(tuple(load_grammar(language).troops))


def _armies(page: Page, cast: Cast) -> dict[str, str]:
    """The first army of each state that a document names, by state."""
    told: dict[str, str] = {}
    for e in cast.entities:
        if e.type == "ORG" and e.side is not None and is_state(e.side) and _are_troops(page.document.language, e.name):
            told.setdefault(e.side, e.id)
    return told


def _are_allies(page: Page, cast: Cast, a: Reference, b: Reference, side: str | None) -> bool:
    """Whether ``b``, of ``side``, is joined to ``a``, a state's body, by «و» and not by «بين … و…»."""
    between = any(page.form(k) == "بين" for k in range(a.first - _LED, a.first))  # «بين وحدات من الجيش و…»
    if a.last != b.first or a.how == "nisba" or between or not conjoined(page, b.first):
        return False
    of_state = cast.is_body(a.entities[0]) and is_state(cast.side(a.entities[0]))
    return of_state and cast.side(b.entities[0]) == side
