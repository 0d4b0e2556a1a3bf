"""Whose people the fallen were, where their own phrase does not say it."""

from collections.abc import Iterable

from hudna.reading.cast import Cast
from hudna.reading.model import Event

_PAIR = 2


def is_state(side: str | None) -> bool:
    """Whether a side is a state, by its ISO code; parties have short names in small letters."""
    return side is not None and len(side) == 3 and side.isupper()  # noqa: PLR2004 - ISO 3166-1 alpha-3


class Sides:
    """The sides of a document's conflict, and who of them lost people.

    Attributes:
        group: the only party that is no state, None where the document names none or several.
        pair: the two sides the document is about, () where no pair stands out.

    """

    def __init__(self, cast: Cast, parties: Iterable[str]) -> None:
        self.cast = cast
        self.pair = tuple(dict.fromkeys(s for p in parties if (s := cast.side(p))))
        if len(self.pair) != _PAIR:
            self.pair = ()
        groups = {e.side for e in cast.entities if e.type == "ORG" and e.side and not is_state(e.side)}
        self.group = groups.pop() if len(groups) == 1 else None

    def of(self, people: Iterable[str]) -> tuple[str, ...]:
        """The sides of entities, each once."""
        return tuple(
            dict.fromkeys(
                s
                for p in people
                if (s := self.cast.side(p) or (p[4:] if is_state(p[4:]) and p.startswith("loc.") else None))
            )
        )

    def lost(
        self,
        of: str | None,
        victims: str,
        attackers: tuple[str, ...],
        event: Event | None,
        claimants: tuple[str, ...],
        accusers: tuple[str, ...],
        place: str | None,
    ) -> str | None:
        """The side that lost people of a kind.

        Args:
            of: "state" or "armed" where the noun tells them apart.
            victims: military, civilian …
            attackers: sides of those said to have done it.
            event: the event that caused it.
            claimants: sides of those who say so.
            accusers: sides that accuse the attackers in the same sentence.
            place: side of the place.

        """
        pair = self.pair
        states = [s for s in pair if is_state(s)]
        if of == "armed":
            others = [s for s in pair if not is_state(s)]
            if len(others) == 1:
                return others[0]
            other = self._other(attackers)
            return other if other is not None and not is_state(other) else None if pair else self.group
        if of == "state" and len(states) == 1 and pair:
            return states[0]
        targets = self.of(event.targets) if event is not None and event.type == "ASSAULT" else ()
        interstate = not pair or len(states) == _PAIR
        if of == "state":
            return (
                _state(self._other(attackers))
                or _state(_single(targets))
                or _single(tuple(a for a in accusers if a not in attackers))
                or (_single(claimants) if not attackers or claimants != attackers else None)
            )
        if victims == "military":
            return self._other(attackers) or _single(targets)
        if not interstate:
            return None
        other = self._other(attackers)
        if other is not None and is_state(other):
            return other
        own = _single(tuple(c for c in claimants if is_state(c) and c not in attackers))
        return own if own is not None and attackers and place in (None, own) and is_state(attackers[0]) else None

    def _other(self, attackers: tuple[str, ...]) -> str | None:
        """The side of the pair that did not attack."""
        if len(attackers) == 1 and attackers[0] in self.pair:
            return next(s for s in self.pair if s != attackers[0])
        return None


def _single(sides: tuple[str, ...]) -> str | None:
    return sides[0] if len(sides) == 1 else None


def _state(side: str | None) -> str | None:
    return side if is_state(side) else None
