from starlette.testclient import TestClient

from tests.web.markup import parsed


def test_events_come_in_their_order(client: TestClient) -> None:
    dates = [row["date"] for row in client.get("/timeline.json").json()["rows"]]
    assert dates == sorted(dates)
    assert len(dates) == 3


def test_a_period_opens_when_it_is_chosen(client: TestClient) -> None:
    page = parsed(client.get("/timeline").text)
    bars = page.xpath("//nav[@class='scale']//a/@href")
    assert len(bars) == 3
    opened = parsed(client.get(bars[0]).text)
    assert len(opened.xpath("//li[@class='fact']")) == 1
    assert len(opened.xpath("//p[@class='crumbs']/a")) == 3


def test_a_choice_is_kept_where_a_period_opens(client: TestClient) -> None:
    page = parsed(client.get("/timeline", params={"type": "ASSAULT", "page": "1"}).text)
    (bar,) = page.xpath("//nav[@class='scale']//div//a/@href")
    assert "type=ASSAULT" in bar
    assert "page=" not in bar


def test_what_has_no_date_is_counted(client: TestClient) -> None:
    assert parsed(client.get("/timeline").text).xpath("//p[contains(@class, 'undated')]")
