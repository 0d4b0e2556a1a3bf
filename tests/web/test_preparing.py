import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from hudna.web.library import Library
from hudna.web.page import NotReady


@pytest.fixture
def early(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The browser of somebody who comes before all is prepared."""

    def not_yet(*_: object) -> None:
        raise NotReady(3, 17)

    monkeypatch.setattr(Library, "edition", not_yet)
    return client


def test_a_page_says_how_far_it_is_and_comes_again(early: TestClient) -> None:
    answer = early.get("/situation", headers={"Accept-Language": "en"})
    assert answer.status_code == 503
    assert "3 of 17 parts are ready." in answer.text
    assert answer.headers["Refresh"] == answer.headers["Retry-After"] == "2"
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_said_in_arabic(early: TestClient) -> None:
    assert "جارٍ تجهيز السجل" in early.get("/documents", headers={"Accept-Language": "ar"}).text


@pytest.mark.parametrize("path", ["/documents.json", "/documents.csv", "/api/v1/documents", "/api/v1/openapi.json"])
def test_programs_are_told_when_to_ask_again(early: TestClient, path: str) -> None:
    answer = early.get(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    assert "Refresh" not in answer.headers
    assert json.loads(answer.text)["error"]


def test_the_first_address_leads_on_meanwhile(early: TestClient) -> None:
    assert early.get("/").status_code == 307
