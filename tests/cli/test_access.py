from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hudna.cli import main
from hudna.web.guard.people import read
from hudna.web.guard.secret import matches

Typing = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.jsonl"


@pytest.fixture
def access(file: Path) -> Typing:
    def run(*arguments: str, said: str = "") -> Result:
        return CliRunner(catch_exceptions=False).invoke(main, ["access", str(file), *arguments], input=said)

    return run


def test_somebody_is_taken_in_with_a_password(access: Typing, file: Path) -> None:
    result = access("add", "Lena", "--role", "reviewer", said="a long password\n" * 2)
    assert result.exit_code == 0
    assert "a long password" not in result.output
    person = read(file)["Lena"]
    assert person.role == "reviewer"
    assert matches(person.password, "a long password")


def test_a_key_is_printed_once_and_kept_as_a_hash(access: Typing, file: Path) -> None:
    key = access("add", "importer", "--key").stdout.strip()
    mark, _, secret = key.partition(".")
    person = read(file)["importer"]
    assert person.role == "reader"
    assert matches(person.keys[mark], secret)
    access("add", "importer", "--key", "--role", "reviewer")
    assert (read(file)["importer"].role, len(read(file)["importer"].keys)) == ("reviewer", 2)
    assert access("list").output == "importer\treviewer\t\t2\n"


def test_somebody_is_taken_out(access: Typing, file: Path) -> None:
    access("add", "importer", "--key")
    assert access("remove", "importer").exit_code == 0
    assert read(file) == {}
    again = access("remove", "importer")
    assert (again.exit_code, "names no 'importer'" in again.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [(("add", "a\tb"), "", 2), (("add", "Lena"), "short\nshort\n", 1), (("list",), "", 1)],
)
def test_what_cannot_be_is_said_in_a_line(access: Typing, arguments: tuple[str, ...], said: str, status: int) -> None:
    result = access(*arguments, said=said)
    assert result.exit_code == status
    assert "Error: " in result.output


def test_a_folder_that_is_not_there_is_said_in_a_line() -> None:
    result = CliRunner().invoke(main, ["access", "/nosuch/folder/people", "add", "Lena", "--key"])
    assert (result.exit_code, result.output) == (1, "Error: /nosuch/folder/people: No such file or directory\n")
