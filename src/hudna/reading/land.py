"""Gender of states: «طالب روسيا» asks Russia, for a masculine verb cannot have her as its subject."""

from functools import lru_cache
from typing import Any

from hudna.lexicon import read_settings
from hudna.reading.cast import Reference
from hudna.reading.page import Page
from hudna.reading.scene import is_country


def is_feminine_land(page: Page, reference: Reference) -> bool:
    """Whether a reference is the name of a state that takes feminine verbs; False where it takes either."""
    if reference.how != "name" or not all(is_country(e) for e in reference.entities):
        return False
    form = page.form(reference.first)
    bare = form[1:] if form[0] in "وف" else form
    masculine = _masculine(page.document.language)
    return bool(reference.entities) and form not in masculine and bare not in masculine


@lru_cache(maxsize=4)
def _masculine(language: str) -> frozenset[str]:
    """First words of masculine names of states (cast/lands.yaml)."""
    settings: dict[str, Any] = read_settings(language, "cast/lands")
    return frozenset(settings["masculine"])
