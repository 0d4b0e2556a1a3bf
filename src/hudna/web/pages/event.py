"""One event whole: its accounts side by side, how it stands and why, and what it is tied to."""

from hudna.views import Whole, casualties, disagreements, losses, whole
from hudna.web import reasons
from hudna.web.addresses import event
from hudna.web.asking import Ask
from hudna.web.language import N_
from hudna.web.page import Moved, One, Page

RELATIONS = {
    "realises": N_("What came of it"),
    "realised_by": N_("Planned before"),
    "answers": N_("What it answers"),
    "answered_by": N_("How it was answered"),
    "alleges": N_("The deed that it alleges"),
    "alleged_by": N_("Accusations of it"),
    "denies": N_("What it denies"),
    "denied_by": N_("Denials of it"),
    "counters": N_("What each side lays to the other"),
    "reverses": N_("What it undoes"),
    "reversed_by": N_("What undid it"),
    "part_of": N_("What it is part of"),
    "has_part": N_("Its parts"),
}
REASONS = {
    "reported": N_("One source tells it in its own voice; nobody in the record confirms or denies it."),
    "claimed": N_("It stands on the word of those who claim it; no report tells it in its own voice."),
    "disputed": N_("Somebody denies it, or independent sources lay it to different sides."),
    "corroborated": N_("Independent sources tell it, and not all of them on the word of one side."),
    "admitted": N_("The side that it is laid to tells of it as well."),
}


def show(ask: Ask) -> One:
    """The event of the address; an id that it had before, or that of one of its tellings, leads to it."""
    record = ask.edition.dossier.record
    if telling := record.telling.get(ask.parts["event"]):
        raise Moved(event(telling.event))
    ident = ask.ident("event", record.event, event)
    figures = (*ask.edition.rows(casualties), *ask.edition.rows(losses))
    held = ask.edition.keep(
        (__name__, ident),
        lambda dossier: whole(dossier, ask.edition.reliability, ident, figures, ask.edition.rows(disagreements)),
    )
    return One(held, {"relations": RELATIONS, "standings": REASONS, "reasons": reasons})


PAGE = Page(
    "event",
    "/events/{event}",
    N_("Event"),
    show,
    lists=False,
    warm=(casualties, losses, disagreements),
    kind=Whole,
)
