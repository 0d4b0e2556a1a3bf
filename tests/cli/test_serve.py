import socket
from pathlib import Path

from tests.cli.conftest import Run


def test_beyond_this_machine_it_does_not_start(hudna: Run, record: Path) -> None:
    result = hudna("serve", record, "--host", "0.0.0.0")  # noqa: S104 what is refused
    assert result.exit_code == 2
    assert "other machines" in result.output


def test_a_port_that_is_taken_is_named(hudna: Run, record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        result = hudna("serve", record, "--port", port)
    assert result.exit_code == 1
    assert f"port {port} is taken" in result.output


def test_what_is_no_record_is_said_so(hudna: Run, tmp_path: Path) -> None:
    result = hudna("serve", tmp_path / "none.hudna", "--port", 0)
    assert result.exit_code == 1
    assert "no such record" in result.output


def test_a_file_of_people_that_is_none_is_named(hudna: Run, record_file: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.jsonl"
    people.write_text("x\n", "utf-8")
    result = hudna("serve", record_file, "--port", 0, "--auth", people)
    assert result.exit_code == 1
    assert "people.jsonl, line 1" in result.output
