"""One truce: its particulars, its life as a drawing and in words, its alleged violations by side and day."""

from hudna.export.truce import lifeline, sheet
from hudna.views import Ceasefire, Dossier, truces
from hudna.web import addresses, reasons
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import One, Page


def show(ask: Ask) -> One:
    """The truce of the address."""
    edition, voice = ask.edition, ask.voice
    held: dict[str, Ceasefire] = edition.keep((__name__,), lambda _: {t.id: t for t in edition.rows(truces)})
    ident = ask.ident("truce", held, addresses.truce)
    row = held[ident]

    def make(_: Dossier) -> tuple[object, object]:
        return sheet(voice, row), lifeline(voice, row)

    made, chart = edition.keep((__name__, ask.tongue.language, ident), make)
    return One(row, {"sheet": made, "chart": chart, "reasons": reasons})


PAGE = Page("truce", "/truces/{truce}", N_("Truce"), show, lists=False, warm=(truces,), kind=Ceasefire)
