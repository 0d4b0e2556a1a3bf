"""A report may break off anywhere: a headline, a paste, a page that did not load to its end."""

from pathlib import Path

import pytest

from hudna.reading import read
from hudna.text import Document

_CASES = Path(__file__).with_name("events.txt").read_text("utf-8").splitlines()
_SENTENCES = [line for line in _CASES if line[:1] >= "\u0621"]


@pytest.mark.parametrize(
    "text",
    ["وتوقف", "أجرى الوزير الكيني هاكان فيدان مباحثات مع", "ونفت كيغالي ذلك متهمة", *_SENTENCES[::12]],
)
def test_what_breaks_off_behind_any_word_is_read(text: str) -> None:
    words = text.rstrip(".").split()
    for end in range(1, len(words) + 1):
        assert read(Document("broken", " ".join(words[:end]))).name == "broken"
