from starlette.testclient import TestClient

from hudna.views import Party
from hudna.web import addresses, kinds
from tests.web.markup import one, parsed
from tests.web.test_pages import ENTITIES

SHOUKRY = ENTITIES["سامح شكري"]


def test_actors_are_listed_with_every_spelling_and_its_count(client: TestClient) -> None:
    rows = parsed(client.get("/actors").text).xpath("//tbody/tr")
    town = next(r for r in rows if "الأبيض" in r.text_content())
    assert [s.text_content() for s in town.xpath(".//span[@class='spelling']")] == ["الأبيض 2", "الابيض 1"]


def test_an_actor_is_found_by_name(client: TestClient) -> None:
    (row,) = client.get("/actors.json", params={"actor": "شكري"}).json()["rows"]
    assert row["id"] == SHOUKRY


def test_an_actor_has_positions_contacts_and_events_with_their_words(client: TestClient) -> None:
    page = parsed(client.get(f"/actors/{SHOUKRY}").text)
    for part in ("positions", "contacts", "timeline"):
        section = one(page, f"//section[@aria-labelledby='{part}']")
        assert section.xpath(".//a[@class='source']"), part
    assert client.get(f"/actors/{SHOUKRY}.json").json()["mentions"] == 1
    assert client.get("/actors/e000000000000").status_code == 404


def test_a_name_leads_to_its_actor_where_there_is_one() -> None:
    assert addresses.party(Party("e1", "س", type="PER")) == "/actors/e1"
    assert addresses.party(Party("e2", "بلدة", type="LOC")) == "/places/e2"
    assert addresses.party(Party("loc.SDN", "السودان", type="LOC")) == "/actors/loc.SDN"
    assert addresses.party(Party("SDN", "السودان")) is None
    assert addresses.party(Party("unnamed: source", "", "source")) is None


def test_every_relation_has_words() -> None:
    assert kinds.relation("army-of") == kinds.relation("has-army") == "army"
    assert kinds.relation("place-in") == "lies in"
    assert kinds.relation("has-fleet") == "body of it"
