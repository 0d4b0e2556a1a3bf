"""A missed fact in a text that comes in stretches: the record counts its words from the beginning of the whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hudna.reading import Reading
from hudna.record import Store
from hudna.text import Document
from hudna.web.addresses import document
from hudna.web.stretches import LONGEST
from tests.web.browser.conftest import Open, serving

WORDS = "قصفت مدينة زاريت"
# Two code units of a browser in one character, and ends of lines that it would take for one.
LINE = "\U0001f54a قال \u202eشاهد\u202c.\r\n"
TEXT = f"{WORDS} ثم هدأت.\r\n{LINE * (LONGEST // len(LINE))}وبعد يوم {LINE * 9}{WORDS} من جديد.\r\n{LINE * 99}"
SELECT = """words => {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
  }
}"""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no fault of a page."""
    monkeypatch.setattr("hudna.web.judging._PATIENCE", 60.0)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    held = Document("long", TEXT)
    with Store.open(tmp_path / "long.hudna", create=True) as store:
        store.put(held, Reading("long", held.sha256, "test"))
    return tmp_path / "long.hudna"


@pytest.fixture
def page(record: Path, opened: Open) -> Iterator[Page]:
    """The second stretch, for somebody who has given their name."""
    with serving(record) as address:
        held = opened("/documents")
        held.context.add_cookies([{"name": "hudna_reviewer", "value": "Lena", "url": address}])
        elsewhere = held.context.new_page()
        elsewhere.goto(f"{address}{document('long')}?page=2")
        yield elsewhere


def test_words_far_behind_are_added_where_they_stand(page: Page, record: Path) -> None:
    page.evaluate(SELECT, WORDS)
    page.wait_for_selector("details.missed.ready")
    page.keyboard.press("m")
    form = page.locator("details.missed form")
    assert form.locator("textarea[name=words]").input_value() == WORDS
    form.locator("select[name=what]").select_option("event:ASSAULT")
    form.locator("button.primary").click()
    page.wait_for_selector("form.done")
    assert "page=2" in page.url
    with Store.open(record) as store:
        (judgement,) = store.judgements().all
        span = judgement.places[0].span
        (telling,) = store.record().tellings
    assert (span.start, TEXT[span.start : span.end]) == (TEXT.rindex(WORDS), WORDS)
    assert span.start > LONGEST
    assert telling.trigger == span
    page.wait_for_function("document.querySelectorAll('#text mark').length === 1")
    assert page.locator("#text mark").text_content() == WORDS
