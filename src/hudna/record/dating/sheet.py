"""What of a document without a date is held against the dated tellings of others."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from hudna.reading import Reading, Time
from hudna.record.coreference import Sketch
from hudna.record.dating.own import Own, own_words, told_times
from hudna.record.identity import is_unnamed
from hudna.text import Document, Span

_MONTH_DAY = re.compile(r"--([0-9]{2}-[0-9]{2})[<>+=]?(?:,weekday:[0-6])?(?:T.*)?")
_WEEKDAY = re.compile(r"weekday:([0-6])(?:<<|>>|[<>+]?)(?:T.*)?|day[+-][0-9]+,weekday:([0-6])(?:T.*)?")
_DAYS = re.compile(r"day([+-][0-9]+)(?:T.*)?")
_WEEK = 7

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A telling whose day hangs on that of its document, with the words that name it."""

    sketch: Sketch
    form: str
    calendar: str  # what every document would take from the form: "07-12", a weekday "6", or ""
    words: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document without a date: what its words say of its day and which of its tellings hang on it."""

    document: str
    sha256: str  # of its text
    own: Own
    told: tuple[Told, ...]
    open: tuple[tuple[Span, str], ...]  # all words that name days which the text leaves open, with their forms


def sheet(document: Document, reading: Reading, sketched: Iterable[Sketch]) -> Sheet:
    """The sheet of a document; ``sketched`` are its tellings in the order of the reading's events."""
    own = own_words(document, reading)
    told: list[Told] = []
    for event, sketch in zip(reading.events, sketched, strict=True):
        if event.date_form and event.status in ("actual", "planned"):
            words = _words(reading.times, event.date_form, event.trigger) or event.trigger
            key = calendar_key(event.date_form, own.weekday)
            told.append(Told(sketch, event.date_form, key, words))
    left_open = ((t.span, t.form) for t in told_times(reading) if t.value is None)
    return Sheet(document.name, reading.sha256, own, tuple(told), tuple(left_open))


def _words(times: Iterable[Time], form: str, trigger: Span) -> Span | None:
    """The words of that form nearest to an event word."""
    spans = (t.span for t in times if t.form == form)
    return min(spans, key=lambda s: max(trigger.start - s.end, s.start - trigger.end), default=None)


def calendar_key(form: str, weekday: int | None) -> str:
    """What a form says of its day whatever the document's: month and day, or weekday; ``weekday`` is the document's."""
    if found := _MONTH_DAY.fullmatch(form):
        return found[1]
    if found := _WEEKDAY.fullmatch(form):
        return found[1] or found[2]
    if weekday is not None and (found := _DAYS.fullmatch(form)):
        return str((weekday + int(found[1])) % _WEEK)
    return ""


def parties(sketch: Sketch, sides: Mapping[str, str]) -> frozenset[str]:
    """The sides that take part in a telling, and those that tell it of each other."""
    named = sketch.actors | sketch.targets | {sides.get(x, x) for x in sketch.telling.claimed_by}
    return frozenset(x for x in named if not is_unnamed(x))


def keys(sketch: Sketch, calendar: Iterable[str], sides: Mapping[str, str]) -> list[Key]:
    """The blocks in which a telling meets its like: type, two of the parties or the place, and the calendar."""
    pairs = [*combinations(sorted(parties(sketch, sides)), 2)]
    place = sketch.telling.place
    traits = [*pairs, *([("@", place)] if place else [])]
    out: list[Key] = [(sketch.telling.type, *trait, day) for trait in traits for day in calendar if day]
    return [*out, (sketch.telling.type, "line", sketch.line)]
