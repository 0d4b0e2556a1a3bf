"""What of one document's telling of an event is compared with other tellings, from that document alone."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise

from hudna.frozen import made_fast
from hudna.lexicon import Entry, load, read_settings
from hudna.reading import Entity, Reading
from hudna.record.dates import Numbers, day_number, days, numbers
from hudna.record.facts import Facts
from hudna.record.identity import UNNAMED, is_country
from hudna.record.judgements.bonds import Bond, Bonds
from hudna.record.model import Telling, Toll
from hudna.record.names import parse
from hudna.record.wording import stemmed, stems
from hudna.text import Document, Span, fold, words

Figure = tuple[str, str, str, int | None, int | None]  # kind, side or "", count as told, its least and its greatest

OPEN = "~"  # begins what is compared of a name that leaves open who or what is meant
LONG = 31  # days from which a date is that of a war or a process
_NEAR = 90  # characters to each side of the trigger whose words are compared: more tell of other things too
_PHRASES = 6  # of the pairs of words in a row, those of the smallest hashes
_REMEMBERED = 1 << 14  # sets of names that are shared
_PLACES = frozenset({"LOC", "FAC"})
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):\d\d")


@made_fast
@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What of a telling is compared.

    Attributes:
        telling: the telling.
        actors: its actors, lifted to sides; of one that a bare name leaves open («الجيش») the name.
        targets: its targets likewise.
        place: where it happened; of a place that its name leaves open («الحدود السورية») the name.
        trigger: the words that tell the event, each as the lexicon has it: its forms are one («هاجموا», «الهجوم»).
        words: stems of the words near the trigger but for its own, names and dates; not as a set, which takes ten
            times as much.
        phrases: hashes of some pairs of these words that follow each other, by which wordings find their like.
        named: the entities that its sentence names.
        spots: the places smaller than a country among them.
        land: the state in which its place lies, as far as the document tells.
        tolls: the losses that it caused.
        when: the days on which it happened, as told.
        hours: first and last hour of that day at which it happened, as told.
        published: the days on which the document appeared.
        months: in which to look for its like.
        line: its document's lineage.
        bonds: what people decided of it.

    """

    telling: Telling
    actors: frozenset[str]
    targets: frozenset[str]
    place: str | None
    trigger: frozenset[str]
    words: tuple[str, ...]
    phrases: tuple[int, ...]
    named: tuple[str, ...]
    spots: tuple[str, ...]
    land: str | None
    tolls: tuple[Figure, ...]
    when: Numbers | None
    hours: Numbers | None
    published: Numbers | None
    months: tuple[str, ...]
    line: str
    bonds: tuple[Bond, ...] = ()


def sketches(
    document: Document,
    reading: Reading,
    own: Facts,
    ids: Mapping[str, str],
    sides: Mapping[str, str],
    *,
    line: str,
    bonds: Bonds,
) -> Iterator[Sketch]:
    """The sketches of the tellings of a document.

    Args:
        document: the document.
        reading: its reading.
        own: its facts with the record's ids.
        ids: entity id in the reading → in the record.
        sides: entity id → its side, or itself.
        line: the document's lineage.
        bonds: what people decided of them.

    """
    published = numbers(reading.published.value)
    context = _months_told(reading)
    names = _Names(reading, ids, sides)
    tolls = _tolls(own.tolls)
    for t in own.tellings:
        near = stemmed(_near(document, t, names.spans(t.evidence)))
        told = document.text[t.trigger.start : t.trigger.end]
        land = sides.get(t.place, t.place) if t.place else None
        yield Sketch(
            telling=t,
            actors=_shared(frozenset(map(names.side, t.actors))),
            targets=_shared(frozenset(map(names.side, t.targets))),
            place=names.label(t.place) if t.place else None,
            trigger=_shared(_lexemes(told, t.type)),
            words=tuple(sorted(set(near) - stems(told))),
            phrases=_phrases(near),
            named=names.within(t.evidence),
            spots=names.spots(t.evidence),
            land=None if land == t.place else land,
            tolls=tolls.get(t.id, ()),
            when=numbers(t.date),
            hours=_hours(t.date, near),
            published=published,
            months=_months(days(t.date), days(reading.published.value), context),
            line=line,
            bonds=bonds.get(t.id, ()),
        )


class _Names:
    """Which entities of the record the sentences of a document name."""

    def __init__(self, reading: Reading, ids: Mapping[str, str], sides: Mapping[str, str]) -> None:
        self._sides = sides
        self._open = {own: name for e in reading.entities if (name := _open_name(e, own := ids.get(e.id, e.id), sides))}
        self._mentions = sorted((m.span, self.label(ids.get(m.entity, m.entity))) for m in reading.mentions)
        self._places = {self.label(ids.get(e.id, e.id)) for e in reading.entities if e.type in _PLACES}
        self._times = sorted(t.span for t in reading.times)
        self._known: dict[Span, tuple[str, ...]] = {}

    def label(self, own: str) -> str:
        """An entity as it is compared: its id, or the name that leaves open who or what is meant."""
        return self._open.get(own, own)

    def side(self, own: str) -> str:
        """The side of an entity, or itself as it is compared."""
        return self._open.get(own) or self._sides.get(own, own)

    def spans(self, sentence: Span) -> list[Span]:
        """Where a sentence names somebody, something or a date."""
        times = self._times[bisect_left(self._times, (sentence.start,)) : bisect_left(self._times, (sentence.end,))]
        return [span for span in (*(span for span, _ in self._named(sentence)), *times) if span.end <= sentence.end]

    def within(self, sentence: Span) -> tuple[str, ...]:
        """The entities that a sentence names, sorted."""
        if sentence not in self._known:
            self._known[sentence] = tuple(sorted({own for _, own in self._named(sentence)}))
        return self._known[sentence]

    def _named(self, sentence: Span) -> list[tuple[Span, str]]:
        """The mentions within a sentence, each with whom it names."""
        first, last = (bisect_left(self._mentions, ((at,),)) for at in sentence)
        return [held for held in self._mentions[first:last] if held[0].end <= sentence.end]

    def spots(self, sentence: Span) -> tuple[str, ...]:
        """The places smaller than a country that a sentence names, sorted."""
        return tuple(own for own in self.within(sentence) if own in self._places and not is_country(own))


def _open_name(told: Entity, own: str, sides: Mapping[str, str]) -> str | None:
    """The words of a name without a side that leaves open who or what is meant; None for any other."""
    if told.type == "PER" or is_country(own) or sides.get(own, own) != own:
        return None
    name = parse(told.type, told.name)
    return OPEN + " ".join(name.words) if name.generic else None


def is_open(label: str) -> bool:
    """Whether it is open whom a label names: another can mean the same."""
    return label.startswith((OPEN, UNNAMED))


@lru_cache(maxsize=_REMEMBERED)
def _lexemes(told: str, kind: str) -> frozenset[str]:
    """The words that tell an event of this type, each as the lexicon has it, else its stem."""
    out: set[str] = set()
    for form in words(fold(told)):
        senses = load("ar").word(form).layers.get("event", ())
        known = sorted(_headword(s.entry) for s in senses if s.entry.get("event") == kind)
        out.update([known[0]] if known and known[0] else stems(form))
    return frozenset(out)


def _headword(entry: Entry) -> str:
    """The word under which a dictionary has an entry: its verb, else its verbal noun or noun; "" of a phrase."""
    verb, nouns = entry.get("verb", {}), entry.get("masdar") or entry.get("noun") or ("",)
    first = verb.get("past") or nouns[0]
    return fold(first["singular"] if isinstance(first, dict) else first)


def _near(document: Document, telling: Telling, names: Iterable[Span]) -> str:
    """The whole words of the sentence near the trigger without names and dates, which count by themselves."""
    sentence, trigger = telling.evidence, telling.trigger
    first, last = max(sentence.start, trigger.start - _NEAR), min(sentence.end, trigger.end + _NEAR)
    before, after = document.text[first : trigger.start], document.text[trigger.end : last]
    if first > sentence.start:
        first += len(before) - len(before := before.partition(" ")[2])
    if last < sentence.end:
        after = after.rpartition(" ")[0]
    near = before + document.text[trigger.start : trigger.end] + after
    for span in names:
        start, end = max(0, span.start - first), min(len(near), span.end - first)
        if start < end:
            near = near[:start] + " " * (end - start) + near[end:]
    return near


def _phrases(words: Sequence[str]) -> tuple[int, ...]:
    hashes = {zlib.crc32(f"{one} {two}".encode("utf-8", "surrogatepass")) for one, two in pairwise(words)}
    return tuple(nsmallest(_PHRASES, hashes))


def _tolls(told: Iterable[Toll]) -> dict[str, tuple[Figure, ...]]:
    """Telling → the losses that the document ascribes to it."""
    out: dict[str, set[Figure]] = {}
    for toll in told:
        if toll.telling and not toll.cumulative:
            figure = (toll.kind, toll.side or "", toll.count, toll.low, toll.high)
            out.setdefault(toll.telling, set()).add(figure)
    return {own: tuple(sorted(figures, key=str)) for own, figures in out.items()}


def _hours(date: str | None, words: Iterable[str]) -> Numbers | None:
    """First and last hour that a date or the words beside the event give it; None where they give none or several."""
    if date and (hour := _CLOCK.fullmatch(date)):
        return int(hour[1]), int(hour[1])
    told = {hours for word in words if (hours := _parts_of_day().get(word))}
    return told.pop() if len(told) == 1 else None


@lru_cache(maxsize=1)
def _parts_of_day() -> Mapping[str, Numbers]:
    """Stem of a word for a part of the day → its first and last hour."""
    held = read_settings("ar", "record")["parts_of_day"]
    return {stem: (part["from"], part["to"]) for part in held for word in part["words"] for stem in stems(word)}


@lru_cache(maxsize=_REMEMBERED)
def _shared(names: frozenset[str]) -> frozenset[str]:
    """The set itself or an equal one that is held already: few sides and triggers make up most sketches."""
    return names


@lru_cache(maxsize=_REMEMBERED)
def _months(
    when: tuple[str, str] | None, published: tuple[str, str] | None, context: tuple[str, ...]
) -> tuple[str, ...]:
    """The months in which a telling's like must be told of: its own, else that of its document and the one before."""
    if when:
        if is_long((day_number(when[0]), day_number(when[1]))):
            return ("long",)
        return tuple(dict.fromkeys(d[:7] for d in when))
    if published:
        year, month = int(published[0][:4]), int(published[0][5:7])
        before = f"{year - (month == 1)}-{(month + 10) % 12 + 1:02}"
        return tuple(dict.fromkeys((before, published[0][:7], published[1][:7])))
    return (*context, "?")


def is_long(when: Numbers) -> bool:
    """Whether a date is that of a war or a process rather than of a happening."""
    return when[1] - when[0] > LONG


def _months_told(reading: Reading) -> tuple[str, ...]:
    """The months of the dates that a document tells events of."""
    known = (e.date for e in reading.events if (held := numbers(e.date)) and not is_long(held))
    return tuple(sorted({d[:7] for value in known for d in days(value) or ()}))
