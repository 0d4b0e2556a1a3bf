import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hudna.export import TABLES, file_name, readings, tables
from hudna.reading import from_json
from hudna.record import Store
from hudna.views import Dossier


def test_a_reading_is_written_for_each_document_with_the_ids_of_the_record(record_file: Path, tmp_path: Path) -> None:
    with Store.open(record_file) as store:
        written = readings(store, tmp_path / "out" / "readings")
        record = store.record()
    assert {p.name for p in written} >= {"first.json", "second.json"}
    assert all(p.parent == tmp_path / "out" / "readings" for p in written)
    held = (tmp_path / "out" / "readings" / "first.json").read_bytes()
    assert json.loads(held)["global_ids"] is True
    reading = from_json(held)
    assert {e.id for e in reading.entities} <= set(record.entity)
    assert {e.record_event for e in reading.events} <= set(record.event)


def test_every_table_is_written(dossier: Dossier, tmp_path: Path) -> None:
    assert {p.stem for p in tables(dossier, tmp_path)} == set(TABLES)


@given(st.text())
def test_a_file_name_stays_in_its_folder(name: str) -> None:
    held = file_name(name)
    assert (Path("folder") / f"{held}.json").parent == Path("folder")
    assert held not in ("", ".", "..")
    assert not set(held) & set('/\\\x00:*?"<>|')


@given(st.text(), st.text())
def test_two_documents_never_share_a_file(one: str, other: str) -> None:
    assert one == other or file_name(one) != file_name(other)
