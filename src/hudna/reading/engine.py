"""One document in, one reading out: the steps in their order."""

from hudna.reading.mentions import find_cast
from hudna.reading.model import Reading
from hudna.reading.page import open_page
from hudna.lexicon import load
from hudna.text import Document

ENGINE = "0"


def read(document: Document) -> Reading:
    """What ``document`` says."""
    page = open_page(document, load(document.language))
    cast = find_cast(page)
    return Reading(
        name=document.name,
        sha256=document.sha256,
        engine=ENGINE,
        title=document.title,
        entities=cast.entities,
        mentions=cast.mentions,
    )
