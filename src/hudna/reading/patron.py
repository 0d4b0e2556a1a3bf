"""Whose a force is that is called after whom it backs: «القوات الموالية للرئيس هادي», «ميليشيات موالية لروسيا».

The name of such a force is its noun and the adjective; whom it backs is an entity of its own (GUIDE). In: a page and
the position behind the adjective; out: the side of the force.
"""

from typing import NamedTuple

from hudna.reading.body_words import RULERS
from hudna.reading.known import known_at
from hudna.reading.scene import Scene, is_country

PATRON_REACH = 4  # words after the adjective in which the one backed is named («للرئيس السابق علي عبد الله صالح»)


class Patron(NamedTuple):
    """Whom a force backs.

    Attributes:
        side: the state or party of the one backed, None where it is not said or is another country.
        rightful: whether it is the government of the land («للحكومة», «للشرعية»), whichever that is.

    """

    side: str | None = None
    rightful: bool = False


def patron_at(scene: Scene, k: int) -> Patron:
    """Whom the force backs whose adjective ends before token ``k``."""
    for i in range(k, min(k + PATRON_REACH, len(scene.page.tokens))):
        if not scene.is_arabic(i):
            break
        known = known_at(scene, i)
        if known is not None and known.type in ("PER", "ORG", "LOC"):
            foreign = known.entry is not None and is_country(known.entry.id) and known.field == "names"
            return Patron(None if foreign else known.side)
        body = scene.layer_hit(i, "body")
        governs = body is not None and body.senses[0].entry.get("class") in RULERS
        if governs or scene.form(i) in scene.words.rightful:
            return Patron(rightful=True)
        if i > k and scene.role(i - 1) is None and not scene.is_definite(i):
            break
    return Patron()
