"""Whether one event happened, who did it, to whom, where and when, as its tellings have it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from hudna.record.dates import day_number, days, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Account, Disagreement, Event, Telling

_DEEDS = frozenset({"ASSAULT", "COERCE"})  # of talks and demands reports name now a state, now its guest or minister
_LATE = 31  # days by which what is denied and its denial may lie apart
_DAYS_APART = 2  # the next day can be the same night, or a copy's «today»


def within(
    event: Event,
    held: Sequence[Telling],
    denials: Sequence[Telling],
    sides: Mapping[str, str],
    published: Mapping[str, str | None],
) -> Iterator[Disagreement]:
    """The disagreements over one event.

    Args:
        event: the event.
        held: its tellings.
        denials: tellings of other events that deny this one.
        sides: entity id → its side, or itself.
        published: document name → when it appeared.

    """
    if event.standing == "disputed" and len(accounts := occurrence(_timely([*held, *denials], published))) > 1:
        yield disagreement("occurrence", event.id, accounts)
    if len(event.lineages) > 1:  # copies differ by mistake only
        if event.type in _DEEDS:
            said = _of_parties(held, sides)
            yield from _split("actors", event, said, lambda t: _known_sides(t.actors, sides), _strangers)
            yield from _split("targets", event, said, lambda t: _known_sides(t.targets, sides), _strangers)
        yield from _split("date", event, held, lambda t: t.date or "", _apart)


def _timely(held: Sequence[Telling], published: Mapping[str, str | None]) -> list[Telling]:
    """The tellings but for those that others, months later, tell of something like it; dated ones are of its day."""
    denied = [day_number(d[0]) for t in held if _denying(t) and (d := days(t.date or published[t.document]))]
    return [
        t
        for t in held
        if _denying(t)
        or not denied
        or not (told := days(t.date or published[t.document]))
        or min(abs(day_number(told[0]) - d) for d in denied) <= _LATE
    ]


def _denying(telling: Telling) -> bool:
    return telling.status == "denied" or bool(telling.disputed_by)


def _of_parties(held: Sequence[Telling], sides: Mapping[str, str]) -> list[Telling]:
    """The tellings on the word of one of those between whom it was done.

    Whom outlets name in their own voice, and whom others mean who condole or condemn, differs by how they are read far
    more often than by what they know.
    """
    parties = {sides.get(x, x) for t in held for x in (*t.actors, *t.targets)}
    return [t for t in held if any(sides.get(x, x) in parties for x in t.claimed_by)]


def occurrence(held: Sequence[Telling]) -> list[Account]:
    """Who affirms and who denies; a telling of what is denied can name both."""
    affirming = [t for t in held if t.status != "denied" or (t.disputed_by and t.claimed_by)]
    denying = [t for t in held if _denying(t)]
    accounts = []
    deniers = [t.disputed_by or t.claimed_by for t in denying]
    if affirming:
        own = {x for names in deniers for x in names}  # «نفى فلان في بيان اتهم فيه الحكومة»: of one telling both
        tellers = (set(t.actors if t.type == "ACCUSE" else t.claimed_by) - own for t in affirming)
        accounts.append(account("affirmed", tellers, (t.id for t in affirming)))
    if denying:
        accounts.append(account("denied", deniers, (t.id for t in denying)))
    return accounts


def _one_voice(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether two versions can come from one claimant, whom reports understand differently."""
    one, two = ({x for t in told for x in t.claimed_by} for told in (left, right))
    return bool(one & two) or (bool(one and two) and all(x.startswith("unnamed:") for x in one | two))


def _known_sides(names: Sequence[str], sides: Mapping[str, str]) -> str:
    """The sides of names; "" where one has none that the record knows, since it may be any of them."""
    lifted = {sides.get(x, x) for x in names}
    return ", ".join(sorted(lifted)) if all(sides.get(x, x) != x or x.startswith("loc.") for x in names) else ""


def _strangers(left: str, right: str) -> bool:
    return not set(left.split(", ")) & set(right.split(", "))


def _apart(left: str, right: str) -> bool:
    one, two = days(left), days(right)
    if not one or not two or overlap(one, two):
        return False
    try:
        earlier, later = date.fromisoformat(min(one[1], two[1])), date.fromisoformat(max(one[0], two[0]))
    except ValueError:  # «2015-02-31», as the end of a month is written
        return True
    return (later - earlier).days >= _DAYS_APART


def _split(
    about: str,
    event: Event,
    held: Sequence[Telling],
    value: Callable[[Telling], str],
    differ: Callable[[str, str], bool],
) -> Iterator[Disagreement]:
    """A disagreement if some tellings give values that exclude each other, on different words."""
    by_value: dict[str, list[Telling]] = defaultdict(list)
    for telling in held:
        if given := value(telling):
            by_value[given].append(telling)
    apart = {
        x
        for a, b in combinations(by_value, 2)
        if differ(a, b) and not _one_voice(by_value[a], by_value[b])
        for x in (a, b)
    }
    if apart:
        told = ((v, by_value[v]) for v in sorted(apart))
        yield disagreement(
            about, event.id, [account(v, (t.claimed_by for t in ts), (t.id for t in ts)) for v, ts in told]
        )
