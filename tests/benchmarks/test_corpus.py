from datetime import date
from pathlib import Path

import pytest

from benchmarks import corpus
from benchmarks.rivals import CASES


def test_without_the_corpus_the_examples_are_repeated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(corpus, "BULK", tmp_path / "none")
    monkeypatch.setattr(corpus, "FIVE", tmp_path / "none")
    what, documents = corpus.sample(40)
    assert what == "example reports, repeated"
    assert len(documents) == 40
    assert len(corpus.five()) == 5


def test_every_case_of_dates_is_a_date_a_sentence_and_a_value() -> None:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) >= 15
    for line in lines:
        published, sentence, expected = line.split("\t")
        assert date.fromisoformat(published)
        assert sentence.endswith(".")
        assert expected[:4].isdigit()
