"""Of which nation armed parties are, and so whose rebels and whose government's forces a report speaks of.

Two states and a rebel group make «المتمردون التشاديون» others than the Sudanese group that the report names too, and
«القوات الحكومية» those of the state whose rebels they fight, not of the neighbour whose army acts beside them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from hudna.lexicon import Entry, load
from hudna.reading.cast import Reference
from hudna.reading.foremost import foremost
from hudna.reading.home import is_venue
from hudna.reading.known import MEDIA
from hudna.reading.model import Entity
from hudna.reading.scene import Found, Scene, is_country, is_state, side_of
from hudna.reading.territory import is_backer
from hudna.text import fold

GROUPS = frozenset({"armed-group", "militia"})  # kinds of names/groups.yaml
_WINDOW = 120  # mentions before a body among which those of its sentence are sought
_CIVIL = "civil"  # field of the body there that fights rebels at home


@lru_cache(maxsize=1024)
def nations(language: str, group: str) -> frozenset[str]:
    """The states that the names of a listed group tell: «حركة العدل والمساواة السودانية»; none where they tell none."""
    entry = next((e for e in load(language).known_names() if e.id == group), None)
    if entry is not None and (nation := entry.get("nation")):
        return frozenset({nation})
    words = [fold(name).split() for name in entry.get("names", ())] if entry is not None else []
    return frozenset(side for forms in words for k in range(len(forms)) if (side := _state_at(language, forms, k)))


def _state_at(language: str, forms: list[str], k: int) -> str | None:
    """The state that the word at ``k`` of a name tells of, as its adjective or its name."""
    lexicon = load(language)
    adjectives = (s.entry for s in lexicon.senses(forms[k]) if s.entry.layer == "names" and s.pos == "nisba")
    countries = (s.entry for h in lexicon.names(forms, k) for s in h.senses if is_country(s.entry.id) and not s.cut)
    sides = (side_of(e) for found in (adjectives, countries) for e in found)
    return next((side for side in sides if is_state(side)), None)


def may_be_of(language: str, group: str | None, nation: str | None) -> bool:
    """Whether a listed group may be of a nation, for all that its names tell."""
    told = nations(language, group) if group is not None and nation is not None else frozenset()
    return not told or nation in told


def nation_behind(scene: Scene, k: int) -> str | None:
    """The state of the adjective at token ``k``, behind people: «المتمردين | التشاديين»."""
    nisba = scene.nisba(k)
    side = scene.nisba_side(k) if nisba is not None and not nisba.clitics else None
    return side if is_state(side) else None


def is_civil(scene: Scene, f: Found) -> bool:
    """Whether a body is called the government's forces («القوات الحكومية»), which fight rebels at home."""
    hit = scene.layer_hit(f.first, "body")
    return hit is not None and bool(hit.senses[0].entry.get(_CIVIL))


def embattled(scene: Scene, found: list[Found]) -> str | None:
    """The state whose rebels a report tells of: by who is called its government's forces, its rebels or its group."""
    forces = Counter(f.side for f in found if f.side is not None and is_state(f.side) and is_civil(scene, f))
    groups = {f.entry.id for f in found if f.entry is not None and is_armed_group(f.entry)}
    rebels = Counter(s for k in _rebels(scene) if (s := nation_behind(scene, k + 1)) is not None)
    named = Counter(s for g in groups for s in nations(scene.page.document.language, g))
    return next((s for told in (forces, rebels, named) if (s := foremost(told)) is not None), None)


def _rebels(scene: Scene) -> list[int]:
    """Where people stand who may be the armed party of a report."""
    return [k for k, hit in scene.hits("crowd").items() if any(s.entry.get("party") for s in hit.senses)]


def is_armed_group(entry: Entry) -> bool:
    """Whether an entry is an armed group of no state: a state's volunteers are no rebels."""
    return entry.get("kind") in GROUPS and not is_state(side_of(entry))


def called_rebels(language: str, entities: Iterable[Entity], references: Iterable[Reference]) -> frozenset[str]:
    """Bodies only called the rebels of a nation («المتمردين التشاديين»), others than the groups that are named."""
    plain = {e.id: fold(e.name) for e in entities if e.type == "ORG" and e.lexicon is None and e.side is None}
    pairs = (a for a, b in pairwise(references) if a.last == b.first and b.how == "nisba")
    told = {a.entities[0] for a in pairs if a.by_name} & plain.keys()
    senses = load(language).senses
    return frozenset(e for e in told if any(s.entry.get("class") == "rebels" for s in senses(plain[e])))


def local_state(scene: Scene, found: list[Found], n: int, home: str | None) -> str | None:
    """The state that the sentence has named last before a body, by name or capital; of several only the home.

    So does one whose forces it tells of there: «شنت مقاتلات تركية غارات … شمالي العراق، بحسب | رئاسة الأركان».
    """
    first = _sentence(scene, found[n])
    told: list[str | None] = []
    for f in reversed(found[max(0, n - _WINDOW) : n]):
        if f.first < first:
            break
        passing = is_venue(scene, f) or scene.form(f.first - 1) == "من"  # «في اتصال من باريس»
        backs = is_backer(scene, f) or (home is not None and passing)
        if f.type == "LOC" and f.entry is not None and is_country(f.entry.id) and not backs:
            told.append(f.side)
    told += [s for k in range(first, found[n].first) if _is_flank(scene, k) and (s := nation_behind(scene, k + 1))]
    acting = {nation_behind(scene, k + 1) for k in range(first, found[n].first) if _strikes(scene, k)} - {None}
    if len({*told, *acting}) > 1 and told:
        return home if home in told or home in acting else None
    return told[0] if told else None


def speaking_side(scene: Scene, found: list[Found], n: int, sides: Mapping[int, str | None]) -> str | None:
    """The state or party of who says what is told of body ``n``: «قال مسؤول تركي إن | الجيش …».

    ``sides`` are those of the bodies before it.
    """
    first, last = _sentence(scene, found[n]), found[n].first
    number = scene.page.sentence_of[last]
    while number > 0 and _goes_on(scene, first):  # «وأضاف أن | القوات …»
        number -= 1
        first = scene.page.sentences[number].first
    last = last if number == scene.page.sentence_of[last] else scene.page.sentences[number].last
    that = next((k for k in range(last - 1, first, -1) if _is_that(scene, k)), first)
    told: list[tuple[int, str]] = []
    for m in range(max(0, n - _WINDOW), n):
        entry = found[m].entry
        outlet = entry is not None and entry.get("kind") in MEDIA  # «بغداد (CNN) -- كشفت مصادر عراقية أن | الجيش …»
        side = None if outlet else sides.get(m) or found[m].side
        if first <= found[m].first < that and found[m].type in ("ORG", "PER") and side is not None:
            told.append((found[m].first, side))
    offices = (k for k in range(first + 1, that) if scene.role(k - 1) or scene.role(k - 2))
    told += [(k, state) for k in offices if (state := nation_behind(scene, k)) is not None]
    return min(told)[1] if told else None


def _goes_on(scene: Scene, first: int) -> bool:
    """Whether a sentence goes on with what the speaker of the last one said: «وأضاف أن …»."""
    return scene.is_verb(first) and bool(scene.page.layer(first, "reporting")) and _is_that(scene, first + 1)


def _is_that(scene: Scene, k: int) -> bool:
    return scene.form(k) in scene.words.complementisers


def _sentence(scene: Scene, f: Found) -> int:
    """The first token of the sentence of a mention."""
    return scene.page.sentences[scene.page.sentence_of[f.first]].first


def _is_flank(scene: Scene, k: int) -> bool:
    """Whether a noun for one of two sides stands at token ``k``: «في الجانب | التايلاندي»."""
    return any(s.entry.get("refers") == "side" for s in scene.page.layer(k, "deixis"))


def _strikes(scene: Scene, k: int) -> bool:
    """Whether the noun at token ``k`` or the one that it describes is what strikes: «مقاتلات», «طائرات حربية»."""
    words = (s for i in (k, k - 1) for s in scene.page.layer(i, "crowd"))
    return any(s.entry.get("strikes") for s in words)
