"""One actor whole."""

from hudna.views import Profile, profile, stances
from hudna.web import kinds, reasons
from hudna.web.addresses import actor
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import One, Page


def show(ask: Ask) -> One:
    """The actor of the address."""
    edition = ask.edition
    ident = ask.ident("actor", edition.dossier.record.entity, actor)
    taken = edition.rows(stances)
    return One(
        edition.keep((__name__, ident), lambda dossier: profile(dossier, ident, taken)),
        {"kinds": kinds, "reasons": reasons},
    )


PAGE = Page("actor", "/actors/{actor}", N_("Actor"), show, lists=False, warm=(stances,), kind=Profile)
