"""Reviewing by keyboard alone. Whatever is decided here is taken back: other tests see the same record."""

import pytest
from playwright.sync_api import Page

from hudna.web.addresses import document
from tests.conftest import FIRST
from tests.web.browser.conftest import Open


@pytest.fixture
def review(opened: Open) -> Page:
    """The queue, for somebody who has given their name."""
    page = opened("/review")
    page.keyboard.press("a")  # does nothing before the name is known
    page.locator("form.sign input[name=name]").fill("Lena")
    page.keyboard.press("Enter")
    page.wait_for_selector(".acts")
    return page


def shown(page: Page) -> str:
    return str(page.locator(".acts input[name=id]").first.get_attribute("value"))


def test_a_decision_is_made_and_taken_back_by_keys(review: Page) -> None:
    decided = shown(review)
    review.keyboard.press("a")
    review.wait_for_selector("form.done")
    assert "done=" in review.url
    assert shown(review) != decided
    review.keyboard.press("u")
    review.wait_for_url("**did=undo*")
    assert shown(review) == decided


def test_keys_mean_the_same_on_an_arabic_keyboard(review: Page) -> None:
    pressed = "new KeyboardEvent('keydown', {key: '\\u0624', code: 'KeyC', bubbles: true})"
    review.evaluate(f"document.body.dispatchEvent({pressed})")
    assert review.locator("details[open] form.fields").is_visible()


def test_forms_open_and_close_by_keys_and_take_letters(review: Page) -> None:
    review.keyboard.press("n")
    review.keyboard.type("a note")
    assert review.locator("textarea[name=note]").input_value() == "a note"
    review.keyboard.press("Escape")
    assert not review.locator("details[open]").count()
    assert "done=" not in review.url


def test_arrows_lead_through_the_queue_as_the_page_runs(review: Page) -> None:
    first = shown(review)
    review.keyboard.press("ArrowLeft")
    review.wait_for_url("**item=*")
    review.wait_for_selector(".acts")
    assert shown(review) != first
    review.keyboard.press("ArrowRight")
    review.wait_for_url(f"**item={first}*")


def test_words_that_are_selected_become_those_of_a_missed_fact(review: Page) -> None:
    review.goto(f"{review.url.split('/review')[0]}{document('first')}")
    start = FIRST.index("وأجرى")
    review.evaluate(
        """start => {
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let passed = 0;
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (passed + node.length > start) {
              getSelection().setBaseAndExtent(node, start - passed, node, start - passed + 5);
              return;
            }
            passed += node.length;
          }
        }""",
        start,
    )
    review.wait_for_selector("details.missed.ready")
    review.keyboard.press("m")
    form = review.locator("details.missed form")
    assert form.locator("textarea[name=words]").input_value() == "وأجرى"
    assert form.locator("input[name=start]").input_value() == str(start)
    form.locator("select[name=what]").select_option("claim:")
    assert not form.locator("input[name=count]").is_visible()
    assert form.locator("input[name=who]").is_visible()


def test_a_disagreement_is_accepted_and_taken_back_by_keys(review: Page) -> None:
    review.goto(f"{review.url.split('/review')[0]}/review?what=disagreement")
    review.wait_for_selector(".acts")
    assert review.locator(".of-one").count() == 2
    review.keyboard.press("a")
    review.wait_for_selector("form.done")
    first, last = str(review.locator("form.done input[name=number]").get_attribute("value")).split("-")
    assert int(first) < int(last)
    review.keyboard.press("u")
    review.wait_for_url("**did=undo*")
