"""Which rows are asked for."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hudna.record import Entity, Record, recalls
from hudna.text import fold
from hudna.views.dates import overlap
from hudna.views.english import english, states

_Item = TypeVar("_Item")
_JOINERS = str.maketrans(dict.fromkeys("-\u2010\u2011\u2013", " ") | dict.fromkeys("'\u2019\u2018`", ""))


class NobodyOfThatName(ValueError):  # noqa: N818 the name says what happened
    """The record names no such actor, place or side; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows that a reader asks for; what is None does not limit.

    Attributes:
        actors: for each actor asked for the ids of that name, one of whom must act, be acted upon, claim or deny: of
            two actors what concerns both.
        places: ids of the places, one of which must be where it happened or what it was done to.
        since: first day, ``YYYY-MM-DD``.
        until: last day.
        side: code of the side that must take part.
        type: PLOVER type of the event; of rows that are no events it asks for none.
        standing: how the event must stand; likewise.

    """

    actors: tuple[frozenset[str], ...] = ()
    places: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None
    side: str | None = None
    type: str | None = None
    standing: str | None = None

    def takes(
        self,
        *,
        who: Iterable[str],
        where: Iterable[str],
        sides: Iterable[str | None],
        date: str | None,
        kind: tuple[str | None, str | None] = (None, None),
    ) -> bool:
        """Whether a row of these actors, places, sides and date is asked for; ``kind`` is type and standing."""
        named = set(who)
        return (
            all(not ids.isdisjoint(named) for ids in self.actors)
            and (self.places is None or not self.places.isdisjoint(where))
            and (self.side is None or self.side in set(sides))
            and self.type in (None, kind[0])
            and self.standing in (None, kind[1])
            and overlap(date, self.since, self.until)
        )


def asked_for(items: Iterable[_Item], choice: Choice, asked: Callable[[_Item], bool]) -> Iterable[_Item]:
    """Those of some items that are ``asked`` for; where a choice limits nothing, none is looked at."""
    return items if choice == Choice() else filter(asked, items)


def choose(
    record: Record,
    *,
    actor: str | Sequence[str] | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    side: str | None = None,
) -> Choice:
    """The choice that names in any spelling, English labels or ids describe; several actors must take part together.

    Raises:
        NobodyOfThatName: an actor, place or side that the record does not know.

    """
    actors = [actor] if isinstance(actor, str) else actor or ()
    return Choice(
        tuple(named(record.entities, a, "actor") for a in actors),
        named((e for e in record.entities if e.type in ("LOC", "FAC")), place, "place") if place else None,
        since,
        until,
        side_of(record, side) if side else None,
    )


def named(entities: Iterable[Entity], words: str, what: str = "entity") -> frozenset[str]:
    """Ids of the entities called ``words``.

    Those with exactly this name, else those whose name holds all the words, else those of which it can be another
    spelling: «باشنيان» for «باشينيان».

    Raises:
        NobodyOfThatName: there is none; ``what`` says in the message what was sought.

    """
    asked = _key(words)
    known = tuple(entities)
    names = {e.id: _names(e) for e in known}
    exact = frozenset(i for i, held in names.items() if asked in held)
    if exact:
        return exact
    parts = set(asked.split())
    loose = frozenset(i for i, held in names.items() if parts and any(parts <= set(n.split()) for n in held))
    loose = loose or frozenset(e.id for e in known if any(recalls(e.type, s.text, words) for s in e.spellings))
    if not loose:
        raise NobodyOfThatName(f"the record knows no {what} called {words!r}")
    return loose


def _names(entity: Entity) -> set[str]:
    names = (entity.id, entity.name, entity.label_ar, english(entity), *(s.text for s in entity.spellings))
    return {_key(n) for n in names if n}


def side_of(record: Record, words: str) -> str:
    """The code of the side of that code or name; a state's losses may be told of without its being named.

    Raises:
        NobodyOfThatName: the record knows no such side.

    """
    asked = _key(words)
    codes = {x.side for part in (record.entities, record.tolls, record.losses) for x in part}
    for code in sorted(c for c in codes if c):
        state = states().get(code)
        if asked in {_key(n) for n in (code, *((state.ar, state.en) if state else ()))}:
            return code
    found = named((e for e in record.entities if e.side and e.type in ("LOC", "ORG")), words, "side")
    return str(record.entity[min(found)].side)


def _key(name: str) -> str:
    """A name as it is compared: folded, without the accents and hyphens of Latin script."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", fold(name)) if not unicodedata.combining(c))
    return " ".join(plain.translate(_JOINERS).casefold().split())
