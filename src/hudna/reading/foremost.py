"""Who is told of clearly oftener than others: the home of a document, its armed group, a side's enemy.

In: how often each is told of; out: one of them, or None where none stands out.
"""

from collections import Counter
from collections.abc import Hashable
from typing import TypeVar

_Told = TypeVar("_Told", bound=Hashable)


def foremost(counts: Counter[_Told], times: int = 1, *, more: bool = False) -> _Told | None:
    """The one told oftener than any other, and at least ``times`` as often, or ``more`` than that."""
    ranked = counts.most_common(2)
    if not ranked:
        return None
    (first, most), *others = ranked
    return first if all(most > n and most >= times * n + more for _, n in others) else None
