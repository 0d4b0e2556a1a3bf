"""On whose word something stands: who speaks for a side, and who only for themselves."""

from functools import cache

from hudna.lexicon import load
from hudna.record import Record

_PRESS = frozenset({"agency", "channel", "magazine", "newspaper", "radio", "site"})  # kinds of lexicon/ar/names


def voice(record: Record, claimant: str) -> str:
    """The side that a claimant speaks for, else its own id: the press speaks for itself, wherever it sits."""
    entity = record.entity.get(claimant)
    if entity is None or not entity.side or entity.lexicon in _press():
        return claimant
    return entity.side


@cache
def _press() -> frozenset[str]:
    """The outlets and agencies of the lexicon."""
    return frozenset(e.id for e in load("ar").known_names() if e.get("kind") in _PRESS)
