"""Truces, their tellings and their alleged violations."""

from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.reading import Particular
from hudna.record.model.join import Join
from hudna.text import Span


@made_fast
@dataclass(frozen=True, slots=True)
class Breach:
    """An alleged violation of a truce."""

    id: str
    truce: str
    document: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    count: str | None
    date: str | None
    event: str | None
    telling: str | None
    claimed_by: tuple[str, ...]
    quote: Span


@made_fast
@dataclass(frozen=True, slots=True)
class TruceTelling:
    """One document's telling of a truce; fields as in the reading, with the record's ids."""

    id: str
    truce: str
    document: str
    kind: str
    status: str
    parties: tuple[str, ...]
    announced_by: tuple[str, ...]
    brokers: tuple[str, ...]
    announced: str | None
    start: str | None
    end: str | None
    duration: str | None
    place: str | None
    terms: tuple[str, ...]
    mechanism: str | None
    tellings: tuple[str, ...]  # of its events in the document
    told: tuple[Particular, ...]
    quote: Span
    evidence: Span
    rule: str

    def words_of(self, part: str) -> tuple[Span, ...]:
        """The words that tell a particular; those of the truce itself where nothing else does."""
        return tuple(p.quote for p in self.told if p.part == part) or (self.quote,)


@made_fast
@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a truce, as one document tells it.

    Attributes:
        stage: demanded, proposed, refused, accepted (or agreed), announced, starts, in_effect, urged (a call to keep
            it), violation (alleged), denied, extended, collapsed, ends (the day that it is to end) or ended.
        date: ISO 8601, as told.
        by: who did it.
        against: to whom.
        claimed_by: who says so.
        fact: id of the telling, truce telling or breach that carries it.
        document: where it is told.
        span: the words.

    """

    stage: str
    date: str | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    claimed_by: tuple[str, ...]
    fact: str
    document: str
    span: Span


@made_fast
@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, ceasefire or humanitarian pause over all documents; ``status`` is the furthest told."""

    id: str
    kind: str
    status: str
    parties: tuple[str, ...]
    announced_by: tuple[str, ...]
    brokers: tuple[str, ...]
    announced: str | None
    start: str | None
    end: str | None
    duration: str | None
    place: str | None
    terms: tuple[str, ...]
    mechanisms: tuple[str, ...]
    events: tuple[str, ...]
    tellings: tuple[str, ...]  # ids of its truce tellings
    breaches: tuple[str, ...]
    steps: tuple[Step, ...]  # its life, in time
    joins: tuple[Join, ...]
