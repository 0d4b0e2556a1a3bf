"""The step that ties events to one another."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hudna.record import linking
from hudna.record.identity import link_id
from hudna.record.linking import Shown, Strand
from hudna.record.steps.index import Index
from hudna.record.steps.run import Run, number
from hudna.record.workings import Pool, chunks

_DENIAL = "denies"


def renew(run: Run, pool: Pool[Strand], retold: Iterable[str], retied: Iterable[str]) -> tuple[set[str], set[str]]:
    """Bring the links up to date.

    Args:
        run: the run.
        pool: the tellings.
        retold: documents of which something changed.
        retied: documents of which a telling belongs to another event now.

    Returns:
        The events that something was tied to or is now, and those of them that a denial was or is.

    """
    _retie(pool, retied, run.events)
    pool.meet()
    index = Index(run.connection, "ties")
    touched: set[str] = set()
    for some in chunks(sorted({*retold, *retied})):
        touched |= index.replace(_within(pool, some))
    for part in chunks(sorted(pool.touched | pool.disturbed)):
        touched |= index.replace(_across(pool, part))
    for keys in chunks(sorted(touched)):
        links = {}
        for key, facts in index.under(keys).items():
            kind, left, right = key.split("\0")
            shown = [Shown(*json.loads(fact)) for fact in facts]
            links[link_id(kind, left, right)] = [linking.link(kind, left, right, shown)] if shown else []
        run.saved.replace("links", "id", links)
    ends = [key.split("\0") for key in touched]
    denied = {event for kind, *both in ends if kind == _DENIAL for event in both}
    return {event for _, *both in ends for event in both}, denied


def _retie(pool: Pool[Strand], retied: Iterable[str], events: Mapping[str, str]) -> None:
    for some in chunks(sorted(retied)):
        owned = pool.owned(some)
        known = pool.get(own for owns in owned.values() for own in owns)
        moved = ((name, known[own]) for name, owns in owned.items() for own in owns if not _is_tied(known[own], events))
        pool.put({number(strand.telling.id): (name, _tied(strand, events)) for name, strand in moved})


def _is_tied(strand: Strand, events: Mapping[str, str]) -> bool:
    return strand.telling.event == events[strand.telling.id]


def _tied(strand: Strand, events: Mapping[str, str]) -> Strand:
    return replace(strand, telling=replace(strand.telling, event=events[strand.telling.id]))


def _within(pool: Pool[Strand], documents: Iterable[str]) -> dict[str, set[tuple[str, str]]]:
    """What each of these documents shows by itself."""
    owned = pool.owned(documents)
    known = pool.get(own for owns in owned.values() for own in owns)
    out: dict[str, set[tuple[str, str]]] = {}
    for name, owns in owned.items():
        strands = sorted((known[own] for own in owns), key=lambda s: (s.telling.trigger, s.telling.id))
        ties = (_tie(found, left, right) for found, left, right in linking.within(strands))
        out[f"within {name}"] = set(ties)
    return out


def _across(pool: Pool[Strand], numbers: Iterable[int]) -> dict[str, set[tuple[str, str]]]:
    """What each of these tellings shows together with one of another document, of which it is the left end."""
    out: dict[str, set[tuple[str, str]]] = {f"across {own}": set() for own in numbers}
    found = list(pool.found(numbers))
    known = pool.get({own for pair in found for own in pair[:2]})
    for left, right, _, what in found:
        out[f"across {left}"].add(_tie(what, known[left], known[right]))
    return out


def _tie(found: tuple[str, str, str], left: Strand, right: Strand) -> tuple[str, str]:
    """The key of the events of two tellings, and what these show."""
    kind, rule, why = found
    shown = Shown(left.telling.id, right.telling.id, rule, why)
    return f"{kind}\0{left.telling.event}\0{right.telling.event}", json.dumps(shown, ensure_ascii=False)
