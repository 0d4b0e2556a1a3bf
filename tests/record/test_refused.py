"""What SQLite refuses is told to people."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hudna.record.refused import refused


def test_what_is_busy_closed_or_damaged(tmp_path: Path) -> None:
    path = tmp_path / "r.hudna"
    with closing(sqlite3.connect(path)) as first:
        first.execute("CREATE TABLE x (y)")
        first.execute("BEGIN IMMEDIATE")
        assert _said(path, "BEGIN IMMEDIATE").startswith("another command is writing to it")
    assert _said(f"file:{path}?mode=ro", "INSERT INTO x VALUES (1)").startswith("closed to writing")
    path.write_bytes(path.read_bytes()[:100] + b"\x55" * 8000)
    assert _said(path, "SELECT * FROM x").startswith("damaged")
    assert _said(tmp_path / "no/folder", "").startswith("cannot be opened or made")


def test_anything_else_stays_as_it_is_told(tmp_path: Path) -> None:
    assert _said(tmp_path / "r.hudna", "SELECT * FROM absent") == "no such table: absent"
    assert refused(ValueError("other")) == "other"


def _said(path: Path | str, statement: str) -> str:
    """What is told of the error by which a statement ends."""
    with pytest.raises(sqlite3.Error) as error, closing(sqlite3.connect(path, timeout=0, uri=True)) as connection:
        connection.execute(statement)
    return refused(error.value)
