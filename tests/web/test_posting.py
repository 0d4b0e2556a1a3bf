import pytest
from starlette.testclient import TestClient

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("token", ["", "0" * 64, "\u0660"])
def test_a_form_without_our_token_is_refused(client: TestClient, token: str) -> None:
    client.get("/documents")
    assert client.post("/preferences", data={"token": token, "language": "en"}).status_code == 403


def test_a_form_of_another_session_is_refused(client: TestClient) -> None:
    page = client.get("/documents").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    client.cookies.clear()
    assert client.post("/preferences", data={"token": token, "language": "en"}).status_code == 403


def test_a_form_may_not_be_endless(client: TestClient) -> None:
    assert client.post("/preferences", content=b"a=" + b"x" * 70_000, headers=FORM).status_code == 413
    assert client.post("/preferences", content=b"a=1&" * 300, headers=FORM).status_code == 400


def test_only_forms_are_taken(client: TestClient) -> None:
    assert client.post("/preferences", json={"language": "en"}).status_code == 415
