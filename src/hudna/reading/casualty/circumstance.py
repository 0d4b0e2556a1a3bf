"""When, where and through what people were lost, as the words around tell it."""

from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.event.chunk import AGENT, chunks
from hudna.reading.event.grammar import Grammar
from hudna.reading.layer_words import Word
from hudna.reading.model import Event, Time
from hudna.text import Span

_ACTS = ("ASSAULT",)
_CUSTODY = ("COERCE", "ASSAULT")
_BACK = 2  # sentences before that may hold the event
_SINCE = 14  # words between a figure and its «منذ»
_DAYS = 10  # length of an ISO date
_MONTH = 7  # length of an ISO month


class Circumstances:
    """Finds them on one page."""

    def __init__(
        self, victims: VictimReader, grammar: Grammar, times: tuple[Time, ...], events: tuple[Event, ...]
    ) -> None:
        self.page, self.cast, self.words, self.numbers = victims.page, victims.cast, victims.words, victims.numbers
        self.grammar, self.times = grammar, times
        self.events = tuple(
            e for e in events if e.type in _CUSTODY and e.status not in ("denied", "called_for", "planned", "possible")
        )
        self.accusations = tuple(e for e in events if e.type == "ACCUSE")

    def event(self, telling: Telling, number: int) -> Event | None:
        """The event that is said to have caused a telling in sentence ``number``: the nearest of the sentence, before it first."""
        kinds = _CUSTODY if telling.kind == "captured" else _ACTS
        here = self.page.span(telling.first, telling.last)
        sentence = self._span(number)
        inside = [e for e in self.events if e.type in kinds and e.trigger.within(sentence)]
        if inside:
            return min(inside, key=lambda e: _distance(here, e.trigger))
        for back in range(1, _BACK + 1):
            if number - back < 0 or telling.toll:
                return None
            earlier = [e for e in self.events if e.type in kinds and e.trigger.within(self._span(number - back))]
            if earlier:
                return (
                    earlier[-1] if self.page.sentences[number].line == self.page.sentences[number - back].line else None
                )
        return None

    def bare(self, telling: Telling, number: int) -> bool:
        """Whether the sentence tells neither when nor where nor through what the people of a telling were lost."""
        sentence = self._span(number)
        told = any(t.span.within(sentence) for t in self.times) or any(e.trigger.within(sentence) for e in self.events)
        return not told and self.place(telling, number, None) is None

    def accusers(self, number: int) -> tuple[str, ...]:
        """Those who accuse somebody in a sentence."""
        sentence = self._span(number)
        return tuple(
            a for e in self.accusations if e.trigger.within(sentence) and e.actors != e.targets for a in e.actors
        )

    def agents(self, telling: Telling, number: int) -> tuple[str, ...]:
        """Those named as the doers: the subject of the verb, or «على يد …» after it."""
        if telling.agent is not None:
            return telling.agent.entities
        last = min(self.page.sentences[number].last, telling.last + 16)
        found = chunks(self.page, self.cast, self.grammar, telling.last, last)
        agent = next((c for c in found if c.prep == AGENT), None)
        return tuple(e for r in agent.named for e in r.entities) if agent is not None else ()

    def date(self, telling: Telling, number: int, event: Event | None) -> str | None:
        """The time told nearest in the sentence, else the event's."""
        here, sentence = self.page.span(telling.first, telling.last), self._span(number)
        near = [t for t in self.times if t.span.within(sentence) and t.value]
        if not near:
            return event.date if event is not None else None
        return min(near, key=lambda t: _distance(here, t.span)).value

    def place(self, telling: Telling, number: int, event: Event | None) -> str | None:
        """The place after a locative preposition behind the telling, else the event's."""
        last = self.page.sentences[number].last
        for chunk in chunks(self.page, self.cast, self.grammar, telling.group.last, last):
            if chunk.prep in self.grammar.place_prepositions:
                for reference in chunk.named:
                    entity = self.cast.entity(reference.entities[0]) if reference.entities else None
                    if entity is not None and entity.type in ("LOC", "FAC"):
                        return entity.id
        return event.place if event is not None else None

    def cumulative(self, telling: Telling, number: int) -> bool:
        """Whether the figure is a running total: by its noun, by «منذ …», or by a time longer than a few days."""
        if telling.toll:
            return True
        if telling.group.of_them:
            return False
        sentence = self.page.sentences[number]
        if self.words.between(sentence.first, sentence.last, "over") or self._since(
            telling, sentence.first, sentence.last
        ):
            return True
        span = self._span(number)
        values = [t.value for t in self.times if t.value and t.span.within(span)]
        if telling.kind == "displaced" or telling.group.count.startswith(("~thousands", "~hundreds of", "~tens of")):
            return not values or all(_long(v) for v in values)
        return bool(values) and all(_long(v) for v in values)

    def _period(self, word: Word) -> bool:
        number = self.numbers.get(word.last)
        return number is not None and bool(self.words.at(number.last, "unit"))

    def _since(self, telling: Telling, first: int, last: int) -> bool:
        """Whether «منذ …» near the telling reaches further back than some hours or days."""
        first, last = max(first, telling.first - _SINCE), min(last, telling.last + _SINCE)
        if any(self._period(w) for w in self.words.between(first, last, "within")):
            return True
        near = self.words.between(first, last, "since")
        return any(not self.words.at(k, "short") for w in near for k in (w.last,))

    def _span(self, number: int) -> Span:
        sentence = self.page.sentences[number]
        return self.page.span(sentence.first, sentence.last)


def _long(value: str) -> bool:
    """Whether an ISO value is a year, or a period told by years or months."""
    first, _, last = value.partition("/")
    return len(first) < _MONTH or (bool(last) and (len(first) < _DAYS or first[:_MONTH] != last[:_MONTH]))


def _distance(a: Span, b: Span) -> tuple[int, int]:
    """How far apart two spans are; what stands before wins over what stands after at the same distance."""
    return (b.start - a.end if b.start >= a.end else max(0, a.start - b.end), int(b.start >= a.end))
