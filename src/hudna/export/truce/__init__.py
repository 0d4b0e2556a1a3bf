"""Truces as sheets: text, Markdown, one self-contained HTML page or JSON, in Arabic or English."""

import json
from collections.abc import Sequence
from typing import Literal

from hudna.export.brief.catalogue import catalogue
from hudna.export.brief.render import html, markdown, text
from hudna.export.brief.voice import Voice
from hudna.export.plain import as_json
from hudna.export.truce.lifeline import lifeline
from hudna.export.truce.sheet import Sheet, page, sheet
from hudna.views import Ceasefire, Dossier, Reliability

__all__ = ["FORMATS", "Format", "Sheet", "lifeline", "sheet", "write_truces"]

Format = Literal["text", "html", "md", "json"]
FORMATS: tuple[Format, ...] = ("text", "html", "md", "json")
_RENDERERS = {"text": text, "html": html, "md": markdown}


def write_truces(
    dossier: Dossier,
    rows: Sequence[Ceasefire],
    reliability: Reliability,
    *,
    language: str = "ar",
    form: Format = "text",
) -> str:
    """Truces of a dossier as sheets; every line names its sources."""
    if form == "json":
        return json.dumps([as_json(r) for r in rows], ensure_ascii=False, indent=1) + "\n"
    voice = Voice(catalogue(language), dossier)
    sheets = tuple(sheet(voice, r) for r in rows)
    charts = {s.row.id: lifeline(voice, s.row) for s in sheets} if form == "html" else {}
    return _RENDERERS[form](page(voice, sheets, reliability), "truce", sheets=sheets, charts=charts)
