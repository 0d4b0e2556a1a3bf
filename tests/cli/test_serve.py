import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from hudna.web.guard.people import Person, new_key, write
from hudna.web.guard.secret import hashed
from tests.cli.conftest import Run

PASSWORD = "a long password"  # noqa: S105 of nobody
MAIN = "from hudna.cli import main; main()"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.1.1", "desk.example"])  # noqa: S104 what is refused
def test_beyond_this_machine_it_does_not_start(hudna: Run, record: Path, host: str) -> None:
    result = hudna("serve", record, "--host", host)
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


@contextmanager
def served(*arguments: object) -> Iterator[tuple[HTTPConnection, "subprocess.Popen[str]"]]:
    """A server of its own process; what it prints can be read when it has ended."""
    command = [sys.executable, "-c", MAIN, "serve", *map(str, arguments), "--port", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:  # noqa: S603 ours
        try:
            assert process.stdout is not None
            said = re.match(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
            assert said is not None
            with closing(HTTPConnection("127.0.0.1", int(said[1]))) as connection:
                yield connection, process
        finally:
            process.terminate()


def test_it_opens_on_this_machine_and_logs_no_secret(record_file: Path, tmp_path: Path) -> None:
    shown, mark, kept = new_key()
    write(tmp_path / "people.jsonl", {"Lena": Person("Lena", "reviewer", hashed(PASSWORD), {mark: kept})})
    with served(record_file, "--auth", tmp_path / "people.jsonl") as (connection, process):
        connection.request("GET", "/login")
        page = connection.getresponse()
        cookies = [c.partition(";")[0] for c in page.headers.get_all("set-cookie", [])]
        token = re.search('name="token" value="([0-9a-f]+)"', page.read().decode())
        assert token is not None
        form = urlencode({"token": token[1], "name": "Lena", "password": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": "; ".join(cookies)}
        connection.request("POST", "/login", form, headers)
        answer = connection.getresponse()
        login = next(c for c in answer.headers.get_all("set-cookie", []) if c.startswith("hudna_login="))
        assert (answer.status, answer.read()) == (303, b"")
        for secret in (shown, f"{shown}x"):
            bearer = {"Authorization": f"Bearer {secret}"}
            connection.request("GET", "/documents.json?since=2023-05-01", headers=bearer)
            connection.getresponse().read()
        connection.request("GET", "/documents", headers={"Host": "rebound.example"})
        assert connection.getresponse().status == 421
        connection.close()
        process.terminate()
        said = "".join(process.communicate(timeout=60))
    held = login.partition("=")[2].partition(";")[0]
    assert [s for s in (PASSWORD, "since", shown, mark, held, token[1]) if s in said] == []


def test_a_request_without_end_is_refused(record_file: Path) -> None:
    with served(record_file) as (connection, _):
        connection.request("GET", f"/documents?q={'x' * 40_000}")
        assert connection.getresponse().status in (400, 431)
