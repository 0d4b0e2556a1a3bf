"""Days of documents that bear none, from their own words and from dated documents that tell the same happenings.

own        what the words of a document say of its day
sheet      what of it is held against others
likeness   how far two tellings are of one happening
links      which dated tellings tell what an undated document tells
find       rounds, until nothing more follows
gather     all that is needed of the documents, one at a time
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from hudna.reading import Reading
from hudna.reading.redate import with_days
from hudna.record.dating.find import Found
from hudna.record.dating.gather import settle
from hudna.record.model import Dating
from hudna.text import Document

__all__ = ["Found", "as_dated", "dated", "settle"]


def dated(told: Iterable[tuple[Document, Reading]], datings: Iterable[Dating]) -> Iterator[tuple[Document, Reading]]:
    """The documents with their readings, those that have a dating as it makes them."""
    known = {d.document: d for d in datings}
    return ((document, as_dated(reading, known.get(document.name))) for document, reading in told)


def as_dated(reading: Reading, dating: Dating | None) -> Reading:
    """The reading with the times and dates that follow from its document's days, where it has a dating with any."""
    if dating is None or not dating.days:
        return reading
    redated = with_days(reading, [date.fromisoformat(day) for day in dating.days])
    return redated if dating.value else replace(redated, published=reading.published)
