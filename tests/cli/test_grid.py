import pytest

from hudna.cli.grid import grid


def test_markup_is_text_and_empty_columns_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    grid(("id", "claimed_by", "place"), [("v1", "[red]x[/red]", ""), ("v2", "", "")])
    shown = capsys.readouterr().out
    assert "[red]x[/red]" in shown
    assert "claimed by" in shown
    assert "place" not in shown


def test_a_table_without_rows_has_its_head(capsys: pytest.CaptureFixture[str]) -> None:
    grid(("id", "place"), [])
    assert "place" in capsys.readouterr().out


def test_a_narrow_terminal_cuts_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    grid(("id", "side", "date", "count", "kind"), [("v1", "Azerbaijan", "2020-07-16", "", "x" * 60)])
    shown = capsys.readouterr().out
    assert shown.split()[:6] == ["id", "v1", "side", "Azerbaijan", "date", "2020-07-16"]
    assert shown.count("x") == 60
    assert "count" not in shown
