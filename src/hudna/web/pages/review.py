"""What is uncertain, one thing after the other, to be judged by people."""

from collections import Counter
from collections.abc import Sequence

from hudna.views import THRESHOLD, Choice, Difference, Dossier, Doubt, case, disagreements, doubt_of, doubts, table
from hudna.web import codes, reasons
from hudna.web.addresses import with_query
from hudna.web.asking import Ask
from hudna.web.correcting import shown
from hudna.web.language import N_
from hudna.web.page import Page, Rows, Taken

WHATS = ("event", "toll", "loss", "truce", "breach", "claim", "join", "disagreement")
_NEAR = 4  # things of the queue that are shown on each side


def queue(dossier: Dossier, _: Choice) -> tuple[Doubt, ...]:
    """What nobody judged and nothing vouches for, the most consequential first."""
    return doubts(dossier, table())


def show(ask: Ask) -> Rows:
    """The queue, or what of it is of a kind, and the thing to be judged now: ``item``, be it in the queue or not."""
    whole = ask.rows(queue)
    what = ask.among("what", WHATS) or ""
    rows = _of(ask, what)
    wanted = ask.query.get("item", "")
    at: dict[str, int] = ask.edition.keep((__name__, "at", what), lambda _: {d.id: n for n, d in enumerate(rows)})
    place = at.get(wanted, 0)
    stray = doubt_of(ask.edition.dossier, table(), wanted) if wanted and wanted not in at else None
    doubt = stray or (rows[place] if rows else None)
    after = rows[place] if stray and rows else rows[place + 1] if place + 1 < len(rows) else None
    first = max(0, min(place - _NEAR, len(rows) - 2 * _NEAR - 1))
    return Rows(
        Doubt,
        rows,
        {
            "case": case(ask.edition.dossier, doubt) if doubt else None,
            "shown": shown(ask.voice, doubt) if doubt else {},
            "difference": _difference(ask, doubt),
            "place": None if stray else place,
            "before": rows[place - 1] if place and not stray else None,
            "after": after,
            "near": rows[first : first + 2 * _NEAR + 1],
            "counts": ask.edition.keep((__name__, "counts"), lambda _: Counter(d.what for d in whole)),
            "kinds": WHATS,
            "what": what,
            "codes": codes,
            "reasons": reasons,
            "to": lambda item: with_query("/review", {"what": what} if what else {}, item=item),
            "threshold": round(THRESHOLD * 100),
            "done": codes.done(ask.query),
            "done_of": ask.query.get("of", ""),
        },
    )


def _of(ask: Ask, what: str) -> Sequence[Doubt]:
    whole = ask.rows(queue)
    if not what:
        return whole
    held: tuple[Doubt, ...] = ask.edition.keep((__name__, what), lambda _: tuple(d for d in whole if d.what == what))
    return held


def _difference(ask: Ask, doubt: Doubt | None) -> Difference | None:
    if doubt is None or doubt.what != "disagreement":
        return None
    return next((d for d in ask.rows(disagreements) if d.id == doubt.id), None)


PAGE = Page(
    "review",
    "/review",
    N_("Review"),
    show,
    order=110,
    warm=(queue, disagreements),
    takes=(Taken("what", "What is uncertain of one kind.", "|".join(WHATS)),),
)
