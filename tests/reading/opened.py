"""A text as the steps of reading see it."""

from hudna.lexicon import load
from hudna.reading.cast import Cast
from hudna.reading.mentions import find_cast
from hudna.reading.page import Page, open_page
from hudna.text import Document

# two who hold offices, with their names
TALKS = "بحث وزير الخارجية الروسي سيرغي لافروف مع نظيره التركي مولود تشاووش أوغلو الأزمة. "


def opened(text: str, **known: str) -> Page:
    """The page of a report; ``known`` is what is told beside it."""
    return open_page(Document("x", text, **known), load("ar"))


def cast_of(text: str) -> Cast:
    """Whom a report speaks of."""
    return find_cast(opened(text))
