"""Why it was done: causes, aims and pretexts that tellings of one event give in so many words."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.dates import first_day
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Claim, Disagreement, Telling
from hudna.record.wording import bears, marks, stems, written
from hudna.text import Document

_FORCE = "ASSAULT"
_FAR = 160  # characters between the words of an event and those that begin its cause
_OPENS = 3  # characters before words that open a sentence: «و»
_LONG = 160  # characters of a cause
_ENDS = frozenset('،؛.,;\n!؟»"”)')
_SAME = 0.3  # share of the words of the shorter cause from which two are the same


def causes(document: Document, tellings: Iterable[Telling], claims: Sequence[Claim]) -> dict[str, str]:
    """The words that give a cause of what a document tells, by telling id: «ردا على قصف الميناء».

    A cause belongs to the last event before it in its sentence, or, where it opens the sentence, to the first behind
    («وردا على قصف الميناء، شن الجيش غارات»), or else to the deed that the same speaker told last in the sentence
    before: «أعلن الجيش تدمير منصة. وقال إنها كانت تستعد لـ…».
    """
    out: dict[str, str] = {}
    if not bears(document.text, _marks()):
        return out
    ordered = sorted(tellings, key=lambda t: (t.trigger, t.id))
    starts = [t.trigger.start for t in ordered]
    reach = _FAR + max((t.evidence.end - t.evidence.start for t in ordered), default=0)
    for cue in _cues().finditer(document.text):
        start = cue.start("phrase")
        held = ordered[bisect_left(starts, start - reach) : bisect_right(starts, start + reach)]
        before = [t for t in held if t.evidence.start <= t.trigger.end <= start < t.evidence.end]
        if before and start - before[-1].trigger.end <= _FAR:
            out.setdefault(before[-1].id, _clause(document.text, start, before[-1].evidence.end))
        elif not before and (told := _behind(document.text, held, start)):
            out.setdefault(told.id, _clause(document.text, start, told.trigger.start))
        elif not before and (told := _told_last(held, claims, start)):
            said = next(c for c in claims if c.content.start <= start < c.content.end)
            out.setdefault(told.id, _clause(document.text, start, said.content.end))
    return out


def _behind(text: str, held: Sequence[Telling], start: int) -> Telling | None:
    """The first deed behind a cause that opens its sentence, in the clause after its comma."""
    comma = text.find("،", start, start + _LONG)
    told = [
        t for t in held if t.evidence.start <= start < comma < t.trigger.start and start - t.evidence.start <= _OPENS
    ]
    return told[0] if told and told[0].type == _FORCE and told[0].trigger.start - comma <= _FAR else None


def _told_last(held: Sequence[Telling], claims: Sequence[Claim], start: int) -> Telling | None:
    """The deed that whoever speaks at ``start`` told last before it, near it and as his side's or another's."""
    speaker = next((c.source for c in claims if c.content.start <= start < c.content.end), None)
    near = [t for t in held if 0 <= start - t.trigger.end <= _FAR and t.type == _FORCE]
    return near[-1] if near and speaker in near[-1].claimed_by else None


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


def opposed(tellings: Iterable[Telling], given: Mapping[str, str], sides: Mapping[str, str]) -> list[list[Telling]]:
    """The tellings with a cause of what one side did to another in one document, where both sides give one.

    Args:
        tellings: all of a record.
        given: telling id → the words of the cause that it gives.
        sides: entity id → its side, or itself.

    """
    blocks: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.id in given and (key := opposed_key(telling, sides)):
            blocks[key].append(telling)
    out = []
    for (_, doer, target), held in blocks.items():
        by_side = {t: {sides.get(x, x) for x in t.claimed_by} for t in held}
        kept = [t for t in held if by_side[t] in ({doer}, {target})]
        if len({frozenset(by_side[t]) for t in kept}) > 1:
            out.append(sorted(kept, key=lambda t: (t.trigger, t.id)))
    return out


def campaigns(
    tellings: Iterable[Telling],
    given: Mapping[str, str],
    sides: Mapping[str, str],
    published: Mapping[str, str | None],
) -> list[list[Telling]]:
    """The tellings with a cause of what one side does to another, on no day of its own, in reports of two days.

    Args:
        tellings: all of a record.
        given: telling id → the words of the cause that it gives.
        sides: entity id → its side, or itself.
        published: document name → when it appeared.

    """
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.id in given:
            for key in campaign_keys(telling, sides, published[telling.document]):
                blocks[key].append(telling)
    found = (sorted(held, key=lambda t: (t.document, t.trigger, t.id)) for _, held in sorted(blocks.items()))
    return [held for held in found if len(held) > 1]


def campaign_keys(telling: Telling, sides: Mapping[str, str], published: str | None) -> Iterator[str]:
    """What the causes of a campaign share: doer and target, and the day of the report or the next."""
    if (day := first_day(published)) is not None:
        for doer, target in _campaign(telling, sides):
            yield from (f"campaign {doer} {target} {day + timedelta(days=n)}" for n in (0, 1))


def _campaign(telling: Telling, sides: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    doers, targets = ({sides.get(x, x) for x in names} for names in (telling.actors, telling.targets))
    if telling.type == _FORCE and telling.status == "actual" and not telling.date and len(doers) == 1:
        yield from ((doer, target) for doer in doers for target in sorted(targets - doers))


def opposed_key(telling: Telling, sides: Mapping[str, str]) -> tuple[str, str, str] | None:
    """The document of a deed of force of one side against another, and the two."""
    doers, targets = ({sides.get(x, x) for x in names} for names in (telling.actors, telling.targets))
    if telling.type != _FORCE or telling.status != "actual" or len(doers) != 1 or len(targets) != 1 or doers == targets:
        return None
    return telling.document, doers.pop(), targets.pop()


def differing(
    held: Sequence[Telling], given: Mapping[str, str], line_of: Mapping[str, str], sides: Mapping[str, str]
) -> Iterator[Disagreement]:
    """The disagreement over why, if tellings of one event by different lineages or claimants give other causes.

    Args:
        held: the tellings of one event.
        given: telling id → the words of the cause that it gives, as ``causes`` finds them.
        line_of: document name → id of its lineage.
        sides: entity id → its side, or itself; what two of one side say is no contradiction.

    """
    told = [t for t in held if t.id in given]
    kept: list[Telling] = []
    for telling in told:
        others = (k for k in kept if _one_voice(k, telling, line_of, sides) or _alike(given[telling.id], given[k.id]))
        if next(others, None) is None:
            kept.append(telling)
    if len(kept) > 1:
        accounts = [account(given[t.id], (t.claimed_by,), (t.id,)) for t in kept]
        events = {t.event for t in held}
        yield disagreement("cause", held[0].event if len(events) == 1 else None, accounts)


def _one_voice(left: Telling, right: Telling, line_of: Mapping[str, str], sides: Mapping[str, str]) -> bool:
    """Whether two tellings are of one lineage and claimant, or of claimants of one side."""
    if (line_of[left.document], left.claimed_by) == (line_of[right.document], right.claimed_by):
        return True
    one, two = ({sides.get(x, x) for x in t.claimed_by if _known(x, sides)} for t in (left, right))
    return bool(one & two) or (left.document == right.document and not (one and two))


def _known(name: str, sides: Mapping[str, str]) -> bool:
    return sides.get(name, name) != name or name.startswith("loc.")


def _alike(left: str, right: str) -> bool:
    one, two = stems(left), stems(right)
    return not one or not two or len(one & two) / min(len(one), len(two)) >= _SAME


def _clause(text: str, start: int, end: int) -> str:
    last = next((n for n in range(start, min(end, start + _LONG)) if text[n] in _ENDS), min(end, start + _LONG))
    return text[start:last].strip()


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    return written(read_settings("ar", "record")["cause_cues"])


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return marks(read_settings("ar", "record")["cause_cues"])
