"""The brief as text, Markdown or one self-contained HTML page, in Arabic or English, and its words for others."""

from typing import Literal

from hudna.export.brief.catalogue import LANGUAGES, Catalogue, catalogue
from hudna.export.brief.curves import Panels, curves
from hudna.export.brief.doubts import rate
from hudna.export.brief.figures import counted, date, duration
from hudna.export.brief.line import Line, Run, Runs
from hudna.export.brief.page import page
from hudna.export.brief.render import as_element, html, markdown, text, verbatim
from hudna.export.brief.sources import value
from hudna.export.brief.telling import line
from hudna.export.brief.voice import Voice
from hudna.views import EVERYTHING, THRESHOLD, Choice, Dossier, Reliability, brief

__all__ = [
    "FORMATS",
    "LANGUAGES",
    "Catalogue",
    "Format",
    "Line",
    "Panels",
    "Run",
    "Runs",
    "Voice",
    "as_element",
    "catalogue",
    "counted",
    "curves",
    "date",
    "duration",
    "line",
    "rate",
    "value",
    "verbatim",
    "write_brief",
]

Format = Literal["text", "html", "md"]
FORMATS: tuple[Format, ...] = ("text", "html", "md")
_RENDERERS = {"text": text, "md": markdown}


def write_brief(
    dossier: Dossier,
    reliability: Reliability,
    choice: Choice = EVERYTHING,
    *,
    language: str = "ar",
    form: Format = "text",
    threshold: float = THRESHOLD,
) -> str:
    """The brief of a dossier in one of ``LANGUAGES`` and ``FORMATS``; every line of it names its sources.

    What was read in a way that proved right less often than ``threshold`` is not stated but left to be checked.
    """
    held, words = brief(dossier, reliability, choice, threshold), catalogue(language)
    if form != "html":
        return _RENDERERS[form](page(held, dossier, words))
    voice = Voice(words, dossier)
    drawn = {
        "tolls": curves(voice, held.stated.tolls, "tolls"),
        "check-tolls": curves(voice, held.to_check.tolls, "check-tolls"),
    }
    return html(page(held, dossier, words), curves=drawn)
