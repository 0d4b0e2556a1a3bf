import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_words_are_found_under_their_clitics_and_set_apart(hudna: Run, record_file: Path) -> None:
    lines = hudna("search", record_file, "هدنه").stdout.splitlines()
    assert any(line.startswith("second:") and "⟦الهدنة⟧ مرتين" in line for line in lines)


def test_found_sentences_are_the_stored_text(hudna: Run, record_file: Path) -> None:
    found = json.loads(hudna("search", record_file, "الجيش", "السوداني", "--json").stdout)
    assert {f["document"] for f in found} >= {"first", "second"}
    for hit in found:
        start = hit["span"][0]
        words = [hit["text"][a - start : b - start] for a, b in hit["words"]]
        assert words
        assert all(w in ("الجيش", "السوداني") for w in words)


def test_a_limit_limits(hudna: Run, record_file: Path) -> None:
    assert len(hudna("search", record_file, "الجيش", "--limit", "1").stdout.splitlines()) == 1


def test_nothing_found_is_said(hudna: Run, record_file: Path) -> None:
    result = hudna("search", record_file, "زرافة")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


@pytest.mark.parametrize("words", ["", " ", "«»"])
def test_nothing_to_look_for_is_an_error(hudna: Run, record_file: Path, words: str) -> None:
    result = hudna("search", record_file, words)
    assert result.exit_code == 2
    assert "no word to look for" in result.stderr


def test_a_terminal_is_not_told_what_to_do(hudna: Run, record_file: Path) -> None:
    shown = hudna("search", record_file, "شاهد").stdout
    assert shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
