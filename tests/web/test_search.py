import pytest
from starlette.testclient import TestClient

from tests.web.markup import parsed


def test_words_are_found_under_their_clitics_and_set_apart(client: TestClient) -> None:
    page = parsed(client.get("/search", params={"q": "هدنه"}).text)
    assert {b.text_content() for b in page.xpath("//ol[@class='found']//b")} == {"الهدنة"}
    assert all(a.startswith("/documents/second?at=") for a in page.xpath("//ol[@class='found']//blockquote/a/@href"))


def test_facts_are_found_by_names_in_either_language(client: TestClient) -> None:
    for words in ("Shoukry", "شكري"):
        rows = client.get("/search.json", params={"q": words, "what": "facts"}).json()["rows"]
        assert {r["row"]["type"] for r in rows} == {"CONSULT", "REQUEST"}


def test_both_kinds_are_counted_wherever_one_is(client: TestClient) -> None:
    for what in ("text", "facts"):
        page = parsed(client.get("/search", params={"q": "الجيش", "what": what}).text)
        counts = [int(c.text_content()) for c in page.xpath("//span[@class='count']")]
        assert counts[0] > 2
        assert counts[1] > 2
        assert len(page.xpath("//*[@aria-current='true']")) == 1


def test_filters_limit_both(client: TestClient) -> None:
    for what in ("text", "facts"):
        query = {"q": "الجيش", "what": what, "actor": "Shoukry"}
        rows = client.get("/search.json", params=query).json()["rows"]
        assert all("second" not in str(r.get("document")) for r in rows)
        assert len(rows) < client.get("/search.json", params={"q": "الجيش", "what": what}).json()["total"]


@pytest.mark.parametrize("query", ["", "?q=زرافة", "?q=زرافة&what=facts", "?q=%00%22'*%25", "?q=%ED%A0%80"])
def test_nothing_asked_for_and_nothing_found_are_said(client: TestClient, query: str) -> None:
    assert parsed(client.get(f"/search{query}").text).xpath("//p[@class='empty']")
    assert client.get(f"/search.json{query}").json()["total"] == 0


def test_words_are_no_markup(client: TestClient) -> None:
    text = client.get("/search", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in text


def test_the_record_is_not_read_anew(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise AssertionError

    client.get("/search.json", params={"q": "الجيش"})  # the record has been read when that is answered
    monkeypatch.setattr("hudna.record.Store.record", refuse)
    assert client.get("/search.json", params={"q": "الجيش"}).json()["total"] > 1
