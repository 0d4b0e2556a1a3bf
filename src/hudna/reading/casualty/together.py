"""One casualty out of several tellings of it: persons told one by one, a toll told twice."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from hudna.reading.casualty.sentence import Telling
from hudna.reading.model import Casualty
from hudna.text import Span

Found = tuple[
    Casualty, bool, str | None
]  # a casualty, whether the headline tells it, and the person if it is one who is named
_SMALL = frozenset({"2", "3"})
_MANY = 15  # fallen from which on two equal figures are one toll, be it a running total
_TWINS = 40  # casualties of one kind and count among which another telling of one is sought


def singles(tellings: list[Telling], casualties: list[Casualty]) -> list[tuple[Casualty, str | None]]:
    """Single persons joined by «و» who are alike are one item: «امرأة وحفيدتها ورجلا» are three civilians."""
    out: list[tuple[Casualty, str | None]] = []
    last: Telling | None = None
    for telling, casualty in zip(tellings, casualties, strict=True):
        before = out[-1][0] if out else None
        single = last is not None and telling.chained and _by_one(last) and _by_one(telling)
        if single and before is not None and _same_civilians(before, casualty):
            quote = Span(before.quote.start, casualty.quote.end)
            out[-1] = (replace(before, count=str(int(before.count) + int(casualty.count)), quote=quote), None)
        else:
            out.append((casualty, telling.group.person))
        last = telling
    return out


def _by_one(telling: Telling) -> bool:
    """Whether a telling is one of those told one by one: «امرأة وطفلها», «والداها وشقيقها»."""
    group = telling.group
    by_form = group.count in ("1", "2") and group.last == group.first + 1  # «رجلا وامرأتين»
    return group.count == "1" or by_form or (group.kin and group.count.isdigit())


def _same_civilians(a: Casualty, b: Casualty) -> bool:
    return a.count.isdigit() and b.victims == "civilian" and (a.kind, a.victims, a.side) == (b.kind, b.victims, b.side)


def merged(found: list[Found], anew: Collection[int]) -> list[Casualty]:
    """One toll told twice alike is one, with all its claimants; what the headline tells, the body tells better.

    Args:
        found: all, in the order of the text.
        anew: where quotes end that are told as of another happening than those before.

    """
    body = {(c.kind, c.count) for c, title, _ in found if not title}
    kinds = {kind for kind, _ in body}
    out: list[Casualty] = []
    persons: list[str | None] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for casualty, title, person in found:
        key = (casualty.kind, casualty.count)
        if title and casualty.kind in kinds:
            continue
        near = [] if casualty.quote.end in anew else places[key][-_TWINS:]
        twin = next(
            (n for n in near if _alike(out[n], casualty) or _one_person(out[n], persons[n], casualty, person)), None
        )
        if twin is None:
            places[key].append(len(out))
            out.append(casualty)
            persons.append(person)
        else:
            out[twin] = _joined(out[twin], casualty)
            persons[twin] = persons[twin] or person
    return out


def _joined(a: Casualty, b: Casualty) -> Casualty:
    """Two tellings as one, in the words of the first that says whose account it is."""
    main = b if b.claimed_by and not a.claimed_by else a
    victims = a.victims if a.victims != "unspecified" else b.victims
    return replace(
        main,
        victims=victims,
        side=a.side or b.side,
        event=main.event or a.event or b.event,
        claimed_by=tuple(dict.fromkeys(a.claimed_by + b.claimed_by)),
    )


def _one_person(a: Casualty, first: str | None, b: Casualty, second: str | None) -> bool:
    """Whether two single persons are one: by name, or because only one is named and nothing speaks against it."""
    if a.kind != b.kind or a.count != "1" or b.count != "1" or a.evidence == b.evidence:
        return False
    if first is not None and second is not None:
        return first == second
    known = first is not None or second is not None
    scene = _agree(a.date, b.date) and _agree(a.place, b.place)
    same = a.event == b.event and a.event is not None
    return _same_people(a, b) and (same or (scene and (known or None not in (a.date, b.date, a.place, b.place))))


def _alike(a: Casualty, b: Casualty) -> bool:
    """Whether two tellings are of one toll: alike in all that both say, and nothing sets time or place apart."""
    if (
        (a.kind, a.count) != (b.kind, b.count)
        or (a.cumulative != b.cumulative and not _many(a.count))
        or a.count in ("unknown", "1")
        or (a.evidence == b.evidence and (a.count in _SMALL or a.claimed_by == b.claimed_by))
    ):
        return False
    if a.count in _SMALL and a.victims != b.victims and a.claimed_by != b.claimed_by and None in (a.event, b.event):
        return False  # so few are told of often: somebody else's
    apart = a.event != b.event and None not in (a.event, b.event)
    if _other_day(a.date, b.date) or (apart and not _agree(a.place, b.place)):
        return False  # «قتل أربعة في الزعفرانية … وقتل أربعة في مندلي»
    same_event = a.event is None or b.event is None or a.event == b.event or a.claimed_by == b.claimed_by
    same_scene = _agree(a.date, b.date) and _agree(a.place, b.place)
    return _same_people(a, b) and (same_event or same_scene)


def _many(count: str) -> bool:
    """Whether so many fell that another telling of as many is of the same, as «ارتفعت إلى 21» is of «21 قتيلا»."""
    return count.isdecimal() and int(count) >= _MANY


def _same_people(a: Casualty, b: Casualty) -> bool:
    return (a.victims == b.victims or "unspecified" in (a.victims, b.victims)) and _agree(a.side, b.side)


def _other_day(a: str | None, b: str | None) -> bool:
    """Whether two dates are known and neither holds the other."""
    if a is None or b is None or "/" in a + b:
        return False
    return not (a.startswith(b) or b.startswith(a))


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b
