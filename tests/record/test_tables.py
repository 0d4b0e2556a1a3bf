import re
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from hudna.reading import Reading
from hudna.record import derive, schema, tables
from hudna.record.derive import parts
from hudna.text import Document

DOCS = Path(__file__).parents[2] / "docs" / "record-schema.md"
LIKE = re.compile(r"as `(\w+)`")


def test_what_is_saved_is_loaded(reports: list[tuple[Document, Reading]]) -> None:
    record = derive(reports)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        tables.save(connection, parts(reports[:2]))
        tables.save(connection, parts(reports))
        assert tables.load(connection) == record
    engine.dispose()


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in (*schema.stored.sorted_tables, *tables.derived.sorted_tables):
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_every_table_and_column_is_documented() -> None:
    rows = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\| `(\w+)` \|", line):
            rows[found[1]] = line
    for table in (*schema.stored.sorted_tables, *tables.derived.sorted_tables):
        said = rows[table.name]
        if like := LIKE.search(said):
            said += rows[like[1]]
        assert all(f"`{column.name}`" in said for column in table.columns), table.name
