"""The truces of the record."""

from hudna.views import Ceasefire, truces
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """The truces asked for, by start, the undated last."""
    return Rows(Ceasefire, ask.rows(truces))


PAGE = Page("truces", "/truces", N_("Truces"), show, order=70, filters=FILTERS, warm=(truces,))
