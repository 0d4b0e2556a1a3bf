"""Attributions before nested speech is tied together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from hudna.reading.model import Attribution
from hudna.text import Span

_OWN_LEVEL = frozenset(
    {"attribution.according-to", "attribution.antecedent", "attribution.denied"}
)  # stand outside the content they speak of


@dataclass(slots=True)
class Draft:
    """One word of saying with its sources and contents; ``relay`` may be learnt from what follows in the sentence."""

    sources: tuple[str, ...]
    cue: Span
    contents: tuple[Span, ...]
    rule: str
    via: str = ""
    relay: str | None = None
    denies: bool = False  # what others say inside a denial does not reach us through the one who denies
    judges: bool = False  # accuses, demands or praises: what a relative clause of it tells may be another's account


class _Holder(NamedTuple):
    start: int
    end: int
    source: str


def tie(drafts: list[Draft]) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues; what is said inside another's words has that other as relay.

    Drafts whose source nobody could name («بيان : …») come to nothing.
    """
    drafts = [d for d in drafts if d.sources]
    holders = sorted(
        {_Holder(s.start, s.end, d.sources[0]) for d in drafts if not d.denies for s in d.contents},
        key=lambda h: (h.start, -h.end, h.source),
    )
    out: list[Attribution] = []
    around: list[_Holder] = []
    k = 0
    for draft in sorted(drafts, key=lambda d: (d.cue, d.rule)):
        while k < len(holders) and holders[k].start <= draft.cue.start:
            _close(around, holders[k].start + 1)
            around.append(holders[k])
            k += 1
        _close(around, draft.cue.end)
        outer = None if draft.rule in _OWN_LEVEL else _outer(around, draft)
        out += _attributions(draft, outer or draft.relay)
    return tuple(out)


def _close(around: list[_Holder], end: int) -> None:
    while around and around[-1].end < end:
        around.pop()


def _outer(around: list[_Holder], draft: Draft) -> str | None:
    return next((h.source for h in reversed(around) if h.source not in draft.sources), None)


def _attributions(draft: Draft, relay: str | None) -> Iterable[Attribution]:
    relay = None if relay in draft.sources else relay
    for span in draft.contents:
        for source in draft.sources:
            yield Attribution(source, draft.cue, span, draft.via or "unknown", relay, draft.rule)
