"""Dates in running Arabic text: hudna beside ``dateparser``, which comes with one of our dependencies."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hudna.reading import read
from hudna.text import Document

CASES = Path(__file__).with_name("dates.tsv")


@dataclass(frozen=True, slots=True)
class Rival:
    """How one tool did: right answers of all, and milliseconds per sentence."""

    name: str
    right: int
    cases: int
    milliseconds: float


def dates() -> list[Rival]:
    """Both tools on the same sentences, each with the document's date as its anchor."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cases = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    return [_measured(name, tool, cases) for name, tool in (("hudna", _hudna), ("dateparser", _dateparser))]


def _measured(name: str, tool: Callable[[str, str], set[str]], cases: list[tuple[str, ...]]) -> Rival:
    tool(cases[0][1], cases[0][0])  # loading its data is not part of the figure
    start = time.perf_counter()
    answers = [tool(sentence, published) for published, sentence, _ in cases]
    elapsed = time.perf_counter() - start
    right = sum(expected in answer for answer, (_, _, expected) in zip(answers, cases, strict=True))
    return Rival(name, right, len(cases), 1000 * elapsed / len(cases))


def _hudna(sentence: str, published: str) -> set[str]:
    reading = read(Document("case", sentence, published=published))
    return {time.value for time in reading.times if time.value}


def _dateparser(sentence: str, published: str) -> set[str]:
    """Its answers; it knows no values without a day, so a month or year counts when it begins the date it gives."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]  # noqa: PLC0415 loaded where measured

    settings = {"RELATIVE_BASE": datetime.fromisoformat(published), "PREFER_DATES_FROM": "past"}
    found = search_dates(sentence, languages=["ar"], settings=settings) or []
    values = {moment.date().isoformat() for _, moment in found}
    return values | {value[:7] for value in values} | {value[:4] for value in values}
