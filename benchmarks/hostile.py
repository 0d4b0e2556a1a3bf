"""Texts that nobody would write, at one length and at twice that: time should grow as the length does."""

import time
from collections.abc import Iterator
from typing import NamedTuple

from hudna.reading import read
from hudna.text import Document

# What is repeated, and how many characters of it are read first; then twice as many.
_PATTERNS = {
    "a line of plain words": ("كان الناس في السوق ", 500_000),
    "quotation marks": ('"', 50_000),
    "opening marks, none closed": ("«قال ", 100_000),
    "digits": ("7", 5_000_000),
    "dates": ("12/10/2020 ", 100_000),
    "one trigger again and again": ("قصف ", 10_000),
    "one name again and again": ("الجيش السوري ", 100_000),
    "speech within speech": ("قال الوزير إن ", 50_000),
    "one-event lines": ("قصف الجيش البلدة.\n", 100_000),
}


class Strain(NamedTuple):
    """What it costs to read a pattern: seconds for so many characters, and how often that for twice as many."""

    name: str
    characters: int
    seconds: float
    growth: float


def strains() -> Iterator[Strain]:
    """Each pattern read at both lengths; a growth of about 2 is linear."""
    for name, (pattern, characters) in _PATTERNS.items():
        once, twice = (_seconds(pattern, length) for length in (characters, 2 * characters))
        yield Strain(name, 2 * characters, twice, twice / once)


def _seconds(pattern: str, characters: int) -> float:
    document = Document("hostile", (pattern * (characters // len(pattern) + 1))[:characters])
    start = time.perf_counter()
    read(document)
    return time.perf_counter() - start
