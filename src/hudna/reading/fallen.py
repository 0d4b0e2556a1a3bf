"""Who fell or was seized in a deed was its target: what casualties say of the events that caused them.

In: events and the casualties tied to them; out: the events, an attack or arrest that names no target aimed at the side
whose soldiers, police or fighters it killed, wounded or seized («مقتل ستة جنود في كمين»), or at the one man of them who
is named («مقتل القائد فلان في غارة»). Civilians are the target of nobody here: a bomb in a market is not aimed at
their state.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.event.forces import is_local
from hudna.reading.event.telling import is_aimed
from hudna.reading.model import Casualty, Event
from hudna.reading.page import Page
from hudna.reading.scene import is_state

_GUESSED = "event.opponent"  # the rule that aims at the one enemy told of
_FROM_AFAR = frozenset({"aerial", "drone", "missile", "heavy-weapons"})  # modes of which no attacker falls
_CAUSES = {"ASSAULT": frozenset({"killed", "wounded", "killed_or_wounded"}), "COERCE": frozenset({"captured"})}


def with_fallen(page: Page, events: tuple[Event, ...], casualties: Iterable[Casualty], cast: Cast) -> tuple[Event, ...]:
    """``events`` with those whom the attacks among them hit, as far as one side alone fell in each.

    Fighters of no state who fell in an attack on a post may have been those who made it.
    """
    fallen: dict[str, list[Casualty]] = {}
    told = tuple(casualties)
    mixed = {c.event for c in told if c.victims == "civilian" and not c.cumulative}
    for casualty in told:
        if casualty.event in mixed:
            continue  # «ستة من المصلين وشرطي»: it was not aimed at the police
        if casualty.event is not None and casualty.victims == "military" and not casualty.cumulative:
            fallen.setdefault(casualty.event, []).append(casualty)
    fighters = [i for e in events if e.type == "ASSAULT" for i in (*e.actors, *e.targets)]
    return tuple(
        _aimed(e, fallen[e.id], fighters, cast) if e.id in fallen and not _fell_attacking(page, e, fallen[e.id]) else e
        for e in events
    )


def _fell_attacking(page: Page, event: Event, fallen: Iterable[Casualty]) -> bool:
    near = event.mode not in _FROM_AFAR and is_aimed(page, event.trigger)
    return near and any(c.side is not None and not is_state(c.side) for c in fallen)


def _aimed(event: Event, fallen: Sequence[Casualty], fighters: Sequence[str], cast: Cast) -> Event:
    """``event`` aimed at the only side of the ``fallen``, unless it names a target or its doer is of that side."""
    fallen = [c for c in fallen if c.kind in _CAUSES.get(event.type, ())]
    sides = {c.side for c in fallen}
    side = next(iter(sides)) if len(sides) == 1 else None
    told = bool(event.targets) and event.rule != _GUESSED
    if not fallen or event.mode == "clash" or told:
        return event
    named = [m.entity for c in fallen for m in cast.mentions if m.span.within(c.quote)]
    persons = {i for i in named if cast.is_person(i)}
    if len(persons) == 1 and len(fallen) == 1 and fallen[0].count == "1":
        return replace(event, targets=tuple(persons)) if not persons & set(event.actors) else event
    if side is None:  # nobody's body: «عناصر قوات التحالف الدولي»
        bodies = {i for i in named if cast.is_body(i) and cast.side(i) is None}
        return replace(event, targets=tuple(bodies)) if sides == {None} and len(bodies) == 1 else event
    body = _body(side, named, cast) or _body(side, (i for i in fighters if not is_local(cast, i)), cast)
    body = body or (f"loc.{side}" if is_state(side) else cast.stands_for(side))
    if body is None or side in {cast.party(a) for a in event.actors}:
        return event
    return replace(event, targets=(body,))


def _body(side: str, ids: Iterable[str], cast: Cast) -> str | None:
    """The body of ``side`` that stands most often among ``ids``; a ministry named often is not whom an ambush hit."""
    told = Counter(i for i in ids if cast.is_body(i) and cast.side(i) == side)
    return told.most_common(1)[0][0] if told else None
