import pytest

from tests.web.browser.conftest import Open
from tests.web.test_pages import ADDRESSES


@pytest.mark.parametrize("language", ["ar", "en"])
def test_accounts_stand_beside_each_other_where_there_is_room(opened: Open, language: str) -> None:
    boxes = "[...document.querySelectorAll('.account')].map(a => a.getBoundingClientRect().top)"
    wide = opened(ADDRESSES["event"], language).evaluate(boxes)
    assert len(set(wide)) == 1
    narrow = opened(ADDRESSES["event"], language, width=390).evaluate(boxes)
    assert len(set(narrow)) == len(narrow)


def test_an_account_leads_to_its_words(opened: Open) -> None:
    page = opened(ADDRESSES["event"])
    page.locator(".account .source").first.click()
    page.wait_for_url("**/documents/first?at=*")
    assert page.locator("mark.cited").all_text_contents() == ["قصفت"]
