"""Words that the lexicon asks for beside another («needs», «about», «until» of events/*.yaml).

In: an entry and one of its fields; out: the words, which tell of a form whether it is one of them.
"""

from dataclasses import dataclass
from functools import lru_cache

from hudna.lexicon import Entry

_REST = "*"  # behind the beginning of a word that may go on


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words as a whole, and the beginnings of words that end in * there."""

    whole: frozenset[str]
    starts: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.whole or self.starts)

    def __contains__(self, form: str) -> bool:
        """Whether a form is one of the words."""
        return form in self.whole or form.startswith(self.starts)


@lru_cache(maxsize=1 << 12)
def wanted(entry: Entry, field: str = "needs") -> Wanted:
    """The words in a field of an entry."""
    words: list[str] = entry.get(field) or []
    whole = frozenset(w for w in words if not w.endswith(_REST))
    return Wanted(whole, tuple(w.removesuffix(_REST) for w in words if w.endswith(_REST)))
