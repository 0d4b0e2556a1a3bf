"""One place: how it is written, what happened there, who took part and when."""

from dataclasses import replace

from hudna.views import Happening, Locality, choose, local, localities, present
from hudna.web import addresses
from hudna.web.asking import EVENTS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows

_FILTERS = tuple(name for name in EVENTS if name != "place")
_MOST = 24  # of those present whom the page names


def show(ask: Ask) -> Rows:
    """What happened at the place of the address."""
    held: dict[str, Locality] = ask.edition.keep((__name__,), lambda d: {row.id: row for row in localities(d)})
    ident = ask.ident("place", held, addresses.place)
    there = replace(ask, choice=replace(ask.choice, places=choose(ask.edition.dossier.record, place=ident).places))
    rows = tuple(row for row in there.rows(local) if row.place and row.place.id == ident)
    return Rows(Happening, rows, {"place": held[ident], "present": present(rows)[:_MOST]})


PAGE = Page("place", "/places/{place}", N_("Place"), show, filters=_FILTERS, kind=Happening)
