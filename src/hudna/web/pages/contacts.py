"""Who was in contact with whom, as a network and as a table."""

from hudna.views import Pair, contacts, network, stretches
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """The pairs whose contacts took place; what was only planned or is denied stands on a page of its own."""
    rows = ask.rows(contacts)
    pairs = tuple(p for p in ask.rows(network) if p.times)
    held = ask.edition.keep((__name__, ask.choice), lambda _: stretches(rows)) if rows else ()
    return Rows(Pair, pairs, {"stretches": held, "highest": max((s.times for s in held), default=0)})


PAGE = Page("contacts", "/contacts", N_("Contacts"), show, order=40, filters=FILTERS, warm=(contacts, network))
