"""How reliable facts of a kind, and of a rule, proved to be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hudna.record import Breach, Claim, Loss, Telling, Toll, TruceTelling
from hudna.views.dossier import Fact

THRESHOLD = 0.85  # DESIGN.md: what the brief states, the rest is to be checked
FEWEST_CASES = 10  # a rule or kind seen less often says too little; the wider kind stands for it


@dataclass(frozen=True, slots=True)
class Measured:
    """Precision on gold that nothing was written from, with the number of cases behind it."""

    precision: float
    cases: int

    @property
    def right(self) -> int:
        """How many of the cases were right."""
        return round(self.precision * self.cases)


@dataclass(frozen=True, slots=True)
class Reliability:
    """The table: by rule id, and by kind («event.CONSULT», «casualty.killed», «attribution»)."""

    rules: Mapping[str, Measured]
    kinds: Mapping[str, Measured]

    def of(self, fact: Fact) -> Measured | None:
        """Of the first that was seen often enough of its rule, its kind and the wider kind, else of the widest.

        None where none of them was measured.
        """
        return self.measured("" if isinstance(fact, Breach) else fact.rule, kind_of(fact))

    def measured(self, rule: str, kind: str) -> Measured | None:
        """The same by the rule and the kind («event.CONSULT») of a fact."""
        names = (kind, kind.partition(".")[0])
        known = [m for m in (self.rules.get(rule), *map(self.kinds.get, names)) if m]
        return next((m for m in known if m.cases >= FEWEST_CASES), known[-1] if known else None)

    def vouches(self, fact: Fact, threshold: float = THRESHOLD) -> bool:
        """Whether a brief may state the fact; with an empty table, nothing being measured, it may."""
        if not self.rules and not self.kinds:
            return True
        return vouched(self.of(fact), threshold)


def vouched(measured: Measured | None, threshold: float = THRESHOLD) -> bool:
    """Whether a measured reliability is enough for a brief to state a fact."""
    return measured is not None and measured.cases >= FEWEST_CASES and measured.precision >= threshold


def read_table(held: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Reliability:
    """A table from what its file holds."""
    return Reliability(_measures(held.get("rules", {})), _measures(held.get("kinds", {})))


@cache
def table() -> Reliability:
    """The table that ships with the package; empty where none does."""
    file = resources.files("hudna.reading").joinpath("reliability.json")
    if not file.is_file():
        return Reliability({}, {})
    return read_table(json.loads(file.read_text("utf-8")))


def kind_of(fact: Fact) -> str:
    """The kind under which a fact is measured."""
    match fact:
        case Telling():
            return f"event.{fact.type}"
        case Toll():
            return f"casualty.{fact.kind}"
        case Loss():
            return f"loss.{fact.kind}"
        case TruceTelling():
            return "truce"
        case Breach():
            return "violation"
        case Claim():
            return "attribution"


def _measures(held: Mapping[str, Mapping[str, float]]) -> dict[str, Measured]:
    return {name: Measured(m["precision"], int(m["cases"])) for name, m in held.items()}
