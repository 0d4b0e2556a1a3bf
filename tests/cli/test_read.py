import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from hudna.reading import from_json, read
from hudna.text import Document

BODY = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع هادئ."
Run = Callable[..., Result]


def test_json_is_the_reading(hudna: Run, reports: Path) -> None:
    result = hudna("read", reports / "0.txt", "--json", "--published", "2020-07-14", "--outlet", "وكالة أ")
    assert result.exit_code == 0
    assert "\\u" not in result.stdout
    text = (reports / "0.txt").read_bytes().decode()
    document = Document("0", text, text.splitlines()[0], outlet="وكالة أ", published="2020-07-14")
    assert from_json(result.stdout) == read(document)


def test_standard_input_is_read(hudna: Run, reports: Path) -> None:
    result = hudna("read", "-", "--json", stdin=(reports / "0.txt").read_bytes())
    assert json.loads(result.stdout)["document"]["id"] == "stdin"
    result = hudna("read", "-", stdin=b"")
    assert (result.exit_code, result.stderr) == (1, "stdin: empty\n")


def test_json_lines_give_json_lines(hudna: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    good = '{"text": "أعلنت الوزارة الهدنة."}', '{"text": "رفضت الوزارة الهدنة.", "id": "x"}'
    path.write_text("\n".join((good[0], '{"text": ', good[1])), "utf-8")
    result = hudna("read", path, "--json")
    assert result.exit_code == 1
    assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == ["r-1", "x"]
    assert result.stderr.startswith(f"{path}, line 2: broken JSON")


def test_people_see_the_sentences(hudna: Run, reports: Path) -> None:
    result = hudna("read", reports / "0.txt")
    assert result.exit_code == 0
    assert BODY in result.stdout.splitlines()
    assert "\x1b" not in result.stdout
    assert "\u2068" not in result.stdout


def test_what_is_no_file(hudna: Run, tmp_path: Path) -> None:
    result = hudna("read", tmp_path)
    assert (result.exit_code, result.stderr) == (1, f"{tmp_path}: is a folder; hudna build reads folders\n")
    result = hudna("read", tmp_path / "none.txt")
    assert (result.exit_code, result.stderr) == (1, f"{tmp_path / 'none.txt'}: no such file or folder\n")
    assert hudna("read").exit_code == 2
    assert hudna("read", "-", "--published", "July").exit_code == 2
    assert "is empty" in hudna("read", "").stderr
