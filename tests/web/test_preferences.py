import pytest
from starlette.testclient import TestClient

from tests.web.markup import one, parsed


def send(client: TestClient, **fields: str) -> object:
    token = one(parsed(client.get("/documents").text), "//input[@name='token']").get("value")
    return client.post("/preferences", data={"token": token, "next": "/documents?since=2023-05-03", **fields})


def test_a_language_is_remembered_and_the_page_shown_again(client: TestClient) -> None:
    answer = send(client, language="en")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?since=2023-05-03")
    assert one(parsed(client.get("/documents").text), "/html").get("lang") == "en"


def test_a_theme_is_remembered(client: TestClient) -> None:
    send(client, theme="dark")
    assert one(parsed(client.get("/documents").text), "/html").get("data-theme") == "dark"


def test_what_is_no_language_changes_nothing(client: TestClient) -> None:
    send(client, language="xx", theme="pink")
    root = one(parsed(client.get("/documents").text), "/html")
    assert (root.get("lang"), root.get("data-theme")) == ("ar", "auto")


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x"])
def test_nobody_is_sent_elsewhere(client: TestClient, address: str) -> None:
    assert send(client, language="en", next=address).headers["location"] == "/"


def test_the_browser_says_which_language_comes_first(client: TestClient) -> None:
    answer = client.get("/documents", headers={"Accept-Language": "fr-FR, en;q=0.8, ar;q=0.5"})
    assert one(parsed(answer.text), "/html").get("lang") == "en"
