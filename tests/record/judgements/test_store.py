"""Judgements in a record file: whatever comes in whatever order, the same documents and log give the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Reading
from hudna.record import Store, derive
from hudna.record.judgements import Judgement, Log, Place, from_line, to_line
from hudna.record.judgements.exchange import read_lines, written
from hudna.text import Document, Span


def a_days_work(person: Any) -> None:
    """One judgement of each kind, some of which contradict, on facts, entities, events and truces."""
    record = person.record
    calls = [t for t in record.tellings if t.type == "CONSULT"]
    clashes = [t for t in record.tellings if t.type == "ASSAULT"]
    ministers = [m.id for e in record.entities if len(e.members) > 1 and e.type == "PER" for m in e.members]
    person.correct(clashes[0].id, date="2021-03-09", targets=["loc.CCC"])
    person.accept(clashes[0].id)
    person.reject(calls[0].id, "a rumour")
    person.add("truce-0", "أعلن", "event", type="AGREE", actors=["loc.AAA", "loc.BBB"])
    person.split(ministers[0])
    person.join(calls[1].id, clashes[1].id)
    person.note(record.tolls[0].id, "two figures")
    person.split(record.truces[0].tellings[0])
    person.undo(person.log[-1])
    person.correct(record.tolls[0].id, count=">=14", claimed_by=[{"type": "PER", "name": "سالم الغريب", "side": "CCC"}])


@settings(max_examples=5)
@given(data=st.data())
def test_neither_order_nor_rebuilding_nor_reading_again_matters(reports: Any, at_work: Any, data: Any) -> None:
    person = at_work(reports)
    a_days_work(person)
    expected = person.record.to_json()
    order = data.draw(st.permutations(range(len(reports))))
    early = data.draw(st.integers(0, len(reports)))
    away = data.draw(st.sampled_from(range(len(reports))))
    half = data.draw(st.integers(0, len(person.log)))
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "r.hudna", create=True) as store:
        for number in order[:early]:
            store.put(*reports[number])
        assert store.judge(person.log[:half]) == half
        store.reconcile()
        for number in order[early:]:
            store.put(*reports[number])
        store.reconcile()
        assert store.judge(person.log) == len(person.log) - half
        assert store.record().to_json() == expected
        store.remove(reports[away][0].name)
        rest = [r for n, r in enumerate(reports) if n != away]
        assert store.record().to_json() == derive(rest, person.log).to_json()
        store.put(*reports[away])
        assert store.record().to_json() == expected
        assert store.rebuild().to_json() == expected
        assert [j.id for j in store.judgements().all] == [j.id for j in person.log]


def test_a_log_written_and_read_is_the_same(reports: Any, at_work: Any) -> None:
    person = at_work(reports)
    a_days_work(person)
    text = written(Log.of(person.log))
    assert [from_line(line) for line in text.splitlines()] == person.log
    assert list(read_lines(["", "{}", to_line(person.log[0])]))[1:] == [person.log[0]]


def test_each_undo_restores_the_very_file_content(reports: Any, at_work: Any, tmp_path: Path) -> None:
    person = at_work(reports)
    a_days_work(person)
    with Store.open(tmp_path / "r.hudna", create=True) as store:
        for document, reading in reports:
            store.put(document, reading)
        states = [store.record().to_json()]
        for number, judgement in enumerate(person.log, 1):
            store.judge([judgement])
            states.append(derive(reports, person.log[:number]).to_json())
            assert store.record().to_json() == states[-1]
        for judgement in reversed([j for j in person.log if j.kind != "undo"]):
            store.judge([person.undo(judgement)])
        assert store.record().to_json() == states[0]


def test_facts_are_added_where_no_report_names_anybody(tmp_path: Path) -> None:
    documents = [Document(f"silent-{n}", f"هدأت الجبهة {n}.") for n in range(2)]
    with Store.open(tmp_path / "r.hudna", create=True) as store:
        for document in documents:
            store.put(document, Reading(document.name, document.sha256, "test"))
        for number, document in enumerate(documents, 1):
            place = Place(document.sha256, Span(0, 4), "event", "CONCEDE", 0)
            store.judge([Judgement("add", (place,), "Lena", "2026-01-01T00:00:00+00:00", {"type": "CONCEDE"})])
            assert len(store.record().events) == number
        assert store.rebuild() == store.record()
