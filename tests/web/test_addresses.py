import pytest
from starlette.testclient import TestClient

from hudna.web.addresses import document, with_query


@pytest.mark.parametrize("name", ["a/b", "a.json", "a.html", "٪ ?#&", "../x"])
def test_a_name_cannot_lead_elsewhere(name: str) -> None:
    assert document(name).startswith("/documents/")
    assert not set(document(name).removeprefix("/documents/")) & set("/?#& ")


def test_a_document_called_like_a_form_is_found(client: TestClient) -> None:
    assert document("first.json") == "/documents/first.json.html"
    assert client.get("/documents/first.html").status_code == 200


def test_a_query_is_changed_in_one_place() -> None:
    assert with_query("/x", {"a": "1", "page": "2"}, page=None) == "/x?a=1"
    assert with_query("/x", {}, page="2") == "/x?page=2"
