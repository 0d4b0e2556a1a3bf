"""What has no date, and what would give it one."""

from dataclasses import dataclass

from hudna.record import DocumentEntry, Event
from hudna.text import Span
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING, undated
from hudna.views.mark import Mark

_SHOWN = 3  # of the words that hang on a document's day


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A document or event without a day.

    Attributes:
        id: of the event, or the name of the document.
        what: document, or the event's type and mode.
        title: the document's headline, or the wording of the event's first telling.
        earliest: first day on which a document can have appeared, as far as anything says.
        latest: last such day; of an event, the last day on which it can first have been reported.
        settled_by: what would settle it.
        sources: the words that name a day which stays open, or those of the event.

    """

    id: str
    what: str
    title: str
    earliest: str | None
    latest: str | None
    settled_by: str
    sources: tuple[Mark, ...]


def unsettled(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Unsettled, ...]:
    """The documents without a date, where no choice was made, and the events told to have happened without one."""
    documents = (d for d in dossier.record.documents if d.published is None and choice == EVERYTHING)
    events = (dossier.record.event[h.id] for h in undated(dossier, choice))
    return (*(_document(dossier, d) for d in documents), *(_event(dossier, e) for e in events))


def _document(dossier: Dossier, entry: DocumentEntry) -> Unsettled:
    dating = dossier.record.dating[entry.name]
    marks = tuple(_mark(dossier, entry.name, span) for span in dating.open)
    words = ", ".join(dict.fromkeys(f"«{' '.join(m.quote.split())}»" for m in marks[:_SHOWN]))
    if dating.contradictory:
        settled_by = f"its date; its reasons contradict each other (hudna why {entry.name})"
    elif words:
        settled_by = f"its date, or a dated report of what it tells of {words}"
    else:
        settled_by = "its date"
    return Unsettled(entry.name, "document", entry.title, dating.earliest, dating.latest, settled_by, marks)


def _event(dossier: Dossier, event: Event) -> Unsettled:
    marks = dossier.marks(event.tellings)
    hanging = sorted({t.document for x in event.tellings if (t := dossier.record.telling[x]).date_form})
    settled_by = f"the day of {' or '.join(hanging)}" if hanging else "a report that tells when"
    what = "/".join(filter(None, (event.type, event.mode)))
    reported = days(dossier.reported(event.documents))
    latest = reported[1] if reported else None
    return Unsettled(event.id, what, dossier.wording(marks[0]), None, latest, settled_by, marks)


def _mark(dossier: Dossier, document: str, span: Span) -> Mark:
    return Mark(document, span, dossier.sentence(document, span), "", dossier.quote(document, span))
