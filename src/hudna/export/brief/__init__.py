"""The brief as text, Markdown or one self-contained HTML page, in Arabic or English."""

from typing import Literal

from hudna.export.brief.catalogue import LANGUAGES, catalogue
from hudna.export.brief.page import page
from hudna.export.brief.render import html, markdown, text
from hudna.views import EVERYTHING, Choice, Dossier, Reliability, brief

__all__ = ["FORMATS", "LANGUAGES", "Format", "write_brief"]

Format = Literal["text", "html", "md"]
FORMATS: tuple[Format, ...] = ("text", "html", "md")
_RENDERERS = {"text": text, "html": html, "md": markdown}


def write_brief(
    dossier: Dossier,
    reliability: Reliability,
    choice: Choice = EVERYTHING,
    *,
    language: str = "ar",
    form: Format = "text",
) -> str:
    """The brief of a dossier in one of ``LANGUAGES`` and ``FORMATS``; every line of it names its sources."""
    return _RENDERERS[form](page(brief(dossier, reliability, choice), dossier, catalogue(language)))
