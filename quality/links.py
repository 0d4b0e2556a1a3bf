"""How many links between events are right, by kind: ``python -m quality.links [dev | val]``.

One record of all reports of a gold set is compared with the ``links`` of its ``crossdoc.json``. Events stand for gold
events through the tellings whose words and type match; gold events of one cluster are one. A link is right where its
events have a gold link of its kind; links of events that match nothing are counted apart («unjudged»), and so are gold
links of which an event was not read («unread»). The gold names the links that its annotators saw, not all there are.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.reading import read, to_json
from hudna.record import Link, Record, derive, with_record_ids
from quality.gold import GoldSet, available, load_gold, load_scorer
from quality.measure import Match, score

GoldLink = tuple[str, str, str]  # left and right cluster, kind


@dataclass(frozen=True, slots=True)
class Count:
    """The links of one kind: right and judged ones of ours; found, read and all ones of the gold."""

    right: int
    judged: int
    unjudged: int
    found: int
    read: int
    gold: int


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each kind."""
    if not available():
        print("links: skipped, the gold annotations (../shared) are not here")
        return 0
    gold = load_gold((arguments if arguments is not None else sys.argv[1:] or ["dev"])[0])
    record, matches = _record(gold)
    crossdoc = json.loads((gold.folder / "crossdoc.json").read_text(encoding="utf-8"))
    clusters = {tuple(member): str(n) for n, held in enumerate(crossdoc["clusters"]) for member in held}
    wanted = {(_of(clusters, a, b), _of(clusters, c, d), kind) for a, b, c, d, kind in crossdoc["links"]}
    stands_for = _stands_for(matches, clusters)
    for kind, count in sorted(counts(record.links, wanted, stands_for).items()):
        print(
            f"{kind:10} precision {count.right} of {count.judged} ({count.unjudged} unjudged), "
            f"recall {count.found} of {count.read} read, {count.gold} in all"
        )
    return 0


def counts(
    links: Iterable[Link], wanted: set[GoldLink], stands_for: Mapping[str, frozenset[str]]
) -> Mapping[str, Count]:
    """How our links and the gold's compare by kind; ``stands_for`` gives the gold clusters of each event of ours."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    unjudged: Counter[str] = Counter()
    found: set[GoldLink] = set()
    for link in links:
        left, other = stands_for.get(link.left), stands_for.get(link.right)
        if not left or not other:
            unjudged[link.kind] += 1
            continue
        hits = {(a, b, link.kind) for a in left for b in other} & wanted
        judged[link.kind] += 1
        right[link.kind] += bool(hits)
        found |= hits
    known = {cluster for held in stands_for.values() for cluster in held}
    read_ones = [kind for a, b, kind in wanted if {a, b} <= known]
    kinds = {kind for *_, kind in wanted} | set(judged) | set(unjudged)
    per_kind = (Counter(k for *_, k in found), Counter(read_ones), Counter(k for *_, k in wanted))
    return {k: Count(right[k], judged[k], unjudged[k], *(c[k] for c in per_kind)) for k in kinds}


def _record(gold: GoldSet) -> tuple[Record, Mapping[str, Match]]:
    """The record of a set, and how the scorer matched the events of each document."""
    told = [(document, read(document)) for document in gold.documents]
    record = derive(told)
    with tempfile.TemporaryDirectory() as work:
        for _, reading in told:
            content = json.dumps(to_json(with_record_ids(reading, record), global_ids=True), ensure_ascii=False)
            (Path(work) / f"{reading.name}.json").write_text(content, encoding="utf-8")
        scored = score(load_scorer(), gold.folder, gold.folder / "texts", Path(work))
    names = sorted(document.name for document in gold.documents)
    return record, dict(zip(names, scored.matches["events type"], strict=True))


def _stands_for(matches: Mapping[str, Match], clusters: Mapping[Any, str]) -> Mapping[str, frozenset[str]]:
    """Event of the record → the gold clusters of its matched tellings."""
    out: dict[str, set[str]] = defaultdict(set)
    for document, match in matches.items():
        for mine, ours in match.pairs:
            out[match.preds[ours]["event"]].add(_of(clusters, document, match.golds[mine]["id"]))
    return {event: frozenset(held) for event, held in out.items()}


def _of(clusters: Mapping[Any, str], document: str, event: str) -> str:
    """The cluster of a gold event, or itself."""
    return clusters.get((document, event), f"{document}/{event}")


if __name__ == "__main__":
    sys.exit(main())
