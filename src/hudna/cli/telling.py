"""A reading for people: the text sentence by sentence, each with its facts below."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

import click

from hudna.reading import Attribution, Casualty, Entity, Event, Loss, Reading, Truce, Violation
from hudna.text import Document, Span, normalise, split_sentences, tokenise

_LABEL = 10  # columns of a fact's label
_LONGEST = 90  # characters of a quoted proposition


def told(document: Document, reading: Reading, *, isolate: bool) -> Iterator[str]:
    """The lines to print; ``isolate`` puts each Arabic piece of a fact between direction isolates, for terminals."""
    teller = _Teller(document.text, reading, isolate=isolate)
    yield from teller.head()
    sentences = _sentences(document.text)
    facts = teller.facts([span.start for span, _ in sentences])
    line = 0
    for number, (span, at) in enumerate(sentences):
        if at != line:
            line = at
            yield ""
        dim = any(span.overlaps(part) for part in reading.furniture)
        words = " ".join(document.text[span.start : span.end].split())
        yield click.style(words, dim=True) if dim else click.style(words, bold=True)
        yield from facts[number]


def _sentences(text: str) -> list[tuple[Span, int]]:
    """The sentences of a text with the numbers of their lines."""
    tokens = tokenise(normalise(text))
    return [(s.span(tokens), s.line) for s in split_sentences(tokens)]


class _Teller:
    """Says the facts of one reading in one line each."""

    def __init__(self, text: str, reading: Reading, *, isolate: bool) -> None:
        self._text = text
        self._reading = reading
        self._isolate = isolate
        self._entities: dict[str, Entity] = {e.id: e for e in reading.entities}

    def head(self) -> Iterator[str]:
        """Name, title, outlet and date."""
        reading = self._reading
        published = reading.published
        dated = f"{published.value} ({published.basis})" if published.value else "undated"
        yield click.style(f"{reading.name}  {self._arabic(reading.title)}".rstrip(), bold=True)
        agency = reading.agency and f"relays {self._arabic(reading.agency)}"
        yield click.style(_joined(self._arabic(reading.outlet or "") or "outlet unknown", agency, dated), dim=True)
        yield ""

    def facts(self, starts: list[int]) -> defaultdict[int, list[str]]:
        """The lines of facts by the number of their sentence, of which ``starts`` holds the first offsets."""
        placed: defaultdict[int, list[str]] = defaultdict(list)
        for at, label, fact in (*self._named(starts), *self._said(), *self._happened()):
            number = max(bisect_right(starts, at) - 1, 0)
            placed[number].append(f"  {click.style(label.ljust(_LABEL), fg='cyan')} {fact}")
        return placed

    def _named(self, starts: list[int]) -> Iterator[tuple[int, str, str]]:
        """One line of names for each sentence, in full where the text has them short; then the times."""
        names: defaultdict[int, list[str]] = defaultdict(list)
        seen: set[str] = set()
        for mention in sorted(self._reading.mentions, key=lambda m: m.span):
            entity = self._entities.get(mention.entity)
            surface = self._words(mention.span)
            if entity:
                same = entity.name == self._text[mention.span.start : mention.span.end]
                full = None if same else f"= {self._arabic(entity.name)}"
                kind = () if entity.id in seen else (entity.type, entity.side)
                seen.add(entity.id)
                gloss = _joined(full, *kind, separator=", ")
                surface += f" ({gloss})" if gloss else ""
            names[starts[max(bisect_right(starts, mention.span.start) - 1, 0)]].append(surface)
        for at, listed in names.items():
            yield at, "names", " · ".join(listed)
        for time in self._reading.times:
            yield time.span.start, "time", f"{self._words(time.span)} {time.value or 'not settled'}"

    def _said(self) -> Iterator[tuple[int, str, str]]:
        for saying in self._reading.attributions:
            yield saying.content.start, "says", self._saying(saying)

    def _happened(self) -> Iterator[tuple[int, str, str]]:
        reading = self._reading
        for event in reading.events:
            yield event.trigger.start, "event", self._event(event)
        for toll in reading.casualties:
            yield toll.quote.start, "toll", self._toll(toll)
        for loss in reading.losses:
            yield loss.quote.start, "loss", self._loss(loss)
        for truce in reading.truces:
            yield truce.quote.start, "truce", self._truce(truce)
            for breach in truce.violations:
                yield breach.quote.start, "violation", self._breach(breach)

    def _saying(self, saying: Attribution) -> str:
        relay = self._who("relayed by", (saying.relay,)) if saying.relay else None
        source = _joined(self._name(saying.source), f"via {saying.via}" if saying.via != "unknown" else None, relay)
        return f"{source}: {self._words(saying.content)}"

    def _event(self, event: Event) -> str:
        kind = _joined(event.type, event.mode, separator="/")
        parties = _joined(self._names(event.actors), self._names(event.targets), separator=" → ")
        if event.targets and not event.actors:
            parties = f"→ {parties}"
        return _joined(
            f"{kind} {self._words(event.trigger)}",
            parties,
            event.status,
            self._circumstances(event.place, event.date),
            event.topic,
            event.weapon,
            self._who("claimed by", event.claimed_by),
            self._who("disputed by", event.disputed_by),
        )

    def _toll(self, toll: Casualty) -> str:
        victims = None if toll.victims == "unspecified" else toll.victims
        side = toll.side and f"of {self._name(toll.side)}"
        return _joined(
            f"{toll.count} {toll.kind} {self._words(toll.quote)}",
            _joined(victims, side, separator=" "),
            "cumulative" if toll.cumulative else None,
            self._circumstances(toll.place, toll.date),
            self._who("claimed by", toll.claimed_by),
            self._who("blamed", toll.blamed),
        )

    def _loss(self, loss: Loss) -> str:
        return _joined(
            f"{loss.count} {loss.item} {loss.kind} {self._words(loss.quote)}",
            loss.side and f"of {self._name(loss.side)}",
            self._circumstances(loss.place, loss.date),
            self._who("claimed by", loss.claimed_by),
            self._who("blamed", loss.blamed),
        )

    def _truce(self, truce: Truce) -> str:
        span = _joined(truce.start, truce.end, separator="/")
        return _joined(
            f"{truce.kind} {self._words(truce.quote)}",
            truce.status,
            self._who("between", truce.parties),
            self._who("announced by", truce.announced_by),
            self._who("brokered by", truce.brokers),
            span,
            truce.duration,
            self._circumstances(truce.place, truce.announced),
            truce.mechanism,
            ", ".join(truce.terms),
        )

    def _breach(self, breach: Violation) -> str:
        return _joined(
            self._words(breach.quote),
            breach.count,
            self._who("by", breach.by),
            self._who("against", breach.against),
            self._who("claimed by", breach.claimed_by),
        )

    def _circumstances(self, place: str | None, date: str | None) -> str:
        return _joined(place and f"in {self._name(place)}", date)

    def _who(self, relation: str, who: Iterable[str]) -> str:
        names = self._names(who)
        return f"{relation} {names}" if names else ""

    def _names(self, who: Iterable[str]) -> str:
        return ", ".join(self._name(one) for one in who)

    def _name(self, who: str) -> str:
        """An entity's name, or what stands in its place: «unnamed: …», a country's code."""
        entity = self._entities.get(who)
        return self._arabic(entity.label_ar or entity.name) if entity else who

    def _words(self, span: Span) -> str:
        words = " ".join(self._text[span.start : span.end].split())
        return self._arabic(f"«{words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}»")

    def _arabic(self, words: str) -> str:
        return f"\u2068{words}\u2069" if self._isolate and words else words


def _joined(*parts: str | None, separator: str = " · ") -> str:
    """The parts that say something."""
    return separator.join(part for part in parts if part)
