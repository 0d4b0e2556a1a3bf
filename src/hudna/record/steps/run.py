"""One run of the derivation: what came and went, and where the results go."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from hudna.reading import Reading
from hudna.record.judgements.bonds import Bonds
from hudna.record.judgements.judged import Judged
from hudna.record.judgements.log import Log
from hudna.record.steps import lookup
from hudna.record.steps.lookup import MANY, Lookup
from hudna.record.tables import Saved
from hudna.record.workings import Component, Pool, chunks
from hudna.text import Document

_T = TypeVar("_T")
AT_ONCE = 200  # documents whose facts are held at once

Told = Callable[[Sequence[str]], Iterator[tuple[Document, Reading]]]


@dataclass
class Run:
    """What a run is about.

    Attributes:
        connection: to the record's file.
        told: gives the documents of these names with their readings.
        gone: names of documents that are no more.
        came: names of documents that are new or not what they were.
        log: what people decided.
        judged: names of the documents that somebody decided something of.
        moved: ids of groups that are no more → what their facts belong to now.

    """

    connection: Connection
    told: Told
    gone: frozenset[str]
    came: frozenset[str]
    log: Log
    judged: frozenset[str]
    moved: dict[str, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """Document → its lineage; to be asked for when the lineages are up to date."""
        return self._asked(lookup.lines)

    @cached_property
    def sides(self) -> Mapping[str, str]:
        """Entity id → its side, or itself; to be asked for when the entities are up to date."""
        return self._asked(lookup.sides)

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Entity id → PER, ORG, LOC or FAC; to be asked for when the entities are up to date."""
        return self._asked(lookup.types)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Id of a place → its name; to be asked for when the entities are up to date."""
        return self._asked(lookup.places)

    @cached_property
    def events(self) -> Mapping[str, str]:
        """Telling → its event; to be asked for when the events are up to date."""
        return self._asked(lookup.events)

    def _asked(self, column: Callable[[Connection], Lookup]) -> Mapping[str, str]:
        held = column(self.connection)
        return held if len(self.came) < MANY else held.all()

    @cached_property
    def saved(self) -> Saved:
        """The derived tables."""
        return Saved(self.connection)

    def documents(self, names: Iterable[str]) -> Iterator[tuple[list[tuple[Document, Reading]], Bonds]]:
        """The documents of these names in their order, some at a time, with what people decided of their facts."""
        for some in chunks(sorted(names), AT_ONCE):
            judged = Judged(self.told(some), self.log)
            told = list(judged)
            yield told, judged.bonds


class Regrouping(Generic[_T]):
    """Puts the groups that a pool's items are in now in place of those that they were in."""

    def __init__(self, run: Run, pool: Pool[_T], table: str) -> None:
        """``table`` holds a row for each group."""
        self.moved: dict[int, str] = {}  # items that are in another group than before → that group
        self.written: set[str] = set()
        self.changed: set[str] = set()  # groups of which something changed
        self._kept: set[str] = set()
        self._run = run
        self._pool = pool
        self._table = table
        self._waiting: dict[str, list[Any]] = {}
        self._former: dict[str, list[int]] = {group: [] for group in pool.left}

    def add(
        self, component: Component[_T], groups: Iterable[tuple[Any, Iterable[int]]], kept: Iterable[str] = ()
    ) -> None:
        """Take the groups of a component: the row of each, which has its id, and the numbers of its items.

        ``kept`` are the ids of others of which nothing changed.
        """
        self._kept.update(kept)
        for own, group in component.former.items():
            if group is not None:
                self._former.setdefault(group, []).append(own)
        for row, items in groups:
            self._waiting[row.id] = [row]
            self.written.add(row.id)
            self.moved.update((own, row.id) for own in items if component.former[own] != row.id)
        if len(self._waiting) >= AT_ONCE:
            self._write()

    def close(self) -> set[str]:
        """Write what is left and take out the groups that are no more; the ids of these."""
        self._write()
        self._pool.assign(self.moved)
        vanished = self._former.keys() - self.written - self._kept
        self.changed |= self._run.saved.replace(self._table, "id", {group: [] for group in vanished})
        for group in vanished:
            if heirs := self._former[group]:
                self._run.moved[group] = self.moved[min(heirs)]
        return vanished

    def _write(self) -> None:
        self.changed |= self._run.saved.replace(self._table, "id", self._waiting)
        self._waiting = {}


def number(own: str) -> int:
    """The number of a fact in the workings: the digits of its id."""
    return int(own[1:], 16)
