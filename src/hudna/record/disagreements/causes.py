"""Why it was done: causes, aims and pretexts that tellings of one event give in so many words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Disagreement, Telling
from hudna.record.wording import stems, written
from hudna.text import Document

_FAR = 160  # characters between the words of an event and those that begin its cause
_LONG = 160  # characters of a cause
_ENDS = frozenset('،؛.,;\n!؟»"”)')
_SAME = 0.3  # share of the words of the shorter cause from which two are the same


def causes(document: Document, tellings: Iterable[Telling]) -> dict[str, str]:
    """The words that give a cause of what a document tells, by telling id: «ردا على قصف الميناء».

    A cause belongs to the last event before it in its sentence.
    """
    held = sorted(tellings, key=lambda t: (t.trigger, t.id))
    out: dict[str, str] = {}
    for cue in _cues().finditer(document.text):
        start = cue.start("phrase")
        before = [t for t in held if t.evidence.start <= t.trigger.end <= start < t.evidence.end]
        if before and start - before[-1].trigger.end <= _FAR:
            out.setdefault(before[-1].id, _clause(document.text, start, before[-1].evidence.end))
    return out


def retold(tellings: Iterable[Telling], given: Mapping[str, str], sides: Mapping[str, str]) -> list[list[Telling]]:
    """The tellings with a cause that are of one deed in one document: of one type, day, place and side.

    Args:
        tellings: all of a record.
        given: telling id → the words of the cause that it gives.
        sides: entity id → its side, or itself.

    """
    blocks: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.id in given and telling.place and telling.actors and telling.status == "actual":
            doers = frozenset(sides.get(x, x) for x in telling.actors)
            blocks[telling.document, telling.type, telling.place, telling.date, doers].append(telling)
    return [sorted(held, key=lambda t: (t.trigger, t.id)) for held in blocks.values() if len(held) > 1]


def differing(held: Sequence[Telling], given: Mapping[str, str], line_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """The disagreement over why, if tellings of one event by different lineages or claimants give other causes.

    Args:
        held: the tellings of one event.
        given: telling id → the words of the cause that it gives, as ``causes`` finds them.
        line_of: document name → id of its lineage.

    """
    told = [t for t in held if t.id in given]
    kept: list[Telling] = []
    for telling in told:
        voice = (line_of[telling.document], telling.claimed_by)
        if all(
            voice != (line_of[k.document], k.claimed_by) and not _alike(given[telling.id], given[k.id]) for k in kept
        ):
            kept.append(telling)
    if len(kept) > 1:
        accounts = [account(given[t.id], (t.claimed_by,), (t.id,)) for t in kept]
        events = {t.event for t in held}
        yield disagreement("cause", held[0].event if len(events) == 1 else None, accounts)


def _alike(left: str, right: str) -> bool:
    one, two = stems(left), stems(right)
    return not one or not two or len(one & two) / min(len(one), len(two)) >= _SAME


def _clause(text: str, start: int, end: int) -> str:
    last = next((n for n in range(start, min(end, start + _LONG)) if text[n] in _ENDS), min(end, start + _LONG))
    return text[start:last].strip()


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["cause_cues"])
