"""Everything that has a date, in its order, by day, month or year."""

from hudna.views import Happening, Period, enclosing, periods, timeline, undated
from hudna.web.asking import EVENTS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows


def show(ask: Ask) -> Rows:
    """The events asked for, with how many fall into each of the periods that they spread over."""
    rows = ask.rows(timeline)
    held: tuple[Period, ...] = ask.edition.keep((__name__, ask.choice), lambda _: periods(rows, ask.choice.since))
    wide = enclosing(ask.choice.since, ask.choice.until)
    shown = () if ask.unclear else held
    return Rows(Happening, rows, {"periods": shown, "enclosing": wide, "undated": len(ask.rows(undated))})


PAGE = Page("timeline", "/timeline", N_("Timeline"), show, order=20, filters=EVENTS, warm=(timeline, undated))
