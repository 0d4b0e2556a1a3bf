"""The sentences of events.txt: what a linguist can read and extend."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hudna.reading import Reading, read
from hudna.text import Document

CASES = Path(__file__).with_name("events.txt")
NOTHING = "(none)"
PUBLISHED = "2024-05-15"

Telling = tuple[str, frozenset[str], frozenset[str], str, str]


@dataclass(frozen=True)
class Case:
    line: int
    text: str
    events: tuple[str, ...]


def cases() -> Iterator[Case]:
    """A block of lines is a case: its text, then its events; blank lines part the blocks."""
    text: list[str] = []
    events: list[str] = []
    for number, line in enumerate([*CASES.read_text("utf-8").splitlines(), ""], 1):
        if "|" in line and not line.startswith("#"):
            events.append(line)
        elif line and not line.startswith("#") and line != NOTHING:
            text.append(line)
        elif not line and text:
            yield Case(number - len(text) - max(len(events), 1), "\n".join(text), tuple(events))
            text, events = [], []


def names(reading: Reading, text: str) -> dict[str, str]:
    """Spelling of an entity, or its id, to the one name by which both sides of a comparison call it."""
    name = {e.id: e.name for e in reading.entities}
    spelled = {text[m.span.start : m.span.end]: name[m.entity] for m in reading.mentions}
    return {m.entity: name[m.entity] for m in reading.mentions} | spelled


def expected(line: str, called: dict[str, str]) -> Telling:
    """An event line."""
    kind, actors, targets, status, topic = (field.strip() for field in line.split("|"))
    who = [frozenset(called.get(n, n) for n in f.split(" + ") if n != "-") for f in (actors, targets)]
    return kind, who[0], who[1], status, topic


def told(reading: Reading, called: dict[str, str]) -> list[Telling]:
    """The events of a reading."""
    return [
        (
            f"{e.type}/{e.mode or '-'}",
            frozenset(called.get(a, a) for a in e.actors),
            frozenset(called.get(t, t) for t in e.targets),
            e.status,
            e.topic or "-",
        )
        for e in reading.events
    ]


@pytest.mark.parametrize("case", list(cases()), ids=lambda c: f"line {c.line}")
def test_each_sentence_tells_its_events(case: Case) -> None:
    reading = read(Document("case", case.text, published=PUBLISHED))
    called = names(reading, case.text)
    assert Counter(told(reading, called)) == Counter(expected(e, called) for e in case.events), case.text


def test_the_file_is_well_formed() -> None:
    assert len(list(cases())) > 100
    for case in cases():
        assert all(line.count("|") == 4 for line in case.events), case.line
