from starlette.testclient import TestClient

from tests.web.markup import parsed


def test_each_version_stands_under_those_who_give_it_with_its_words(client: TestClient) -> None:
    client.cookies.set("hudna_language", "en")
    (row,) = parsed(client.get("/disagreements?about=count").text).xpath("//article")
    versions = row.xpath(".//section")
    assert [v.xpath("string(p[@class='who'])") for v in versions] == ["Sudanese Army", "Rapid Support Forces"]
    assert [v.xpath("string(p[@class='value'])") for v in versions] == ["12 killed", "9 killed"]
    assert all(v.xpath("blockquote") and v.xpath(".//a[@class='source']") for v in versions)


def test_contradictions_stand_apart_from_changes(client: TestClient) -> None:
    assert client.get("/disagreements.json?kind=contradiction").json()["total"] == 2
    assert client.get("/disagreements.json?kind=change").json()["total"] == 0
    assert client.get("/disagreements.json?kind=x").json()["total"] == 2


def test_the_ways_keep_what_else_is_asked_for(client: TestClient) -> None:
    page = parsed(client.get("/disagreements?since=2023-05-01&kind=contradiction").text)
    assert all("since=2023-05-01" in a for a in page.xpath("//nav[@class='ways']//a/@href"))
    assert page.xpath("//form[@class='filters']//input[@type='hidden']/@value") == ["contradiction"]


def test_an_actor_who_differs_with_nobody_finds_nothing(client: TestClient) -> None:
    page = parsed(client.get("/disagreements?actor=Shoukry").text)
    assert page.xpath("//p[@class='empty']")
    assert not page.xpath("//article")
