"""Who fell in an attack was its target: what casualties say of the events that caused them.

In: events and the casualties tied to them; out: the events, an attack that names no target aimed at the side whose
soldiers, police or fighters it killed or wounded («مقتل ستة جنود في كمين»). Civilians are the target of nobody here: a
bomb in a market is not aimed at their state.
"""

from collections.abc import Iterable
from dataclasses import replace

from hudna.reading.cast import Cast
from hudna.reading.model import Casualty, Event


def with_fallen(events: tuple[Event, ...], casualties: Iterable[Casualty], cast: Cast) -> tuple[Event, ...]:
    """``events`` with those whom the attacks among them hit, as far as one side alone fell in each."""
    sides: dict[str, set[str | None]] = {}
    for casualty in casualties:
        if casualty.event is not None and casualty.victims == "military" and not casualty.cumulative:
            sides.setdefault(casualty.event, set()).add(casualty.side)
    return tuple(_aimed(e, sides.get(e.id, set()), cast) for e in events)


def _aimed(event: Event, sides: set[str | None], cast: Cast) -> Event:
    """``event`` aimed at the only one of ``sides``, unless it names a target or its doer is of that side."""
    side = next(iter(sides)) if len(sides) == 1 else None
    if side is None or event.type != "ASSAULT" or event.mode == "clash" or event.targets:
        return event
    body = _body(side, cast)
    if body is None or side in {cast.party(a) for a in event.actors}:
        return event
    return replace(event, targets=(body,))


def _body(side: str, cast: Cast) -> str | None:
    """Id of the entity that stands for a side: its most named body, else its country."""
    own = [e for e in cast.entities if e.side == side]
    told = {e.id: sum(m.entity == e.id for m in cast.mentions) for e in own if e.type == "ORG"}
    state = next((e.id for e in own if e.id == f"loc.{side}"), None)
    return max(told, key=lambda i: told[i]) if told else state
