"""Filters on a wide screen, on a phone and by the keyboard."""

import pytest

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


@pytest.mark.parametrize(("language", "said"), [("ar", "هذا ليس يوماً"), ("en", "This is not a day")])
def test_days_are_typed_as_year_month_and_day_in_either_language(opened: Open, language: str, said: str) -> None:
    page = opened("/timeline", language)
    field = page.locator("input[name=since]")
    assert field.get_attribute("type") is None
    field.focus()
    page.keyboard.type("05/01/2023")
    page.keyboard.press("Enter")
    assert said in field.evaluate("f => f.validationMessage")
    assert "since" not in page.url
    page.keyboard.press("Control+A")
    page.keyboard.type("2023-05")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?since=2023-05")
    assert page.locator("input[name=since]").input_value() == "2023-05"
    assert not page.locator("#unclear").count()


def test_words_are_looked_for_without_unfolding(opened: Open) -> None:
    page = opened("/search", width=390)
    page.locator("input[name=q]").fill("هدنة")
    page.locator(".filters .primary").press("Enter")
    page.wait_for_url("**/search?q=*")
