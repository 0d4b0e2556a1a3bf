"""Forms are compared after folding, so that a class whose words are not folded never matches them."""

from collections.abc import Iterator

import pytest

from hudna.lexicon import load, read_settings
from hudna.text import fold

ENTRIES = ("becoming", "coming", "auxiliaries")  # classes of entries by their ids, not of forms
BESIDE = ("needs", "not_of", "about", "behind", "until")  # fields of event words with forms that stand beside them


@pytest.mark.parametrize("name", ["casualty_words", "truce_words", "events/grammar"])
def test_closed_classes_stand_in_folded_letters(name: str) -> None:
    classes = {key: held for key, held in read_settings("ar", name).items() if key not in ENTRIES}
    assert [word for word in _words(classes) if _is_arabic(word) and fold(word) != word] == []


def test_the_words_beside_an_event_word_stand_in_folded_letters() -> None:
    fields = [(e.id, e.get(name)) for e in load("ar").layer("event") for name in BESIDE if e.get(name)]
    assert fields
    told = [(entry, word.rstrip("*")) for entry, held in fields for word in _words(held)]
    assert [(entry, word) for entry, word in told if _is_arabic(word) and fold(word) != word] == []


def _is_arabic(word: str) -> bool:
    return not word.isascii()


def _words(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        yield from (word for inner in held.values() for word in _words(inner))
    elif isinstance(held, list | tuple):
        yield from (word for inner in held for word in _words(inner))
