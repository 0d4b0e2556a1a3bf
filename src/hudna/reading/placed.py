"""Places that no head noun tells: beside a direction, after a preposition of place, in a list of places."""

from hudna.reading.known import known_at, listed_at
from hudna.reading.person import is_plain
from hudna.reading.place import named_place
from hudna.reading.scene import PLURALS, Found, Scene
from hudna.text import QUOTES

_AND = frozenset("،,–-/")
_DUAL = ("تي", "تا", "يي")  # endings of two places in construct: «مدينتي»
_VERBAL = ("سي", "ست", "سن", "يت", "يست", "تست")  # beginnings of verbs: «سيضطلع», «يتعذر»
_ATTACHED = ("تها", "وها", "وهم", "تهم", "ته", "هما")  # endings of verbs and nouns with a pronoun: «أوجزتها»
_STEM = 5  # letters of a plural and its ending; «جنين» is none


def near_place(scene: Scene, i: int) -> Found | None:
    """A word of no other use that only a place can be: «قرب كوندوغا», «السيطرة على باردير»."""
    before = scene.form(i - 1)
    near = before in scene.words.directions or before == "قرب"
    held = before == "علي" and scene.form(i - 2) in scene.words.control
    if not (near or held):
        return None
    dual = scene.form(i).endswith("ي") and scene.is_definite(i + 1)  # «قرب مرقدي الإمامين»
    plain = not (dual or scene.is_definite(i)) and is_plain(scene, i, i + 1) and not scene.page.senses[i]
    place = named_place(scene, i, clitic=False) if plain else None
    return None if place is None or _is_group(scene, place) else place


def listed_place(scene: Scene, i: int) -> Found | None:
    """A gazetteer place after a preposition of place."""
    listed = listed_at(scene, i)
    if listed is None:
        return None
    before = scene.form(i - 1) if i and scene.form(i - 1) not in QUOTES else scene.form(i - 2)
    if before not in scene.words.where and "ب" not in scene.form(i)[: listed.cut]:
        return None
    common = listed.last - listed.first == 1 and scene.words.is_ordinary(scene.form(i))
    return None if common else listed


def coordinated(scene: Scene, item: Found) -> list[Found]:
    """Further places in a list after a place: «أغدام، خوغافند وفيزولي»."""
    second = _second(scene, item)
    if second:
        return [second]
    out: list[Found] = []
    k = item.last
    while k + 1 < len(scene.page.tokens):
        at = k + 1 if scene.form(k) in _AND else k if scene.form(k).startswith("و") else None
        if at is None and scene.form(k) in QUOTES:
            k += 1
            continue
        if at is None or (at == k + 1 and not (scene.words.is_unknown(scene.form(at)) or known_at(scene, at, "LOC"))):
            break
        more = named_place(scene, at, clitic=True)
        if more is None or _is_group(scene, more) or (scene.form(at) not in QUOTES and at == k and more.cut == 0):
            break
        if more.entry is None and not _may_be_listed(scene, more):
            break
        out.append(more)
        k = more.last
    return out


def _second(scene: Scene, item: Found) -> Found | None:
    """The second of two places that a dual announces, whatever word it is: «حيي المنشية والعباسية»."""
    k = item.last
    announced = item.begin >= 0 and item.begin < item.first and scene.form(item.begin).endswith(_DUAL)
    plain = announced and scene.is_native(k) and scene.form(k).startswith("وال") and not known_at(scene, k)
    return Found(k, k + 1, "LOC", "mention.place-head", 1) if plain else None


def _may_be_listed(scene: Scene, more: Found) -> bool:
    """Whether an unknown word after a place can be the next of a list: «… ولافروف يدعو», «… سيضطلع الجيش» is none."""
    form = scene.form(more.first)[more.cut :]
    if scene.is_arabic(more.last) and scene.is_verb(more.last):
        return False
    if form.startswith(_VERBAL) or form.endswith(_ATTACHED) or scene.layer_hit(more.first, "place_head"):
        return False
    return form not in scene.words.given  # «قطر، وجبريل باسولي», «العراق، ديفيد دورتي»


def _is_group(scene: Scene, found: Found) -> bool:
    """Whether what would be an unknown place is people: «أوغندا ومعارضون»."""
    form = scene.form(found.first)[found.cut :]
    return found.entry is None and not scene.is_definite(found.first) and form.endswith(PLURALS) and len(form) > _STEM
