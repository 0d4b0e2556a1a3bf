from starlette.testclient import TestClient

from tests.web.markup import parsed


def test_the_first_page_is_the_situation(client: TestClient) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer.headers["location"]) == (307, "/situation")


def test_it_counts_what_it_rests_on(client: TestClient) -> None:
    page = parsed(client.get("/situation").text)
    assert [b.text_content() for b in page.xpath("//ul[@class='totals']//b")][:3] == ["3", "3", "2"]


def test_whatever_stands_there_leads_to_its_words(client: TestClient) -> None:
    page = parsed(client.get("/situation").text)
    rows = page.xpath("//li[contains(@class, 'fact')]")
    assert len(rows) > 5
    assert all(row.xpath(".//a[@class='source']/@href") for row in rows)


def test_what_may_not_be_stated_is_shown_with_its_words(client: TestClient) -> None:
    page = parsed(client.get("/situation").text)
    for row in page.xpath("//li[contains(@class, 'unsure')]"):
        assert row.xpath(".//*[contains(@class, 'doubt')]")


def test_days_are_cut_by_when_reports_appeared(client: TestClient) -> None:
    held = client.get("/situation.json", params={"since": "2023-05-03"}).json()
    assert [d["id"] for d in held["rows"]] == ["2023-05-03"]
    assert client.get("/situation.json").json()["total"] == 3


def test_days_without_reports_are_said_to_have_none(client: TestClient) -> None:
    page = parsed(client.get("/situation?since=2024-01-01").text)
    assert page.xpath("//p[@class='empty']")
