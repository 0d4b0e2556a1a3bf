"""The measured reliability of each rule and each kind of fact: its precision on gold that it was not written from.

A fact is right when the scorer's matching counts it: a mention matched with its type, a time with its value, an
attribution with its source, an event with its type and sides, a casualty in full, a loss and a truce matched. A fact
that matches an optional gold item counts neither way. Only numbers leave this module: no text of the gold is printed or
kept.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quality.measure import Scored

TABLE = Path(__file__).resolve().parents[1] / "src" / "hudna" / "reading" / "reliability.json"
# The measure that decides whether a fact is right, the kind it judges, and the field that tells kinds within it.
_KINDS = {
    "mentions": ("mention", "type"),
    "times": ("time", None),
    "attributions": ("attribution", None),
    "events sides": ("event", "type"),
    "casualties": ("casualty", "kind"),
    "losses": ("loss", "kind"),
    "truces": ("truce", None),
    "truce violations": ("violation", None),
}


def reliability(scored: Scored, *, name: str, digest: str) -> dict[str, Any]:
    """The table that ships with the package: precision and number of cases by rule and by kind of fact."""
    rules: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    kinds: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for names, fact, right in judged(scored):
        for kind in names:
            kinds[0][kind] += right
            kinds[1][kind] += 1
        if rule := fact.get("rule"):
            rules[0][rule] += right
            rules[1][rule] += 1
    return {
        "measured_on": {"set": name, "documents": len(scored.clusters), "digest": digest},
        "rules": _rows(*rules),
        "kinds": _rows(*kinds),
    }


def write(table: Mapping[str, Any], path: Path = TABLE) -> bool:
    """Write the table; whether that changed the file."""
    content = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == content:
        return False
    path.write_text(content, encoding="utf-8")
    return True


def judged(scored: Scored) -> Iterator[tuple[list[str], Mapping[str, Any], bool]]:
    """Every fact that counts: its kinds («event» and «event.CONSULT»), itself, and whether it is right."""
    for measure, (kind, field) in _KINDS.items():
        for match in scored.matches.get(measure, ()):
            partner = {pred: gold for gold, pred in match.pairs}
            for number, fact in enumerate(match.preds):
                gold = match.golds[partner[number]] if number in partner else None
                if gold is None or not gold.get("optional"):
                    yield [kind, *([f"{kind}.{fact.get(field)}"] if field else [])], fact, gold is not None


def _rows(right: Counter[str], cases: Counter[str]) -> dict[str, dict[str, float]]:
    return {name: {"precision": round(right[name] / cases[name], 3), "cases": cases[name]} for name in sorted(cases)}
