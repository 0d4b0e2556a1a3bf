"""The places that the documents name, with every spelling."""

from hudna.views import Locality, localities
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """The places, those asked for."""
    return Rows(Locality, ask.rows(localities))


PAGE = Page("places", "/places", N_("Places"), show, order=85, filters=("place", "since", "until"), warm=(localities,))
