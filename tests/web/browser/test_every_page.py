"""What a browser shows of every page. A request to anywhere else, an error or a dialogue fails a test by ``opened``."""

import os
from pathlib import Path

import pytest

from hudna.web.addresses import with_query
from tests.web.browser.conftest import Open
from tests.web.test_pages import ADDRESSES, CHOSEN

AXE = Path(__file__).parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
LANGUAGES = {"ar": "rtl", "en": "ltr"}
EVERY = pytest.mark.parametrize("name", ADDRESSES)


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_runs_its_own_way_and_fits(opened: Open, name: str, language: str) -> None:
    page = opened(ADDRESSES[name], language)
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == [
        language,
        LANGUAGES[language],
    ]
    for width in (1440, 390, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    page.emulate_media(media="print")
    assert not page.locator(".mast").is_visible()
    assert page.locator("h1").is_visible()


@EVERY
@pytest.mark.skipif(not AXE.is_file() and not os.environ.get("CI"), reason="no axe-core: «make webcheck» installs it")
@pytest.mark.parametrize(
    ("language", "theme", "width"),
    [("ar", "light", 1440), ("ar", "dark", 360), ("en", "light", 360), ("en", "dark", 1440)],
)
def test_nothing_serious_stands_in_the_way_of_anyone(
    opened: Open, name: str, language: str, theme: str, width: int
) -> None:
    page = opened(ADDRESSES[name], language, theme, width)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations)")
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


@EVERY
def test_the_language_is_switched_where_one_is(opened: Open, name: str) -> None:
    page = opened(with_query(ADDRESSES[name], CHOSEN[name]), "ar")
    before = page.url
    page.get_by_role("button", name="English").click()
    page.locator("html[lang=en]").wait_for(state="attached")
    assert page.url == before


@EVERY
def test_the_keyboard_reaches_the_content_first(opened: Open, name: str) -> None:
    page = opened(ADDRESSES[name])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
