"""What of one document's telling of a truce is compared with other tellings, from that document alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hudna.reading import Reading
from hudna.record.dates import Numbers, numbers
from hudna.record.facts import Facts
from hudna.record.model import Telling, TruceTelling
from hudna.text import Span

WANTED = frozenset({"demanded", "proposed", "refused"})  # no truce yet
MADE = frozenset({"accepted", "announced"})
_NEWS = 7  # days before a report of a truce made, and not said when, in which it was: such a report is news


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What of a truce telling is compared.

    Attributes:
        telling: the truce telling.
        events: its events in the document.
        sides: its parties, lifted to sides.
        around: the sides of all that its sentence names, of its place and announcers and of those said to break it.
        start: the days on which it begins, as told.
        made: the days on which it was announced or agreed, as told, or by the day of a report that gives it as news.
        wanted: the days on which it was asked for, of a truce that there was not yet.
        day: the days on which the document appeared.
        line: its document's lineage.
        denials: telling of an alleged violation → who deny it.

    """

    telling: TruceTelling
    events: tuple[Telling, ...]
    sides: frozenset[str]
    around: frozenset[str]
    start: Numbers | None
    made: Numbers | None
    wanted: Numbers | None
    day: Numbers | None
    line: str
    denials: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def begin(self) -> Numbers | None:
        """When it began, else when it was made."""
        return self.start or self.made

    @property
    def is_wanted(self) -> bool:
        """Whether it is told of a truce that there was not yet."""
        return self.telling.status in WANTED


def sketches(
    reading: Reading, own: Facts, ids: Mapping[str, str], sides: Mapping[str, str], line: str
) -> Iterator[Sketch]:
    """The sketches of the truce tellings of a document.

    Args:
        reading: the document's reading.
        own: its facts with the record's ids.
        ids: entity id in the reading → in the record.
        sides: entity id → its side, or itself.
        line: the document's lineage.

    """
    tellings = {t.id: t for t in own.tellings}
    day = numbers(reading.published.value)
    for told in own.truce_tellings:
        events = tuple(tellings[t] for t in told.tellings)
        named = (*told.parties, *told.announced_by, *((told.place,) if told.place else ()))
        mentioned = [ids.get(m.entity, m.entity) for m in reading.mentions if m.span.within(told.evidence)]
        mentioned += (x for b in own.breaches if b.truce == told.truce for x in (*b.by, *b.against))
        wanted = _asked(events) or day if told.status in WANTED else None
        yield Sketch(
            telling=told,
            events=events,
            sides=frozenset(sides.get(p, p) for p in told.parties),
            around=frozenset(sides.get(x, x) for x in (*named, *mentioned)),
            start=numbers(told.start),
            made=None if told.status in WANTED else _made(told, events, day),
            wanted=wanted,
            day=day,
            line=line,
            denials=tuple(_denials(own, tellings, told, sides)),
        )


def _asked(events: Iterable[Telling]) -> Numbers | None:
    """The days on which somebody asked for it, or refused."""
    found = [held for e in events if e.type in ("REQUEST", "REJECT") and (held := numbers(e.date))]
    return min(found, default=None)


def _made(told: TruceTelling, events: Iterable[Telling], day: Numbers | None) -> Numbers | None:
    """The days on which it was announced or agreed."""
    agreed = [held for e in events if e.type == "AGREE" and e.status == "actual" and (held := numbers(e.date))]
    if found := numbers(told.announced) or min(agreed, default=None):
        return found
    return (day[0] - _NEWS, day[1]) if day and told.status in MADE and not told.start else None


def _denials(
    own: Facts, tellings: Mapping[str, Telling], told: TruceTelling, sides: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who deny the violations alleged: as the event has it, else who of the accused says that it is not so."""
    for breach in own.breaches:
        event = tellings.get(breach.telling or "")
        if breach.truce != told.truce or event is None:
            continue
        accused = {sides.get(x, x) for x in breach.by}
        speakers = (c.source for c in own.claims if event.status == "denied" and _holds(c.content, event.trigger))
        who = event.disputed_by or tuple(sorted({s for s in speakers if sides.get(s, s) in accused}))
        if who:
            yield breach.id, who


def _holds(content: Span, trigger: Span) -> bool:
    return trigger.within(content)
