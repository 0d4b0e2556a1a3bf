from starlette.testclient import TestClient

from tests.web.markup import parsed
from tests.web.test_pages import ADDRESSES, EXAMPLES


def test_a_place_has_every_spelling_with_its_count(client: TestClient) -> None:
    (row,) = client.get("/places.json").json()["rows"]
    assert {w["text"] for w in row["written"]} == {"الأبيض", "الابيض"}
    assert parsed(client.get("/places").text).xpath("//td//a/@href")[0] == ADDRESSES["place"]


def test_a_place_tells_what_happened_there_who_and_when(client: TestClient) -> None:
    page = parsed(client.get(ADDRESSES["place"]).text)
    assert page.xpath("//li[@class='fact']//a[contains(@class, 'source')]")
    assert "قوات الدعم السريع" in page.xpath("string(//section[@aria-labelledby='present'])")


def test_what_happened_at_a_place_is_filtered(client: TestClient) -> None:
    held = client.get(f"{ADDRESSES['place']}.json").json()["total"]
    assert held
    assert client.get(f"{ADDRESSES['place']}.json", params={"type": "AID"}).json()["total"] == 0
    assert client.get(f"{ADDRESSES['place']}.json", params={"standing": "pink"}).status_code == 400


def test_what_is_no_place_is_not_held(client: TestClient) -> None:
    assert client.get(f"/places/{EXAMPLES['actor']}").status_code == 404
