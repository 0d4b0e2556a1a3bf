"""Who says what: statements with their words, and what parties demand, accept and refuse over time."""

from hudna.views import Saying, Stance, claims, stances
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows, Taken

KINDS = {"statements": N_("Statements"), "positions": N_("Positions")}
STANCES = {
    "demands": N_("demands"),
    "offers": N_("offers"),
    "accepts": N_("accepts"),
    "supports": N_("supports"),
    "refuses": N_("refuses"),
    "concedes": N_("concedes"),
}
ANSWERS = {
    "demands": N_("answered by a demand"),
    "accepts": N_("accepted"),
    "supports": N_("supported"),
    "refuses": N_("refused"),
    "concedes": N_("conceded"),
}


def show(ask: Ask) -> Rows:
    """The statements asked for, or the positions where the address says so."""
    what = ask.among("show", KINDS) or "statements"
    more = {"what": what, "kinds": KINDS, "stances": STANCES, "answers": ANSWERS}
    return Rows(Stance, ask.rows(stances), more) if what == "positions" else Rows(Saying, ask.rows(claims), more)


PAGE = Page(
    "claims",
    "/claims",
    N_("Claims"),
    show,
    order=50,
    filters=FILTERS,
    warm=(claims, stances),
    kind=Saying | Stance,
    takes=(Taken("show", "Statements, or what parties demand, accept and refuse.", "|".join(KINDS)),),
)
