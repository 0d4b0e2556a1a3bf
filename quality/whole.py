"""One record of many reports, built and exported with the commands a user has, and how well it says what is one."""

import json
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.floors import Figure, Figures
from quality.gold import GoldSet
from quality.measure import CLUSTERS, Scored, score, standard_errors

IDENTITY = "event identity"
AS_ONE = "{} as one record"  # what the figures of a set's record are called


def export_record(gold: GoldSet, work: Path, only: Collection[str] | None = None) -> Path | None:
    """Build a record of the reports of a set and export it in the reading format; None where that fails.

    Args:
        gold: the set.
        work: an empty or absent folder: ``texts``, ``gold`` (the annotations) and ``exported`` are made in it.
        only: names of the reports to take, without their dates; None for all, with the dates of the index.

    """
    texts, annotated, exported = work / "texts", work / "gold", work / "exported"
    for folder in (texts, annotated):
        folder.mkdir(parents=True)
    for document in gold.documents:
        if only is not None and document.name not in only:
            continue
        shutil.copy(gold.folder / "texts" / f"{document.name}.txt", texts)
        shutil.copy(gold.folder / f"{document.name}.json", annotated)
        if only is None and document.published:
            dated = json.dumps({"published": document.published})
            (texts / f"{document.name}.json").write_text(dated, encoding="utf-8")
    hudna, record = str(Path(sys.executable).with_name("hudna")), str(work / "record.hudna")
    for command in (
        [hudna, "build", record, str(texts)],
        [hudna, "export", record, "--format", "reading", "--out", str(exported)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
        if done.returncode:
            print(f"record: not measured, «hudna {command[1]}» failed:\n{done.stderr.strip()[-300:]}\n")
            return None
    return exported


def figures(scorer: Any, gold: GoldSet, work: Path) -> Figures | None:
    """What the record of a whole set says to be one: of events and of entities; None where it cannot be built."""
    exported = export_record(gold, work)
    if exported is None:
        return None
    scored = score(scorer, gold.folder, gold.folder / "texts", exported)
    names = [path.stem for path in sorted(gold.folder.glob("*.json")) if path.stem in {d.name for d in gold.documents}]
    crossdoc = json.loads((gold.folder / "crossdoc.json").read_text(encoding="utf-8"))
    clusters = [[(report, event) for report, event in cluster] for cluster in crossdoc["clusters"]]
    pairs = _told(scored, names, clusters)
    value = identity(pairs.values(), clusters)
    same = Figure(round(value, 4), round(_error(pairs, clusters), 4), _pairs(len(c) for c in clusters))
    error = standard_errors(scorer, scored)[CLUSTERS]
    named = Figure(round(scored.figures()[CLUSTERS], 4), round(error, 4), scored.gold_items(CLUSTERS))
    held = {IDENTITY: same, CLUSTERS: named}
    return Figures(gold.digest, len(gold.documents), held)


Told = Sequence[tuple[object, str]]  # of a report, each event found: the gold happening and the record's event


def identity(told: Iterable[Told], clusters: Sequence[Sequence[tuple[str, str]]]) -> float:
    """F1 of the pairs of tellings said to be one happening, as the scorer's ``--crossdoc`` counts them."""
    found = [pair for report in told for pair in report]
    right = _pairs(Counter(found).values())
    said = _pairs(Counter(event for _, event in found).values())
    true = _pairs(len(c) for c in clusters)
    return 2 * right / (said + true) if right else 0.0


def _told(scored: Scored, names: Sequence[str], clusters: Sequence[Sequence[tuple[str, str]]]) -> dict[str, Told]:
    happening = {member: number for number, cluster in enumerate(clusters) for member in cluster}
    out: dict[str, Told] = {}
    for name, match in zip(names, scored.matches["events type"], strict=True):
        out[name] = [
            (happening.get(own, own), str(match.preds[j]["event"]))
            for i, j in match.pairs
            if match.preds[j].get("event") and (own := (name, str(match.golds[i].get("id"))))
        ]
    return out


def _error(told: Mapping[str, Told], clusters: Sequence[Sequence[tuple[str, str]]]) -> float:
    """Jackknife standard error: each cluster of reports that share a happening left out in turn."""
    values = []
    for block in _blocks(clusters):
        kept = [c for c in clusters if c[0][0] not in block]
        values.append(identity((t for name, t in told.items() if name not in block), kept))
    count = len(values)
    return statistics.pstdev(values) * (count - 1) ** 0.5 if count > 1 else 0.0


def _blocks(clusters: Sequence[Sequence[tuple[str, str]]]) -> list[set[str]]:
    """The reports that hang together by happenings."""
    blocks: list[set[str]] = []
    for cluster in clusters:
        reports = {report for report, _ in cluster}
        touched = [b for b in blocks if b & reports]
        blocks = [b for b in blocks if not b & reports] + [reports.union(*touched)]
    return blocks


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)
