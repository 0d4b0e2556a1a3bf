import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("form", ["text", "html", "md"])
@pytest.mark.parametrize(("language", "life"), [("ar", "مسار الهدنة"), ("en", "Life of the truce")])
def test_a_sheet_is_written_or_printed(
    hudna: Run, record_file: Path, tmp_path: Path, *, form: str, language: str, life: str
) -> None:
    printed = hudna("truce", record_file, "--lang", language, "--format", form)
    assert printed.exit_code == 0
    assert life in printed.stdout
    out = tmp_path / "deep" / "truce"
    assert hudna("truce", record_file, "--lang", language, "--format", form, "--out", out).stdout == ""
    assert out.read_bytes() == printed.stdout_bytes


def test_an_id_of_a_truce_or_of_its_violation_chooses_it(hudna: Run, record_file: Path) -> None:
    (row,) = json.loads(hudna("truce", record_file, "--format", "json").stdout)
    assert row["sources"][0]["span"]
    for ident in (row["id"], row["violations"][0]["id"]):
        assert row["id"] in hudna("truce", record_file, ident).stdout


def test_what_is_no_truce_is_named(hudna: Run, record_file: Path) -> None:
    failed = hudna("truce", record_file, "r000000000000")
    assert failed.exit_code == 1
    assert "the record holds no truce with the id 'r000000000000'" in failed.output
    assert hudna("truce", record_file, "--format", "pdf").exit_code == 2
