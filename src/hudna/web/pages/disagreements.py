"""What sources differ on: the accounts side by side, contradictions apart from what changed over time."""

from collections import Counter

from hudna.views import Difference, disagreements
from hudna.web.asking import FILTERS, Ask
from hudna.web.language import N_
from hudna.web.page import Page, Rows, Taken

KINDS = {"contradiction": N_("Contradictions"), "change": N_("Changes over time")}
ABOUTS = {
    "occurrence": N_("whether it happened"),
    "actors": N_("who did it"),
    "targets": N_("to whom"),
    "place": N_("where"),
    "date": N_("when"),
    "count": N_("how many"),
    "cause": N_("why"),
}


def show(ask: Ask) -> Rows:
    """The differences over what is asked for, of one kind and about one thing where the address says so."""
    held = ask.rows(disagreements)
    kind = ask.among("kind", KINDS)
    of_kind = tuple(d for d in held if kind in (None, d.kind))
    about = ask.among("about", ABOUTS)
    rows = tuple(d for d in of_kind if about in (None, d.about))
    more = {
        "kinds": {k: (title, sum(d.kind == k for d in held)) for k, title in KINDS.items()},
        "abouts": {a: (ABOUTS[a], n) for a, n in Counter(d.about for d in of_kind).most_common()},
        "kind": kind,
        "about": about,
    }
    return Rows(Difference, rows, more)


PAGE = Page(
    "disagreements",
    "/disagreements",
    N_("Disagreements"),
    show,
    order=55,
    filters=FILTERS,
    warm=(disagreements,),
    takes=(
        Taken("kind", "Contradictions, or changes over time.", "|".join(KINDS)),
        Taken("about", "What the sources differ on.", "|".join(ABOUTS)),
    ),
)
