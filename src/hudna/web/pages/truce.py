"""One truce: its particulars, its life as a drawing and in words, its alleged violations by side and day."""

from hudna.export.truce import lifeline, sheet
from hudna.views import Ceasefire, Dossier, truces
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import NotHeld, One, Page


def show(ask: Ask) -> One:
    """The truce of the address."""
    edition, ident = ask.edition, ask.parts["truce"]
    row = next((t for t in edition.rows(truces) if t.id == ident), None)
    if row is None:
        raise NotHeld(ident)
    voice = ask.voice

    def make(_: Dossier) -> tuple[object, object]:
        return sheet(voice, row), lifeline(voice, row)

    made, chart = edition.keep((__name__, ask.tongue.language, ident), make)
    return One(row, {"sheet": made, "chart": chart})


PAGE = Page("truce", "/truces/{truce}", N_("Truce"), show, lists=False, warm=(truces,), kind=Ceasefire)
