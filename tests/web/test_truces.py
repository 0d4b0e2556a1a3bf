from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from hudna.views import truces
from hudna.web.language import speak
from hudna.web.reasons import RULES
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


@pytest.mark.parametrize(("language", "said"), [("ar", "والتقرير: 3."), ("en", "the report: 3.")])
def test_a_truce_of_several_reports_says_why_they_are_of_one(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    why = "in-force: between SDN, rsf; told of as the one that is 3 days after 2023-05-01"
    joined = lambda dossier, choice: tuple(replace(row, why=(why,)) for row in truces(dossier, choice))  # noqa: E731
    monkeypatch.setattr("hudna.web.pages.truce.truces", joined)
    client.cookies.set("hudna_language", language)
    section = parsed(client.get(f"/truces/{TRUCE}").text).xpath("//section[@aria-labelledby='joins']")[0]
    assert said in section.text_content()
    assert speak(language)(RULES["in-force"]) in section.text_content()
    assert speak(language).number(3) in section.text_content()
    assert "rsf" not in section.text_content()


def test_no_truce_of_that_id_is_not_held(client: TestClient) -> None:
    assert client.get("/truces/r000000000000").status_code == 404


def test_truces_of_other_days_are_left_out(client: TestClient) -> None:
    assert client.get("/truces.json", params={"until": "2020-01-01"}).json()["total"] == 0
    assert "لم ترد هدنة" in client.get("/truces", params={"until": "2020-01-01"}).text
