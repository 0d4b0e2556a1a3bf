"""Addresses of before: whatever had an id and got another is found under the new one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.record import Store
from hudna.views import Bench
from hudna.web import create_app
from tests.web.conftest import BASE
from tests.web.test_pages import ADDRESSES, EXAMPLES, PAGES

FORMER = {
    "event": ("v000000000000", EXAMPLES["event"]),
    "place": ("e000000000000", EXAMPLES["place"]),
    "truce": ("r000000000000", EXAMPLES["truce"]),
    "actor": ("e000000000000", EXAMPLES["actor"]),
    "contact": ("e000000000000", EXAMPLES["pair"].partition("~")[2]),
}


@pytest.fixture
def merged(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Says of an id what it became."""

    def became(old: str, new: str) -> None:
        monkeypatch.setattr("hudna.record.Store.resolve", lambda _, given: new if given == old else given)

    return became


@pytest.mark.parametrize("name", FORMER)
@pytest.mark.parametrize("form", ["{}", "{}.json", "{}.html", "{}?size=5", "/api/v1{}"])
def test_an_id_of_before_leads_to_what_it_is_now(
    client: TestClient, merged: Callable[[str, str], None], name: str, form: str
) -> None:
    old, new = FORMER[name]
    merged(old, new)
    answer = client.get(form.format(ADDRESSES[name].replace(new, old)))
    assert (answer.status_code, answer.headers["location"]) == (308, form.format(ADDRESSES[name]))


def test_every_page_of_a_thing_with_an_id_is_tried() -> None:
    apart = {"reader"}  # a document has a name, and keeps it
    assert {name for name, page in PAGES.items() if "{" in page.path} == {*FORMER, *apart}


@pytest.mark.parametrize("name", FORMER)
def test_an_id_that_never_was_leads_nowhere(client: TestClient, name: str) -> None:
    assert client.get(ADDRESSES[name].replace(FORMER[name][1], FORMER[name][0])).status_code == 404


def test_two_in_contact_who_became_one_are_found_as_that_one(
    client: TestClient, merged: Callable[[str, str], None]
) -> None:
    merged("e000000000000", EXAMPLES["actor"])
    answer = client.get(f"/contacts/e000000000000~{EXAMPLES['actor']}")
    assert (answer.status_code, answer.headers["location"]) == (308, ADDRESSES["actor"])


@pytest.mark.parametrize(("name", "filter_"), [("actor", "actor"), ("place", "place")])
def test_a_filter_by_an_id_of_before_asks_for_what_it_is_now(
    client: TestClient, merged: Callable[[str, str], None], name: str, filter_: str
) -> None:
    old, new = FORMER[name]
    assert client.get("/timeline.json", params={filter_: old}).status_code == 400
    expected = client.get("/timeline.json", params={filter_: new}).json()["rows"]
    merged(old, new)
    assert client.get("/timeline.json", params={filter_: old}).json()["rows"] == expected != []


def test_what_people_joined_is_found_by_either_id(record_file: Path) -> None:
    with Store.open(record_file) as store:
        before = {e.name: e.id for e in store.record().entities}
        ids = before["سامح شكري"], before["فيصل بن فرحان"]
        Bench(store, "Lena", lambda: "2026-01-01T00:00:00+00:00").join(ids)
        now = next(e.id for e in store.record().entities if e.name in ("سامح شكري", "فيصل بن فرحان"))
    (gone,) = {*ids} - {now}
    with TestClient(create_app(record_file), base_url=BASE, follow_redirects=False) as client:
        assert client.get(f"/actors/{gone}").headers["location"] == f"/actors/{now}"
        assert client.get(f"/contacts/{EXAMPLES['pair']}").headers["location"] == f"/actors/{now}"
