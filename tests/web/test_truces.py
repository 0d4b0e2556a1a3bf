from starlette.testclient import TestClient

from tests.web.markup import parsed

TRUCE = "r70011888eb3d"


def test_a_truce_leads_to_its_sheet_and_its_words(client: TestClient) -> None:
    page = parsed(client.get("/truces").text)
    assert page.xpath(f"//a[@href='/truces/{TRUCE}']")
    assert page.xpath("//li[@class='card']//a[@class='source']/@href")[0].startswith("/documents/second?at=")


def test_a_sheet_has_its_violations_as_claims_by_side(client: TestClient) -> None:
    page = parsed(client.get(f"/truces/{TRUCE}").text)
    section = page.xpath(f"//section[@aria-labelledby='breaches-{TRUCE}']")[0]
    assert "خروقات منسوبة إلى قوات الدعم السريع" in section.text_content()
    assert "بحسب الجيش السوداني" in section.text_content()
    assert section.xpath(".//a[@class='source']")


def test_no_truce_of_that_id_is_not_held(client: TestClient) -> None:
    assert client.get("/truces/r000000000000").status_code == 404


def test_truces_of_other_days_are_left_out(client: TestClient) -> None:
    assert client.get("/truces.json", params={"until": "2020-01-01"}).json()["total"] == 0
    assert "لم ترد هدنة" in client.get("/truces", params={"until": "2020-01-01"}).text
