from collections.abc import Callable
from typing import Any

import pytest

from hudna.record import derive
from hudna.record.linking import cues


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("أسر ضابط خلال المعارك.", "المعارك", {"during"}),
        ("وتجددت المعارك ليلا.", "المعارك", {"again"}),
        ("المعارك مستمرة منذ سنتين.", "المعارك", set()),
        ("نزح الآلاف منذ أن شنت هجومها.", "هجومها", {"since"}),
        ("خلال المؤتمر. بدأت المعارك.", "المعارك", set()),
    ],
)
def test_cues_stand_before_the_words_in_their_sentence(
    scribe: Callable[..., Any], text: str, words: str, found: set[str]
) -> None:
    report = scribe("a", text)
    report.event("ASSAULT", words)
    document, reading = report.pair()
    record = derive([(document, reading)])
    assert cues(document, record.tellings) == ({record.tellings[0].id: frozenset(found)} if found else {})
