"""What happened where, on a map and as a table of the same."""

from hudna.views import Atlas, Choice, Dossier, Site, atlas
from hudna.views.whereabouts import STANDINGS
from hudna.web import kinds
from hudna.web.asking import EVENTS, Ask
from hudna.web.language import N_
from hudna.web.page import One, Page, Rows
from hudna.web.paging import part


def show(ask: Ask) -> One:
    """The places with what happened there; those that are on no map are counted."""
    held = next(iter(ask.rows(_drawn)), Atlas((), STANDINGS, ()))
    missing = tuple(site for site in held.sites if site.kind is None)
    return One(
        held,
        {
            "part": part(held.sites, ask.query),
            "counts": {word: sum(getattr(site, word) for site in held.sites) for word in STANDINGS},
            "missing": missing,
            "kinds": kinds,
            "unplaced": sum(site.events for site in missing),
        },
        Rows(Site, held.sites),
    )


def _drawn(dossier: Dossier, choice: Choice) -> tuple[Atlas, ...]:
    return (atlas(dossier, choice),)


PAGE = Page(
    "map",
    "/map",
    N_("Map"),
    show,
    order=30,
    filters=EVENTS,
    lists=False,
    tabled=True,
    warm=(_drawn,),
    kind=Atlas,
    most=100_000,
)
