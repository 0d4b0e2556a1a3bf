"""The tables of the workings: what one step of the derivation keeps for the next run (docs/record-schema.md)."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, Connection, Dialect, Index, Integer, MetaData, Table, Text, insert, select

workings = MetaData()
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # there the type of a row's own number
AT_ONCE = 500  # rows or keys in one statement
_FILLED_AT_ONCE = 5000  # rows held to be inserted by one call

_Item = TypeVar("_Item")


def items(name: str) -> Table:
    """Items as JSON, with the document or other thing that owns them and the group that they are found to be in."""
    return Table(
        f"work_{name}",
        workings,
        Column("id", NUMBER, primary_key=True, autoincrement=False),
        Column("owner", Text, nullable=False, index=True),
        Column("data", Text, nullable=False),
        Column("grp", Text),
        Index(f"ix_work_{name}_grp", "grp", "owner"),
    )


def keys(name: str) -> Table:
    """Under which keys items stand, in order."""
    return Table(
        f"work_{name}_keys",
        workings,
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("place", Text, primary_key=True),
        Column("item", BigInteger, primary_key=True, autoincrement=False, index=True),
        Column("rule", Text, nullable=False),
        sqlite_with_rowid=False,
    )


def pairs(name: str) -> Table:
    """Which two items were found to be something to each other, by which rule, and what as JSON."""
    return Table(
        f"work_{name}_pairs",
        workings,
        Column("left", BigInteger, primary_key=True, autoincrement=False),
        Column("right", BigInteger, primary_key=True, autoincrement=False, index=True),
        Column("rule", Text, primary_key=True),
        Column("found", Text, nullable=False),
        sqlite_with_rowid=False,
    )


def chunks(given: Iterable[_Item], size: int = AT_ONCE) -> Iterator[list[_Item]]:
    """The items, as many at a time as one statement takes."""
    rest = iter(given)
    while some := list(islice(rest, size)):
        yield some


def portions(given: Iterable[_Item], weigh: Callable[[_Item], int], most: int = AT_ONCE) -> Iterator[list[_Item]]:
    """The items, as many at a time as it takes to weigh ``most`` together."""
    some: list[_Item] = []
    weight = 0
    for item in given:
        some.append(item)
        weight += weigh(item)
        if weight >= most:
            yield some
            some, weight = [], 0
    if some:
        yield some


def empty(connection: Connection, table: Table) -> bool:
    """Whether a table has no row."""
    return connection.execute(select(table).limit(1)).first() is None


def fill(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    for some in chunks(rows, _FILLED_AT_ONCE):
        connection.exec_driver_sql(_insertion(table, connection.dialect), some)


@lru_cache(maxsize=128)
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


OWNED = Table(  # what the rows of a table without a document are made of
    "work_owned",
    workings,
    Column("part", Text, primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
KEYED = Table(  # under which keys facts of documents stand
    "work_keyed",
    workings,
    Column("name", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fact", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
COUNTS = Table(  # how often the members of a form have which name, label or spelling
    "work_counts",
    workings,
    Column("form", NUMBER, primary_key=True, autoincrement=False),
    Column("what", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)
TAKEN = Table(  # the documents that the derived tables are made from
    "work_taken",
    workings,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)
