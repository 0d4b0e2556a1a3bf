from starlette.testclient import TestClient

from tests.web.markup import parsed


def test_a_statement_stands_under_who_says_it_with_its_words(client: TestClient) -> None:
    client.cookies.set("hudna_language", "en")
    (row,) = parsed(client.get("/claims").text).xpath("//li[@class='saying']")
    assert row.xpath("string(p[@class='who'])").strip() == "Sudanese Army"
    assert "قصفت مدينة الأبيض" in row.xpath("string(blockquote)")
    assert row.xpath(".//a[@class='source']/@href")[0].startswith("/documents/first?at=")
    assert row.xpath(".//a[@class='whole']/@href")


def test_positions_are_shown_where_they_are_asked_for(client: TestClient) -> None:
    client.cookies.set("hudna_language", "en")
    (row,) = parsed(client.get("/claims?show=positions").text).xpath("//li[contains(@class, 'fact')]")
    assert "put to Sudanese Army, Rapid Support Forces" in row.text_content()
    assert [b.text for b in row.xpath(".//*[contains(@class, 'position')]//bdi")] == [
        "Sameh Shoukry",
        "Egypt",
        "Sudanese Army",
        "Rapid Support Forces",
    ]
    assert row.xpath("string(.//*[contains(@class, 'stance')])") == "demands"
    assert "دعا شكري" in row.xpath("string(.//q)")
    assert [r["stance"] for r in client.get("/claims.json?show=positions").json()["rows"]] == ["demands"]


def test_filters_stay_from_one_kind_to_the_other(client: TestClient) -> None:
    page = parsed(client.get("/claims?side=EGY").text)
    assert page.xpath("//p[@class='empty']")
    assert "/claims?side=EGY&show=positions" in page.xpath("//ul[@class='tabs']//a/@href")
