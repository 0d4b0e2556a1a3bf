import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hudna.export import TABLES

Run = Callable[..., Result]


def test_readings_go_into_a_folder(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "readings"
    assert hudna("export", record_file, "--format", "reading", "--out", out).exit_code == 0
    assert len(list(out.iterdir())) == 3
    held = json.loads((out / "first.json").read_text("utf-8"))
    assert (held["schema"], held["global_ids"]) == ("hudna.reading/1", True)


def test_tables_go_into_a_folder_or_one_to_standard_output(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    assert hudna("export", record_file, "--format", "csv", "--out", tmp_path / "csv").exit_code == 0
    assert {p.stem for p in (tmp_path / "csv").iterdir()} == set(TABLES)
    told = hudna("export", record_file, "--format", "csv", "--table", "casualties").stdout_bytes
    assert (tmp_path / "csv" / "casualties.csv").read_bytes() == told
    assert [r["count"] for r in csv.DictReader(io.StringIO(told.decode(), newline=""))] in (["12", "9"], ["9", "12"])


def test_the_record_is_json_lines(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    told = hudna("export", record_file, "--format", "jsonl").stdout
    rows = [json.loads(line) for line in told.splitlines()]
    assert {r["row"] for r in rows} >= {"documents", "entities", "events", "tolls", "truces"}
    assert hudna("export", record_file, "--format", "jsonl", "--out", tmp_path / "r.jsonl").exit_code == 0
    assert (tmp_path / "r.jsonl").read_text("utf-8") == told


def test_what_cannot_be_written_is_said(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    assert hudna("export", record_file, "--format", "reading").exit_code == 2
    assert hudna("export", record_file, "--format", "jsonl", "--table", "claims").exit_code == 2
    (tmp_path / "file").write_text("")
    for form in ("reading", "csv"):
        result = hudna("export", record_file, "--format", form, "--out", tmp_path / "file")
        assert result.exit_code == 2
        assert f"--out {tmp_path / 'file'}: is a file, and this writes a folder of files" in result.stderr
    for form in (("jsonl",), ("csv", "--table", "claims")):
        result = hudna("export", record_file, "--format", *form, "--out", tmp_path)
        assert result.exit_code == 2
        assert f"--out {tmp_path}: is a folder, and this writes one file" in result.stderr
    result = hudna("export", record_file, "--format", "csv", "--out", tmp_path / "file/csv")
    assert result.exit_code == 1
    assert str(tmp_path / "file") in result.stderr


@pytest.mark.parametrize("command", ["brief", "truce", "export --format jsonl", "export --format csv"])
def test_folders_that_are_not_there_are_made(hudna: Run, record_file: Path, tmp_path: Path, command: str) -> None:
    name, *options = command.split()
    out = tmp_path / "a/b/c"
    assert hudna(name, record_file, *options, "--out", out).exit_code == 0
    assert out.exists()
