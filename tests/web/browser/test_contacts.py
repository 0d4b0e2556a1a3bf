import pytest

from tests.web.browser.conftest import Open


def test_a_line_of_the_network_shows_what_is_told_beside_it(opened: Open) -> None:
    page = opened("/contacts")
    page.wait_for_selector(".stage[data-drawn='1']")
    page.evaluate("document.querySelector('.stage').network.edges()[0].emit('tap')")
    page.wait_for_selector(".telling .fact .source")
    assert page.locator("tr.chosen").count() == 1
    page.evaluate("document.querySelector('.stage').network.emit('tap')")
    page.wait_for_function("!document.querySelector('.telling').childNodes.length")


@pytest.mark.parametrize("name", ["Closer", "Farther", "Show the whole"])
def test_the_network_comes_closer_by_the_keyboard(opened: Open, name: str) -> None:
    page = opened("/contacts", "en")
    page.wait_for_selector(".stage[data-drawn]")
    before = page.evaluate("document.querySelector('.stage').network.zoom()")
    page.get_by_role("button", name=name).press("Enter")
    after = page.evaluate("document.querySelector('.stage').network.zoom()")
    assert {"Closer": after > before, "Farther": after < before, "Show the whole": after == before}[name]
