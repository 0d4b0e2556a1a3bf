import json
import stat
from pathlib import Path

import pytest

from hudna.web.guard.people import BadPeople, Person, fit, new_key, read, write
from hudna.web.guard.secret import hashed, matches


def test_people_are_read_as_they_were_written(tmp_path: Path) -> None:
    shown, mark, kept = new_key()
    people = {
        "Lena": Person("Lena", "reviewer", hashed("a password")),
        "ليلى": Person("ليلى", "reader", None, {mark: kept}),
    }
    path = tmp_path / "people.jsonl"
    write(path, people)
    assert read(path) == people
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [f.name for f in tmp_path.iterdir()] == ["people.jsonl"]
    assert shown not in path.read_text("utf-8")
    assert matches(kept, shown.partition(".")[2])


@pytest.mark.parametrize(
    "lines",
    [
        "x",
        "[]",
        json.dumps({"name": "Lena"}),
        json.dumps({"name": "Lena", "role": "owner"}),
        json.dumps({"name": "Lena", "role": "reader", "password": "plain"}),
        json.dumps({"name": "Lena", "role": "reader", "keys": {"a": "plain"}}),
        json.dumps({"name": "Lena", "role": "reader", "keys": ["a"]}),
        json.dumps({"name": " ", "role": "reader"}),
        json.dumps({"name": "Lena", "role": "reader"}) * 2,
        "\n".join([json.dumps({"name": "Lena", "role": "reader"})] * 2),
    ],
)
def test_a_line_that_names_nobody_is_refused(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text(lines, "utf-8")
    with pytest.raises(BadPeople, match=r"people.jsonl, line"):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPeople, match="none"):
        read(tmp_path / "none")


@pytest.mark.parametrize(
    ("name", "good"), [("Lena O'Hara", True), ("ليلى", True), ("a\nb", False), ("", False), ("_", False)]
)
def test_names_can_be_shown_on_a_line(name: str, *, good: bool) -> None:
    assert fit(name) is good
