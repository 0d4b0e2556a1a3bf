"""The words of the names of bodies, and the mentions left out that name none: names for an enemy, head nouns alone.

In: a page and the mentions found on it; out: the mentions that are kept.
"""

from functools import lru_cache

from hudna.lexicon import Entry
from hudna.reading.scene import PLURALS, Found, Scene
from hudna.text import fold

RULERS = frozenset({"authorities", "government"})  # classes of cast/bodies.yaml: of those who rule
INSURGENT = frozenset({"rebels", "separatists"})  # those of fighters without a name


def written(scene: Scene, f: Found) -> tuple[str, ...]:
    """The words of a name without clitics, articles and marks."""
    forms = [scene.form(k)[f.cut if k == f.first else 0 :] for k in range(f.first, f.last) if scene.page.is_word(k)]
    if f.cut and scene.form(f.first)[f.cut - 1] == "ل" and forms[0].startswith("ل"):
        forms[0] = "ا" + forms[0]
    return tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in forms)  # noqa: PLR2004 - the article and a word


def without_epithets(found: list[Found]) -> list[Found]:
    """Without names for an enemy («قوات الاحتلال») where the text names neither him nor his foes."""
    sides = {f.side for f in found if f.field != "epithet"}
    return [f for f in found if f.field != "epithet" or sides & {f.side, *_foes(f)}]


def _foes(f: Found) -> tuple[str, ...]:
    return tuple(f.entry.get("foes") or ()) if f.entry is not None else ()


def without_unheld(scene: Scene, found: list[Found]) -> list[Found]:
    """Without head nouns alone («المنظمة») of a body that the text has not named before."""
    heads: set[str] = set()
    kinds: set[str] = set()
    out = []
    for f in found:
        words = {stem(w) for w in written(scene, f)}
        ministry = f.kind.endswith("-ministry")
        if f.type == "ORG" and not f.bare:
            heads |= words | ({"وزاره"} if ministry else set()) | (_head_words(f.entry) if f.entry else frozenset())
            kinds.add(str(f.entry.get("kind")) if f.entry else "")
        lone = ministry and "وزاره" not in words  # «الخارجية»
        if not f.bare or (f.kind and not lone) or words <= heads or kinds & meant_kinds(scene, f):
            out.append(f)
    return out


def meant_kinds(scene: Scene, f: Found) -> frozenset[str]:
    """The kinds of listed names that a head noun alone may mean: «التنظيم» an armed group, «الوكالة» a news agency.

    None for many («الفصائل»), for an adjective («المعارضة المنظمة») and for what one tells more of («الحركة الكردية»).
    """
    apart = f.last == f.first + 1 and not (scene.is_definite(f.first - 1) or scene.is_definite(f.last))
    hit = scene.layer_hit(f.first, "body") if apart else None
    one = hit is not None and hit.senses[0].number != "pl"
    return frozenset(hit.senses[0].entry.get("means") or ()) if hit and one else frozenset()


@lru_cache(maxsize=4096)
def _head_words(entry: Entry) -> frozenset[str]:
    """The nouns that open the names of a body: «حزب» for one that the text calls by its letters."""
    heads = (fold(name).split()[0] for name in entry.get("names", ()) if " " in name)
    return frozenset(stem(head) for head in heads if not head.endswith(PLURALS))


def stem(word: str) -> str:
    """A word without its article and plural ending: «حوثي» of «الحوثيين»."""
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word  # noqa: PLR2004 - the article and a word
    return word[:-2] if word.endswith(PLURALS) and len(word) > 4 else word  # noqa: PLR2004 - a stem and the ending
