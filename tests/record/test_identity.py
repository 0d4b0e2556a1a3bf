import json
from collections.abc import Callable
from typing import Any

from hudna.reading import Reading, from_json, to_json
from hudna.record import derive, with_record_ids
from hudna.text import Document


def test_exported_readings_share_the_records_ids(reports: list[tuple[Document, Reading]]) -> None:
    record = derive(reports)
    exported = {r.name: with_record_ids(r, record) for _, r in reports}
    calls = [exported[f"call-{n}"] for n in range(3)]
    assert len({r.events[0].record_event for r in calls}) == 1
    assert len({r.entities[0].id for r in calls}) == 1
    for reading in exported.values():
        known = {e.id for e in reading.entities}
        assert known <= set(record.entity)
        assert {m.entity for m in reading.mentions} <= known
    written = to_json(calls[0], global_ids=True)
    assert written["global_ids"]
    assert written["events"][0]["event"] in record.event
    assert from_json(json.dumps(written)) == calls[0]


def test_entities_that_the_record_joins_become_one_in_the_export(scribe: Callable[..., Any]) -> None:
    report = scribe("a", "قال نيكولا باشنان، ثم قال نيكول باشنان.")
    one, two = report.entity("PER", "نيكولا باشنان", side="AAA"), report.entity("PER", "نيكول باشنان", side="AAA")
    report.event("CONSULT", "قال", actors=(one, two))
    document, reading = report.pair()
    exported = with_record_ids(reading, derive([(document, reading)]))
    assert len(exported.entities) == 1
    assert len(exported.events[0].actors) == 1
    assert len(exported.mentions) == 2
