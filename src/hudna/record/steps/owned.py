"""What the rows of a table are made of, so that they are taken out when that is no more."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select

from hudna.record.steps.run import Run
from hudna.record.workings import chunks, fill, schema


class Owned:
    """The rows of a table by what they are made of, so that they are taken out when that is no more."""

    def __init__(self, run: Run, table: str) -> None:
        """``table`` holds what is made."""
        self._run = run
        self._table = table

    def replace(self, given: Mapping[str, Iterable[Any]]) -> None:
        """Owner → what is made of it now, in place of what was."""
        before = self._held(given)
        made = {owner: {item.id: item for item in items} for owner, items in given.items()}
        rows = {own: [] for mine in before.values() for own in mine} | {
            own: [item] for mine in made.values() for own, item in mine.items()
        }
        self._run.saved.replace(self._table, "id", rows)
        table = schema.OWNED
        differ = [owner for owner in given if before.get(owner, set()) != made[owner].keys()]
        for some in chunks(owner for owner in differ if owner in before):
            query = delete(table).where(table.c.part == self._table, table.c.owner.in_(some))
            self._run.connection.execute(query)
        new = ((self._table, owner, own) for owner in differ for own in made[owner])
        fill(self._run.connection, table, new)

    def _held(self, owners: Iterable[str]) -> dict[str, set[str]]:
        table = schema.OWNED
        out: dict[str, set[str]] = {}
        for some in chunks(owners):
            query = select(table.c.owner, table.c.id).where(table.c.part == self._table, table.c.owner.in_(some))
            for owner, own in self._run.connection.execute(query):
                out.setdefault(owner, set()).add(own)
        return out
