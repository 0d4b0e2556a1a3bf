"""Figures of a folder of readings, with what each is made of per document, and their bootstrap standard errors."""

import random
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RESAMPLES = 200
SEED = 20200712
CLUSTERS, HEADLINE = "entity clusters", "headline"


@dataclass(frozen=True, slots=True)
class Match:
    """How one measure judged one document.

    Attributes:
        right: predictions that count as right.
        gold: gold items that count.
        pred: predictions that count.
        pairs: (gold, predicted) positions that match.
        golds: the gold items.
        preds: the predicted facts, as the reading format has them.

    """

    right: int
    gold: int
    pred: int
    pairs: tuple[tuple[int, int], ...] = ()
    golds: tuple[Mapping[str, Any], ...] = ()
    preds: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """The scorer's verdict on one set.

    Attributes:
        summary: the scorer's rows by measure.
        matches: measure to one ``Match`` per document, always in the same order of documents.
        clusters: per document, the (gold cluster, predicted cluster) of each mention found.
        headline: the measures whose mean is the headline.
        errors: the scorer's notes, where they were asked for.

    """

    summary: dict[str, dict[str, float]]
    matches: dict[str, tuple[Match, ...]]
    clusters: tuple[tuple[tuple[str, str], ...], ...]
    headline: tuple[str, ...]
    errors: tuple[tuple[Any, ...], ...] = ()

    def figures(self) -> dict[str, float]:
        """F1 by measure."""
        return {name: row["F1"] for name, row in self.summary.items() if "F1" in row}

    def gold_items(self, measure: str) -> int:
        """Number of gold items behind a measure; of the headline, all its measures'."""
        names = self.headline if measure == HEADLINE else (measure,)
        return sum(int(self.summary[name]["gold"]) for name in names)


def score(scorer: Any, gold: Path, texts: Path, readings: Path, *, errors: bool = False) -> Scored:
    """Score the files ``<id>.json`` of ``readings``, keeping what was matched in each document."""
    notes: list[tuple[Any, ...]] | None = [] if errors else None
    golds, preds, text = scorer.load(str(gold), str(texts), str(readings))
    plain = scorer.Tally
    scorer.Tally = recording(plain)
    try:
        summary = scorer.score(golds, preds, text, errors=notes)
    finally:
        scorer.Tally = plain
    matches = {name: tuple(row.pop("matches")) for name, row in summary.items() if "matches" in row}
    clusters = tuple(_clusters(scorer, name, golds[name], preds[name]) for name in golds)
    return Scored(summary, matches, clusters, tuple(scorer.HEADLINE), tuple(notes or ()))


def recording(tally: Any) -> Any:
    """The scorer's tally class, made to remember each count: the scorer calls it once per measure and document."""

    class Recording(tally):  # type: ignore[misc]  # the scorer is untyped and found only at run time
        def __init__(self) -> None:
            super().__init__()
            self.matches: list[Match] = []

        def count(self, pairs: Any, gold: Any, pred: Any) -> None:
            before = (self.tp, self.gold, self.pred)
            super().count(pairs, gold, pred)
            counts = (self.tp - before[0], self.gold - before[1], self.pred - before[2])
            self.matches.append(Match(*counts, tuple(pairs), tuple(gold), tuple(pred)))

        def row(self) -> dict[str, Any]:
            return {**super().row(), "matches": self.matches}

    return Recording


def _clusters(scorer: Any, name: str, gold: Any, pred: Any) -> tuple[tuple[str, str], ...]:
    """The clusters of each mention found in one document, named as the scorer names them."""
    scope = "" if pred.get("global_ids") else f"{name}:"
    found = scorer.greedy(gold["mentions"], pred["mentions"], scorer.same_name)
    return tuple(
        (scope + gold["mentions"][i]["entity"], scope + str(pred["mentions"][j].get("entity"))) for i, j in found
    )


def standard_errors(scorer: Any, scored: Scored, resamples: int = RESAMPLES) -> dict[str, float]:
    """Bootstrap standard error of every F1: documents drawn with replacement, always the same draws."""
    chance = random.Random(SEED)  # noqa: S311 - draws must repeat, secrecy is no concern
    size = len(scored.clusters)
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        for name, value in _figures_of(scorer, scored, chance.choices(range(size), k=size)).items():
            drawn.setdefault(name, []).append(value)
    return {name: statistics.pstdev(values) for name, values in drawn.items()}


def _figures_of(scorer: Any, scored: Scored, documents: Sequence[int]) -> dict[str, float]:
    """F1 by measure over the given documents, one counted as often as it was drawn."""
    sums = {name: _sum([matches[d] for d in documents]) for name, matches in scored.matches.items()}
    figures = {name: f1(s.right, s.gold, s.pred) for name, s in sums.items()}
    found = sums["mentions"]
    precision, recall = scorer.bcubed([pair for d in documents for pair in scored.clusters[d]])
    figures[CLUSTERS] = scorer.f1(precision * _share(found.right, found.pred), recall * _share(found.right, found.gold))
    figures[HEADLINE] = statistics.fmean(figures[name] for name in scored.headline)
    return figures


def f1(right: int, gold: int, pred: int) -> float:
    """The harmonic mean of precision ``right / pred`` and recall ``right / gold``; 0 where nothing is right."""
    return 2 * right / (gold + pred) if right else 0.0


def _sum(matches: Sequence[Match]) -> Match:
    return Match(sum(m.right for m in matches), sum(m.gold for m in matches), sum(m.pred for m in matches))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
