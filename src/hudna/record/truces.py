"""Truces over all documents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from hudna.reading import TRUCE_STATUSES
from hudna.record.dates import days, narrowest, overlap
from hudna.record.events import every, usual
from hudna.record.groups import Groups
from hudna.record.identity import TRUCE, group_id
from hudna.record.model import Breach, Join, Truce, TruceTelling

_CROWD = 48  # truce tellings of the same parties beyond which only those that follow one another are compared


def group(
    alone: Sequence[TruceTelling], breaches: Sequence[Breach], event_of: Mapping[str, str], sides: Mapping[str, str]
) -> tuple[tuple[Truce, ...], tuple[TruceTelling, ...], tuple[Breach, ...]]:
    """The truces that single tellings are about, the tellings with their truce and the breaches with theirs.

    Args:
        alone: all truce tellings, each a truce of its own.
        breaches: all alleged violations.
        event_of: telling id → id of its event.
        sides: entity id → its side, or itself.

    """
    ordered = sorted(alone, key=lambda t: t.id)
    groups: Groups[str] = Groups([t.id for t in ordered], lambda _: {})
    for left, right, rule, why in (*_same_event(ordered, event_of), *_same_parties(ordered, sides)):
        if groups.join(left, right):
            groups.note(left, Join(rule, left, right, why))
    told = {t.id: t for t in ordered}
    alleged: dict[str, list[Breach]] = defaultdict(list)
    for breach in breaches:
        alleged[breach.truce].append(breach)
    truces: list[Truce] = []
    tellings: list[TruceTelling] = []
    violations: list[Breach] = []
    for ids, joins in groups.all():
        own = group_id(TRUCE, ids)
        members = [replace(told[i], truce=own) for i in ids]
        broken = sorted((replace(b, truce=own) for i in ids for b in alleged[told[i].truce]), key=lambda b: b.id)
        tellings.extend(members)
        violations.extend(broken)
        truces.append(_truce(own, members, broken, joins, event_of))
    return tuple(truces), tuple(tellings), tuple(violations)


def _same_event(tellings: Sequence[TruceTelling], event_of: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Truce tellings whose announcement or beginning is one event."""
    first: dict[str, TruceTelling] = {}
    out = []
    for telling in tellings:
        for event in sorted({event_of[t] for t in telling.tellings}):
            before = first.setdefault(event, telling)
            if before.document != telling.document:
                out.append((before.id, telling.id, "same-event", f"both tell of event {event}"))
    return out


def _same_parties(tellings: Sequence[TruceTelling], sides: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Truce tellings of the same parties whose announcement or beginning falls on the same days."""
    blocks: dict[frozenset[str], list[TruceTelling]] = defaultdict(list)
    for telling in tellings:
        if telling.parties and (telling.start or telling.announced):
            blocks[frozenset(sides.get(p, p) for p in telling.parties)].append(telling)
    out = []
    for parties, block in sorted(blocks.items(), key=lambda b: sorted(b[0])):
        held = sorted(block, key=lambda t: (t.start or t.announced or "", t.id))
        pairs = combinations(held, 2) if len(held) <= _CROWD else pairwise(held)
        for left, right in pairs:
            if left.document != right.document and (day := _same_day(left, right)):
                why = f"between {', '.join(sorted(parties))}, both of {day}"
                out.append((left.id, right.id, "same-parties", why))
    return out


def _same_day(left: TruceTelling, right: TruceTelling) -> str | None:
    """The date that two tellings give to a truce's announcement or beginning, if they agree and do not contradict."""
    agreed = None
    for a, b in ((left.start, right.start), (left.announced, right.announced)):
        one, two = days(a), days(b)
        if one and two:
            if not overlap(one, two):
                return None
            agreed = agreed or a
    return agreed


def _truce(
    own: str,
    held: Sequence[TruceTelling],
    broken: Sequence[Breach],
    joins: tuple[Join, ...],
    event_of: Mapping[str, str],
) -> Truce:
    return Truce(
        id=own,
        kind=usual(t.kind for t in held) or "ceasefire",
        status=max((t.status for t in held), key=_furthest),
        parties=every(t.parties for t in held),
        announced_by=every(t.announced_by for t in held),
        brokers=every(t.brokers for t in held),
        announced=narrowest(t.announced for t in held),
        start=narrowest(t.start for t in held),
        end=narrowest(t.end for t in held),
        duration=usual(t.duration for t in held),
        place=usual(t.place for t in held),
        terms=every(t.terms for t in held),
        events=tuple(sorted({event_of[x] for t in held for x in t.tellings})),
        tellings=tuple(t.id for t in held),
        breaches=tuple(b.id for b in broken),
        joins=joins,
    )


def _furthest(status: str) -> int:
    return TRUCE_STATUSES.index(status) if status in TRUCE_STATUSES else -1
