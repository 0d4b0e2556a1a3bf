"""Case endings that are written: «جنديين» and «عشرين» are no subjects, «جنديان» and «عشرون» no objects.

In: a page and a noun phrase; out: yes or no. Most nouns show no case; of them nothing is said.
"""

from hudna.lexicon import Sense
from hudna.reading.event.chunk import Chunk
from hudna.reading.page import Page


def is_oblique(page: Page, chunk: Chunk) -> bool:
    """Whether the head of a bare phrase is no nominative: an oblique dual, plural or number, an indefinite with «ا»."""
    form = page.form(chunk.first)
    if form.endswith("ين") and any(
        s.entry.get("kind") != "scale" or s.entry.get("whole") for s in page.layer(chunk.first, "number")
    ):
        return True  # «عشرين», «مئتين», «ألفين», not «ملايين»
    nouns = [s for s in page.layer(chunk.first, "crowd") if s.pos == "noun"]
    if form.endswith(("ين", "ي")):
        return bool(nouns) and all(s.number in ("pl", "du") for s in nouns)
    return form.endswith("ا") and any(s.number == "sg" and not (s.pronoun or _ends_so(s)) for s in nouns)


def _ends_so(sense: Sense) -> bool:
    """Whether the «ا» at the end of a noun is its own: «ميليشيا»."""
    words = (w if isinstance(w, str) else w["singular"] for w in sense.entry.get("noun", ()))
    return sense.definite or any(w.endswith(("ا", "ى")) for w in words)
