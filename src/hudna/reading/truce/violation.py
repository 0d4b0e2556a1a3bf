"""Alleged breaches of a truce: by whom, against whom, how many, and who says so."""

from collections.abc import Iterable, Mapping, Sequence

from hudna.reading.cast import Cast
from hudna.reading.claimant import claimants
from hudna.reading.event.kinds import FORCE
from hudna.reading.layer_words import Word, Words
from hudna.reading.model import Attribution, Event, Violation
from hudna.reading.numbers import Number
from hudna.reading.page import Page
from hudna.reading.truce.grammar import is_unreal
from hudna.reading.truce.telling import Telling
from hudna.text import Span

_OBJECT = 5  # words after «خرق» in which the truce must stand
_QUOTE = 12  # words of a quote at most
_COMMIT = 6  # words between «ارتكبت» and what it committed
_TIMES = 3  # words behind a breach within which «54 مرة» begins
_IN = "في"
_SPITE = 4  # words after «رغم» in which the truce must stand
_BEFORE = 3  # words before «خرقتها» in which the truce stands that its pronoun takes up


class ViolationReader:
    """Reads the breaches on one page.

    ``said`` and ``events`` are its attributions and events by sentence. ``parties`` are the two whose conflict the
    document is about, or (): what one of them calls a breach the other did.
    """

    def __init__(
        self,
        page: Page,
        cast: Cast,
        words: Words,
        *,
        said: Mapping[int, Sequence[Attribution]],
        events: Mapping[int, Sequence[Event]],
        numbers: Iterable[Number],
        parties: tuple[str, ...],
    ) -> None:
        self.page, self.cast, self.words, self.parties = page, cast, words, parties
        self.said, self.events = said, events
        self.first = {n.first: n for n in numbers}
        self.numbers = {n.last: n for n in self.first.values()}

    def find(self, tellings: list[Telling]) -> list[tuple[int, Violation]]:
        """The breaches with the sentence of each; «خروقات» alone counts where the sentence tells of a truce."""
        truces = {k for t in tellings for k in range(t.first, t.last)}
        out: list[tuple[int, Violation]] = []
        for number, sentence in enumerate(self.page.sentences):
            if number in self.page.furniture:
                continue
            found = self._sentence(number, sentence.first, sentence.last, truces)
            out.extend((number, v) for v in found)
        return [x for x in out if x[0] > 0] or out  # a headline tells in short what the body tells

    def _sentence(self, number: int, first: int, last: int, truces: set[int]) -> list[Violation]:
        """The first breach that the words of a sentence tell of."""
        for i in range(first, last):
            breach = self._breach(i)
            if breach is not None and is_unreal(self.page, breach, first):
                continue
            if breach is not None and (end := self._end(breach, first, last, truces)) is not None:
                return self._violations(breach, end, number)
            spite = self.words.at(i, "despite")
            if spite is not None:
                held = next((k for k in range(spite.last, min(last, spite.last + _SPITE)) if k in truces), None)
                if held is not None and (found := self._in_spite(spite, self._past(held, last, truces), number)):
                    return found
        return []

    def _breach(self, i: int) -> Word | None:
        """The breach at token ``i``, rather as a thing that can be counted."""
        found = [w for w in self.words.all_at(i, "breach") if not w.pronoun or w.pos == "verb"]
        return next((w for w in found if w.entry.get("loose")), None) or self.words.at(i, "breach")

    def _end(self, breach: Word, first: int, last: int, truces: set[int]) -> int | None:
        """One past the words that tell of the breach, None where they are of no truce."""
        held = next((k for k in range(breach.last, min(last, breach.last + _OBJECT)) if k in truces), None)
        if held is not None:
            return max(breach.last, self._past(held, last, truces))
        taken_up = breach.pronoun and any(k in truces for k in range(max(first, breach.first - _BEFORE), breach.first))
        loose = breach.entry.get("loose") and self._of_a_truce(breach, first, last, truces)
        return breach.last if taken_up or loose else None

    def _past(self, held: int, last: int, truces: set[int]) -> int:
        """One past the truce that stands at token ``held``."""
        return next((t for t in range(held, last) if t not in truces), last)

    def _of_a_truce(self, breach: Word, first: int, last: int, truces: set[int]) -> bool:
        """Whether «خروقات» alone are of a truce that the document tells: counted, told beside it, or somebody's."""
        beside = any(k in truces for k in range(first, last)) and not breach.definite
        return bool(truces) and (breach.first in self.numbers or beside or bool(self._owner(breach)))

    def _owner(self, breach: Word) -> tuple[str, ...]:
        """Whose breaches they are: «الخروقات الإسرائيلية», «خروقات الحركة»."""
        behind = self.cast.between(breach.last, breach.last + 1)[:1]
        return tuple(e for r in behind for e in r.entities if self.cast.party(e))

    def _committed(self, breach: Word, first: int) -> tuple[str, ...]:
        """Who is said to have committed them, before or behind the verb: «ارتكبت إسرائيل 38 خرقا»."""
        verb = next((k for k in range(first - 1, first - _COMMIT - 1, -1) if self.words.at(k, "commit")), None)
        if verb is None:
            return self._owner(breach)
        named = self.cast.between(verb + 1, first) or self.cast.between(verb - 1, verb)
        return tuple(e for r in named[-1:] for e in r.entities if self.cast.party(e))

    def _violations(self, breach: Word, end: int, number: int) -> list[Violation]:
        """The breaches that one word tells of: two where each side accuses the other."""
        counted = self.numbers.get(breach.first)
        first = counted.first if counted is not None else breach.first
        count = _told(counted) or self._times(end)
        quote = self.page.span(first, min(end, first + _QUOTE), 0 if counted is not None else breach.cut)
        told = [e for e in self.events.get(number, ()) if e.trigger.overlaps(quote)] or self._deed(
            breach, quote, number
        )
        accusation = self._accusation(number, quote)
        if accusation is not None:
            event = next((e for e in told if e.type == "ASSAULT"), None)
            return self._alleged(accusation, quote, count, event)
        kept_not = next((e for e in told if e.type == "AGREE" and e.status == "denied"), None)  # «لم يلتزموا بالهدنة»
        event = next((e for e in told if e.type == "ASSAULT"), None)
        source = event or kept_not
        by = source.actors if source is not None else self._committed(breach, first)
        denied = source is event is not None and event.status == "denied"  # who denies it does not claim it
        claimed_by = tuple(c for c in claimants(self.said.get(number, ()), quote) if c not in by and not denied)
        by = by or self._enemy(claimed_by)
        against = event.targets if event is not None else ()
        return [Violation(quote, by, against, count, event.id if event is not None else None, claimed_by)]

    def _times(self, end: int) -> str | None:
        """How often, told behind the breach: «خرقوا الهدنة 54 مرة»."""
        counted = next((n for k in range(end, end + _TIMES) if (n := self.first.get(k))), None)
        return _told(counted) if counted is not None and self.words.at(counted.last, "times") else None

    def _deed(self, breach: Word, quote: Span, number: int) -> list[Event]:
        """The attack that is called a breach: «قصف المتمردون البلدة في خرق للهدنة», «… منتهكين الهدنة»."""
        form = self.page.form(breach.first)
        called = self.page.form(breach.first - 1) == _IN or (breach.pos != "verb" and form.endswith("ا"))
        before = [e for e in self.events.get(number, ()) if e.type in FORCE and e.trigger.end <= quote.start]
        return before[-1:] if called else []

    def _in_spite(self, spite: Word, end: int, number: int) -> list[Violation]:
        """The breaches that attacks told of in a sentence are, made in spite of a truce."""
        quote = self.page.span(spite.first, min(end, spite.first + _QUOTE), spite.cut)
        mutual = next((e for e in self.events.get(number, ()) if _is_mutual(e)), None)
        if mutual is not None:
            return self._alleged(mutual, quote, None, None)
        told = (e for e in self.events.get(number, ()) if e.type in FORCE and e.status == "actual" and e.actors)
        attacks = [e for e in told if e.mode != "clash"]
        return [Violation(quote, e.actors, e.targets, None, e.id, e.claimed_by) for e in attacks[:1]]

    def _alleged(self, accusation: Event, quote: Span, count: str | None, event: Event | None) -> list[Violation]:
        """What is alleged: by whom is accused against who accuses, once for each side where both do."""
        if _is_mutual(accusation):
            others = {by: tuple(a for a in accusation.actors if a != by) for by in accusation.actors}
            return [Violation(quote, (by,), other, count, None, other) for by, other in others.items()]
        by = accusation.targets or self._enemy(accusation.actors)
        against = tuple(dict.fromkeys(self._body(a) for a in accusation.actors if self.cast.side(a)))
        return [Violation(quote, by, against, count, event.id if event is not None else None, accusation.actors)]

    def _body(self, accuser: str) -> str:
        """Against whom a breach is that somebody alleges: of a person, his state or party where it is named."""
        side = self.cast.party(accuser) if self.cast.is_person(accuser) else None
        return (self.cast.stands_for(side) if side else None) or accuser

    def _enemy(self, claimants: tuple[str, ...]) -> tuple[str, ...]:
        """The other of the two parties where one of them alleges a breach; () where neither or both do."""
        told = {self.cast.party(c) for c in claimants} - {None}
        own = [p for p in self.parties if self.cast.party(p) in told]
        return tuple(p for p in self.parties if p not in own) if len(own) == 1 else ()

    def _accusation(self, number: int, quote: Span) -> Event | None:
        found = [e for e in self.events.get(number, ()) if e.type == "ACCUSE"]
        return min(found, key=lambda e: abs(e.trigger.start - quote.start), default=None)


def _told(counted: Number | None) -> str | None:
    """The count of a number that is told exactly enough."""
    return counted.count if counted is not None and counted.kind in ("exact", "about", "at_least") else None


def _is_mutual(event: Event) -> bool:
    """Whether each of those who accuse accuses the others."""
    return event.type == "ACCUSE" and len(event.actors) > 1 and set(event.actors) == set(event.targets)
