"""One column of a table by another, asked for as it is needed."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, case, func, select

from hudna.record.layout import MADE_OF, derived
from hudna.record.lineage import TERMS as SHEETS

PLACES = ("LOC", "FAC")
MANY = 50  # keys asked for one by one beyond which the rest comes at once


class Lookup(Mapping[str, str]):
    """Key → value; what is known is asked for once, so it must not change while this is used."""

    def __init__(self, connection: Connection, key: ColumnElement[str], value: ColumnElement[str]) -> None:
        """Keys and values are columns of one table."""
        self._connection = connection
        self._key = key
        self._value = value
        self._known: dict[str, str | None] = {}
        self._whole = False

    def __getitem__(self, key: str) -> str:
        """The value. Raises KeyError where there is none."""
        found = self._asked(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or another where there is none; without the exception that ``Mapping`` would take for it."""
        found = self._asked(key)
        return default if found is None else found

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        return iter(self._connection.execute(select(self._key)).scalars().all())

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    def all(self) -> dict[str, str]:
        """What there is, for a run that asks for most of it: a dict is faster than what ``Mapping`` makes of it."""
        rows = self._connection.execute(select(self._key, self._value).where(self._value.is_not(None)))
        return {row[0]: row[1] for row in rows}

    def _asked(self, key: str) -> str | None:
        if key not in self._known and not self._whole:
            self._ask(key)
        return self._known.get(key)

    def _ask(self, key: str) -> None:
        if len(self._known) < MANY:
            self._known[key] = self._connection.execute(select(self._value).where(self._key == key)).scalar()
        else:
            rows = self._connection.execute(select(self._key, self._value)).all()
            self._known = {row[0]: row[1] for row in rows}
            self._whole = True


def sides(connection: Connection) -> Lookup:
    """Entity id → its side, or itself."""
    entities = derived.tables["entities"]
    return Lookup(connection, entities.c.id, func.coalesce(entities.c.side, entities.c.id))


def types(connection: Connection) -> Lookup:
    """Entity id → PER, ORG, LOC or FAC."""
    entities = derived.tables["entities"]
    return Lookup(connection, entities.c.id, entities.c.type)


def places(connection: Connection) -> Lookup:
    """Id of a place or facility → its name."""
    entities = derived.tables["entities"]
    return Lookup(connection, entities.c.id, case((entities.c.type.in_(PLACES), entities.c.name)))


def lines(connection: Connection) -> Lookup:
    """Document name → id of its lineage."""
    return Lookup(connection, SHEETS.items.c.owner, SHEETS.items.c.grp)


def events(connection: Connection) -> Lookup:
    """Telling → its event."""
    tellings = derived.tables["tellings"]
    return Lookup(connection, tellings.c.id, tellings.c.event)


def owners(connection: Connection) -> list[MutableMapping[str, str]]:
    """Id of a member, telling or truce telling → what it belongs to, by tables."""
    held = [(derived.tables[name].c, group) for name, group in MADE_OF]
    return [cast("MutableMapping[str, str]", Lookup(connection, c.id, c[group])) for c, group in held]
