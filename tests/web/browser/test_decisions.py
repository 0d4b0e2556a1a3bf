"""Every kind of decision, made by keys alone: it outlasts a rebuild, and taken back it leaves no trace."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hudna.record import Record, Store
from tests.web.browser.conftest import Open, serving

Make = Callable[[Page, Record], None]


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no fault of a page."""
    monkeypatch.setattr("hudna.web.judging._PATIENCE", 60.0)


@pytest.fixture
def page(record_file: Path, opened: Open) -> Iterator[Page]:
    """The queue of a record of its own, for somebody who has given their name."""
    with serving(record_file) as address:
        context = opened("/documents").context
        context.add_cookies([{"name": "hudna_reviewer", "value": "Lena", "url": address}])
        held = context.new_page()
        held.goto(f"{address}/review")
        yield held


def derived(store: Store) -> str:
    """All of the record but what people did."""
    return "".join(line for line in store.record().to_json().splitlines(keepends=True) if '"row":"review' not in line)


def telling(record: Record, document: str, kind: str) -> str:
    return next(t.id for t in record.tellings if t.document == document and t.type == kind)


def shown(page: Page, ident: str) -> None:
    page.goto(f"{page.url.partition('/review')[0]}/review?item={ident}")
    page.wait_for_selector(".acts")


def accept(page: Page, record: Record) -> None:
    shown(page, telling(record, "first", "ASSAULT"))
    page.keyboard.press("a")


def accept_all(page: Page, record: Record) -> None:
    shown(page, record.disagreements[0].id)
    page.keyboard.press("a")


def reject(page: Page, record: Record) -> None:
    shown(page, telling(record, "first", "ASSAULT"))
    page.keyboard.press("r")


def correct(page: Page, record: Record) -> None:
    shown(page, record.tolls[0].id)
    page.keyboard.press("c")
    page.locator("input[name='f.count']").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("10-12")
    page.keyboard.press("Enter")


def join(page: Page, record: Record) -> None:
    shown(page, telling(record, "first", "ASSAULT"))
    page.keyboard.press("j")
    page.locator("input[name='with']").focus()
    page.keyboard.type(telling(record, "second", "MOBILIZE"))
    page.keyboard.press("Enter")


def split(page: Page, record: Record) -> None:
    shown(page, telling(record, "first", "ASSAULT"))
    page.keyboard.press("s")


def note(page: Page, record: Record) -> None:
    shown(page, telling(record, "first", "ASSAULT"))
    page.keyboard.press("n")
    page.keyboard.type("ask the desk")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def add(page: Page, record: Record) -> None:
    page.goto(f"{page.url.partition('/review')[0]}/documents/{record.documents[1].name}")
    page.keyboard.press("m")
    page.keyboard.type("نفت")
    form = page.locator("details.missed form")
    form.locator("select[name=what]").select_option("event:REJECT")
    form.locator("button.primary").press("Enter")


MADE: dict[str, tuple[Make, bool]] = {  # and whether what is derived of the facts changes
    "accept": (accept, False),
    "accept-all": (accept_all, False),
    "reject": (reject, True),
    "correct": (correct, True),
    "join": (join, True),
    "split": (split, True),
    "note": (note, False),
    "add": (add, True),
}


@pytest.mark.parametrize("kind", MADE)
def test_a_decision_outlasts_a_rebuild_and_is_taken_back_whole(page: Page, record_file: Path, kind: str) -> None:
    make, changes = MADE[kind]
    with Store.open(record_file) as store:
        before = derived(store)
        make(page, store.record())
        page.wait_for_selector("form.done")
        made = store.judgements().all
        assert {(j.kind, j.author) for j in made} == {(kind.partition("-")[0], "Lena")}
        assert all(j.made.startswith("20") for j in made)
        decided = derived(store)
        assert (decided != before) is changes
        store.rebuild()
        assert derived(store) == decided
        assert {r.state for r in store.record().reviews} == {"applied"}
        page.reload()  # the rebuilt record still offers to take it back
        page.wait_for_selector("form.done")
        page.keyboard.press("u")
        page.wait_for_url("**did=undo*")
        assert len(store.judgements().all) == 2 * len(made)
        assert derived(store) == before
        store.rebuild()
        assert derived(store) == before
