"""How an assault on a place went: taken, as some have it, and repelled, as others; stormed, and then taken."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.dates import days, first_day, overlap
from hudna.record.disagreements.account import account, disagreement
from hudna.record.identity import is_country
from hudna.record.model import Disagreement, Telling
from hudna.record.model.disagreement import CHANGE, CONTRADICTION
from hudna.record.wording import written
from hudna.text import Document

STORMED, TAKEN, REPELLED = "stormed", "taken", "repelled"
_FORCE = "ASSAULT"
_BEFORE = 16  # characters before the words of an assault in which «صد», «أحبط» stand
_CROWD = 48  # tellings of one place and day beyond which they are no more told apart
_Sides = Mapping[str, str]


def outcomes(document: Document, tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Id of a telling of an assault on a place → how it went, as its words have it."""
    for telling in tellings:
        if telling.type == _FORCE and telling.status == "actual" and telling.place and not is_country(telling.place):
            trigger = document.text[telling.trigger.start : telling.trigger.end]
            before = document.text[max(telling.evidence.start, telling.trigger.start - _BEFORE) : telling.trigger.start]
            if _cue(REPELLED).search(before + trigger):
                yield telling.id, REPELLED
            elif found := next((how for how in (TAKEN, STORMED) if _cue(how).search(trigger)), None):
                yield telling.id, found


def hold_keys(telling: Telling, published: str | None) -> Iterator[str]:
    """What a telling of how an assault went shares with others: the place, and the day of the report or the next."""
    if (day := first_day(published)) is not None:
        yield from (f"hold {telling.place} {day + timedelta(days=n)}" for n in (0, 1))


def holds(
    tellings: Iterable[Telling],
    gone: Mapping[str, str],
    sides: _Sides,
    published: Mapping[str, str | None],
) -> Iterator[Disagreement]:
    """The disagreements over how assaults on one place went.

    Args:
        tellings: all.
        gone: telling id → how it went.
        sides: entity id → its side, or itself.
        published: document name → when it appeared.

    """
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.id in gone and telling.place:
            blocks[telling.place].append(telling)
    for block in blocks.values():
        held = sorted(block, key=lambda t: (published[t.document] or "", t.document, t.trigger, t.id))[:_CROWD]
        for first, second, kind in ((REPELLED, TAKEN, CONTRADICTION), (STORMED, TAKEN, CHANGE)):
            pairs = [
                (one, two)
                for one in held
                for two in held
                if (gone[one.id], gone[two.id]) == (first, second)
                and _of_one(one, two, sides, published)
                and (_two_voices(one, two, sides) if kind == CONTRADICTION else _later(one, two, published))
            ]
            if pairs:
                sets = ([p[0] for p in pairs], [p[1] for p in pairs])
                accounts = [
                    account(how, (t.claimed_by for t in told), (t.id for t in told))
                    for how, told in zip((first, second), sets, strict=True)
                ]
                yield disagreement("occurrence", pairs[0][1].event, accounts, kind=kind)


def _of_one(one: Telling, two: Telling, sides: _Sides, published: Mapping[str, str | None]) -> bool:
    """Whether two tellings can be of one assault: by one side, told within a day, of no days apart."""
    by = [{sides.get(x, x) for x in t.actors} for t in (one, two)]
    if not by[0] & by[1]:
        return False
    when, then = days(one.date), days(two.date)
    if when and then and not overlap(when, then):
        return False
    told = [day for t in (one, two) if (day := first_day(published[t.document])) is not None]
    return len(told) == len(by) and abs(told[0] - told[1]) <= timedelta(days=1)


def _two_voices(repelled: Telling, taken: Telling, sides: _Sides) -> bool:
    """Whether those who took it say so, and others that they were repelled."""
    theirs, ours = ({sides.get(x, x) for x in t.claimed_by if not x.startswith("unnamed:")} for t in (repelled, taken))
    takers = {sides.get(x, x) for x in taken.actors}
    return bool(theirs and ours) and ours <= takers and not theirs & takers


def _later(one: Telling, two: Telling, published: Mapping[str, str | None]) -> bool:
    """Whether the second stands in another report, no older than that of the first."""
    return one.document != two.document and (published[one.document] or "") <= (published[two.document] or "")


@lru_cache(maxsize=3)
def _cue(how: str) -> re.Pattern[str]:
    return written(read_settings("ar", "record")["assault_cues"][how], "[وفبلك]*(?:ال)?")
