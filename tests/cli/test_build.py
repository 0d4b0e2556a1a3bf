import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from hudna.cli import pool
from hudna.record import RecordError, Store
from hudna.text import Document

Run = Callable[..., Result]
HUDNA = [sys.executable, "-c", "from hudna.cli import main; main()"]


def test_documents_are_stored_with_their_readings(hudna: Run, record: Path, reports: Path) -> None:
    result = hudna("build", record, reports, "--outlet", "وكالة أ", "--published", "2020-07-14")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "3 read, 0 unchanged, 0 refused\n", "")
    with Store.open(record) as store:
        assert store.names() == ("0", "1", "2")
        document = store.document("1")
        assert document.text.encode() == (reports / "1.txt").read_bytes()
        assert (document.outlet, document.published) == ("وكالة أ", "2020-07-14")
        assert store.reading("1").sha256 == document.sha256


def test_only_what_changed_is_read_again(hudna: Run, record: Path, reports: Path) -> None:
    hudna("build", record, reports)
    assert hudna("build", record, reports).stdout == "0 read, 3 unchanged, 0 refused\n"
    with (reports / "1.txt").open("a", encoding="utf-8") as file:
        file.write("وأضافت أن قتيلا ثالثا سقط.\n")
    (reports / "2.json").write_text('{"outlet": "وكالة ب"}', "utf-8")
    result = hudna("build", record, reports)
    assert result.stdout == "2 read, 1 unchanged, 0 refused\n"
    assert result.stderr == "text replaced: 1\n"  # a report of another folder may bear the same name: it must be seen


def test_a_new_engine_reads_everything_again(
    hudna: Run, record: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hudna("build", record, reports)
    monkeypatch.setattr("hudna.cli.build.engine", lambda: "another")
    assert hudna("build", record, reports).stdout == "3 read, 0 unchanged, 0 refused\n"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(hudna: Run, record: Path, reports: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "picture.png").touch()
    result = hudna("build", record, reports, reports / "none.txt")
    assert result.exit_code == 1
    assert result.stdout == "3 read, 0 unchanged, 2 refused\n"
    assert result.stderr == (
        f"{reports / 'none.txt'}: no such file or folder\n"
        f"{reports / 'empty.txt'}: empty\n"
        "passed over, of other kinds: picture.png\n"
    )


def test_a_closed_file_and_a_pipe_are_named_and_the_rest_goes_on(
    hudna: Run, record: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, rows, pipe = reports / "1.txt", reports / "rows.jsonl", reports.parent / "pipe.txt"
    rows.touch()
    os.mkfifo(pipe)
    opening, access = Path.open, os.access

    def is_open(path: str | os.PathLike[str], mode: int) -> bool:
        return Path(path) not in (closed, rows) and access(path, mode)

    def opened(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path in (closed, rows):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opening(path, *args, **kwargs)

    monkeypatch.setattr(os, "access", is_open)
    monkeypatch.setattr(Path, "open", opened)
    result = hudna("build", record, reports / "0.txt", closed, rows, pipe, reports / "2.txt")
    assert (result.exit_code, result.stdout) == (1, "2 read, 0 unchanged, 3 refused\n")
    assert result.stderr == (
        f"{pipe}: not a regular file\n"
        f"{closed}: cannot be read: Permission denied\n"
        f"{rows}: cannot be read: Permission denied\n"
    )


def test_a_record_inside_the_folder_is_no_report(hudna: Run, reports: Path) -> None:
    for _ in range(2):
        result = hudna("build", reports / "r.hudna", reports)
        assert (result.exit_code, result.stderr) == (0, "")


def test_a_fault_of_the_engine_costs_one_document(
    hudna: Run, record: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(document: Document) -> object:
        if document.name == "1":
            raise KeyError("x")
        return original(document)

    original = pool.read
    monkeypatch.setattr(pool, "read", read)
    result = hudna("build", record, reports)
    assert result.exit_code == 1
    assert result.stderr == "1: the reading failed, which is a fault of hudna: KeyError: 'x'\n"
    assert result.stdout == "2 read, 0 unchanged, 1 refused\n"


def test_processes_make_the_same_record(hudna: Run, tmp_path: Path, reports: Path) -> None:
    one, two = tmp_path / "1.hudna", tmp_path / "2.hudna"
    assert hudna("build", one, reports).stdout == hudna("build", two, reports, "--jobs", 2).stdout
    with sqlite3.connect(one) as first, sqlite3.connect(two) as second:
        assert list(first.iterdump()) == list(second.iterdump())
    first.close()
    second.close()


def test_usage_errors(hudna: Run, record: Path, reports: Path) -> None:
    assert hudna("build", record).exit_code == 2
    assert hudna("build", record, reports, "--published", "July").exit_code == 2
    assert "'July' is no day such as 2020-07-14" in hudna("build", record, reports, "--published", "July").stderr
    assert hudna("build", record, reports, "--jobs", "0").exit_code == 2
    assert "is empty" in hudna("build", record, "").stderr
    assert not record.exists()


def test_any_name_is_a_records(hudna: Run, tmp_path: Path, reports: Path) -> None:
    record = tmp_path / "تقرير #1?%20 a.hudna"
    assert hudna("build", record, reports).exit_code == 0
    assert record.is_file()
    assert len(hudna("show", record, "documents").stdout.splitlines()) == 4


def test_a_damaged_record_is_said_to_be_so(hudna: Run, record: Path, reports: Path) -> None:
    hudna("build", record, reports)
    held = record.read_bytes()
    record.write_bytes(held[:8192] + b"\x55" * (len(held) - 8192))
    for command in (("show", record, "contacts"), ("brief", record), ("build", record, reports)):
        result = hudna(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"Error: {record}: damaged: ")


def test_a_record_that_is_none(hudna: Run, tmp_path: Path, reports: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE x (y)")
    connection.close()
    text = reports / "0.txt"
    os.mkfifo(pipe := tmp_path / "pipe")
    for path in (other, text, reports, pipe, tmp_path / "no/folder/r.hudna"):
        before = path.read_bytes() if path.is_file() else None
        result = hudna("build", path, reports)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"Error: {path}: ")
        assert result.stderr.count("\n") == 1
        assert before is None or path.read_bytes() == before


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    paragraph = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع هادئ.\n"
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(f"تقرير {number}\n{paragraph * 3}", "utf-8")
    return folder


def stored(record: Path) -> int:
    with suppress(RecordError), Store.open(record) as store:
        return len(store.names())
    return 0


def alive(group: int) -> bool:
    """Whether a process of the group still runs; a dead one may wait for its parent to notice."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                return True
    return False


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_build_leaves_whole_documents_and_goes_on(tmp_path: Path, hudna: Run, record: Path, jobs: str) -> None:
    reports = many(tmp_path / "many", 60)
    command = [*HUDNA, "build", str(record), str(reports), "--jobs", jobs]
    for least in (0, 3, 20):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, start_new_session=True, **quiet)  # noqa: S603 our own command
        try:
            wait_until(lambda n=least: record.exists() and stored(record) >= n)
        finally:
            process.kill()
            process.wait()
        wait_until(lambda group=process.pid: not alive(group))
        with suppress(RecordError), Store.open(record) as store:
            for document, reading in zip(store.documents(), store.readings(), strict=True):
                assert document.text.encode() == (reports / f"{document.name}.txt").read_bytes()
                assert reading.sha256 == document.sha256
        assert least == 0 or stored(record) >= least
    result = hudna("build", record, reports)
    assert result.exit_code == 0
    assert stored(record) == 60
    whole = tmp_path / "whole.hudna"
    hudna("build", whole, reports)
    with Store.open(record) as broken, Store.open(whole) as unbroken:
        assert broken.record() == unbroken.record()


def test_control_c_ends_with_one_line(tmp_path: Path, record: Path) -> None:
    reports = many(tmp_path / "many", 400)
    process = subprocess.Popen(  # noqa: S603 our own command
        [*HUDNA, "build", str(record), str(reports)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # tests that run behind a shell inherit the signal ignored
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    wait_until(lambda: stored(record) >= 1)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert err.strip().startswith("stopped;")
    assert err.strip().count("\n") == 0


def test_a_day_that_stands_for_none_is_no_date(hudna: Run, reports: Path, record: Path) -> None:
    result = hudna("build", record, reports, "--published", "0001-01-01")
    assert result.exit_code == 2
    assert result.stderr.endswith("is no day on which a report can have appeared: 0001-01-01\n")
