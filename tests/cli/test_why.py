import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def ids(hudna: Run, record: Path, view: str) -> list[str]:
    return [row["id"] for row in json.loads(hudna("show", record, view, "--json").stdout)]


def test_a_figure_is_explained_by_its_words(hudna: Run, record_file: Path) -> None:
    for ident in ids(hudna, record_file, "casualties"):
        result = hudna("why", record_file, ident)
        assert result.exit_code == 0
        assert "قتل" in result.stdout
        assert "rule: test.toll, not measured" in result.stdout
        assert "claimed by: " in result.stdout
        assert "belongs to " in result.stdout


def test_every_id_that_is_shown_can_be_asked_for(hudna: Run, record_file: Path) -> None:
    for view in ("contacts", "claims", "losses", "truces", "violations", "actors", "disagreements", "lineage"):
        for ident in ids(hudna, record_file, view):
            assert hudna("why", record_file, ident).exit_code == 0
            answer = json.loads(hudna("why", record_file, ident, "--json").stdout)
            assert answer["id"] == ident


def test_an_entity_is_explained_by_its_spellings(hudna: Run, record_file: Path) -> None:
    (place,) = ids(hudna, record_file, "places")
    told = hudna("why", record_file, place).stdout
    assert "«الأبيض» × 2" in told
    assert "joined by" in told


def test_an_unknown_id_is_named(hudna: Run, record_file: Path) -> None:
    result = hudna("why", record_file, "nothing")
    assert (result.exit_code, result.stderr) == (1, "Error: the record holds nothing with the id 'nothing'\n")
