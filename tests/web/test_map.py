import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.web import words
from tests.web.markup import parsed
from tests.web.test_pages import ADDRESSES

POLICY = "worker-src 'self';"


def test_the_map_counts_as_its_table(client: TestClient) -> None:
    held = client.get("/map.json").json()
    page = parsed(client.get("/map").text)
    assert [site["party"]["en"] for site in held["sites"]] == ["El Obeid"]
    assert len(held["events"]) == sum(site["events"] for site in held["sites"])
    assert page.xpath("//td[@class='title']/a/@href") == [ADDRESSES["place"]]


def test_the_table_of_the_map_is_its_csv(client: TestClient) -> None:
    asked = {"type": "ASSAULT"}
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv", params=asked).text)))
    assert [row["id"] for row in rows] == [site["id"] for site in client.get("/map.json", params=asked).json()["sites"]]
    assert int(rows[0]["events"]) == len(client.get("/map.json", params=asked).json()["events"])
    assert "/map.csv?type=ASSAULT" in parsed(client.get("/map", params=asked).text).xpath("//p[@class='forms']/a/@href")


def test_a_choice_is_kept_on_the_way_to_the_places(client: TestClient) -> None:
    page = parsed(client.get("/map", params={"type": "ASSAULT", "place": "الأبيض"}).text)
    assert page.xpath("//td[@class='title']/a/@href") == [f"{ADDRESSES['place']}?type=ASSAULT"]
    assert "type=ASSAULT" in page.xpath("//@data-atlas")[0]


def test_what_is_on_no_map_is_none_of_its_events(client: TestClient) -> None:
    assert client.get("/map.json", params={"type": "AID"}).json()["sites"] == []
    assert parsed(client.get("/map", params={"type": "AID"}).text).xpath("//p[@class='empty']")


def test_what_is_on_no_map_is_listed_beside_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hudna.views.whereabouts.found", lambda _: None)
    page = parsed(client.get("/map", params={"type": "ASSAULT"}).text)
    assert page.xpath("//ul[@class='missing']/li/a/@href") == [f"{ADDRESSES['place']}?type=ASSAULT"]
    assert page.xpath("string(//details[@class='unplaced']/summary)")


def test_the_map_needs_nothing_that_the_policy_forbids(client: TestClient) -> None:
    assert POLICY in client.get("/map").headers["content-security-policy"]
    page = parsed(client.get("/map").text)
    for address in page.xpath("//@data-outlines"):
        assert client.get(address).status_code == 200


def test_every_standing_has_a_shape_and_a_colour_of_its_own() -> None:
    assert list(words.SHAPES) == list(words.STANDINGS)
    assert len(set(words.SHAPES.values())) == len(words.SHAPES)
    script = (Path(__file__).parents[2] / "web" / "src" / "map" / "shapes.js").read_text("utf-8")
    colours = re.findall(r"(\w+): \"(--\w+)\"", script)
    assert [word for word, _ in colours] == list(words.STANDINGS)
    assert len({colour for _, colour in colours}) == len(colours)
