"""States called by their form of government alone: «المملكة», «السلطنة», after one that the text names.

In: the mentions of a document in order; out: the same with those of such states.
"""

from bisect import bisect_left

from hudna.reading.scene import Found, Scene, is_country


def with_realms(scene: Scene, found: list[Found]) -> list[Found]:
    """``found`` with each «المملكة» that a kingdom is named before, or else behind."""
    countries = [f for f in found if f.entry is not None and is_country(f.entry.id) and f.field in ("names", "capital")]
    taken = {k for f in found for k in range(*f.extent)}
    more = [
        realm for k in scene.hits("deixis") if k not in taken and (realm := _realm(scene, countries, k)) is not None
    ]
    return sorted([*found, *more], key=lambda f: (f.first, f.last)) if more else found


def _realm(scene: Scene, countries: list[Found], k: int) -> Found | None:
    """The state that the definite noun at token ``k`` means, the last of its kind before it, else the next."""
    hit = scene.layer_hit(k, "deixis") if scene.is_arabic(k) and scene.is_definite(k) else None
    sense = next((s for s in hit.senses if s.entry.get("refers") == "realm"), None) if hit else None
    if sense is None or sense.number != "sg" or (scene.is_arabic(k + 1) and scene.is_definite(k + 1)):
        return None
    here = bisect_left(countries, k, key=lambda f: f.first)
    near = [*reversed(countries[:here]), *countries[here:]]
    named = next((f for f in near if f.entry is not None and f.entry.id[4:] in sense.entry.get("states")), None)
    if named is None:
        return None
    return Found(k, k + 1, "LOC", "mention.realm", _cut(scene.form(k)), named.entry, "names", named.side)


def _cut(form: str) -> int:
    """Letters before the article; before «لل» the name begins at its second letter (GUIDE)."""
    return form.index("لل") + 1 if "ال" not in form[:3] else form.index("ال")
