import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.reading import Mention, Reading
from hudna.record import ReadingRefused, RecordError, Store, derive
from hudna.text import Document, Span

Pairs = list[tuple[Document, Reading]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "r.hudna", create=True) as opened:
        yield opened


def test_what_is_put_comes_back(store: Store, reports: Pairs) -> None:
    for document, reading in reversed(reports):
        store.put(document, reading)
    assert store.names() == tuple(sorted(d.name for d, _ in reports))
    assert sorted(store.told(), key=lambda p: p[0].name) == sorted(reports, key=lambda p: p[0].name)
    assert store.document("call-0") == reports[0][0]
    assert store.reading("call-0") == reports[0][1]
    assert next(store.readings()) == reports[0][1]
    assert next(store.documents()) == reports[0][0]


def test_a_saved_record_equals_the_derived_one(store: Store, reports: Pairs, tmp_path: Path) -> None:
    for document, reading in reports:
        store.put(document, reading)
    built = store.record()
    assert built == derive(reports)
    with Store.open(tmp_path / "r.hudna") as again:
        loaded = again.record()
    assert loaded == built
    assert loaded.to_json() == built.to_json() == store.rebuild().to_json()


def test_removing_is_as_if_never_added(store: Store, reports: Pairs) -> None:
    for document, reading in reports:
        store.put(document, reading)
    store.record()
    store.remove("clash-1")
    assert store.record().to_json() == derive(p for p in reports if p[0].name != "clash-1").to_json()
    assert not [h for h in store.search("زاريت") if h.document == "clash-1"]
    with pytest.raises(RecordError, match="clash-1"):
        store.remove("clash-1")


def test_a_document_is_current_until_text_metadata_or_engine_change(store: Store, reports: Pairs) -> None:
    document, reading = reports[0]
    assert not store.current(document, "test")
    store.put(document, reading)
    assert store.current(document, "test")
    assert not store.current(document, "test 2")
    assert not store.current(replace(document, text=document.text + " "), "test")
    assert not store.current(replace(document, published="2021-03-06"), "test")
    assert not store.current(replace(document, outlet="ك"), "test")


def test_putting_again_replaces(store: Store, reports: Pairs) -> None:
    (document, reading), other = reports[0], reports[1][1]
    store.put(document, reading)
    changed = replace(reports[1][0], name=document.name)
    store.put(changed, replace(other, name=document.name))
    assert store.names() == (document.name,)
    assert store.document(document.name) == changed
    assert len({h.sentence for h in store.search("اتصال")}) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: replace(r, sha256="0" * 64),
        lambda r: replace(r, name="other"),
        lambda r: replace(r, mentions=(Mention(Span(5, 10_000), r.entities[0].id),)),
        lambda r: replace(r, mentions=(Mention(Span(5, 5), r.entities[0].id),)),
        lambda r: replace(r, mentions=(Mention(Span(-3, 5), r.entities[0].id),)),
        lambda r: replace(r, mentions=(Mention(Span(0, 5), "nobody"),)),
        lambda r: replace(r, events=(replace(r.events[0], evidence=Span(0, 9_999)),)),
        lambda r: replace(r, events=(replace(r.events[0], place="nowhere"),)),
    ],
)
def test_a_reading_that_does_not_fit_is_refused_and_nothing_is_lost(
    store: Store, reports: Pairs, spoil: Callable[[Reading], Reading]
) -> None:
    document, reading = reports[0]
    store.put(document, reading)
    before = store.record()
    with pytest.raises(ReadingRefused, match=r"call-0|other"):
        store.put(document, spoil(reading))
    assert store.reading(document.name) == reading
    assert store.record() == before


@settings(max_examples=40)
@given(text=st.text(max_size=200), words=st.text(max_size=20))
def test_any_text_is_kept_as_it_is_and_can_be_searched(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: str
) -> None:
    document = Document("any", text)
    with Store.open(tmp_path_factory.getbasetemp() / "any.hudna", create=True) as opened:
        opened.put(document, Reading(document.name, document.sha256, "test"))
        assert opened.document("any") == document
        for hit in opened.search(words):
            assert all(w.within(hit.sentence) for w in hit.words)


def test_half_a_surrogate_pair_is_refused(store: Store) -> None:
    document = Document("any", "خبر \ud800 عاجل")
    with pytest.raises(ReadingRefused, match="surrogate"):
        store.put(document, Reading(document.name, document.sha256, "test"))
    assert store.names() == ()


def test_ids_that_a_merge_replaced_lead_to_what_they_became(store: Store, reports: Pairs) -> None:
    store.put(*reports[0])
    first = {e.id for e in store.record().entities} | {v.id for v in store.record().events}
    for document, reading in reports[1:3]:
        store.put(document, reading)
    record = store.record()
    for old in first:
        new = store.resolve(old)
        assert new in record.by_id
        assert new == old or old not in record.by_id
    assert {store.resolve(old) for old in first} >= {record.events[0].id}


def test_search_finds_words_under_their_clitics(store: Store, scribe: Callable[..., Any]) -> None:
    report = scribe("a", "تقدمت القوات شمالا.\nوصلت بقواتها إلى التلال.\nمن أخبار أخرى.\nقالت إن للقوات مواقع.")
    store.put(*report.pair())
    text = report.document.text
    found = store.search("قوات")
    assert [text[h.sentence.start : h.sentence.end] for h in sorted(found, key=lambda h: h.sentence)] == [
        "تقدمت القوات شمالا.",
        "وصلت بقواتها إلى التلال.",
        "قالت إن للقوات مواقع.",
    ]
    assert {text[w.start : w.end] for h in found for w in h.words} == {"القوات", "بقواتها", "للقوات"}
    assert len(store.search("اخبار أخري")) == 1  # hamza and ya are folded
    assert len(store.search("القوات التلال")) == 1
    assert not store.search("وات")
    assert not store.search(' "*) OR «')
    assert len(store.search("قوات", limit=2)) == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such record"),
        (b"", "no SQLite file"),
        (b"hello, this is plain text", "no SQLite file"),
        ("other", "another program"),
        ("newer", "newer hudna"),
    ],
)
def test_a_file_that_is_no_record_is_named_in_one_line(tmp_path: Path, content: bytes | str | None, says: str) -> None:
    path = tmp_path / "x.hudna"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        if content == "newer":
            Store.open(path, create=True).close()
        change = "UPDATE meta SET value = '99' WHERE key = 'schema'" if content == "newer" else "CREATE TABLE a(b)"
        connection = sqlite3.connect(path)
        connection.execute(change)
        connection.commit()
        connection.close()
    with pytest.raises(RecordError, match=says) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_record_and_a_record_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder"):
        Store.open(tmp_path, create=True)
    with pytest.raises(RecordError, match="no folder"):
        Store.open(tmp_path / "none" / "r.hudna", create=True)


def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, reports: Pairs) -> None:
    path = tmp_path / "r.hudna"
    with Store.open(path, create=True) as opened:
        opened.put(*reports[0])
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordError), Store.open(path) as opened:
        opened.put(*reports[1])


_WRITER = """
import sys
from pathlib import Path
from hudna.record import Store
from hudna.reading import Reading
from hudna.text import Document
with Store.open(sys.argv[1], create=True) as store:
    for n in range(10_000):
        document = Document(f"d{n:05}", f"الخبر رقم {n} عن القتال. " * 40)
        store.put(document, Reading(document.name, document.sha256, "test"))
        if n % 7 == 0:
            store.rebuild()
        print(n, flush=True)
"""


def test_a_killed_writer_leaves_whole_documents_only(tmp_path: Path) -> None:
    path = tmp_path / "r.hudna"
    with subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603 - our own
        assert writer.stdout
        told = [writer.stdout.readline() for _ in range(12)]
        time.sleep(0.003)
        writer.send_signal(signal.SIGKILL)
    with Store.open(path) as store:
        names = store.names()
        assert len(names) >= len(told)
        for document, reading in store.told():
            assert document.sha256 == reading.sha256
            assert {h.document for h in store.search("القتال", limit=10_000)} == set(names)
        assert len(store.record().documents) == len(names)
    assert [p.name for p in tmp_path.iterdir()] == ["r.hudna"]
