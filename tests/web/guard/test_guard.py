from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from hudna.web import Settings, create_app, routes
from hudna.web.guard.host import HostGuard
from hudna.web.settings import loopback
from tests.web.test_pages import ADDRESSES

WHOLE = [f"{path}{ending}" for path in ADDRESSES.values() for ending in ("", ".json")]
FORMS = [r.path for r in routes.routes(routes.found()) if isinstance(r, Route) and "POST" in (r.methods or ())]


def test_the_forms_are_those_that_there_are() -> None:
    assert {"/login", "/logout", "/preferences", "/review/add", "/review/undo"} < set(FORMS)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST"])
def test_this_machine_is_known_by_its_names(client: TestClient, host: str) -> None:
    assert client.get("/documents", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["rebound.example", "127.0.0.1.rebound.example", "", "localhost@x", "[::", "10.0.0.1"])
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/documents", headers={"Host": host})
    assert answer.status_code == 421
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "http://127.0.0.1:9000", "https://127.0.0.1:8000"]
)
def test_another_origin_is_refused(client: TestClient, origin: str) -> None:
    assert client.get("/documents.json", headers={"Origin": origin}).status_code == 403


def test_our_own_origin_is_answered(client: TestClient) -> None:
    assert client.get("/documents.json", headers={"Origin": "http://127.0.0.1:8000"}).status_code == 200


def test_a_further_name_can_be_given(record_file: Path) -> None:
    client = TestClient(create_app(record_file, Settings(names=("desk.example",))), base_url="http://desk.example")
    assert client.get("/documents").status_code == 200


def test_addresses_are_known_where_all_are_listened_at() -> None:
    everywhere = HostGuard(None, Settings(host="0.0.0.0"))  # type: ignore[arg-type]  # noqa: S104 nothing is bound
    assert everywhere._known("10.0.0.1:8000")  # noqa: SLF001
    assert not everywhere._known("rebound.example")  # noqa: SLF001


@pytest.mark.parametrize("path", [*WHOLE, *FORMS, "/", "/nowhere", "/static/x", "/api/v1/openapi.json"])
def test_every_answer_says_what_browsers_must_not_do(client: TestClient, path: str) -> None:
    for answer in (client.get(path), client.post(path), client.get(path, headers={"Host": "rebound.example"})):
        policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
        assert "unsafe" not in str(policy)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [*WHOLE, *FORMS])
@pytest.mark.parametrize(
    ("header", "value", "status"),
    [("Host", "rebound.example", 421), ("Host", "127.0.0.1.rebound.example:8000", 421), ("Origin", "null", 403)],
)
def test_no_page_and_no_form_is_for_another_site(
    client: TestClient, path: str, header: str, value: str, status: int
) -> None:
    for method in ("GET", "POST"):
        assert client.request(method, path, headers={header: value}).status_code == status


@pytest.mark.parametrize("path", FORMS)
def test_no_form_is_taken_without_the_token_of_its_session(client: TestClient, path: str) -> None:
    client.get("/documents")
    for form in ({}, {"token": ""}, {"token": "0" * 64}):
        assert client.post(path, data={"x": "y", **form}).status_code == 403


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.1.1.1", False), ("x", False)]
)
def test_loopback_is_told_from_the_rest(host: str, *, own: bool) -> None:
    assert loopback(host) is own
