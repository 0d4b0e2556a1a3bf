import json
from pathlib import Path

import pytest

from hudna.text import Document
from quality import gate
from quality.gold import GoldSet


def test_without_the_gold_it_says_so_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "available", lambda: False)
    assert gate.main([]) == 0
    assert capsys.readouterr().out == "score: skipped, the gold annotations (../shared) are not here\n"


def test_raising_and_lowering_exclude_each_other() -> None:
    with pytest.raises(SystemExit) as stopped:
        gate.main(["--raise", "--lower"])
    assert stopped.value.code == 2


def test_each_report_becomes_one_file_of_the_reading_format(tmp_path: Path) -> None:
    gold = GoldSet(
        "dev", tmp_path, (Document("000", "أعلنت الوزارة وقف إطلاق النار.", published="2020-07-12"),), "digest"
    )
    gate.read_all(gold, tmp_path / "readings")
    (written,) = (tmp_path / "readings").iterdir()
    assert written.name == "000.json"
    assert json.loads(written.read_text(encoding="utf-8"))["schema"] == "hudna.reading/1"
