"""What sources differ on: listed side by side, never settled."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from hudna.record.dates import days, overlap
from hudna.record.events import every
from hudna.record.identity import DISAGREEMENT, group_id
from hudna.record.model import Account, Disagreement, Event, Telling, Toll

_SIDES_OF_A_FIGHT = 2
_CROWD = 48  # accusations of one day between two sides beyond which they are no more told apart


def find(
    events: Iterable[Event],
    tellings: Iterable[Telling],
    tolls: Iterable[Toll],
    sides: Mapping[str, str],
    line_of: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """The disagreements of a record.

    Args:
        events: all its events.
        tellings: all its tellings.
        tolls: all its tolls.
        sides: entity id → its side, or itself.
        line_of: document name → id of its lineage; what one lineage tells twice is no disagreement.

    """
    told = {t.id: t for t in tellings}
    out: list[Disagreement] = []
    for event in events:
        held = [told[t] for t in event.tellings]
        out.extend(_within(event, held, sides))
    out.extend(_figures(tolls, line_of))
    out.extend(_mutual(told.values(), sides))
    return tuple(out)


def _within(event: Event, held: Sequence[Telling], sides: Mapping[str, str]) -> Iterator[Disagreement]:
    """Whether it happened, who did it, to whom and when, as the tellings of one event have it."""
    if event.standing == "disputed" and len(accounts := _occurrence(held)) > 1:
        yield _disagreement("occurrence", event.id, "", accounts)
    if mutual := _mutual_blame(held, sides):
        yield _disagreement("actors", event.id, "", mutual)
    if len(event.lineages) > 1:  # copies differ by mistake only
        for about, value, differ in (
            ("actors", lambda t: _lift(t.actors, sides), _strangers),
            ("targets", lambda t: _lift(t.targets, sides), _strangers),
            ("date", lambda t: t.date or "", _apart),
        ):
            yield from _split(about, event, held, value, differ)


def _occurrence(held: Sequence[Telling]) -> list[Account]:
    """Who affirms and who denies an event; a telling of what is denied can name both."""
    affirming = [t for t in held if t.status != "denied" or (t.disputed_by and t.claimed_by)]
    denying = [t for t in held if t.status == "denied" or t.disputed_by]
    deniers = every(t.disputed_by or t.claimed_by for t in denying)
    accounts = []
    if affirming:
        accounts.append(Account("affirmed", every(t.claimed_by for t in affirming), tuple(t.id for t in affirming)))
    if denying:
        accounts.append(Account("denied", deniers, tuple(t.id for t in denying)))
    return accounts


def _mutual_blame(held: Sequence[Telling], sides: Mapping[str, str]) -> list[Account]:
    """The two accounts of an event in which two sides accuse each other; none of any other event."""
    blamed = [t for t in held if t.type == "ACCUSE" and _lift(t.actors, sides) == _lift(t.targets, sides)]
    pair = sorted({sides.get(x, x) for t in blamed for x in t.actors})
    if len(pair) != _SIDES_OF_A_FIGHT:
        return []
    speakers = {side: tuple(sorted({x for t in blamed for x in t.actors if sides.get(x, x) == side})) for side in pair}
    facts = tuple(t.id for t in blamed)
    return [Account(side, speakers[other], facts) for side, other in zip(pair, reversed(pair), strict=True)]


def _lift(names: Iterable[str], sides: Mapping[str, str]) -> str:
    return ", ".join(sorted({sides.get(x, x) for x in names}))


def _strangers(left: str, right: str) -> bool:
    return not set(left.split(", ")) & set(right.split(", "))


def _apart(left: str, right: str) -> bool:
    one, two = days(left), days(right)
    return bool(one and two and not overlap(one, two))


def _split(
    about: str,
    event: Event,
    held: Sequence[Telling],
    value: Callable[[Telling], str],
    differ: Callable[[str, str], bool],
) -> Iterator[Disagreement]:
    """A disagreement if some tellings give values that exclude each other."""
    by_value: dict[str, list[Telling]] = defaultdict(list)
    for telling in held:
        if given := value(telling):
            by_value[given].append(telling)
    apart = {x for a, b in combinations(by_value, 2) if differ(a, b) for x in (a, b)}
    if apart:
        accounts = [
            Account(v, every(t.claimed_by for t in by_value[v]), tuple(t.id for t in by_value[v]))
            for v in sorted(apart)
        ]
        yield _disagreement(about, event.id, "", accounts)


def _figures(tolls: Iterable[Toll], line_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """Tolls of one event (or, tied to none, of one day) that count the same losses and exclude each other."""
    blocks: dict[tuple[str, str, str, str, bool], list[Toll]] = defaultdict(list)
    for toll in tolls:
        tie = toll.event or toll.date
        if tie and (toll.low is not None or toll.high is not None):
            blocks[tie, toll.kind, toll.side or "", toll.victims, toll.cumulative].append(toll)
    for (tie, kind, side, victims, _), block in sorted(blocks.items()):
        by_count: dict[str, list[Toll]] = defaultdict(list)
        for toll in block:
            by_count[toll.count].append(toll)
        apart = {
            count
            for a, b in combinations(sorted(by_count), 2)
            if _exclude(by_count[a][0], by_count[b][0]) and _others(by_count[a], by_count[b], line_of)
            for count in (a, b)
        }
        if apart:
            accounts = [
                Account(c, every(t.claimed_by for t in by_count[c]), tuple(sorted(t.id for t in by_count[c])))
                for c in sorted(apart)
            ]
            topic = " ".join(x for x in (kind, victims, side) if x)
            yield _disagreement("count", tie if block[0].event else None, topic, accounts)


def _exclude(left: Toll, right: Toll) -> bool:
    """Whether no number satisfies both counts."""
    return any(a.high is not None and b.low is not None and a.high < b.low for a, b in ((left, right), (right, left)))


def _others(left: Iterable[Toll], right: Iterable[Toll], line_of: Mapping[str, str]) -> bool:
    """Whether two figures come from different lineages or from different claimants."""
    voices = [{(line_of[t.document], t.claimed_by) for t in tolls} for tolls in (left, right)]
    return not voices[0] & voices[1]


def _mutual(tellings: Iterable[Telling], sides: Mapping[str, str]) -> Iterator[Disagreement]:
    """Attacks of one day that two sides each ascribe to the other."""
    blocks: dict[tuple[str, tuple[str, ...]], list[Telling]] = defaultdict(list)
    for telling in tellings:
        actors, targets, claimants = (
            {sides.get(x, x) for x in names} for names in (telling.actors, telling.targets, telling.claimed_by)
        )
        if (
            telling.type == "ASSAULT"
            and telling.date
            and claimants & targets
            and len(actors) == 1 == len(targets - actors)
        ):
            pair = tuple(sorted(actors | targets))
            if len(pair) == _SIDES_OF_A_FIGHT:
                blocks[telling.date, pair].append(telling)
    for _, block in sorted(blocks.items()):
        by_actor: dict[str, list[Telling]] = defaultdict(list)
        for telling in sorted(block, key=lambda t: t.id):
            by_actor[_lift(telling.actors, sides)].append(telling)
        if len(by_actor) == _SIDES_OF_A_FIGHT and len(block) <= _CROWD:
            accounts = [
                Account(side, every(t.claimed_by for t in held), tuple(t.id for t in held))
                for side, held in sorted(by_actor.items())
            ]
            events = {t.event for t in block}
            yield _disagreement("actors", events.pop() if len(events) == 1 else None, "", accounts)


def _disagreement(about: str, event: str | None, topic: str, accounts: Sequence[Account]) -> Disagreement:
    smallest = min(fact for account in accounts for fact in account.facts)
    return Disagreement(f"{group_id(DISAGREEMENT, [smallest])}.{about}", about, event, topic, tuple(accounts))
