"""Days of documents that bear none, from their own words and from dated documents that tell the same happenings.

own        what the words of a document say of its day
sheet      what of it is held against others
likeness   how far two tellings are of one happening
links      which dated tellings tell what an undated document tells
find       rounds, until nothing more follows
gather     all that is needed of the documents, one at a time
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from hudna.reading import Reading
from hudna.reading.redate import with_days
from hudna.record.coreference import Sketch
from hudna.record.dating.find import Found
from hudna.record.dating.gather import Context, settle
from hudna.record.dating.links import anchored
from hudna.record.dating.sheet import Key, keys, sheet
from hudna.record.model import Dating
from hudna.text import Document

__all__ = ["Context", "Found", "anchors", "as_dated", "settle", "wanted"]

_ANY = "any day"


def anchors(sketches: Iterable[Sketch], sides: Mapping[str, str]) -> Iterator[Key]:
    """The keys under which the tellings of a document can date others."""
    for sketch in sketches:
        if found := anchored(sketch):
            yield from keys(sketch, found[1], sides)


def wanted(
    document: Document, reading: Reading, sketches: Iterable[Sketch], sides: Mapping[str, str]
) -> tuple[set[Key], set[Key]]:
    """The keys under which an undated document looks for what dates it, and those under which it can date others."""
    told = sheet(document, reading, sketches).told
    looked = {key for t in told for key in keys(t.sketch, [t.calendar], sides)}
    return looked, {key for t in told for key in keys(t.sketch, [_ANY], sides)} | {_loose(key) for key in looked}


def _loose(key: Key) -> Key:
    return key if key[1] == "line" else (*key[:-1], _ANY)


def as_dated(reading: Reading, dating: Dating | None) -> Reading:
    """The reading with the times and dates that follow from its document's days, where it has a dating with any."""
    if dating is None or not dating.days:
        return reading
    redated = with_days(reading, [date.fromisoformat(day) for day in dating.days])
    return redated if dating.value else replace(redated, published=reading.published)
