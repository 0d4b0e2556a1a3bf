"""Documents that want to do harm, over the whole application: shown as text, in answers of bounded size."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from hudna.web import create_app
from hudna.web.addresses import document
from tests.web.conftest import BASE
from tests.web.hostile import LINE, NAME, record
from tests.web.markup import one, parsed
from tests.web.test_pages import ADDRESSES, PAGES

MOST = 2_000_000  # bytes of an answer
WHOLE = [ADDRESSES[name] for name, page in PAGES.items() if "{" not in page.path]
READERS = [document(NAME), document("mentions")]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with TestClient(create_app(record(tmp_path_factory.mktemp("hostile") / "it.hudna")), base_url=BASE) as client:
        yield client


@pytest.mark.parametrize("address", [*WHOLE, *READERS])
def test_nothing_of_a_document_is_markup(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code == 200
    assert not parsed(answer.text).xpath("//script[not(@src)] | //main//img | //main//b//b")
    assert "\u202e" not in answer.text.replace(LINE[19:519], "") or address in READERS
    assert len(answer.content) < MOST


@pytest.mark.parametrize("address", READERS)
def test_a_long_text_comes_in_parts_that_say_so(hostile: TestClient, address: str) -> None:
    page = parsed(hostile.get(address, params={"page": "2"}).text)
    assert one(page, "//*[@id='text']").get("data-start") == "50000"
    assert len(one(page, "//*[@id='text']").text_content()) == 50_000
    assert page.xpath("//*[@class='sheet']//a[@rel='prev']")
    assert page.xpath("//*[@class='sheet']//a[@rel='next']")


def test_words_far_behind_are_marked_where_they_stand(hostile: TestClient) -> None:
    at = 19 + 500 * 5000
    page = parsed(hostile.get(document(NAME), params={"at": f"{at}-{at + 5}"}).text)
    assert page.xpath(f"//mark[@id='c{at}']")


@pytest.mark.parametrize("address", [f"/api/v1{address}" for address in READERS])
def test_programs_get_a_long_text_in_parts(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address, params={"page": "3"})
    held = answer.json()
    assert (held["page"], held["start"], len(held["text"])) == (3, 100_000, 50_000)
    assert len(answer.content) < MOST
