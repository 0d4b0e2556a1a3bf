from starlette.testclient import TestClient

from tests.web.markup import one, parsed
from tests.web.test_pages import EXAMPLES

PAIR = EXAMPLES["pair"]


def test_a_pair_leads_to_its_words_and_to_both(client: TestClient) -> None:
    row = one(parsed(client.get("/contacts").text), "//tr[@data-pair]")
    assert row.get("data-pair") == PAIR
    assert row.xpath(".//a[@class='source']/@href")[0].startswith("/documents/first?at=")
    assert row.xpath(".//a[@class='name']/@href") == [f"/actors/{ident}" for ident in PAIR.split("~")]
    assert row.xpath(f".//a[@href='/contacts/{PAIR}']/text()") == ["اتصال واحد"]


def test_the_network_has_its_table_and_asks_for_the_same_pairs(client: TestClient) -> None:
    page = parsed(client.get("/contacts", params={"since": "2023-01-01"}).text)
    source = one(page, "//section[contains(@class, 'network')]/@data-source")
    assert [p["id"] for p in client.get(source).json()["rows"]] == [PAIR]


def test_two_have_a_page_with_all_that_is_told(client: TestClient) -> None:
    page = parsed(client.get(f"/contacts/{PAIR}").text)
    assert len(page.xpath("//section[@id='told']//li[contains(@class, 'fact')]")) == 1
    assert client.get(f"/contacts/{PAIR}.json").json()["pair"]["times"] == 1
    assert client.get("/contacts/e1~e2").status_code == 404


def test_contacts_of_other_days_are_left_out(client: TestClient) -> None:
    page = client.get("/contacts", params={"until": "2020-01-01"})
    assert "لم يرد اتصال يوافق هذا الاختيار." in page.text
    assert client.get("/contacts.json", params={"until": "2020-01-01"}).json()["total"] == 0


def test_what_did_not_take_place_stands_apart(client: TestClient) -> None:
    told = {of: client.get("/meetings.json", params={"of": of}).json()["total"] for of in ("held", "alone", "apart")}
    assert told == {"held": 1, "alone": 0, "apart": 0}
    assert client.get("/meetings.json", params={"of": "nonsense"}).json()["total"] == 1
    here = parsed(client.get("/meetings", params={"of": "apart"}).text).xpath("//nav[@class='ways']//a[@aria-current]")
    assert [a.text for a in here] == ["مزمعة أو مطلوبة أو منفية"]
