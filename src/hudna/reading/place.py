"""Places told by a head noun or by what stands beside them: «في منطقة توفوز», «مدن أغدام وفضولي»."""

from hudna.lexicon import Hit
from hudna.reading.person import name_end
from hudna.reading.scene import QUOTES, Found, Scene, side_of

_LONGEST = 3  # words of an unknown place name


def place_at(scene: Scene, i: int) -> Found | None:
    """The place whose head noun is token ``i``."""
    hit = scene.layer_hit(i, "place_head")
    if hit is None or (scene.is_definite(i) and not hit.senses[0].entry.get("in_name")):
        return None
    entry = hit.senses[0].entry
    named = named_place(scene, hit.last, clitic=False)
    if named is None:
        return None
    if not entry.get("in_name"):
        return named
    if named.entry is not None and named.entry.get("type") != "LOC":
        return None
    kind = "FAC" if entry.get("facility") else "LOC"
    cut = hit.senses[0].cut
    return Found(hit.first, named.last, kind, "mention.place-head", cut, side=named.side, begin=hit.first)


def named_place(scene: Scene, k: int, *, clitic: bool) -> Found | None:
    """The place name at ``k``, known or not, where the words before say that it is one; quotation marks may open it."""
    if scene.form(k) in QUOTES:
        k += 1
    if not scene.is_arabic(k):
        return None
    known = scene.name_hit(k, "LOC", "FAC")
    if known and (clitic or not known[1].cut):
        hit, sense = known
        return Found(hit.first, hit.last, sense.entry.get("type"), "mention.place-head", sense.cut, sense.entry, sense.pos, side_of(sense.entry))
    listed = scene.gazetteer_hit(k)
    if listed and (clitic or not listed[1].cut):
        return _listed(*listed)
    form = scene.form(k)
    if form in scene.words.function or scene.nisba(k) or scene.is_verb(k):
        return None
    if scene.words.is_unknown(form):
        end = min(max(name_end(scene, k), k + 1), k + _LONGEST)
        cut = 1 if clitic and form.startswith("و") and len(form) > 3 else 0  # noqa: PLR2004 - conjunction and a name
        return Found(k, end, "LOC", "mention.place-head", cut)
    return None


def _listed(hit: Hit, sense: object) -> Found:
    entry = sense.entry  # type: ignore[attr-defined]
    return Found(hit.first, hit.last, "LOC", "mention.gazetteer", sense.cut, entry, "names", entry.get("country"))  # type: ignore[attr-defined]
