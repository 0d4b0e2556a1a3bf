"""Filters on a wide screen, on a phone and by the keyboard."""

from tests.web.browser.conftest import Open


def test_filters_stand_open_on_a_wide_screen(opened: Open) -> None:
    page = opened("/timeline")
    assert page.locator("input[name=actor]").is_visible()
    assert not page.locator(".fold summary").is_visible()


def test_filters_are_folded_in_on_a_phone_until_one_is_set(opened: Open) -> None:
    page = opened("/timeline", width=390)
    assert not page.locator("input[name=actor]").is_visible()
    assert not page.locator(".filters .primary").is_visible()
    page.locator(".fold summary").press("Enter")
    page.locator("input[name=since]").fill("2023-05-01")
    page.locator(".filters .primary").press("Enter")
    page.wait_for_url("**/timeline?since=2023-05-01")
    assert page.locator("input[name=actor]").is_visible()


def test_words_are_looked_for_without_unfolding(opened: Open) -> None:
    page = opened("/search", width=390)
    page.locator("input[name=q]").fill("هدنة")
    page.locator(".filters .primary").press("Enter")
    page.wait_for_url("**/search?q=*")
