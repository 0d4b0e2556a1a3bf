"""Figures of one sentence that belong together: «297 شخصا بينهم 37 أجنبيا», «12 جنديا وجنرال واحد»."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, pairwise

from hudna.lexicon import read_settings
from hudna.record.model import Toll
from hudna.record.wording import written
from hudna.text import Document, fold

_WORD = re.compile(r"\w+")
AMONG, AND = "among", "and"
_FEW = 12  # characters that «and» may stand apart from the second figure


def shares(document: Document, tolls: Iterable[Toll]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Id of a toll → how it belongs to a toll before it in its sentence, and that one's id.

    ``AMONG``: it is counted in that one; ``AND``: it comes on top of that one, of the same kind of victims.
    """
    ordered = sorted(tolls, key=lambda t: (t.evidence, t.kind, t.quote, t.id))
    for toll in ordered:
        if _of_these().match(document.text, toll.quote.end):
            yield toll.id, (AMONG, toll.id)  # «اثنان من القتلى»: of a toll told elsewhere
    for _, held in groupby(ordered, key=lambda t: (t.evidence, t.kind)):
        for before, after in pairwise(held):
            if relation := _relation(document.text, before, after):
                yield after.id, (relation, before.id)


def _relation(text: str, before: Toll, after: Toll) -> str | None:
    if after.quote.within(before.quote):
        return AMONG
    between = _WORD.findall(fold(text[before.quote.end : after.quote.start]))
    if any(word.removeprefix("و") in _among() for word in between):
        return AMONG
    if (before.side, before.victims, before.claimed_by) != (after.side, after.victims, after.claimed_by):
        return None
    near = after.quote.start - before.quote.end <= _FEW and before.count.isdigit() and after.count.isdigit()
    joined = between == ["و"] or (not between and text[after.quote.start : after.quote.start + 1] == "و")
    return AND if near and joined else None


@lru_cache(maxsize=1)
def _of_these() -> re.Pattern[str]:
    return re.compile(rf"\s*{written(read_settings('ar', 'record')['of_these'], '').pattern}")


@lru_cache(maxsize=1)
def _among() -> Mapping[str, None]:
    return {fold(word): None for word in read_settings("ar", "record")["subset_words"]}
