"""What is told of a truce besides its parties: when it begins and ends, how long, where, its terms, who brokered it.

Each value comes with the words that tell it, which may stand in another sentence than the truce.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hudna.reading.cast import Cast
from hudna.reading.grammar import Grammar
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Event, Time
from hudna.reading.numbers import Number
from hudna.reading.page import Page
from hudna.reading.truce.telling import Telling
from hudna.reading.truce.when import duration, hours, moment, own
from hudna.text import Span

_WINDOW = 60  # words behind a truce that can bear on it


class Found(NamedTuple):
    """A value and the words that tell it."""

    value: str
    quote: Span


def first(found: Iterable[Found]) -> str | None:
    """The first value."""
    return next((f.value for f in found), None)


def values(found: Iterable[Found]) -> tuple[str, ...]:
    """Each value once."""
    return tuple(dict.fromkeys(f.value for f in found))


@dataclass(frozen=True, slots=True)
class Particulars:
    """Finds them on one page; ``times`` and ``events`` are those of each sentence, ``numbers`` those at each token."""

    page: Page
    cast: Cast
    words: Words
    grammar: Grammar
    times: Mapping[int, list[Time]]
    events: Mapping[int, list[Event]]
    numbers: dict[int, Number]

    def moment(self, part: str, tellings: list[Telling]) -> tuple[Found, ...]:
        """When it starts, or ends, as ``part`` says."""
        told = [(t, self.times.get(t.sentence, [])[:_WINDOW]) for t in tellings]
        span = next(filter(None, (hours(times) for _, times in told)), None)
        if span is not None:
            time, begin, end = span
            return (Found(end if part == "end" else begin, time.span),)
        for telling, times in told:
            openings = own(self.page, self.words.between(*self._around(telling), part), telling.last)
            found = moment(self.page, openings, times)
            if found is not None and found.value:
                return (Found(found.value, found.span),)
        return ()

    def duration(self, tellings: list[Telling]) -> tuple[Found, ...]:
        """How long it lasts."""
        for telling in tellings:
            found = duration(self.page, self.words, self.numbers, self._around(telling), telling.last)
            if found is not None:
                return (Found(found.iso, self.page.span(found.first, found.last)),)
        return ()

    def place(self, tellings: list[Telling]) -> tuple[Found, ...]:
        """The first place after «في» behind a mention."""
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            for reference in self.cast.between(telling.last, min(sentence.last, telling.last + 6)):
                entity = self.cast.entity(reference.entities[0]) if reference.entities else None
                before = self.page.form(reference.first - 1)
                if (
                    entity is not None
                    and entity.type == "LOC"
                    and (before in self.grammar.place_prepositions or self.page.form(reference.first).startswith("ب"))
                ):
                    return (Found(entity.id, self.page.span(reference.first, reference.last)),)
        return ()

    def brokers(self, tellings: list[Telling], sentences: list[int]) -> tuple[Found, ...]:
        """Who brokered it, be it told right before or after: «جرت المفاوضات برعاية …»."""
        near = dict.fromkeys(n + k for k in (0, 1, -1) for n in sentences)
        told = [e for n in near for e in self.events.get(n, ())]
        out = [Found(a, e.trigger) for e in told if e.type == "CONSULT" and e.mode == "third-party" for a in e.actors]
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            for word in self.words.between(telling.last, min(sentence.last, telling.last + _WINDOW), "broker"):
                named = self.cast.between(word.last, min(sentence.last, word.last + 4))
                out.extend(Found(e, self.page.span(word.first, r.last)) for r in named[:1] for e in r.entities)
        return tuple(out)

    def told(self, part: str, sentences: list[int]) -> tuple[Found, ...]:
        """The terms or the mechanism in some sentences, as ``part`` says."""
        return tuple(self._word(w) for n in sentences for w in self.words.between(*self._bounds(n), part))

    def watched(self) -> tuple[Found, ...]:
        """What is told anywhere of who is to watch a truce: «تشكيل لجنة رباعية للإشراف على …»."""
        read = (n for n in range(len(self.page.sentences)) if n not in self.page.furniture)
        words = (w for n in read for w in self.words.between(*self._bounds(n), "mechanism"))
        return tuple(self._word(w) for w in words if w.entry.get("anywhere"))

    def _word(self, word: Word) -> Found:
        return Found(str(word.entry.get("en")), self.page.span(word.first, word.last))

    def _around(self, telling: Telling) -> tuple[int, int]:
        """The tokens from a truce on that can tell when and how long it is."""
        sentence = self.page.sentences[telling.sentence]
        return max(sentence.first, telling.first - 2), min(sentence.last, telling.last + _WINDOW)

    def _bounds(self, number: int) -> tuple[int, int]:
        sentence = self.page.sentences[number]
        return sentence.first, sentence.last
