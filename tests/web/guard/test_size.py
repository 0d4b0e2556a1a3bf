import pytest
from starlette.testclient import TestClient

from hudna.web.guard.size import MOST


@pytest.mark.parametrize("path", ["/documents", "/documents.json", "/api/v1/search", "/review/add"])
def test_a_request_longer_than_any_of_ours_is_refused(client: TestClient, path: str) -> None:
    for answer in (
        client.get(path, params={"q": "x" * MOST}),
        client.get(path, headers={"X-Much": "x" * MOST}),
        client.get(f"{path}/{'x' * MOST}"),
    ):
        assert answer.status_code == 431
        assert "content-security-policy" in answer.headers


def test_a_long_search_is_answered(client: TestClient) -> None:
    assert client.get("/search", params={"q": "هدنة " * 500}).status_code == 200
