"""However much is told of one thing, its page and its data end."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from starlette.testclient import TestClient

from hudna.web.asking import Ask
from hudna.web.page import Answer, One
from tests.web.test_pages import ADDRESSES, PAGES

MANY = 3000
MOST = 3_000_000  # bytes of a page
GROWN = {  # the lists that grow with the record
    "event": ("tellings", "figures", "differences", "neighbours", "joins", "verdicts"),
    "contact": ("held", "others"),
    "actor": ("happenings", "contacts", "positions", "spellings", "joins"),
}


def swell(show: Callable[[Ask], Answer], names: tuple[str, ...], ask: Ask) -> One:
    """What a page answers, with thousands of rows in its lists."""
    held = show(ask)
    assert isinstance(held, One)
    rows = {name: rows for name in names if (rows := getattr(held.value, name))}
    return One(replace(held.value, **{n: r * (MANY // len(r)) for n, r in rows.items()}), held.more)


@pytest.fixture
def swollen(client: TestClient) -> Iterator[TestClient]:
    """An application in whose pages of single things each list holds thousands of rows."""
    shows = {name: PAGES[name].show for name in GROWN}
    for name, names in GROWN.items():
        object.__setattr__(PAGES[name], "show", partial(swell, shows[name], names))
    yield client
    for name, show in shows.items():
        object.__setattr__(PAGES[name], "show", show)


@pytest.mark.parametrize("name", GROWN)
def test_a_page_of_a_thing_of_which_much_is_told_ends(swollen: TestClient, name: str) -> None:
    answer = swollen.get(ADDRESSES[name])
    assert answer.status_code == 200
    assert len(answer.content) < MOST


@pytest.mark.parametrize("name", GROWN)
@pytest.mark.parametrize("form", ["{}.json", "/api/v1{}"])
def test_data_of_a_thing_of_which_much_is_told_ends(swollen: TestClient, name: str, form: str) -> None:
    held = swollen.get(form.format(ADDRESSES[name])).json()
    assert max(len(value) for value in held.values() if isinstance(value, list)) == 1000
