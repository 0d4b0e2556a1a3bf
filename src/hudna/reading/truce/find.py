"""From a prepared page to the truces that it tells of."""

from bisect import bisect_left
from dataclasses import dataclass, field

from hudna.reading.cast import Cast
from hudna.reading.event.belligerents import belligerents
from hudna.reading.grammar import load_grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.layer_words import Words
from hudna.reading.model import TRUCE_STATUSES, Attribution, Event, Particular, Time, Truce, Violation
from hudna.reading.numbers import find_numbers
from hudna.reading.page import Page
from hudna.reading.truce.particulars import Found, Particulars, first, values
from hudna.reading.truce.parties import Parties
from hudna.reading.truce.telling import HOPED, Telling, find_tellings
from hudna.reading.truce.violation import ViolationReader
from hudna.text import Span

_MOST = 12  # truces that one document is taken to tell of at most
_LONGEST_QUOTE = 8  # words after the truce that the quote takes along
_RELATED = frozenset({"AGREE", "REQUEST", "REJECT", "RETREAT"})


@dataclass(slots=True)
class _Draft:
    """A truce while its tellings are gathered."""

    tellings: list[Telling] = field(default_factory=list)
    announcers: set[str] = field(default_factory=set)
    hoped: bool = True
    definite: bool = False
    past: bool = False

    def add(self, telling: Telling, announcers: set[str]) -> None:
        self.tellings.append(telling)
        self.announcers |= announcers
        self.hoped = self.hoped and telling.status in HOPED
        self.definite = self.definite or telling.definite
        self.past = self.past or telling.past


def find_truces(
    page: Page, cast: Cast, times: tuple[Time, ...], attributions: tuple[Attribution, ...], events: tuple[Event, ...]
) -> tuple[Truce, ...]:
    """The truces of a document in the order of their first mention; furniture is not read."""
    words = Words(page, "truce")
    tellings = find_tellings(page, words)
    if not tellings:
        return ()
    reader = _Reader(page, cast, words, times, events)
    drafts = reader.gather(tellings)
    breaches = ViolationReader(
        page,
        cast,
        words,
        said=by_sentence(page, attributions, lambda a: a.content),
        events=reader.events,
        numbers=reader.numbers.values(),
        parties=reader.parties,
    ).find(tellings)
    shared = _allotted(drafts, breaches)
    alone = len(drafts) == 1
    return tuple(reader.truce(draft, n, shared[n - 1], alone=alone) for n, draft in enumerate(drafts, 1))


def _allotted(drafts: list[_Draft], breaches: list[tuple[int, Violation]]) -> list[tuple[Violation, ...]]:
    """Each breach goes to the truce told nearest to it, rather before it, one that exists if there is one."""
    out: list[list[Violation]] = [[] for _ in drafts]
    real = [n for n, d in enumerate(drafts) if not d.hoped] or list(range(len(drafts)))
    told = {n: sorted({t.sentence for t in drafts[n].tellings}) for n in real}
    for sentence, breach in breaches:
        owner = min(real, key=lambda n: (_distance(told[n], sentence), drafts[n].past))
        out[owner].append(breach)
    return [tuple(x) for x in out]


def _distance(told: list[int], sentence: int) -> tuple[int, bool]:
    """How many sentences lie between a sentence and the nearest of ``told``, and whether that one comes after."""
    k = bisect_left(told, sentence)
    return min((abs(n - sentence), n > sentence) for n in told[max(k - 1, 0) : k + 1])


class _Reader:
    """Gathers the tellings of one page into truces."""

    def __init__(
        self, page: Page, cast: Cast, words: Words, times: tuple[Time, ...], events: tuple[Event, ...]
    ) -> None:
        self.page, self.cast, self.words = page, cast, words
        self.events = by_sentence(page, events, lambda e: e.trigger)
        self.denied = {e.id for e in events if e.status == "denied"}
        self.grammar = load_grammar(page.document.language)
        self.numbers = {n.first: n for n in find_numbers(page)}
        told = by_sentence(page, (t for t in times if t.value), lambda t: t.span)
        self.particulars = Particulars(page, cast, words, self.grammar, told, self.events, self.numbers)
        self.parties = belligerents(page, cast, self.grammar, events)
        self.who = Parties(page, cast, self.grammar, self.parties, events)

    # --- which tellings are of one truce -----------------------------------------------------------------------------
    def gather(self, tellings: list[Telling]) -> list[_Draft]:
        """One truce per document, but for one asked for beside one that exists, or announced by somebody else."""
        real = [t for t in tellings if t.status not in HOPED]
        exists = bool(real)
        drafts: list[_Draft] = []
        last: _Draft | None = None
        for telling in tellings:
            if telling.taken_up:
                draft = last
            elif exists and telling.status in HOPED and not telling.definite:
                draft = next((d for d in reversed(drafts) if d.hoped and not d.definite), None)
            elif exists:
                draft = self._same(drafts, telling)
            else:
                draft = drafts[-1] if drafts else None
            last = self._added(draft, drafts, telling)
        return sorted(drafts, key=lambda d: d.tellings[0].first)

    def _same(self, drafts: list[_Draft], telling: Telling) -> _Draft | None:
        """The truce told before that a telling is of, rather one that is not over; None where it is of another."""
        told = [d for d in drafts if not d.hoped or d.definite]
        known = next((d for d in reversed(told) if not d.past), told[-1] if told else None)
        if known is None or telling.fresh:
            return None
        announcer = {self.cast.side(a) or a for a in self._announcers([telling])}
        announced = announcer and telling.status == "announced"  # who accepts or is ready joins the one told before
        both = announcer | known.announcers <= {self.cast.side(p) or p for p in self.parties}  # between the two
        other = known.announcers and not announcer & known.announcers and not announcer <= self.who.mediators
        return None if announced and other and not (telling.definite or both) else known

    def _added(self, draft: _Draft | None, drafts: list[_Draft], telling: Telling) -> _Draft:
        """The truce that a telling is added to: ``draft``, else a new one, or the last where there are too many."""
        if draft is None and len(drafts) < _MOST:
            drafts.append(_Draft())
        draft = draft or drafts[-1]
        announced = telling.status == "announced"
        draft.add(telling, {self.cast.side(a) or a for a in self._announcers([telling])} if announced else set())
        return draft

    # --- what is told of one -----------------------------------------------------------------------------------------
    def truce(self, draft: _Draft, number: int, breaches: tuple[Violation, ...], *, alone: bool) -> Truce:
        """The truce of a draft; ``alone`` says that the document tells of no other."""
        tellings = draft.tellings
        best = max(tellings, key=lambda t: (TRUCE_STATUSES.index(t.status) if t.status else -1, -t.sentence))
        main = next(
            (t for t in tellings if t.sentence > 0 and t.status is not None and t.status == best.status), None
        ) or next((t for t in tellings if t.sentence > 0), tellings[0])
        status = best.status or "in_effect"
        if status == "in_effect" and any(t.ahead for t in tellings) and not any(t.firm for t in tellings):
            status = "announced"  # «تبدأ الهدنة غدا … وتستمر خمسة أيام»
        alleged = any(b.event not in self.denied for b in breaches)
        if alleged and TRUCE_STATUSES.index(status) < TRUCE_STATUSES.index("violated") and not draft.hoped:
            status = "violated"
        sentences = list(dict.fromkeys(t.sentence for t in tellings))
        related = self._related(sentences)
        announced_by = self._announcers([t for t in tellings if t.status == "announced"])
        agreed = next((e for e in related if e.type == "AGREE"), None)
        held = self.particulars
        start, end, duration, place = (
            held.moment("start", tellings),
            held.moment("end", tellings),
            held.duration(tellings),
            held.place(tellings),
        )
        brokers, terms = held.brokers(tellings, sentences), held.told("term", sentences)
        mechanism = held.told("mechanism", sentences) or (held.watched() if alone else ())
        found = {
            "status": (Found(status, self._quote(best)),),
            "announced_by": (Found("", agreed.trigger),) if agreed is not None and announced_by else (),
            "start": start,
            "end": end,
            "duration": duration,
            "place": place,
            "brokers": brokers,
            "terms": terms,
            "mechanism": mechanism,
        }
        return Truce(
            id=f"t{number}",
            kind=self._kind(tellings),
            status=status,
            quote=self._quote(main),
            evidence=self.page.evidence(main.first),
            parties=self.who.parties(tellings, related, announced_by)
            or self.who.opposed(breaches)
            or self.who.beside(tellings),
            announced_by=announced_by,
            brokers=values(brokers),
            announced=agreed.date if agreed is not None and announced_by else None,
            start=first(start),
            end=first(end),
            duration=first(duration),
            place=first(place),
            terms=values(terms),
            mechanism="; ".join(values(mechanism)) or None,
            events=tuple(e.id for e in related),
            violations=breaches,
            told=tuple(Particular(part, f.quote) for part, held in found.items() for f in held),
            rule="truce." + status.replace("_", "-"),
        )

    def _kind(self, tellings: list[Telling]) -> str:
        kinds = [t.kind for t in tellings]
        return (
            "humanitarian_pause" if "humanitarian_pause" in kinds else "ceasefire" if "ceasefire" in kinds else kinds[0]
        )

    def _quote(self, telling: Telling) -> Span:
        """A truce and the words after it up to the next mark, at most a few."""
        end = telling.last
        sentence = self.page.sentences[telling.sentence]
        while end < sentence.last and end - telling.last < _LONGEST_QUOTE and self.page.is_word(end):
            end += 1
        return self.page.span(telling.first, end, telling.cut)

    def _related(self, sentences: list[int]) -> list[Event]:
        told = [e for n in sentences for e in self.events.get(n, ())]
        return [e for e in told if e.type in _RELATED and (e.topic == "ceasefire" or e.type == "RETREAT")]

    def _announcers(self, tellings: list[Telling]) -> tuple[str, ...]:
        for number in dict.fromkeys(t.sentence for t in tellings):
            for event in self.events.get(number, ()):
                if event.type == "AGREE" and event.topic == "ceasefire":
                    return event.actors
        return next(filter(None, map(self._declarers, tellings)), ())

    def _declarers(self, telling: Telling) -> tuple[str, ...]:
        """«هدنة أعلنتها الحركة»: who is named behind the verb that takes the truce up."""
        verb = self.words.at(telling.last, "status")
        if verb is None or not verb.pronoun or verb.entry.get("status") != "announced":
            return ()
        named = self.cast.between(verb.last, verb.last + 1)
        return tuple(e for r in named[:1] for e in r.entities)
