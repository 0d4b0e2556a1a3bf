"""The contacts one by one: all that took place, those of which one side only is named, and those apart."""

from collections.abc import Callable, Iterable

from hudna.views import Happening, alone, apart, contacts
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows, Taken


def _held(rows: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(h for h in rows if h.status == "actual")


_OF: dict[str, Callable[[Iterable[Happening]], tuple[Happening, ...]]] = {"held": _held, "alone": alone, "apart": apart}


def show(ask: Ask) -> Rows:
    """The contacts of the kind asked for."""
    rows = ask.rows(contacts)
    of = ask.among("of", _OF) or "held"
    return Rows(Happening, _OF[of](rows), {"of": of})


PAGE = Page(
    "meetings",
    "/meetings",
    N_("Contacts one by one"),
    show,
    filters=FILTERS,
    warm=(contacts,),
    takes=(
        Taken(
            "of",
            "Those that took place (held), those of them that name one side only (alone), or those only planned, "
            "called for, thought possible or denied (apart).",
            "|".join(_OF),
        ),
    ),
)
