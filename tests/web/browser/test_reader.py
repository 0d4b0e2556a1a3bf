import pytest

from hudna.web.addresses import document
from tests.conftest import FIRST, HOSTILE, SECOND
from tests.web.browser.conftest import Open

TEXTS = [("first", FIRST), ("second", SECOND), ('../<b>"x"', HOSTILE)]
# Where each character is drawn: the lines of the text as boxes, without the marks and with them.
PLACES = """() => {
  const places = () => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), out = [], range = new Range();
    while (walker.nextNode()) {
      for (let i = 0; i < walker.currentNode.length; i++) {
        range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
        const box = range.getBoundingClientRect();
        out.push([Math.round(box.x), Math.round(box.y)]);
      }
    }
    return out;
  };
  const text = document.getElementById("text"), marked = places();
  text.textContent = text.textContent;
  return [marked, places()];
}"""


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_the_marks_leave_the_text_as_it_is(opened: Open, name: str, text: str) -> None:
    page = opened(document(name))
    assert page.locator("mark").count()
    shown = page.evaluate("document.getElementById('text').textContent")
    assert [a for a, b in zip(shown, text, strict=True) if a not in (b, "\ufffd")] == []


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_the_marks_move_no_character(opened: Open, name: str, text: str) -> None:
    page = opened(document(name))
    marked, plain = page.evaluate(PLACES)
    assert len(marked) >= len(text)
    assert all(abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1 for a, b in zip(marked, plain, strict=True))


def test_a_fact_and_its_words_light_each_other(opened: Open) -> None:
    page = opened(document("first"))
    row = page.locator("[data-fact].toll")
    row.hover()
    assert page.locator("mark.lit").all_text_contents() == ["مقتل 12 مدنيا"]
    page.locator("mark", has_text="مقتل 12 مدنيا").hover()
    assert "lit" in (row.get_attribute("class") or "")
    page.locator("mark", has_text="مقتل 12 مدنيا").click()
    page.mouse.move(0, 0)
    page.wait_for_function("document.querySelectorAll('[data-fact].lit').length === 1")


def test_a_fact_is_lit_by_the_keyboard_too(opened: Open) -> None:
    page = opened(document("first"))
    page.locator("[data-fact].toll a.words").focus()
    assert page.locator("mark.lit").all_text_contents() == ["مقتل 12 مدنيا"]
    page.keyboard.press("Enter")
    page.wait_for_function(f"location.hash === '#c{FIRST.index('مقتل')}'")


def test_an_address_leads_to_its_words(opened: Open) -> None:
    start = FIRST.index("سامح")
    page = opened(f"{document('first')}?at={start}-{start + 9}#c{start}", width=390)
    assert page.locator("mark.cited").all_text_contents() == ["سامح شكري"]
    assert page.locator("mark.cited").evaluate("m => m.getBoundingClientRect().top < innerHeight")
