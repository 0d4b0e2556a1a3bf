import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_text_is_printed_as_it_is_stored(hudna: Run, record: Path, reports: Path) -> None:
    hudna("build", record, reports)
    result = hudna("text", record, "2")
    assert (result.exit_code, result.stdout_bytes) == (0, (reports / "2.txt").read_bytes())


def test_an_unknown_document(hudna: Run, record: Path, reports: Path) -> None:
    hudna("build", record, reports)
    for command in ("text", "remove"):
        result = hudna(command, record, "none")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"Error: {record}: no document 'none'\n"


def test_a_record_that_is_not_there_is_not_made(hudna: Run, record: Path) -> None:
    for command in ("text", "remove"):
        assert hudna(command, record, "0").exit_code == 1
    assert not record.exists()


def test_a_closed_pipe_is_no_fault(hudna: Run, record: Path, reports: Path) -> None:
    line = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران.\n"
    (reports / "long.txt").write_text(line * 2_000, "utf-8")  # 200 kB: more than a pipe holds
    hudna("build", record, reports / "long.txt")
    command = [sys.executable, "-c", "from hudna.cli import main; main()", "text", str(record), "long"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # noqa: S603 our own command
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().decode() == line
        process.stdout.close()
        assert process.stderr.read() == b""
