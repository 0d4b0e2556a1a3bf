"""What a deed of force befell, by the nouns behind its word: «قصف مسجد في القرية», «هاجمت المسجد»."""

from collections.abc import Iterable
from functools import lru_cache

from hudna.lexicon import load, read_settings
from hudna.record.linking.strand import FORCE
from hudna.record.model import Telling
from hudna.record.wording import stems
from hudna.text import Document, fold, words

_BEHIND = 5  # words behind those that tell the deed
_REACH = 80  # characters in which they stand
_REMEMBERED = 1 << 14


def befallen(document: Document, tellings: Iterable[Telling]) -> dict[str, frozenset[str]]:
    """Telling id → stems of the nouns for what it befell; those without any are left out."""
    out = {}
    for telling in tellings:
        if telling.type == FORCE and telling.status in ("actual", "denied"):
            end = min(telling.evidence.end, telling.trigger.end + _REACH)
            behind = words(fold(document.text[telling.trigger.end : end]))[:_BEHIND]
            if found := frozenset(stem for form in behind for stem in _struck(form)):
                out[telling.id] = found
    return out


@lru_cache(maxsize=_REMEMBERED)
def _struck(form: str) -> frozenset[str]:
    """The stem of a noun for what can be lost; of a weapon, or of what many deeds befall («قرية», «مواقع»), none."""
    layers = load("ar").word(form).layers
    if "loss" not in layers or "weapon" in layers or any(s.pos == "particle" for s in layers["loss"]):
        return frozenset()
    return stems(form) - _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    settings = read_settings("ar", "record")
    return frozenset(s for word in (*settings["place_heads"], *settings["common_things"]) for s in stems(word))
