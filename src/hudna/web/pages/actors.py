"""Who acts: persons, bodies and the places that act, each with every spelling."""

from hudna.views import Named, actors
from hudna.web import kinds
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """Those of the name and the side asked for, the most spoken of first."""
    return Rows(Named, ask.rows(actors), {"kinds": kinds})


PAGE = Page("actors", "/actors", N_("Actors"), show, order=80, filters=("actor", "side"), warm=(actors,))
