from pathlib import Path

import pytest

from hudna.record import Record, Store
from hudna.text import Span
from hudna.views import Dossier

TEXT = "وصل الوفد إلى المدينة. قصف الجيش الميناء.\n\nنفى المتحدث ذلك."


def test_sentences_are_those_that_the_file_holds(record_file: Path) -> None:
    with Store.open(record_file) as store:
        held = Dossier.of(store)
    found = Dossier(held.record, held.texts)
    assert set(held.split) == set(held.texts)
    assert len(held.split) == len(held.texts)
    assert all(held.sentences(name) == found.sentences(name) for name in held.texts)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("الوفد", "وصل الوفد إلى المدينة."),
        ("الجيش الميناء", "قصف الجيش الميناء."),
        ("المدينة. قصف", "وصل الوفد إلى المدينة. قصف الجيش الميناء."),
        ("\n\n", "\n\n"),
    ],
)
def test_a_sentence_is_told_by_the_characters_in_it(words: str, told: str) -> None:
    dossier = Dossier(Record(), {"a": TEXT})
    start = TEXT.index(words)
    assert dossier.quote("a", dossier.sentence("a", Span(start, start + len(words)))) == told
