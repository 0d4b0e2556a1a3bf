"""The facts of each document with the record's ids, before anything is grouped: every event and truce stands alone."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudna.frozen import made_fast
from hudna.reading import Attribution, Casualty, Event, Reading, Violation
from hudna.reading import Loss as ToldLoss
from hudna.reading import Truce as ToldTruce
from hudna.record.identity import EVENT, TRUCE, group_id, renamed
from hudna.record.model import Breach, Claim, Loss, Telling, Toll, TruceTelling
from hudna.record.numbered import numbered
from hudna.text import Span

_NUMBER = re.compile(r"(?P<bound>>=|<=)?(?P<low>\d+)(?:-(?P<high>\d+))?")


@made_fast
@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    tolls: tuple[Toll, ...]
    losses: tuple[Loss, ...]
    truce_tellings: tuple[TruceTelling, ...]
    breaches: tuple[Breach, ...]


@made_fast
@dataclass(frozen=True, slots=True)
class _Page:
    """What is needed to make a fact of one document."""

    reading: Reading
    entities: Mapping[str, str]  # id in the reading → id in the record
    tellings: dict[str, Telling]  # by id in the reading

    def tie(self, event: str | None) -> tuple[str | None, str | None]:
        """The record's event and telling that an event of the reading is; None for none."""
        telling = self.tellings.get(event or "")
        return (telling.event, telling.id) if telling else (None, None)


def facts(reading: Reading, entities: Mapping[str, str]) -> Facts:
    """The facts of a reading; ``entities`` maps its entity ids to the record's."""
    reading = numbered(reading)
    page = _Page(reading, entities, {})
    for event in reading.events:
        page.tellings[event.id] = _telling(page, event)
    placed = sorted((t.trigger, n, t.id) for n, t in enumerate(page.tellings.values()))
    claims = tuple(_claim(page, a, placed) for a in reading.attributions)
    tolls = tuple(_toll(page, c) for c in reading.casualties)
    losses = tuple(_loss(page, x) for x in reading.losses)
    truces = tuple(_truce(page, t) for t in reading.truces)
    told = zip(reading.truces, truces, strict=True)
    breaches = tuple(_breach(page, own, v) for truce, own in told for v in truce.violations)
    return Facts(tuple(page.tellings.values()), claims, tolls, losses, truces, breaches)


def bounds(count: str) -> tuple[int | None, int | None]:
    """Least and greatest number that a count allows, None for no bound; "~12", "~tens" and "unknown" set none."""
    found = _NUMBER.fullmatch(count.replace(" ", ""))
    if not found:
        return None, None
    low, high = int(found["low"]), int(found["high"] or found["low"])
    return (None if found["bound"] == "<=" else low), (None if found["bound"] == ">=" else high)


def _telling(page: _Page, event: Event) -> Telling:
    own = event.record_id
    e = renamed(event, page.entities)
    return Telling(
        id=own,
        event=group_id(EVENT, [own]),
        document=page.reading.name,
        local=e.id,
        type=e.type,
        mode=e.mode,
        topic=e.topic,
        trigger=e.trigger,
        evidence=e.evidence,
        actors=e.actors,
        targets=e.targets,
        place=e.place,
        date=e.date,
        date_form=e.date_form,
        status=e.status,
        claimed_by=e.claimed_by,
        disputed_by=e.disputed_by,
        weapon=e.weapon,
        rule=e.rule,
    )


def _claim(page: _Page, said: Attribution, placed: Sequence[tuple[Span, int, str]]) -> Claim:
    """A claim; ``placed`` are the tellings by where they stand, with their number and id."""
    first, last = (bisect_left(placed, ((at,),)) for at in said.content)
    inside = sorted((n, own) for span, n, own in placed[first:last] if span.end <= said.content.end)
    return Claim(
        id=said.record_id,
        document=page.reading.name,
        source=page.entities.get(said.source, said.source),
        cue=said.cue,
        content=said.content,
        via=said.via,
        relay=page.entities.get(said.relay, said.relay) if said.relay else None,
        tellings=tuple(own for _, own in inside),
        rule=said.rule,
    )


def _toll(page: _Page, told: Casualty) -> Toll:
    c = renamed(told, page.entities)
    low, high = bounds(c.count)
    event, telling = page.tie(c.event)
    return Toll(
        id=told.record_id,
        document=page.reading.name,
        kind=c.kind,
        count=c.count,
        low=low,
        high=high,
        victims=c.victims,
        side=c.side,
        place=c.place,
        date=c.date,
        cumulative=c.cumulative,
        claimed_by=c.claimed_by,
        event=event,
        telling=telling,
        blamed=c.blamed,
        quote=c.quote,
        evidence=c.evidence,
        rule=c.rule,
    )


def _loss(page: _Page, told: ToldLoss) -> Loss:
    x = renamed(told, page.entities)
    low, high = bounds(x.count)
    event, telling = page.tie(x.event)
    return Loss(
        id=told.record_id,
        document=page.reading.name,
        kind=x.kind,
        item=x.item,
        count=x.count,
        low=low,
        high=high,
        side=x.side,
        place=x.place,
        date=x.date,
        claimed_by=x.claimed_by,
        event=event,
        telling=telling,
        blamed=x.blamed,
        quote=x.quote,
        evidence=x.evidence,
        rule=x.rule,
    )


def _truce(page: _Page, told: ToldTruce) -> TruceTelling:
    own = told.record_id
    t = renamed(told, page.entities)
    return TruceTelling(
        id=own,
        truce=group_id(TRUCE, [own]),
        document=page.reading.name,
        kind=t.kind,
        status=t.status,
        parties=t.parties,
        announced_by=t.announced_by,
        brokers=t.brokers,
        announced=t.announced,
        start=t.start,
        end=t.end,
        duration=t.duration,
        place=t.place,
        terms=t.terms,
        mechanism=t.mechanism,
        tellings=tuple(page.tellings[e].id for e in t.events if e in page.tellings),
        quote=t.quote,
        evidence=t.evidence,
        rule=t.rule,
    )


def _breach(page: _Page, truce: TruceTelling, told: Violation) -> Breach:
    v = renamed(told, page.entities)
    event, telling = page.tie(v.event)
    return Breach(
        id=told.record_id,
        truce=truce.truce,
        document=page.reading.name,
        by=v.by,
        against=v.against,
        count=v.count,
        date=page.tellings[v.event].date if v.event in page.tellings else None,
        event=event,
        telling=telling,
        claimed_by=v.claimed_by,
        quote=v.quote,
    )
