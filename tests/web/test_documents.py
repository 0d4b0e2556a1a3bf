from starlette.testclient import TestClient


def test_documents_are_listed_by_name(client: TestClient) -> None:
    held = client.get("/documents.json").json()
    assert [row["id"] for row in held["rows"]] == ['../<b>"x"', "first", "second"]


def test_documents_of_other_days_are_left_out(client: TestClient) -> None:
    held = client.get("/documents.json", params={"since": "2023-05-03"}).json()
    assert [row["id"] for row in held["rows"]] == ["second"]


def test_a_title_from_a_document_is_no_markup(client: TestClient) -> None:
    page = client.get("/documents").text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img" not in page
