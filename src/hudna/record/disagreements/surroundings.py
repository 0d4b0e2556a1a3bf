"""What the sentence of a toll says beside it, by which two running totals are found to be of one war, or not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.disagreements.figure import UNCOUNTED
from hudna.record.model import Telling, Toll
from hudna.record.wording import stems, written
from hudna.text import Document

_NEAR = 80  # characters from a figure to the words that say over which time it is counted
_YEAR = r"(?<!\w)(?:خلال|في|طوال|طيلة)\s+(?:ال)?(?:عام|سنة)?\s*(?:19|20)\d\d(?!\d)"  # «خلال عام 2009»
_DIGITS = re.compile(r"\d")


def surroundings(document: Document, tolls: Iterable[Toll]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Id of a running total → the stems of its sentence but for its own words, sorted."""
    for toll in tolls:
        if _stands(toll):
            text = document.text
            around = text[toll.evidence.start : toll.quote.start] + " " + text[toll.quote.end : toll.evidence.end]
            own = stems(text[toll.quote.start : toll.quote.end])
            yield toll.id, tuple(sorted(word for word in stems(around) - own if not _DIGITS.search(word)))


def windows(document: Document, tolls: Iterable[Toll]) -> Iterator[str]:
    """Ids of the totals of some days, a month or a year: «هذا الشهر», «خلال الأيام الخمسة الأخيرة»."""
    for toll in tolls:
        if _stands(toll) and window(document, toll):
            yield toll.id


def window(document: Document, toll: Toll) -> str:
    """The words by which a toll is that of some days, a month or a year; "" where there are none."""
    start, end = max(toll.evidence.start, toll.quote.start - _NEAR), toll.quote.end + _NEAR
    found = _windows().search(document.text, start, min(end, toll.evidence.end))
    return found[0] if found else ""


def above(document: Document, tolls: Iterable[Toll]) -> Iterator[str]:
    """Ids of the tolls told as more than a number: «أكثر من 3 آلاف»; «at least» is none."""
    for toll in tolls:
        if toll.count.startswith(">=") and _more_than().search(document.text, toll.quote.start, toll.quote.end):
            yield toll.id


def leaders(document: Document, tolls: Iterable[Toll]) -> Iterator[str]:
    """Ids of the tolls that count commanders, who are among the dead that others count: «اثنين من قادة المسلحين»."""
    for toll in tolls:
        if _commanders().search(document.text, toll.quote.start, toll.quote.end):
            yield toll.id


def uncounted(document: Document, tolls: Iterable[Toll]) -> Iterator[str]:
    """Ids of the tolls of which a report says that their number is not known: «عدد غير محدد من الجنود»."""
    for toll in tolls:
        if toll.count == UNCOUNTED and _uncounted().search(document.text, toll.quote.start, toll.quote.end):
            yield toll.id


def fighting(tellings: Iterable[Telling], sides: Mapping[str, str]) -> set[str]:
    """The sides of the attacks and fights that a document tells of; ``sides``: entity id → its side, or itself."""
    names = (x for t in tellings if t.type == "ASSAULT" for x in (*t.actors, *t.targets))
    return {sides[x] for x in names if sides.get(x, x) != x}


def _stands(toll: Toll) -> bool:
    return toll.cumulative or toll.kind == "displaced"


@lru_cache(maxsize=1)
def _more_than() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["more_than"], "[وفبل]*")


@lru_cache(maxsize=1)
def _uncounted() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["uncounted"], "[وفبل]*")


@lru_cache(maxsize=1)
def _commanders() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["commanders"], "[وفبل]*(?:ال)?")


@lru_cache(maxsize=1)
def _windows() -> re.Pattern[str]:
    listed = written(read_settings("ar", "record")["window_cues"], "[وفبل]*").pattern
    return re.compile(rf"{listed}|(?P<year>{_YEAR})")
