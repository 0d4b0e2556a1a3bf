"""Which body a bare name means that the lexicon knows as a kind only: «قوات التحالف» where one coalition is told of.

Such a name means the one body of that kind that the reports on the same country name in full; where they name several,
or none, it stays what it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from hudna.reading import Entity, Reading
from hudna.record.identity import is_country
from hudna.record.names import parse
from hudna.record.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Meant:
    """The bodies that are named in full, by the country that a report is on and the common noun in their name."""

    entries: Mapping[tuple[str, str], frozenset[str]]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Self:
        """What a set of readings names in full."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for reading in readings:
            on = _on(reading)
            for entity in reading.entities:
                if entity.type == "ORG" and entity.lexicon and not (name := parse("ORG", entity.name)).generic:
                    for word in vocabulary().generic_bodies & set(name.words):
                        found[on, word].add(entity.lexicon)
        return cls({key: frozenset(entries) for key, entries in found.items()})

    def entry(self, reading: Reading, entity: Entity) -> str | None:
        """The lexicon entry that a bare name stands for in its report; None where it is none or leaves that open."""
        if entity.type != "ORG" or not entity.lexicon or entity.side:
            return None
        name = parse("ORG", entity.name)
        if not name.generic or name.state or not name.words:
            return None
        found = self.entries.get((_on(reading), name.words[-1]), frozenset())
        return min(found) if len(found) == 1 else None


def _on(reading: Reading) -> str:
    """The country that a report names most, "" if it names none."""
    countries = {e.id for e in reading.entities if is_country(e.id)}
    counts = Counter(m.entity for m in reading.mentions if m.entity in countries)
    return max(counts, key=lambda i: (counts[i], i), default="")
