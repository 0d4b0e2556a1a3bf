"""Documents that want to do harm, in a browser: nothing runs, and five million characters do not stop it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from hudna.web.addresses import document
from tests.web.browser.conftest import serving
from tests.web.hostile import NAME, record
from tests.web.test_pages import ADDRESSES, PAGES

WHOLE = [ADDRESSES[name] for name, page in PAGES.items() if "{" not in page.path]


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(record(tmp_path_factory.mktemp("harmful") / "it.hudna")) as address:
        yield address


@pytest.fixture(scope="module")
def looked(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*WHOLE, document(NAME), document("mentions")])
def test_nothing_runs_and_nothing_is_asked_for(harmful: str, looked: Page, address: str) -> None:
    wrong: list[str] = []
    looked.on("dialog", lambda dialog: wrong.append(dialog.message))
    looked.on("pageerror", lambda error: wrong.append(str(error)))
    looked.on("request", lambda asked: None if asked.url.startswith((harmful, "data:")) else wrong.append(asked.url))
    looked.goto(f"{harmful}{address}")
    assert looked.evaluate("document.querySelectorAll('main script, main img').length") == 0
    assert looked.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not wrong


def test_a_long_text_is_read_from_part_to_part(harmful: str, looked: Page) -> None:
    looked.goto(f"{harmful}{document(NAME)}")
    assert looked.evaluate("document.getElementById('text').textContent.length") == 50_000
    looked.locator(".sheet a[rel=next]").click()
    looked.wait_for_function("document.getElementById('text').dataset.start === '50000'")
