"""Case endings that are written: «جنديين» and «عشرين» are no subjects, «جنديان» and «عشرون» no objects.

In: a page and a noun phrase or word; out: yes or no. Most nouns show no case; of them nothing is said.
"""

from hudna.lexicon import Sense
from hudna.reading.event.chunk import Chunk
from hudna.reading.page import Page
from hudna.reading.scene import is_country


def is_oblique(page: Page, chunk: Chunk) -> bool:
    """Whether the head of a bare phrase is no nominative: an oblique dual, plural or number, an indefinite with «ا»."""
    form = page.form(chunk.first)
    if form.endswith("ين") and any(
        s.entry.get("kind") != "scale" or s.entry.get("whole") for s in page.layer(chunk.first, "number")
    ):
        return True  # «عشرين», «مئتين», «ألفين», not «ملايين»
    one = any(s.number == "sg" for s in page.layer(chunk.first, "role"))  # «الأمين العام»
    if form.startswith("ال") and form.endswith("ين") and not one and _is_body(chunk):
        return True  # «الحوثيين»
    if form.startswith("ال") and form.endswith("ين") and any(_are_nationals(s) for s in page.senses[chunk.first]):
        return True  # «منع | الفلسطينيين من …»
    nouns = [s for s in page.layer(chunk.first, "crowd") if s.pos == "noun"]
    if form.endswith("ا") and page.form(chunk.first + 1) == "من" and any(s.entry.get("counts") for s in nouns):
        return True  # «اغتال | عددا من القادة»
    if form.endswith(("ين", "ي")):
        return bool(nouns) and all(s.number in ("pl", "du") for s in nouns)
    return form.endswith("ا") and any(s.number == "sg" and not (s.pronoun or _ends_so(s)) for s in nouns)


def is_nominative(page: Page, i: int) -> bool:
    """Whether people at token ``i`` stand in the case of a subject: «المتمردون», «خطفه | مسلحون»."""
    return page.form(i).endswith("ون") and any(s.number == "pl" for s in page.layer(i, "crowd"))


def _is_body(chunk: Chunk) -> bool:
    """Whether the name of a party heads a phrase, which is a plural of men where it ends so."""
    head = chunk.references[0] if chunk.references else None
    named = head is not None and head.first == chunk.first and head.how == "name"
    return named and not any(is_country(e) for r in chunk.references[:1] for e in r.entities)


def _are_nationals(sense: Sense) -> bool:
    return sense.pos == "nisba" and sense.number == "pl"


def _ends_so(sense: Sense) -> bool:
    """Whether the «ا» at the end of a noun is its own: «ميليشيا»."""
    words = (w if isinstance(w, str) else w["singular"] for w in sense.entry.get("noun", ()))
    return sense.definite or any(w.endswith(("ا", "ى")) for w in words)
