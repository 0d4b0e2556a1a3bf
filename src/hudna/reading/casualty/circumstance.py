"""When, where and through what people were lost, as the words around tell it."""

from hudna.lexicon import Sense
from hudna.reading.casualty.sentence import Telling
from hudna.reading.casualty.victims import VictimReader
from hudna.reading.event.chunk import AGENT
from hudna.reading.event.chunker import chunks
from hudna.reading.grammar import Grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.model import Event, Time
from hudna.text import COMMAS, STOPS, Span

_ACTS = ("ASSAULT",)
_CUSTODY = ("COERCE", "ASSAULT")
_OPENING = 2  # tokens of a sentence in which the words for another matter begin
_ANSWER = 3  # words of «ردا على» before a loss
_NEAR = 3  # words between the figure of a toll and its «منذ»
_WINDOW = 60  # words to either side of a telling that can still bear on it
BACK = 2  # sentences before that may hold the event
MOST = 40  # facts of one sentence among which the nearest is sought


class Circumstances:
    """Finds them on one page."""

    def __init__(
        self, victims: VictimReader, grammar: Grammar, times: tuple[Time, ...], events: tuple[Event, ...]
    ) -> None:
        self.page, self.cast, self.words = victims.page, victims.cast, victims.words
        self.grammar, self.small = grammar, victims.grammar
        self.times = by_sentence(self.page, (t for t in times if t.value), lambda t: t.span)
        told = (e for e in events if e.type in _CUSTODY and e.status == "actual")
        self.events = by_sentence(self.page, told, lambda e: e.trigger)
        self.accusations = by_sentence(self.page, (e for e in events if e.type == "ACCUSE"), lambda e: e.trigger)

    def event(self, telling: Telling, number: int) -> Event | None:
        """The event said to have caused a telling in sentence ``number``: the nearest there, else the last before."""
        if telling.toll and self.words.between(telling.first, telling.last + _NEAR, "since"):
            return None  # «يرتفع عدد الجنود الذين قتلوا منذ عام 2001 إلى 246»
        kinds = _CUSTODY if telling.kind == "captured" else _ACTS
        here = self.page.span(telling.first, telling.last)
        told = (e for e in self.events.get(number, ()) if e.type in kinds)
        inside = [e for e in told if not (self._is_backdrop(e, telling) or self.answers(e, telling.first))]
        again = self._told_again(telling, number)
        inside = [e for e in inside if again is None or e.trigger.start <= self.page.tokens[again].span.start]
        if inside:
            return min(inside[:MOST], key=lambda e: _distance(here, e.trigger))
        meant = again is not None or self._comes_of_it(telling.first, number)
        if not meant and (self._has_own_cause(telling, number) or self._is_apart(number)):
            return None
        for earlier in range(number - 1, max(number - BACK, 0) - 1, -1):
            apart = telling.toll or self.page.sentences[number].line != self.page.sentences[earlier].line
            if apart and not meant:
                return None
            found = [e for e in self.events.get(earlier, ()) if e.type in kinds]
            if found:
                return found[-1]
        return None

    def assailants(self, telling: Telling, number: int) -> tuple[str, ...]:
        """Those to whom the attack is laid that was told last before a telling: «هجوم لطالبان … المهاجمون الثلاثة»."""
        here = self.page.tokens[telling.first].span.start
        for n in range(number, max(number - BACK, 0) - 1, -1):
            told = [e for e in self.events.get(n, ())[-MOST:] if e.type == "ASSAULT" and e.mode != "clash" and e.actors]
            before = [e for e in told if e.trigger.end <= here]
            if before:
                return before[-1].actors
        return ()

    def _has_own_cause(self, telling: Telling, number: int) -> bool:
        """Whether the words behind a loss say through what it was, so that nothing told before was: «قتل … في هجوم»."""
        last = min(self.page.sentences[number].last, telling.last + _WINDOW)
        for k in range(max(telling.first + 1, telling.group.last), last):
            if self.page.form(k) in STOPS or self.page.form(k) in COMMAS:
                return False
            deeds = (s for s in self.page.layer(k, "event") if s.entry.get("event") == "ASSAULT" and not s.definite)
            nouns = (s for s in deeds if s.pos in ("noun", "masdar") and not s.pronoun)
            if self.page.form(k - 1) in self.small.through and any(nouns):
                return True
        return False

    def _told_again(self, telling: Telling, number: int) -> int | None:
        """Where the attack told before is said to be what people fell in: «قتل 40 في | الهجوم الذي يأتي وسط حرب»."""
        last = min(self.page.sentences[number].last, telling.last + _WINDOW)
        for k in range(max(telling.first + 1, telling.group.last), last):
            if self.page.form(k) in STOPS or self.page.form(k) in COMMAS:
                return None
            if any(s.entry.get("event") == "ASSAULT" and s.pos != "verb" for s in self.page.layer(k, "event")):
                taken_up = any(points_back(s, several=True) for s in self.page.layer(k, "event"))
                return k if taken_up and self.page.form(k - 1) in self.small.through else None
        return None

    def _is_apart(self, number: int) -> bool:
        """Whether a sentence opens on another matter than the one before it: «من جهة أخرى، لقي …»."""
        first = self.page.sentences[number].first
        return bool(self.words.between(first, first + _OPENING, "apart"))

    def answers(self, event: Event, first: int) -> bool:
        """Whether an event told before a loss at token ``first`` came of it: «قصفت … ردا على مقتل جنديين»."""
        near = (k for k in range(max(first - _ANSWER, 0), first) if self.page.form(k) in self.small.occasions)
        return any(event.trigger.end <= self.page.tokens[k].span.start for k in near)

    def taken_up(self, first: int, number: int) -> Event | None:
        """The attack told before of which a loss at token ``first`` is said to come: «وأسفرت الغارات عن تدمير …»."""
        if not self._comes_of_it(first, number):
            return None
        before = (self.events.get(n, ()) for n in range(number - 1, max(number - BACK, 0) - 1, -1))
        return next((e for told in before for e in reversed(told[-MOST:]) if e.type == "ASSAULT"), None)

    def _comes_of_it(self, first: int, number: int) -> bool:
        """Whether a loss is said to come of an attack told of before: «وأسفر الهجوم عن …», «إن الغارات أدت إلى …»."""
        for k in range(max(self.page.sentences[number].first, first - _WINDOW), first):
            if any(points_back(s, several=True) for s in self.page.layer(k, "event")):
                near = (self.page.form(n).removeprefix(self.small.joiner) for n in (k - 2, k - 1, k + 1, k + 2))
                return not self.small.outcomes.isdisjoint(near) and self.page.form(k + 1) not in self.small.relatives
        return False

    def _is_backdrop(self, event: Event, telling: Telling) -> bool:
        """Whether an event is only what time is counted from: «إصابة 15 في أول هجوم منذ بدء الجيش حملته»."""
        if event.trigger.start < self.page.tokens[telling.last - 1].span.start:
            return False
        behind = self.words.between(telling.last, telling.last + _WINDOW, "since")
        return any(self.page.tokens[w.first].span.start < event.trigger.start for w in behind)

    def bare(self, telling: Telling, number: int) -> bool:
        """Whether the sentence tells neither when nor where nor through what the people of a telling were lost."""
        first = self.page.sentences[number].first
        outcome = any(self.page.form(k) in self.small.outcomes for k in range(first, telling.first))  # «ما أسفر عن»
        told = self.times.get(number) or self.events.get(number) or outcome
        return not told and self.place(telling, number, None) is None

    def accusers(self, number: int) -> tuple[str, ...]:
        """Those who accuse somebody in a sentence."""
        found = self.accusations.get(number, ())[:MOST]
        return tuple(a for e in found if e.targets and e.actors != e.targets for a in e.actors)

    def mourners(self, number: int) -> tuple[str, ...]:
        """Those who condemn in a sentence what nobody is blamed for: most often others than it befell."""
        return tuple(a for e in self.accusations.get(number, ())[:MOST] if not e.targets for a in e.actors)

    def agents(self, telling: Telling, number: int) -> tuple[str, ...]:
        """Those named as the doers: the subject of the verb, or «على يد …» after it."""
        if telling.agent is not None:
            return telling.agent.entities
        last = min(self.page.sentences[number].last, telling.last + 16)
        found = chunks(self.page, self.cast, self.grammar, telling.last, last)
        agent = next((c for c in found if c.prep == AGENT), None)
        if agent is not None and self.page.form(agent.first - 1) == self.small.beside:
            fallen = self.words.at(telling.word, "fallen")  # «ستة قتلى من جانب الجيش» are his own
            agent = agent if fallen is None else None
        return tuple(e for r in agent.named for e in r.entities) if agent is not None else ()

    def date(self, telling: Telling, number: int, event: Event | None) -> str | None:
        """The time told nearest in the sentence, else the event's.

        One before the loss is that of its telling where the event has another: «أعلن اليوم مقتل خمسة في هجوم أمس».
        """
        here = self.page.span(telling.first, telling.last)
        near = self.times.get(number, [])[:MOST]
        if not near:
            return event.date if event is not None else None
        nearest = min(near, key=lambda t: _distance(here, t.span))
        own = event is not None and any(t.value == event.date and t.span.start >= here.end for t in near)
        return event.date if event is not None and own and nearest.span.end <= here.start else nearest.value

    def place(self, telling: Telling, number: int, event: Event | None) -> str | None:
        """The place after a locative preposition behind the telling, else the event's."""
        last = min(self.page.sentences[number].last, telling.group.last + _WINDOW)
        for chunk in chunks(self.page, self.cast, self.grammar, telling.group.last, last):
            if chunk.prep in self.grammar.place_prepositions:
                for reference in (r for r in chunk.named if r.how != "nisba"):  # «في قصف كوري شمالي»
                    entity = self.cast.entity(reference.entities[0]) if reference.entities else None
                    if entity is not None and entity.type in ("LOC", "FAC"):
                        return entity.id
        return event.place if event is not None else None


def points_back(sense: Sense, *, several: bool = False) -> bool:
    """«الهجوم», «القصف»: a definite singular, which was told of before; with ``several`` «الغارات» too."""
    return bool(
        sense.entry.get("event") == "ASSAULT"
        and sense.entry.get("mode") != "clash"
        and sense.pos in ("noun", "masdar")
        and sense.definite
        and (several or sense.number in ("", "sg"))
    )


def _distance(a: Span, b: Span) -> tuple[int, int]:
    """How far apart two spans are; what stands before wins over what stands after at the same distance."""
    return (b.start - a.end if b.start >= a.end else max(0, a.start - b.end), int(b.start >= a.end))
