"""The log of judgements in the order in which they were made, and which of them have not been taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hudna.record.judgements.judgement import Judgement


@dataclass(frozen=True)
class Log:
    """All judgements in their order; nothing is ever taken out."""

    all: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Log":
        """The log of these judgements, each taken once, where it comes first."""
        return cls(tuple({j.id: j for j in judgements}.values()))

    @cached_property
    def undone(self) -> Mapping[str, str]:
        """The judgements that were taken back, by id, each with the undo that did; an undo can be undone as well."""
        gone: dict[str, str] = {}
        known = {j.id: n for n, j in enumerate(self.all)}
        for number in range(len(self.all) - 1, -1, -1):
            judgement = self.all[number]
            if judgement.kind == "undo" and judgement.id not in gone:
                target = judgement.fields["undoes"]
                if known.get(target, number) < number:
                    gone.setdefault(target, judgement.id)
        return gone

    @cached_property
    def live(self) -> tuple[Judgement, ...]:
        """Those that were not taken back, in their order."""
        return tuple(j for j in self.all if j.id not in self.undone and j.kind != "undo")

    @cached_property
    def by_text(self) -> Mapping[str, tuple[Judgement, ...]]:
        """Digest of a text → the live judgements about it, in their order."""
        out: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for judgement in self.live:
            for place in judgement.places:
                out[place.sha256][judgement.id] = judgement
        return {sha256: tuple(held.values()) for sha256, held in out.items()}
