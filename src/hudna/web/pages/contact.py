"""Two who were in contact, and all that is told of it."""

from hudna.views import Happening, Meetings, meetings, renamed
from hudna.web import addresses
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Moved, NotHeld, One, Page, Rows


def show(ask: Ask) -> One:
    """The pair of the address; one whose names were taken for another's leads to that."""
    given = ask.parts["pair"]
    if held := _held(ask, given):
        return One(held, table=Rows(Happening, (*held.held, *held.others)))
    now = renamed(given, ask.edition.store.resolve)
    if now in ask.edition.dossier.record.entity:
        raise Moved(addresses.actor(now))
    raise Moved(addresses.pair(now)) if now != given and _held(ask, now) else NotHeld(given)


def _held(ask: Ask, ident: str) -> Meetings | None:
    try:
        held: Meetings = ask.edition.keep((__name__, ident), lambda dossier: meetings(dossier, ident))
    except KeyError:
        return None
    return held


PAGE = Page("contact", "/contacts/{pair}", N_("Contacts of two"), show, lists=False, tabled=True, kind=Meetings)
