"""Alleged breaches of a truce: by whom, against whom, how many, and who says so."""

from hudna.reading.cast import Cast
from hudna.reading.claimant import claimants
from hudna.reading.in_sentence import by_sentence
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Attribution, Event, Violation
from hudna.reading.numbers import find_numbers
from hudna.reading.page import Page
from hudna.reading.truce.telling import Telling
from hudna.text import Span

_OBJECT = 5  # words after «خرق» in which the truce must stand
_QUOTE = 12  # words of a quote at most


class ViolationReader:
    """Reads the breaches on one page."""

    def __init__(
        self, page: Page, cast: Cast, words: Words, attributions: tuple[Attribution, ...], events: tuple[Event, ...]
    ) -> None:
        self.page, self.cast, self.words = page, cast, words
        self.said = by_sentence(page, attributions, lambda a: a.content)
        self.events = by_sentence(page, events, lambda e: e.trigger)
        self.numbers = {n.last: n for n in find_numbers(page)}

    def find(self, tellings: list[Telling]) -> list[tuple[int, Violation]]:
        """The breaches with the sentence of each; «خروقات» alone counts where the sentence tells of a truce."""
        truces = {k for t in tellings for k in range(t.first, t.last)}
        out: list[tuple[int, Violation]] = []
        for number, sentence in enumerate(self.page.sentences):
            if number in self.page.furniture:
                continue
            found = self._sentence(number, sentence.first, sentence.last, truces)
            out.extend((number, v) for v in found)
        return out

    def _sentence(self, number: int, first: int, last: int, truces: set[int]) -> list[Violation]:
        for i in range(first, last):
            breach = self.words.at(i, "breach")
            if breach is None or (breach.definite and breach.entry.get("loose")):
                continue
            object_at = next((k for k in range(breach.last, min(last, breach.last + _OBJECT)) if k in truces), None)
            near = object_at is not None or (
                breach.entry.get("loose") and bool(truces) and self._of_a_truce(breach, first, last, truces)
            )
            if near:
                end = (
                    max(breach.last, next((t for t in range(object_at, last) if t not in truces), last))
                    if object_at is not None
                    else breach.last
                )
                return self._violations(breach, end, number)
        return []

    def _of_a_truce(self, breach: Word, first: int, last: int, truces: set[int]) -> bool:
        counted = breach.first in self.numbers
        return counted or any(k in truces for k in range(first, last))

    def _violations(self, breach: Word, end: int, number: int) -> list[Violation]:
        number_before = self.numbers.get(breach.first)
        first = number_before.first if number_before is not None else breach.first
        count = (
            number_before.count
            if number_before is not None and number_before.kind in ("exact", "about", "at_least")
            else None
        )
        quote = self.page.span(first, min(end, first + _QUOTE), 0 if number_before is not None else breach.cut)
        accusation = self._accusation(number, quote)
        said = claimants(self.said.get(number, ()), quote)
        if accusation is not None and set(accusation.actors) == set(accusation.targets) and len(accusation.actors) > 1:
            return [
                Violation(
                    quote,
                    by=(by,),
                    against=tuple(a for a in accusation.actors if a != by),
                    count=count,
                    claimed_by=tuple(a for a in accusation.actors if a != by),
                )
                for by in accusation.actors
            ]
        event = next(
            (e for e in self.events.get(number, ()) if e.type == "ASSAULT" and e.trigger.overlaps(quote)), None
        )
        if accusation is not None:
            by = accusation.targets
            return [
                Violation(
                    quote,
                    by=by,
                    against=tuple(a for a in accusation.actors if self.cast.side(a)),
                    count=count,
                    event=event.id if event else None,
                    claimed_by=accusation.actors,
                )
            ]
        by = event.actors if event is not None else ()
        against = event.targets if event is not None else ()
        return [
            Violation(quote, by=by, against=against, count=count, event=event.id if event else None, claimed_by=said)
        ]

    def _accusation(self, number: int, quote: Span) -> Event | None:
        found = [e for e in self.events.get(number, ()) if e.type == "ACCUSE"]
        return min(found, key=lambda e: abs(e.trigger.start - quote.start), default=None)
