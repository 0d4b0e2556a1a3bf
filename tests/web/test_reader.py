import pytest
from starlette.testclient import TestClient

from hudna.text import Span
from hudna.web.addresses import document, passage
from tests.conftest import FIRST, HOSTILE, SECOND
from tests.web.markup import one, parsed


@pytest.mark.parametrize(("name", "text"), [("first", FIRST), ("second", SECOND), ('../<b>"x"', HOSTILE)])
def test_the_text_stands_as_it_is_stored(client: TestClient, name: str, text: str) -> None:
    page = client.get(document(name)).text
    shown = one(parsed(page), "//*[@id='text']").text_content()
    assert shown == "".join("\ufffd" if c < " " and c not in "\t\n\r" else c for c in text) or shown == text
    assert "<script>alert" not in page


def test_a_report_runs_from_right_to_left_whatever_it_begins_with(client: TestClient) -> None:
    assert one(parsed(client.get(document('../<b>"x"')).text), "//*[@id='text']").get("dir") == "rtl"


def test_every_fact_is_listed_and_marked(client: TestClient) -> None:
    page = parsed(client.get(document("first")).text)
    listed = page.xpath("//*[@data-fact]/@data-fact")
    marked = {fact for held in page.xpath("//mark/@data-facts") for fact in held.split()}
    assert len(listed) == 5
    assert marked == set(listed)


def test_the_words_asked_for_are_marked(client: TestClient) -> None:
    span = Span(FIRST.index("مدينة"), FIRST.index("مدينة") + 5)
    page = parsed(client.get(passage("first", span)).text)
    assert "".join(m.text_content() for m in page.xpath("//mark[contains(@class, 'cited')]")) == "مدينة"
    assert page.xpath(f"//mark[@id='c{span.start}']")


@pytest.mark.parametrize("asked", ["5-2", "0-999999", "x", "-1-4"])
def test_words_that_are_not_there_mark_nothing(client: TestClient, asked: str) -> None:
    page = parsed(client.get(document("first"), params={"at": asked}).text)
    assert not page.xpath("//mark[contains(@class, 'cited')]")


def test_a_document_that_is_not_there_is_said_so(client: TestClient) -> None:
    assert client.get("/documents/none").status_code == 404
    assert client.get("/documents/none.json").json() == {"error": 404}
