"""Slips of spelling in family names: «ساكوزي» for «ساركوزي»."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

_SPELLED = 5  # letters of a family name below which no slip is forgiven
_LONG = 7  # letters from which two are, not one
_FEW = 60  # names that are gone through faster than they are looked up


class Spellings:
    """Family names, which are found by a spelling with a slip too."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Hold ``names``."""
        self._names: dict[str, int] = {}
        self._by_rest: dict[str, list[str]] = {}
        self._indexed = 0
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Hold one more name."""
        self._names.setdefault(name, len(self._names))

    def like(self, form: str) -> Iterator[str]:
        """The names that ``form`` spells with a slip, those added first before the others."""
        near: Iterable[str] = self._names if len(self._names) <= _FEW else self._near(form)
        return (name for name in near if is_slip(form, name))

    def _near(self, form: str) -> list[str]:
        """The names with which a form has all letters but a few in common, in the order of the text."""
        for name in list(self._names)[self._indexed :]:
            for rest in _rests(name):
                self._by_rest.setdefault(rest, []).append(name)
        self._indexed = len(self._names)
        return sorted({n for rest in _rests(form) for n in self._by_rest.get(rest, ())}, key=self._names.__getitem__)


def _rests(form: str) -> set[str]:
    """What is left of a form without the letters that a slip may touch: spellings that share none are too far apart."""
    if len(form) < _SPELLED:
        return set()
    most = _most(len(form))
    return {"".join(kept) for count in range(most + 1) for kept in combinations(form, len(form) - count)}


def _most(letters: int) -> int:
    """How many slips are forgiven in a word of so many letters."""
    return 2 if letters >= _LONG else 1


@lru_cache(maxsize=1 << 14)
def is_slip(one: str, other: str) -> bool:
    """Whether two spellings with the same first letter differ by a slip or two."""
    shorter = min(len(one), len(other))
    if shorter < _SPELLED or one[0] != other[0] or abs(len(one) - len(other)) > _most(shorter):
        return False
    return _distance(one, other) <= _most(shorter)


def _distance(one: str, other: str) -> int:
    """Letters to leave out, put in, replace or exchange with the next to come from one word to another."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        here = [i]
        for j, b in enumerate(other, 1):
            steps = [row[j] + 1, here[j - 1] + 1, row[j - 1] + (a != b)]
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                steps.append(before[j - 2] + 1)
            here.append(min(steps))
        before, row = row, here
    return row[-1]
