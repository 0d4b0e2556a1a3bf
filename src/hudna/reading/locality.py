"""Places that a noun alone means: «المدينة», «القاعدة», «المخيم», after one of that kind was named."""

from bisect import bisect_left
from dataclasses import dataclass

from hudna.lexicon import Hit
from hudna.reading.cast import Reference
from hudna.reading.coreference import Casting
from hudna.reading.scene import Found, Scene, is_country

_NEAR = 60  # words back to a place that was named without the noun for its kind: «صعدة … المدينة»


@dataclass(frozen=True, slots=True)
class Localities:
    """The places of a document in the order in which it names them, each with the noun for its kind if it has one."""

    scene: Scene
    firsts: tuple[int, ...]
    named: tuple[tuple[str, str, str], ...]  # the noun without clitics, its entry, the place

    @classmethod
    def of(cls, scene: Scene, casting: Casting) -> "Localities":
        """The places that ``casting`` names."""
        held = [
            (f.extent[0], *_kind(scene, f), entity)
            for f, entity in zip(casting.found, casting.ids, strict=True)
            if f.type in ("LOC", "FAC") and not is_country(entity)
        ]
        return cls(scene, tuple(h[0] for h in held), tuple(h[1:] for h in held))

    def at(self, i: int) -> Reference | None:
        """The place that a definite noun at token ``i`` means, which nothing behind it names more closely."""
        hit = self.scene.layer_hit(i, "place_head")
        if hit is None or hit.last > i + 1 or not hit.senses[0].entry.get("again") or not self.scene.is_definite(i):
            return None
        if hit.senses[0].number != "sg" or self._names_more(hit):
            return None
        place = self._named_before(i, _noun(self.scene, hit), hit.senses[0].entry.id)
        return Reference(i, hit.last, (place,), "place") if place else None

    def _names_more(self, hit: Hit) -> bool:
        """Whether an adjective or name follows that tells another one: «المدينة القديمة», «القاعدة الأمريكية»."""
        return self.scene.is_arabic(hit.last) and self.scene.is_definite(hit.last)

    def _named_before(self, i: int, noun: str, entry: str) -> str | None:
        """The place named last by the noun, else by one of its kind, else the town named shortly before without any."""
        seat = bisect_left(self.firsts, i)
        back = range(seat - 1, -1, -1)
        same = next((n for n in back if self.named[n][0] == noun), None)
        alike = next((n for n in back if self.named[n][1] == entry), None) if entry == "town" else None
        near = (n for n in back if self.firsts[n] >= i - _NEAR)
        bare = next((n for n in near if not self.named[n][1]), None) if entry == "town" else None
        found = max((n for n in (same, alike, bare) if n is not None), default=None)
        return None if found is None else self.named[found][2]


def _kind(scene: Scene, f: Found) -> tuple[str, str]:
    """The noun for the kind of a place that stands at its head, and its entry: («قاعدة», "facility"); else ("", "")."""
    hit = scene.layer_hit(f.extent[0], "place_head")
    return ("", "") if hit is None else (_noun(scene, hit), hit.senses[0].entry.id)


def _noun(scene: Scene, hit: Hit) -> str:
    """The noun without particles and article: «مدينة» of «بالمدينة» and of «للمدينة»."""
    return scene.form(hit.first)[hit.senses[0].cut :].removeprefix("ال").removeprefix("لل")
