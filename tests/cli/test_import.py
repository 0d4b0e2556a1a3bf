from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from hudna.reading import Reading
from hudna.record import Store
from hudna.text import Document

Run = Callable[..., Result]


def judged(hudna: Run, record: Path) -> str:
    """A record on which some things were decided, and its log."""
    with Store.open(record) as store:
        tellings = store.record().tellings
    hudna("review", record, "reject", tellings[0].id, "--author", "Lena")
    hudna("review", record, "correct", tellings[1].id, "date=2023-04-30", "--author", "Omar")
    hudna("review", record, "accept", tellings[2].id, "--author", "Omar")
    hudna("review", record, "undo", 1, "--author", "Lena")
    return hudna("export", record, "--format", "judgements").stdout


def copy(told: list[tuple[Document, Reading]], path: Path) -> Path:
    """A record of the same documents, built in another order."""
    with Store.open(path, create=True) as store:
        for document, reading in reversed(told):
            store.put(document, reading)
    return path


def test_the_same_log_gives_the_same_record(
    hudna: Run, record_file: Path, told: list[tuple[Document, Reading]], tmp_path: Path
) -> None:
    log = judged(hudna, record_file)
    file, other = tmp_path / "log.jsonl", copy(told, tmp_path / "other.hudna")
    file.write_text(log, "utf-8")
    result = hudna("import", other, file)
    assert (result.exit_code, result.stdout) == (0, "4 taken over, 0 known, 0 refused; 0 of them waiting\n")
    for form in ("jsonl", "judgements"):
        ours, theirs = (hudna("export", r, "--format", form).stdout for r in (record_file, other))
        assert ours == theirs
    again = hudna("import", other, "-", "--format", "judgements", stdin=f"\ufeff{log}\r\n".encode())
    assert again.stdout == "0 taken over, 4 known, 0 refused; 0 of them waiting\n"
    assert hudna("export", other, "--format", "judgements").stdout == log


def test_bad_lines_are_named_and_the_rest_goes_on(
    hudna: Run, record_file: Path, told: list[tuple[Document, Reading]], tmp_path: Path
) -> None:
    lines = judged(hudna, record_file).splitlines()
    file = tmp_path / "log.jsonl"
    file.write_text("\n".join([lines[0], "{", "", lines[1].replace("2023-04-30", "2023-04-29"), lines[2]]), "utf-8")
    result = hudna("import", copy(told[:1], tmp_path / "other.hudna"), file)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"{file}:2: no JSON: ")
    assert second == f"{file}:4: its id '{lines[1][7:20]}' is not that of what it says: the line was changed"
    assert result.stdout.startswith("2 taken over, 0 known, 2 refused; ")


def test_what_cannot_be_read_is_named(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    absent, latin = tmp_path / "none", tmp_path / "latin"
    latin.write_bytes(b"\xff\xfe{}")
    assert hudna("import", record_file, absent).stderr == f"Error: {absent}: No such file or directory\n"
    assert hudna("import", record_file, latin).stderr == f"Error: {latin}: no UTF-8 (byte 0)\n"
