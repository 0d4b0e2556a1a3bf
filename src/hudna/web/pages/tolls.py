"""Losses: per side and claimant over time, drawn and listed; nothing is added up."""

from hudna.export.brief import Panels, curves
from hudna.views import Dossier, Figure, bearers, casualties, ledgers, losses
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows

_DRAWN = 400  # figures that are drawn at once; of more a reader chooses a side first


def show(ask: Ask) -> Rows:
    """The figures asked for; drawings of those of people, where they are not too many to be looked at."""
    people, things = ask.rows(casualties), ask.rows(losses)
    both = (*people, *things)
    drawn: tuple[Panels, ...] = ()
    if people and len(people) <= _DRAWN:

        def draw(_: Dossier) -> tuple[Panels, ...]:
            return curves(ask.voice, ledgers(people), "tolls")

        drawn = ask.edition.keep((__name__, ask.tongue.language, ask.choice), draw)
    held = () if ask.unclear else ask.edition.keep((__name__, "bearers", ask.choice), lambda _: bearers(both))
    more = {"drawn": drawn, "bearers": held, "many": len(people) > _DRAWN}
    return Rows(Figure, both, more)


PAGE = Page("tolls", "/tolls", N_("Tolls"), show, order=60, filters=FILTERS, warm=(casualties, losses))
