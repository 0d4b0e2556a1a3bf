import re
from dataclasses import replace
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from hudna.reading import Reading
from hudna.record import derive, layout, schema, tables
from hudna.record.model import Join
from hudna.record.workings import workings
from hudna.text import Document

DOCS = Path(__file__).parents[2] / "docs" / "record-schema.md"
LIKE = re.compile(r"as `(\w+)`")


def test_what_is_replaced_is_loaded_and_only_what_changed_is_told(reports: list[tuple[Document, Reading]]) -> None:
    record = derive(reports)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        tables.create(connection)
        saved = tables.Saved(connection)
        given = {event.id: [event] for event in record.events}
        assert saved.replace("events", "id", given) == given.keys()
        assert saved.replace("events", "id", given) == set()
        assert tables.load(connection).events == record.events
        first, *rest = given
        joined = replace(record.events[0], joins=(Join("same-happening", "t0", "t1", "1 point"),))
        assert saved.replace("events", "id", given | {first: [joined], rest[0]: []}) == {first, rest[0]}
        assert tables.load(connection).events == (joined, *record.events[2:])
    engine.dispose()


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in (*schema.stored.sorted_tables, *layout.derived.sorted_tables, *workings.sorted_tables):
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_every_table_and_column_is_documented() -> None:
    rows = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\| `(\w+)` \|", line):
            rows[found[1]] = line
    for table in (*schema.stored.sorted_tables, *layout.derived.sorted_tables, *workings.sorted_tables):
        said = rows[table.name]
        if like := LIKE.search(said):
            said += rows[like[1]]
        assert all(f"`{column.name}`" in said for column in table.columns), table.name
