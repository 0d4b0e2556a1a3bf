import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hudna.cli.show import VIEWS

Run = Callable[..., Result]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_told_in_every_form(hudna: Run, record_file: Path, view: str) -> None:
    told, as_json, as_csv = (hudna("show", record_file, view, *form) for form in ([], ["--json"], ["--csv"]))
    assert told.exit_code == as_json.exit_code == as_csv.exit_code == 0
    rows = json.loads(as_json.stdout)
    table = list(csv.DictReader(io.StringIO(as_csv.stdout, newline="")))
    assert [r["id"] for r in rows] == [r["id"] for r in table]
    lines = told.stdout.splitlines()
    assert len(lines) == len(rows) + 1
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize("view", ["contacts", "claims", "casualties", "truces", "timeline", "actors", "places"])
def test_every_row_has_its_sources(hudna: Run, record_file: Path, view: str) -> None:
    head, *rows = (line.split("\t") for line in hudna("show", record_file, view).stdout.splitlines())
    assert rows
    for row in rows:
        assert row[head.index("id")]
        assert ":" in row[head.index("sources")]


def test_filters_limit_the_rows(hudna: Run, record_file: Path) -> None:
    def ids(*options: str) -> int:
        return len(json.loads(hudna("show", record_file, "timeline", "--json", *options).stdout))

    assert ids() == 3
    assert ids("--since", "2023-05-02") == 2
    assert ids("--until", "2023-05-01") == 1
    assert ids("--actor", "شكرى") == 1
    assert ids("--place", "el obeid", "--side", "rsf") == 1


def test_what_the_record_does_not_know_is_said_in_a_line(hudna: Run, record_file: Path) -> None:
    unknown = hudna("show", record_file, "contacts", "--actor", "لا أحد")
    assert (unknown.exit_code, unknown.stderr) == (1, "Error: the record knows no actor called 'لا أحد'\n")
    assert hudna("show", record_file, "gossip").exit_code == 2
    assert hudna("show", record_file, "contacts", "--since", "2023-05-03", "--until", "2023-05-01").exit_code == 2


def test_nothing_of_a_document_reaches_a_terminal_raw(hudna: Run, record_file: Path) -> None:
    for view in VIEWS:
        shown = hudna("show", record_file, view).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_a_record_that_is_none_is_named(hudna: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("نص")
    for path in (tmp_path / "absent.hudna", tmp_path / "text.txt"):
        result = hudna("show", path, "contacts")
        assert result.exit_code == 1
        assert str(path) in result.stderr
