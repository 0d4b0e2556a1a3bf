"""One document in, one reading out."""

from hudna.reading.model import Reading
from hudna.text import Document

ENGINE = "0"


def read(document: Document) -> Reading:
    """What ``document`` says."""
    return Reading(name=document.name, sha256=document.sha256, engine=ENGINE, title=document.title)
