"""From a prepared page to the truces that it tells of."""

from bisect import bisect_left
from dataclasses import dataclass, field

from hudna.reading.cast import Cast
from hudna.reading.event.belligerents import belligerents
from hudna.reading.event.grammar import load_grammar
from hudna.reading.in_sentence import by_sentence
from hudna.reading.layer_words import Words
from hudna.reading.model import TRUCE_STATUSES, Attribution, Event, Time, Truce, Violation
from hudna.reading.numbers import find_numbers
from hudna.reading.page import Page
from hudna.reading.truce.parties import Parties
from hudna.reading.truce.telling import HOPED, Telling, find_tellings
from hudna.reading.truce.violation import ViolationReader
from hudna.reading.truce.when import duration, hours, moment, own

_MOST = 12  # truces that one document is taken to tell of at most
_WINDOW = 60  # words to either side of a truce that can bear on it
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
        self.times = by_sentence(page, (t for t in times if t.value), lambda t: t.span)
        self.events = by_sentence(page, events, lambda e: e.trigger)
        self.denied = {e.id for e in events if e.status == "denied"}
        self.grammar = load_grammar(page.document.language)
        self.numbers = {n.first: n for n in find_numbers(page)}
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
        other = known.announcers and not announcer & known.announcers
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
        announcing = [t for t in tellings if t.status == "announced"]
        announced_by = self._announcers(announcing)
        agreed = next((e for e in related if e.type == "AGREE"), None)
        return Truce(
            id=f"t{number}",
            kind=self._kind(tellings),
            status=status,
            quote=self.page.span(main.first, self._quote_end(main), main.cut),
            evidence=self.page.evidence(main.first),
            parties=self.who.parties(tellings, related, announced_by)
            or self.who.opposed(breaches)
            or self.who.beside(tellings),
            announced_by=announced_by,
            brokers=self._brokers(tellings, sentences),
            announced=agreed.date if agreed is not None and announced_by else None,
            start=self._moment("start", tellings),
            end=self._moment("end", tellings),
            duration=next(filter(None, (self._duration(t) for t in tellings)), None),
            place=self._place(tellings),
            terms=self._told("term", tellings),
            mechanism="; ".join(self._told("mechanism", tellings) or (self._watched() if alone else ())) or None,
            events=tuple(e.id for e in related),
            violations=breaches,
            rule="truce." + status.replace("_", "-"),
        )

    def _kind(self, tellings: list[Telling]) -> str:
        kinds = [t.kind for t in tellings]
        return (
            "humanitarian_pause" if "humanitarian_pause" in kinds else "ceasefire" if "ceasefire" in kinds else kinds[0]
        )

    def _quote_end(self, telling: Telling) -> int:
        """The quote takes the words after the truce up to the next mark, at most a few."""
        end = telling.last
        sentence = self.page.sentences[telling.sentence]
        while end < sentence.last and end - telling.last < _LONGEST_QUOTE and self.page.is_word(end):
            end += 1
        return end

    def _around(self, telling: Telling) -> tuple[int, int]:
        """The tokens from a truce on that can tell when and how long it is."""
        sentence = self.page.sentences[telling.sentence]
        return max(sentence.first, telling.first - 2), min(sentence.last, telling.last + _WINDOW)

    def _duration(self, telling: Telling) -> str | None:
        return duration(self.page, self.words, self.numbers, self._around(telling), telling.last)

    def _moment(self, part: str, tellings: list[Telling]) -> str | None:
        told = [(t, self.times.get(t.sentence, [])[:_WINDOW]) for t in tellings]
        span = next(filter(None, (hours(times) for _, times in told)), None)
        if span is not None:
            return span[part == "end"]
        for telling, times in told:
            found = own(self.page, self.words.between(*self._around(telling), part), telling.last)
            value = moment(self.page, found, times)
            if value is not None:
                return value
        return None

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

    def _brokers(self, tellings: list[Telling], sentences: list[int]) -> tuple[str, ...]:
        # «جرت المفاوضات برعاية …» right before or after
        near = dict.fromkeys(n + k for k in (0, 1, -1) for n in sentences)
        told = [e for n in near for e in self.events.get(n, ())]
        out = [a for e in told if e.type == "CONSULT" and e.mode == "third-party" for a in e.actors]
        for telling in tellings:
            sentence = self.page.sentences[telling.sentence]
            for word in self.words.between(telling.last, min(sentence.last, telling.last + _WINDOW), "broker"):
                named = self.cast.between(word.last, min(sentence.last, word.last + 4))
                out.extend(e for r in named[:1] for e in r.entities)
        return tuple(dict.fromkeys(out))

    def _place(self, tellings: list[Telling]) -> str | None:
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
                    return entity.id
        return None

    def _told(self, part: str, tellings: list[Telling]) -> tuple[str, ...]:
        numbers = dict.fromkeys(t.sentence for t in tellings)
        found = [w.entry.get("en") for n in numbers for w in self.words.between(*self._bounds(n), part)]
        return tuple(dict.fromkeys(found))

    def _watched(self) -> tuple[str, ...]:
        """What is told anywhere of who is to watch a truce: «تشكيل لجنة رباعية للإشراف على …»."""
        read = (n for n in range(len(self.page.sentences)) if n not in self.page.furniture)
        words = (w for n in read for w in self.words.between(*self._bounds(n), "mechanism"))
        return tuple(dict.fromkeys(w.entry.get("en") for w in words if w.entry.get("anywhere")))

    def _bounds(self, number: int) -> tuple[int, int]:
        sentence = self.page.sentences[number]
        return sentence.first, sentence.last
