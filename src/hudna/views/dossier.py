"""A record together with the texts it stands on: what every view is asked of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from hudna.record import Breach, Claim, Entity, Loss, Record, Store, Telling, Toll, TruceTelling
from hudna.record.judgements import Log
from hudna.text import Span, around, sentence_spans
from hudna.views.bond import INVERSE, Bond
from hudna.views.dates import days
from hudna.views.english import arabic, bodies, english, states
from hudna.views.mark import Mark, in_order
from hudna.views.party import UNNAMED, Party

_REVIEWED = {"accept": "accepted", "add": "added", "correct": "corrected"}
_STATE = 3  # letters of an ISO 3166-1 alpha-3 code


Fact = Telling | Claim | Toll | Loss | Breach | TruceTelling


@dataclass(frozen=True)
class Dossier:
    """A record, the stored text of each of its documents by name, and what people decided about it.

    ``split`` has the sentences of documents; those of others are found when they are asked for.
    """

    record: Record
    texts: Mapping[str, str]
    log: Log = field(default_factory=Log)
    split: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> Self:
        """The dossier of an open store."""
        return cls(store.record(), store.texts(), store.judgements(), store.sentences())

    def reviewed(self, facts: Iterable[str]) -> tuple[str, ...]:
        """What people did to any of some facts as they stand: accepted, added, corrected."""
        return tuple(sorted({r for f in facts for r in self._reviewed.get(f, ())}))

    @cached_property
    def _reviewed(self) -> Mapping[str, tuple[str, ...]]:
        out: dict[str, tuple[str, ...]] = {}
        for review in self.record.reviews:
            if review.state == "applied" and review.kind in _REVIEWED:
                out.update((f, (*out.get(f, ()), _REVIEWED[review.kind])) for f in review.facts)
        return out

    @cached_property
    def rows(self) -> dict[str, Any]:
        """Rows that views made of single things of the record, by its id, for other views to use."""
        return {}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Id of a judgement → its place in the log, from 1."""
        return {j.id: n for n, j in enumerate(self.log.all, 1)}

    def party(self, ident: str) -> Party:
        """The party of an entity id; an id that the record does not hold shows as itself."""
        if ident not in self._parties:
            self._parties[ident] = self._party(ident)
        return self._parties[ident]

    def _party(self, ident: str) -> Party:
        if ident.startswith(UNNAMED):
            return Party(ident, "", ident.removeprefix(UNNAMED))
        entity = self.record.entity.get(ident)
        if entity is None:
            return Party(ident, ident.removeprefix("loc."))
        return Party(entity.id, arabic(entity), english(entity), entity.side, entity.type)

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {}

    def parties(self, idents: Iterable[str]) -> tuple[Party, ...]:
        """The parties of ids, in their order."""
        return tuple(self.party(i) for i in idents)

    def place(self, ident: str | None) -> Party | None:
        """The party of a place's id, if there is one."""
        return self.party(ident) if ident else None

    def side(self, code: str | None) -> Party | None:
        """A side by the name of its country, or of the body most spoken of that acts for it, else by its code.

        Where the record names none of its bodies it is the first of the lexicon.
        """
        if code is None:
            return None
        state = len(code) == _STATE and code.isupper()
        entity = self.record.entity.get(f"loc.{code}") if state else self._bodies.get(code)
        if entity is not None:
            named = self.party(entity.id)
            return Party(code, named.ar, named.en, code)
        if state and (known := states().get(code)):
            return Party(code, known.ar, known.en, code)
        return Party(code, *bodies().get(code, (code, None)), code)

    @cached_property
    def _bodies(self) -> Mapping[str, Entity]:
        """Side -> its most mentioned body."""
        bodies = (e for e in self.record.entities if e.type == "ORG" and e.side)
        return {str(e.side): e for e in sorted(bodies, key=lambda e: (mentions(e), e.id))}

    def relays(self, tellings: Iterable[str]) -> tuple[Party, ...]:
        """Through whom the claims came that hold any of some tellings."""
        return self.parties(sorted({r for t in tellings for r in self._relays.get(t, ())}))

    @cached_property
    def _relays(self) -> Mapping[str, tuple[str, ...]]:
        """Telling -> the relays of the claims that hold it."""
        out: dict[str, tuple[str, ...]] = {}
        for claim in self.record.claims:
            if claim.relay:
                out.update((t, (*out.get(t, ()), claim.relay)) for t in claim.tellings)
        return out

    def bonds(self, event: str) -> tuple[Bond, ...]:
        """How an event is tied to others."""
        return self._bonds.get(event, ())

    @cached_property
    def _bonds(self) -> Mapping[str, tuple[Bond, ...]]:
        out: dict[str, tuple[Bond, ...]] = {}
        for link in self.record.links:
            out[link.left] = (*out.get(link.left, ()), Bond(link.kind, link.right))
            out[link.right] = (*out.get(link.right, ()), Bond(INVERSE[link.kind], link.left))
        return out

    def carried(self, fact: Toll | Loss) -> tuple[Party, ...]:
        """Through whom a figure came: the relays of its claimants' claims that hold it."""
        claims = self._relayed.get(fact.document, ())
        held = (c for c in claims if fact.quote.within(c.content) and c.source in fact.claimed_by)
        return self.parties(sorted({c.relay for c in held if c.relay}))

    @cached_property
    def _relayed(self) -> Mapping[str, list[Claim]]:
        """Document -> its claims that came through somebody."""
        out: dict[str, list[Claim]] = {}
        for claim in self.record.claims:
            if claim.relay:
                out.setdefault(claim.document, []).append(claim)
        return out

    def mark(self, fact: Fact) -> Mark:
        """Where a fact stands."""
        words = _words(fact)
        sentence = self.sentence(fact.document, words) if isinstance(fact, Claim | Breach) else fact.evidence
        return Mark(fact.document, words, sentence, fact.id, self.quote(fact.document, words))

    def passage(self, fact: Fact, span: Span) -> Mark:
        """Where a part of a fact stands, be it in another sentence than the fact."""
        return Mark(fact.document, span, self.sentence(fact.document, span), fact.id, self.quote(fact.document, span))

    def marks(self, facts: Iterable[str]) -> tuple[Mark, ...]:
        """Where facts stand, by document and place in the text."""
        held = (self.record.by_id[f] for f in facts)
        return in_order(self.mark(f) for f in held if isinstance(f, Fact))

    def wording(self, mark: Mark) -> str:
        """From the words that carry a fact to the end of their sentence, the clitics of the first word with it."""
        text = self.texts[mark.document]
        before = text[mark.sentence.start : mark.span.start].split(" ")[-1]
        return text[mark.span.start - len(before) : mark.sentence.end]

    def quote(self, document: str, span: Span) -> str:
        """The stored characters of a span."""
        return self.texts[document][span.start : span.end]

    def sentence(self, document: str, span: Span) -> Span:
        """The sentence that holds a span, or all sentences that it runs through."""
        return around(span, self.sentences(document))

    def facts(self, document: str) -> tuple[tuple[str, Span], ...]:
        """The facts of a document by id, each with the words that carry it."""
        return self._facts.get(document, ())

    @cached_property
    def _facts(self) -> Mapping[str, tuple[tuple[str, Span], ...]]:
        record = self.record
        out: dict[str, list[tuple[str, Span]]] = {}
        for part in (
            record.tellings,
            record.tolls,
            record.losses,
            record.truce_tellings,
            record.breaches,
            record.claims,
        ):
            for fact in part:
                out.setdefault(fact.document, []).append((fact.id, _words(fact)))
        return {name: tuple(held) for name, held in out.items()}

    def line(self, lineage: str) -> tuple[str, ...]:
        """The documents of a lineage."""
        return self._lines.get(lineage, ())

    @cached_property
    def _lines(self) -> Mapping[str, tuple[str, ...]]:
        return {line.id: line.documents for line in self.record.lineages}

    def sentences(self, document: str) -> tuple[Span, ...]:
        """The sentences of a document in their order."""
        if document not in self._sentences:
            self._sentences[document] = self.split.get(document) or sentence_spans(self.texts[document])
        return self._sentences[document]

    @cached_property
    def _sentences(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def reported(self, documents: Iterable[str]) -> str | None:
        """When the first of the documents that tell something appeared, as far as their dates are known."""
        dated = [d.published for d in map(self.record.document.__getitem__, documents) if days(d.published)]
        return min(dated, key=lambda p: days(p) or ("", ""), default=None)

    def lineages(self, documents: Iterable[str]) -> int:
        """How many independent lineages some documents are of."""
        return len({self.record.document[d].lineage for d in documents})


def mentions(entity: Entity) -> int:
    """How often the documents name an entity."""
    return sum(s.count for s in entity.spellings)


def _words(fact: Fact) -> Span:
    if isinstance(fact, Telling):
        return fact.trigger
    return fact.content if isinstance(fact, Claim) else fact.quote
