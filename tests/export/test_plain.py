import csv
import io
import json

import pytest

from hudna import views
from hudna.export import TABLES, as_json, csv_table, table, write_csv
from hudna.export.plain import Table
from hudna.views import Dossier


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\n=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(write_csv(Table(("a",), ((cell,),))), newline="")))
    assert rows[1] == [f"'{cell}"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_as_many_cells_in_every_row(dossier: Dossier, name: str) -> None:
    head, *rows = csv.reader(io.StringIO(csv_table(dossier, name), newline=""))
    assert rows or name in ("links", "lineages")  # none of their events are tied, none copies another
    assert head[0] == "id"
    assert {len(r) for r in rows} <= {len(head)}
    assert len(set(head)) == len(head)


@pytest.mark.parametrize("name", ["events", "claims", "casualties", "truces", "violations", "actors", "places"])
def test_every_row_leads_back_to_its_words(dossier: Dossier, name: str) -> None:
    for row in csv.DictReader(io.StringIO(csv_table(dossier, name), newline="")):
        for mark in row["sources"].split("; "):
            document, _, offsets = mark.rpartition(":")
            start, end = map(int, offsets.split("-"))
            assert dossier.texts[document][start:end] in row["quotes"]


def test_a_party_is_told_by_id_and_both_names(dossier: Dossier) -> None:
    held = table(views.Figure, views.casualties(dossier))
    row = dict(zip(held.columns, held.rows[0], strict=True))
    assert (row["side"], row["side_ar"], row["side_en"]) == ("SDN", "السودان", "Sudan")
    assert row["cumulative"] == "false"


def test_rows_are_json(dossier: Dossier) -> None:
    (truce,) = json.loads(json.dumps([as_json(t) for t in views.truces(dossier)]))
    assert truce["parties"][0].keys() == {"id", "ar", "en", "side", "type"}
    assert truce["violations"][0]["sources"][0]["quote"] == "خرق الهدنة مرتين"
