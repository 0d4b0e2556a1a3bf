"""The documents of the record."""

from hudna.views import Report, documents
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """The documents, those of the days asked for."""
    return Rows(Report, ask.rows(documents))


PAGE = Page("documents", "/documents", N_("Documents"), show, order=100, filters=("since", "until"), warm=(documents,))
