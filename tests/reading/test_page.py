from tests.reading.opened import opened


def test_beyond_the_text_there_is_no_word_and_no_sense() -> None:
    page = opened("قال الوزير")
    for beyond in (-1, len(page.tokens), len(page.tokens) + 5):
        assert page.form(beyond) == ""
        assert page.layer(beyond, "role") == ()
