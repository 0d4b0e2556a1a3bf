"""The facts of each document with the record's ids, before anything is grouped: every event and truce stands alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hudna.reading import Casualty, Reading
from hudna.reading import Loss as ToldLoss
from hudna.reading import Truce as ToldTruce
from hudna.record.identity import (
    BREACH,
    CLAIM,
    EVENT,
    LOSS,
    TELLING,
    TOLL,
    TRUCE,
    TRUCE_TELLING,
    FactIds,
    group_id,
    renamed,
)
from hudna.record.model import Breach, Claim, Loss, Telling, Toll, TruceTelling
from hudna.text import Span

_NUMBER = re.compile(r"(?P<bound>>=|<=)?(?P<low>\d+)(?:-(?P<high>\d+))?")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    tolls: tuple[Toll, ...]
    losses: tuple[Loss, ...]
    truce_tellings: tuple[TruceTelling, ...]
    breaches: tuple[Breach, ...]


def facts(reading: Reading, entities: Mapping[str, str]) -> Facts:
    """The facts of a reading; ``entities`` maps its entity ids to the record's."""
    ids = FactIds(reading.name, reading.sha256)
    tellings = _tellings(reading, entities, ids)
    told = {t.local: t for t in tellings}
    truces = tuple(_truce(reading, t, entities, told, ids) for t in reading.truces)
    return Facts(
        tellings,
        _claims(reading, entities, tellings, ids),
        tuple(_toll(reading, c, entities, told, ids) for c in reading.casualties),
        tuple(_loss(reading, x, entities, told, ids) for x in reading.losses),
        truces,
        tuple(
            b
            for t, own in zip(reading.truces, truces, strict=True)
            for b in _breaches(reading, t, own, entities, told, ids)
        ),
    )


def bounds(count: str) -> tuple[int | None, int | None]:
    """Least and greatest number that a count allows; None where it sets none ("~12", "~tens" and "unknown" set neither)."""
    found = _NUMBER.fullmatch(count.replace(" ", ""))
    if not found:
        return None, None
    low, high = int(found["low"]), int(found["high"] or found["low"])
    return (None if found["bound"] == "<=" else low), (None if found["bound"] == ">=" else high)


def _tellings(reading: Reading, entities: Mapping[str, str], ids: FactIds) -> tuple[Telling, ...]:
    out = []
    for event in reading.events:
        own = ids.give(TELLING, event.trigger, f"{event.type} {event.mode}")
        e = renamed(event, entities)
        out.append(
            Telling(
                own,
                group_id(EVENT, [own]),
                reading.name,
                e.id,
                e.type,
                e.mode,
                e.topic,
                e.trigger,
                e.evidence,
                e.actors,
                e.targets,
                e.place,
                e.date,
                e.status,
                e.claimed_by,
                e.disputed_by,
                e.weapon,
                e.rule,
            )  # fmt: skip
        )
    return tuple(out)


def _claims(
    reading: Reading, entities: Mapping[str, str], tellings: tuple[Telling, ...], ids: FactIds
) -> tuple[Claim, ...]:
    out = []
    for said in reading.attributions:
        inside = tuple(t.id for t in tellings if t.trigger.within(said.content))
        source = entities.get(said.source, said.source)
        relay = entities.get(said.relay, said.relay) if said.relay else None
        slot = f"{said.cue.start} {_mention(reading, said.source)}"
        own = ids.give(CLAIM, said.content, slot)
        out.append(Claim(own, reading.name, source, said.cue, said.content, said.via, relay, inside, said.rule))
    return tuple(out)


def _mention(reading: Reading, local: str) -> str:
    """Where an entity is first named: what tells two speakers of one sentence apart, whatever their ids."""
    return str(min((m.span.start for m in reading.mentions if m.entity == local), default=local))


def _toll(
    reading: Reading, told: Casualty, entities: Mapping[str, str], events: Mapping[str, Telling], ids: FactIds
) -> Toll:
    own = ids.give(TOLL, told.quote, f"{told.kind} {told.count} {told.victims} {told.side}")
    c = renamed(told, entities)
    event = events.get(c.event or "")
    return Toll(
        own, reading.name, c.kind, c.count, *bounds(c.count), c.victims, c.side, c.place, c.date, c.cumulative, c.claimed_by,
        event.event if event else None, event.id if event else None, c.blamed, c.quote, c.evidence, c.rule,
    )  # fmt: skip


def _loss(
    reading: Reading, told: ToldLoss, entities: Mapping[str, str], events: Mapping[str, Telling], ids: FactIds
) -> Loss:
    own = ids.give(LOSS, told.quote, f"{told.kind} {told.item} {told.count} {told.side}")
    x = renamed(told, entities)
    event = events.get(x.event or "")
    return Loss(
        own, reading.name, x.kind, x.item, x.count, *bounds(x.count), x.side, x.place, x.date, x.claimed_by,
        event.event if event else None, event.id if event else None, x.blamed, x.quote, x.evidence, x.rule,
    )  # fmt: skip


def _truce(
    reading: Reading, told: ToldTruce, entities: Mapping[str, str], events: Mapping[str, Telling], ids: FactIds
) -> TruceTelling:
    own = ids.give(TRUCE_TELLING, told.quote, told.kind)
    t = renamed(told, entities)
    return TruceTelling(
        own, group_id(TRUCE, [own]), reading.name, t.kind, t.status, t.parties, t.announced_by, t.brokers, t.announced,
        t.start, t.end, t.duration, t.place, t.terms, t.mechanism, tuple(events[e].id for e in t.events if e in events),
        t.quote, t.evidence, t.rule,
    )  # fmt: skip


def _breaches(
    reading: Reading,
    told: ToldTruce,
    truce: TruceTelling,
    entities: Mapping[str, str],
    events: Mapping[str, Telling],
    ids: FactIds,
) -> tuple[Breach, ...]:
    out = []
    for local in told.violations:
        own = ids.give(BREACH, Span(*local.quote), f"{truce.quote.start} {local.count}")
        v = renamed(local, entities)
        event = events.get(v.event or "")
        out.append(
            Breach(
                own,
                truce.truce,
                reading.name,
                v.by,
                v.against,
                v.count,
                event.event if event else None,
                event.id if event else None,
                v.claimed_by,
                v.quote,
            )  # fmt: skip
        )
    return tuple(out)
