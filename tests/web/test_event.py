import pytest
from starlette.testclient import TestClient

from tests.web.markup import one, parsed
from tests.web.test_pages import EXAMPLES

EVENT = EXAMPLES["event"]
ENGLISH = {"hudna_language": "en"}


@pytest.fixture
def english(client: TestClient) -> TestClient:
    client.cookies.update(ENGLISH)
    return client


def test_accounts_stand_side_by_side_with_the_words_that_carry_them(english: TestClient) -> None:
    page = parsed(english.get(f"/events/{EVENT}").text)
    accounts = page.xpath("//article[@class='account']")
    assert len(accounts) == 2
    for account, word in zip(accounts, ("قصفت", "قصف"), strict=True):
        assert [b.text_content() for b in account.xpath(".//b[@class='apart']")] == [word]
        assert account.xpath(".//a[@class='source']/@href")


def test_how_it_stands_is_said_with_the_reason(english: TestClient) -> None:
    page = parsed(english.get(f"/events/{EVENT}").text)
    said = " ".join(" ".join(one(page, "//section[@class='stand']").itertext()).split())
    assert "disputed Somebody denies it" in said
    assert said.endswith("Denied by Rapid Support Forces")


def test_what_is_contested_and_what_was_lost_stand_with_it(english: TestClient) -> None:
    page = parsed(english.get(f"/events/{EVENT}").text)
    assert [len(d.xpath(".//section")) for d in page.xpath("//article[contains(@class, 'difference')]")] == [2, 2]
    assert len(page.xpath("//section[@aria-labelledby='losses']//li")) == 3


@pytest.mark.parametrize("ending", ["", ".json"])
def test_a_telling_leads_to_its_event(client: TestClient, ending: str) -> None:
    answer = client.get(f"/events/t{EVENT[1:]}{ending}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/events/{EVENT}{ending}")


def test_an_event_that_is_not_there_is_said_so(client: TestClient) -> None:
    assert client.get("/events/v1").status_code == 404
    assert client.get("/events/first").status_code == 404
