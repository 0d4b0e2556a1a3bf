import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Reading
from hudna.record import derive
from hudna.text import Document

Pairs = list[tuple[Document, Reading]]
SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "dev"
SCORE = SHARED / "eval" / "score.py"


@settings(max_examples=25)
@given(data=st.data())
def test_neither_order_nor_batching_matters(reports: Pairs, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(reports))), unique=True))
    shuffled = data.draw(st.permutations(chosen))
    one, two = derive(reports[i] for i in chosen), derive(reports[i] for i in shuffled)
    assert one == two
    assert one.to_json() == two.to_json()


@settings(max_examples=15)
@given(data=st.data())
def test_every_id_is_known_and_every_fact_has_its_document(reports: Pairs, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(reports))), unique=True))
    record = derive(reports[i] for i in chosen)
    texts = {reports[i][0].name: reports[i][0].text for i in chosen}
    for telling in record.tellings:
        assert telling.id in record.event[telling.event].tellings
        assert texts[telling.document][telling.trigger.start : telling.trigger.end]
        assert all(x in record.entity for x in (*telling.actors, *telling.targets))
    for toll in record.tolls:
        assert toll.event is None or toll.event in record.event
    for truce in record.truces:
        assert all(t in record.by_id for t in (*truce.tellings, *truce.breaches))
    assert {n for line in record.lineages for n in line.documents} == set(texts)


def test_fact_ids_do_not_depend_on_other_documents(reports: Pairs) -> None:
    alone = {t.id for pair in reports for t in derive([pair]).tellings}
    assert {t.id for t in derive(reports).tellings} == alone


def test_an_empty_set_gives_an_empty_record() -> None:
    record = derive([])
    assert record.to_json() == ""
    assert not record.by_id


def test_the_dump_is_json_lines_by_part(reports: Pairs) -> None:
    lines = [json.loads(line) for line in derive(reports).to_json().splitlines()]
    assert {"documents", "entities", "events", "tellings", "tolls", "truces", "lineages"} <= {x["row"] for x in lines}
    events = [x["id"] for x in lines if x["row"] == "events"]
    assert events == sorted(events)


def test_the_pool_is_reconciled(reports: Pairs) -> None:
    record = derive(reports)
    assert [len(v.tellings) for v in record.events if v.type == "CONSULT"] == [3]
    assert [len(v.tellings) for v in record.events if v.type == "ASSAULT"] == [3]
    assert [len(t.tellings) for t in record.truces] == [2]
    ministers = [e for e in record.entities if e.type == "PER"]
    assert len(ministers) == 2


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold is not here")
def test_events_and_entities_of_the_gold(tmp_path: Path, gold_reports: Pairs) -> None:
    from hudna.reading import to_json  # noqa: PLC0415 - of use to this test only
    from hudna.record import with_record_ids  # noqa: PLC0415 - as above

    record = derive(gold_reports)
    for _, reading in gold_reports:
        written = to_json(with_record_ids(reading, record), global_ids=True)
        (tmp_path / f"{reading.name}.json").write_text(json.dumps(written), encoding="utf-8")
    given = [
        "--gold",
        GOLD,
        "--text",
        GOLD / "texts",
        "--pred",
        tmp_path,
        "--crossdoc",
        GOLD / "crossdoc.json",
        "--json",
    ]
    out = subprocess.run([sys.executable, SCORE, *given], capture_output=True, check=True, text=True)  # noqa: S603 - the measure
    scored = json.loads(out.stdout)
    assert scored["event identity"]["F1"] >= 0.85
    assert scored["entity clusters"]["F1"] >= 0.92


@pytest.fixture
def gold_reports() -> Pairs:
    """Readings made of the annotations: what a perfect reader without a lexicon would say."""
    spec = importlib.util.spec_from_file_location("gold", Path(__file__).with_name("gold.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    told: Pairs = module.convert(GOLD, SCORE)
    return told
