from pathlib import Path

from hudna.lexicon import load
from quality.recognised import FOLDER, LEAST, TABLES, Row, measure, read_table


def test_clitics_and_phrases_are_recognised() -> None:
    rows = (Row("وأضافت", 2), Row("نقلا عن", 1), Row("الطاولة", 1))
    share = measure(rows, load(), TABLES["reporting"])
    assert (share.words, share.recognised) == (4, 3)
    assert share.missed == (Row("الطاولة", 1),)


def test_tables_may_have_further_columns(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("word\tclass\tcount\nقال\tsay\t3\n", encoding="utf-8")
    assert read_table(table) == (Row("قال", 3),)


def test_every_table_holds_its_share() -> None:
    for name, wanted in TABLES.items():
        assert measure(read_table(FOLDER / f"{name}.tsv"), load(), wanted).value >= LEAST, name
