from hudna.lexicon import load
from hudna.reading.page import open_page
from hudna.text import Document


def test_beyond_the_text_there_is_no_word_and_no_sense() -> None:
    page = open_page(Document("case", "قال الوزير"), load("ar"))
    for beyond in (-1, len(page.tokens), len(page.tokens) + 5):
        assert page.form(beyond) == ""
        assert page.layer(beyond, "role") == ()
