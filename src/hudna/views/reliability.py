"""How reliable facts of a kind, and of a rule, proved to be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hudna.record import Breach, Claim, Loss, Telling, Toll, TruceTelling
from hudna.views.dossier import Fact

THRESHOLD = 0.85  # DESIGN.md: what the brief states, the rest is to be checked
FEWEST_CASES = 10  # a rule seen less often says too little; its kind stands for it


@dataclass(frozen=True, slots=True)
class Measured:
    """Precision on gold that nothing was written from, with the number of cases behind it."""

    precision: float
    cases: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """The table: by rule id, and by kind («event.CONSULT», «casualty.killed», «attribution»)."""

    rules: Mapping[str, Measured]
    kinds: Mapping[str, Measured]

    def of(self, fact: Fact) -> Measured | None:
        """Of the fact's rule if it was seen often enough, else of its kind; None where neither was measured."""
        rule = self.rules.get("" if isinstance(fact, Breach) else fact.rule)
        if rule and rule.cases >= FEWEST_CASES:
            return rule
        kind = kind_of(fact)
        return self.kinds.get(kind) or self.kinds.get(kind.partition(".")[0])

    def vouches(self, fact: Fact) -> bool:
        """Whether a brief may state the fact; with an empty table, nothing being measured, it may."""
        if not self.rules and not self.kinds:
            return True
        measured = self.of(fact)
        return measured is not None and measured.precision >= THRESHOLD


@cache
def table() -> Reliability:
    """The table that ships with the package; empty where none does."""
    file = resources.files("hudna.reading").joinpath("reliability.json")
    if not file.is_file():
        return Reliability({}, {})
    held = json.loads(file.read_text("utf-8"))
    return Reliability(_measures(held.get("rules", {})), _measures(held.get("kinds", {})))


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
