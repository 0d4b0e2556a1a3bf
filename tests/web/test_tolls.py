from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from hudna.views import Figure, casualties
from hudna.web.pages import tolls
from tests.web.markup import parsed


def test_figures_stand_side_by_side_with_their_words(client: TestClient) -> None:
    page = parsed(client.get("/tolls").text)
    told = page.xpath("//section[@aria-labelledby='figures']//li[contains(@class, 'fact')]")
    assert len(told) == client.get("/tolls.json").json()["total"] == 3
    assert all(fact.xpath(".//a[@class='source']") for fact in told)


def test_where_all_figures_are_of_one_day_there_is_no_drawing(client: TestClient) -> None:
    assert parsed(client.get("/tolls").text).xpath("//figure") == []


def test_figures_of_several_days_are_drawn_with_their_table(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tuple(replace(f, date=None, reported=f"2023-05-0{n}") for n, f in enumerate(_figures(client), 1))
    monkeypatch.setattr(tolls, "casualties", lambda _dossier, _choice: made)
    page = parsed(client.get("/tolls").text)
    (panel,) = page.xpath("//div[@class='panel']")
    assert len(panel.xpath(".//svg")) == 2  # for screens and for telephones
    assert len(panel.xpath(".//tbody/tr//a[@class='source']")) == len(made) == 2


def test_of_too_many_figures_a_side_is_chosen_first(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _figures(client)
    made = (replace(first, reported="2023-05-01", date=None), replace(second, side=None))
    monkeypatch.setattr(tolls, "casualties", lambda _dossier, _choice: made)
    monkeypatch.setattr(tolls, "_DRAWN", 1)
    page = parsed(client.get("/tolls").text)
    assert page.xpath("//figure") == []
    assert page.xpath("//section[@class='bearers']//a/@href") == ["/tolls?side=SDN"]
    assert "لم يُذكر الطرف" in page.text_content()


def test_figures_of_another_side_are_left_out(client: TestClient) -> None:
    assert client.get("/tolls.json", params={"side": "SDN"}).json()["total"] == 3
    assert "لا يعرف السجل" in client.get("/tolls", params={"side": "XYZ"}).text


def _figures(client: TestClient) -> tuple[Figure, ...]:
    app = client.app
    assert isinstance(app, Starlette)
    held: tuple[Figure, ...] = app.state.library.edition().rows(casualties)
    return held
