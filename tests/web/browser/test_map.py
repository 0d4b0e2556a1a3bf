import pytest

from tests.web.browser.conftest import Open

CANVAS = "#canvas canvas"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_map_is_drawn_and_leads_to_the_words(opened: Open, language: str) -> None:
    page = opened("/map", language)
    page.wait_for_selector("#atlas[data-ready]")
    box = page.locator(CANVAS).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#picked .fact")
    assert page.locator("#picked .fact .source").first.get_attribute("href")
    page.locator("#picked .close").click()
    assert not page.locator("#picked").is_visible()


def test_standings_are_taken_off_the_map_and_put_back(opened: Open) -> None:
    page = opened("/map")
    page.wait_for_selector("#atlas[data-ready]")
    button = page.locator("[data-standing]").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"


def test_without_webgl_the_table_stands_alone(opened: Open) -> None:
    page = opened("/timeline")
    page.context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(page.url.replace("/timeline", "/map"))
    page.wait_for_function("document.getElementById('atlas').hidden")
    assert page.locator("td.title a").count() == 1
    assert page.locator("#nomap").is_visible()
