"""The facts of a reading with their ids, and what each id is made of.

A fact is known by its kind, its characters and its *slot*, what sets it apart from others on the same characters: the
type and mode of an event, the count of a toll. A judgement points to a fact by these and not by its id, which holds the
document's name as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from hudna.frozen import made_fast
from hudna.reading import Attribution, Casualty, Event, Loss, Reading, Truce, Violation
from hudna.record.identity import BREACH, CLAIM, LOSS, MEMBER, TELLING, TOLL, TRUCE_TELLING, FactIds
from hudna.text import Span

Told = Event | Attribution | Casualty | Loss | Truce | Violation
LETTERS = {  # kind of thing in a reading → the letter of its id
    "event": TELLING,
    "claim": CLAIM,
    "toll": TOLL,
    "loss": LOSS,
    "truce": TRUCE_TELLING,
    "breach": BREACH,
    "entity": MEMBER,
}
_Fact = TypeVar("_Fact", Event, Attribution, Casualty, Loss, Truce, Violation)


@made_fast
@dataclass(frozen=True, slots=True)
class Standing:
    """Where a fact stands: its kind, its characters, what else sets it apart, how many such came before it."""

    what: str
    span: Span
    slot: str
    again: int
    id: str


def numbered(reading: Reading) -> Reading:
    """The reading with the ids that the record gives its facts; one that has them is left as it is."""
    if _has_ids(reading):
        return reading
    ids = fact_ids(reading)

    def own(fact: _Fact) -> _Fact:
        return replace(fact, record_id=next(ids))

    events, claims = tuple(map(own, reading.events)), tuple(map(own, reading.attributions))
    tolls, losses = tuple(map(own, reading.casualties)), tuple(map(own, reading.losses))
    truces = [own(t) for t in reading.truces]
    broken = tuple(replace(t, violations=tuple(map(own, t.violations))) for t in truces)
    return replace(reading, events=events, attributions=claims, casualties=tolls, losses=losses, truces=broken)


def fact_ids(reading: Reading) -> Iterator[str]:
    """The id that the record gives each fact of a reading, in the order of ``told``."""
    if _has_ids(reading):
        return (fact.record_id for _, fact in told(reading))
    return (place.id for place, _ in fact_places(reading))


def _has_ids(reading: Reading) -> bool:
    return bool(next((fact.record_id for _, fact in told(reading)), ""))


def told(reading: Reading) -> Iterator[tuple[str, Told]]:
    """Every fact of a reading with its kind."""
    yield from (("event", e) for e in reading.events)
    yield from (("claim", a) for a in reading.attributions)
    yield from (("toll", c) for c in reading.casualties)
    yield from (("loss", x) for x in reading.losses)
    yield from (("truce", t) for t in reading.truces)
    yield from (("breach", v) for t in reading.truces for v in t.violations)


def fact_places(reading: Reading) -> Iterator[tuple[Standing, Told]]:
    """Every fact of a reading with where it stands."""
    ids = FactIds(reading.name, reading.sha256)
    given: dict[tuple[str, Span, str], int] = {}
    truces = (t for t in reading.truces for _ in t.violations)
    heard = first_named(reading)
    for what, fact in told(reading):
        span, own = where(fact), slot(fact, heard, next(truces) if what == "breach" else None)
        again = given.get((what, span, own), 0)
        given[what, span, own] = again + 1
        yield Standing(what, span, own, again, ids.of(LETTERS[what], span, own, again)), fact


def entity_places(reading: Reading) -> dict[str, Standing]:
    """Where each entity of a reading stands, by its id there: at its first mention."""
    ids = FactIds(reading.name, reading.sha256)
    first = first_named(reading)
    out: dict[str, Standing] = {}
    given: dict[tuple[Span, str], int] = {}
    for entity in reading.entities:
        span = first.get(entity.id, Span(0, 0))
        own = entity.type if entity.id in first else f"{entity.type} {entity.id}"
        again = given.get((span, own), 0)
        given[span, own] = again + 1
        out[entity.id] = Standing("entity", span, own, again, ids.of(MEMBER, span, own, again))
    return out


def first_named(reading: Reading) -> dict[str, Span]:
    """Where each entity of a reading that its text names is named first, by its id there."""
    first: dict[str, Span] = {}
    for mention in reading.mentions:
        own, span = mention.entity, mention.span
        if own not in first or span < first[own]:
            first[own] = span
    return first


def where(fact: Told) -> Span:
    """The characters that carry a fact."""
    match fact:
        case Event():
            return fact.trigger
        case Attribution():
            return fact.content
        case _:
            return fact.quote


def slot(fact: Told, named: Mapping[str, Span], truce: Truce | None = None) -> str:
    """What sets a fact apart from others of its kind on the same characters.

    ``named`` says where the entities of its reading are named first; of a breach it needs the truce.
    """
    match fact:
        case Event():
            return f"{fact.type} {fact.mode}"
        case Attribution():  # two speakers of one sentence are two claims
            first = named.get(fact.source)
            return f"{fact.cue.start} {first.start if first else fact.source}"
        case Casualty():
            return f"{fact.kind} {fact.count} {fact.victims} {fact.side}"
        case Loss():
            return f"{fact.kind} {fact.item} {fact.count} {fact.side}"
        case Truce():
            return fact.kind
        case Violation():
            return f"{truce.quote.start if truce else ''} {fact.count}"
