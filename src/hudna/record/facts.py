"""The facts of each document with the record's ids, before anything is grouped: every event and truce stands alone."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from hudna.frozen import made_fast
from hudna.reading import Attribution, Casualty, Event, Reading, Violation
from hudna.reading import Loss as ToldLoss
from hudna.reading import Truce as ToldTruce
from hudna.record.identity import EVENT, TRUCE, group_id
from hudna.record.model import Breach, Claim, Loss, Telling, Toll, TruceTelling
from hudna.record.numbered import fact_ids
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

    def named(self, own: str) -> str:
        """An entity of the reading as the record has it."""
        return intern(self.entities.get(own, own))

    def all(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Entities of the reading as the record has them, those that are one there once."""
        return tuple(dict.fromkeys(map(self.named, named))) if named else named

    def place(self, own: str | None) -> str | None:
        """A place of the reading, if it is known, as the record has it."""
        return self.named(own) if own else None

    def tie(self, event: str | None) -> tuple[str | None, str | None]:
        """The record's event and telling that an event of the reading is; None for none."""
        telling = self.tellings.get(event or "")
        return (telling.event, telling.id) if telling else (None, None)


def facts(reading: Reading, entities: Mapping[str, str]) -> Facts:
    """The facts of a reading; ``entities`` maps its entity ids to the record's."""
    page = _Page(reading, entities, {})
    own = fact_ids(reading)
    for event in reading.events:
        page.tellings[event.id] = _telling(page, event, next(own))
    placed = sorted((t.trigger, n, t.id) for n, t in enumerate(page.tellings.values()))
    claims = tuple(_claim(page, a, next(own), placed) for a in reading.attributions)
    tolls = tuple(_toll(page, c, next(own)) for c in reading.casualties)
    losses = tuple(_loss(page, x, next(own)) for x in reading.losses)
    truces = tuple(_truce(page, t, next(own)) for t in reading.truces)
    told = zip(reading.truces, truces, strict=True)
    breaches = tuple(_breach(page, held, v, next(own)) for truce, held in told for v in truce.violations)
    return Facts(tuple(page.tellings.values()), claims, tolls, losses, truces, breaches)


def bounds(count: str) -> tuple[int | None, int | None]:
    """Least and greatest number that a count allows, None for no bound; "~12", "~tens" and "unknown" set none."""
    found = _NUMBER.fullmatch(count.replace(" ", ""))
    if not found:
        return None, None
    low, high = int(found["low"]), int(found["high"] or found["low"])
    return (None if found["bound"] == "<=" else low), (None if found["bound"] == ">=" else high)


def _held(word: str | None) -> str | None:
    """A word, held once: tellings are kept by the hundred thousand while events are found."""
    return intern(word) if word else word


def _telling(page: _Page, e: Event, own: str) -> Telling:
    return Telling(
        id=own,
        event=group_id(EVENT, [own]),
        document=page.reading.name,
        local=intern(e.id),
        type=intern(e.type),
        mode=_held(e.mode),
        topic=_held(e.topic),
        trigger=e.trigger,
        evidence=e.evidence,
        actors=page.all(e.actors),
        targets=page.all(e.targets),
        place=page.place(e.place),
        date=_held(e.date),
        date_form=_held(e.date_form),
        status=intern(e.status),
        claimed_by=page.all(e.claimed_by),
        disputed_by=page.all(e.disputed_by),
        weapon=_held(e.weapon),
        rule=intern(e.rule),
    )


def _claim(page: _Page, said: Attribution, own: str, placed: Sequence[tuple[Span, int, str]]) -> Claim:
    """A claim; ``placed`` are the tellings by where they stand, with their number and id."""
    first, last = (bisect_left(placed, ((at,),)) for at in said.content)
    inside = sorted((n, telling) for span, n, telling in placed[first:last] if span.end <= said.content.end)
    return Claim(
        id=own,
        document=page.reading.name,
        source=page.named(said.source),
        cue=said.cue,
        content=said.content,
        via=said.via,
        relay=page.named(said.relay) if said.relay else None,
        tellings=tuple(telling for _, telling in inside),
        rule=said.rule,
    )


def _toll(page: _Page, c: Casualty, own: str) -> Toll:
    low, high = bounds(c.count)
    event, telling = page.tie(c.event)
    return Toll(
        id=own,
        document=page.reading.name,
        kind=c.kind,
        count=c.count,
        low=low,
        high=high,
        victims=c.victims,
        side=c.side,
        place=page.place(c.place),
        date=c.date,
        cumulative=c.cumulative,
        claimed_by=page.all(c.claimed_by),
        event=event,
        telling=telling,
        blamed=page.all(c.blamed),
        quote=c.quote,
        evidence=c.evidence,
        rule=c.rule,
    )


def _loss(page: _Page, x: ToldLoss, own: str) -> Loss:
    low, high = bounds(x.count)
    event, telling = page.tie(x.event)
    return Loss(
        id=own,
        document=page.reading.name,
        kind=x.kind,
        item=x.item,
        count=x.count,
        low=low,
        high=high,
        side=x.side,
        place=page.place(x.place),
        date=x.date,
        claimed_by=page.all(x.claimed_by),
        event=event,
        telling=telling,
        blamed=page.all(x.blamed),
        quote=x.quote,
        evidence=x.evidence,
        rule=x.rule,
    )


def _truce(page: _Page, t: ToldTruce, own: str) -> TruceTelling:
    return TruceTelling(
        id=own,
        truce=group_id(TRUCE, [own]),
        document=page.reading.name,
        kind=t.kind,
        status=t.status,
        parties=page.all(t.parties),
        announced_by=page.all(t.announced_by),
        brokers=page.all(t.brokers),
        announced=t.announced,
        start=t.start,
        end=t.end,
        duration=t.duration,
        place=page.place(t.place),
        terms=t.terms,
        mechanism=t.mechanism,
        tellings=tuple(page.tellings[e].id for e in t.events if e in page.tellings),
        told=t.told,
        quote=t.quote,
        evidence=t.evidence,
        rule=t.rule,
    )


def _breach(page: _Page, truce: TruceTelling, v: Violation, own: str) -> Breach:
    event, telling = page.tie(v.event)
    return Breach(
        id=own,
        truce=truce.truce,
        document=page.reading.name,
        by=page.all(v.by),
        against=page.all(v.against),
        count=v.count,
        date=page.tellings[v.event].date if v.event in page.tellings else None,
        event=event,
        telling=telling,
        claimed_by=page.all(v.claimed_by),
        quote=v.quote,
    )
