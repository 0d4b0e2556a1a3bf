from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.web import Settings, create_app
from hudna.web.guard.host import HostGuard
from hudna.web.settings import loopback


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


def test_every_answer_says_what_browsers_must_not_do(client: TestClient) -> None:
    for path in ("/", "/documents", "/documents.json", "/nowhere", "/static/x"):
        headers = client.get(path).headers
        assert "'unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.1.1.1", False), ("x", False)]
)
def test_loopback_is_told_from_the_rest(host: str, *, own: bool) -> None:
    assert loopback(host) is own
