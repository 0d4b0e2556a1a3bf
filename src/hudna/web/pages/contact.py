"""Two who were in contact, and all that is told of it."""

from hudna.views import Meetings, meetings
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import NotHeld, One, Page


def show(ask: Ask) -> One:
    """The pair of the address."""
    ident = ask.parts["pair"]
    try:
        return One(ask.edition.keep((__name__, ident), lambda dossier: meetings(dossier, ident)))
    except KeyError as error:
        raise NotHeld(ident) from error


PAGE = Page("contact", "/contacts/{pair}", N_("Contacts of two"), show, lists=False, kind=Meetings)
