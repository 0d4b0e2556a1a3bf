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
