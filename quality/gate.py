"""Score dev, val and the record of five; fail where a figure fell below its floor by more than one standard error.

``python -m quality.gate [--raise | --lower]``, run by ``make score`` and by CI. ``--raise`` moves floors up to today's
figures, ``--lower`` sets them to today's figures whatever they were. Where ``../shared`` is missing it says so and ends
with 0.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hudna.reading import read, to_json
from hudna.views.reliability import read_table
from quality.errors import classes, table
from quality.floors import Figure, Figures, drops, load_floors, raised, save_floors
from quality.gold import RECORD_DOCUMENTS, GoldSet, available, load_gold, load_scorer
from quality.measure import Scored, score, standard_errors
from quality.reliability import TABLE, reliability, write
from quality.stated import Stated, stated
from quality.table import PAGE, WELCOMES, measures, renew, welcome
from quality.whole import AS_ONE, export_record, figures

# What the record of five must reach.
TARGETS = {
    "mentions": 0.90,
    "entity clusters": 0.80,
    "times span": 0.92,
    "attributions": 0.75,
    "events type": 0.75,
    "events sides": 0.55,
    "casualties": 0.70,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 0 when every floor holds, else 1."""
    options = _parse(arguments)
    if not available():
        print("score: skipped, the gold annotations (../shared) are not here")
        return 0
    scorer = load_scorer()
    dev, val = load_gold("dev"), load_gold("val")
    with tempfile.TemporaryDirectory() as folder:
        scored = _score_all(scorer, dev, val, Path(folder))
        whole = {gold.name: figures(scorer, gold, Path(folder) / f"all {gold.name}") for gold in (dev, val)}
    digests = {"dev": dev.digest, "val": val.digest, "record": dev.digest}
    now = {name: _figures(scorer, result, digests[name]) for name, result in scored.items()}
    floors = load_floors()
    joined = {AS_ONE.format(name): held for name, held in whole.items() if held}
    _print_figures(now, floors)
    _print_joined(joined, floors)
    _print_ratios(scored)
    _print_errors(scored["dev"], sum(len(d.text.split()) for d in dev.documents))
    measured = reliability(scored["val"], name="val", digest=val.digest)
    brief = {name: stated(scored[name], read_table(measured)) for name in ("dev", "val")}
    _print_stated(brief)
    now |= joined
    tables = {PAGE: measures(now, scored, brief)}
    if "record" in now:
        tables |= {page: welcome(now, language) for language, page in WELCOMES.items()}
    for page, rows in tables.items():
        if renew(rows, page):
            print(f"\n{page.name}: table of measures rewritten, commit it")
    changed = write(measured)
    print(f"\n{TABLE.name}: {'rewritten, commit it' if changed else 'unchanged'}")
    if options.lower or options.higher:
        floors = {**floors, **now} if options.lower else raised(floors, now)
        save_floors(floors)
        print("floors.json: written")
    return _verdict(drops(floors, now))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--raise", dest="higher", action="store_true", help="move floors up to today's figures")
    either.add_argument("--lower", action="store_true", help="set floors to today's figures, also where that is lower")
    return parser.parse_args(arguments)


def _score_all(scorer: Any, dev: GoldSet, val: GoldSet, work: Path) -> dict[str, Scored]:
    """The sets by name; errors are listed for dev alone, val is for totals only."""
    scored = {}
    for gold in (dev, val):
        readings = work / gold.name
        read_all(gold, readings)
        scored[gold.name] = score(scorer, gold.folder, gold.folder / "texts", readings, errors=gold is dev)
    five = work / "five"
    if exported := export_record(dev, five, RECORD_DOCUMENTS):
        scored["record"] = score(scorer, five / "gold", dev.folder / "texts", exported)
    return scored


def read_all(gold: GoldSet, folder: Path) -> None:
    """Read each report alone and write ``<id>.json`` into ``folder``."""
    folder.mkdir()
    for document in gold.documents:
        content = json.dumps(to_json(read(document)), ensure_ascii=False)
        (folder / f"{document.name}.json").write_text(content, encoding="utf-8")


def _figures(scorer: Any, scored: Scored, digest: str) -> Figures:
    errors = standard_errors(scorer, scored)
    measures = {
        name: Figure(round(value, 4), round(errors[name], 4), scored.gold_items(name))
        for name, value in scored.figures().items()
    }
    return Figures(digest, len(scored.clusters), measures)


def _print_figures(now: Mapping[str, Figures], floors: Mapping[str, Figures]) -> None:
    print("F1 ± bootstrap standard error (floor), number of gold items")
    heads = "".join(f"{f'{name}, {f.documents} reports':32}" for name, f in now.items())
    print(f"{'':22}{heads}record must reach")
    for measure in now["dev"].measures:
        cells = "".join(f"{_cell(f.measures[measure], _floor(floors, name, measure)):32}" for name, f in now.items())
        print(f"{measure:22}{cells}{TARGETS.get(measure, '')}")


def _print_joined(now: Mapping[str, Figures], floors: Mapping[str, Figures]) -> None:
    print("\nOne record of all reports: F1 ± standard error (floor), number of gold pairs or entities")
    for name, held in now.items():
        for measure, figure in held.measures.items():
            print(f"{f'{measure}, {name}':46}{_cell(figure, _floor(floors, name, measure))}")


def _floor(floors: Mapping[str, Figures], name: str, measure: str) -> Figure | None:
    return floors[name].measures.get(measure) if name in floors else None


def _cell(figure: Figure, floor: Figure | None) -> str:
    held = f"({floor.value:.3f})" if floor else "(-)"
    return f"{figure.value:.3f} ±{figure.standard_error:.3f} {held} {figure.gold}"


def _print_ratios(scored: Mapping[str, Scored]) -> None:
    print("\nShare right among what was matched, number of cases")
    for measure, row in scored["dev"].summary.items():
        if "acc" in row:
            rows = (result.summary.get(measure) for result in scored.values())
            print(f"{measure:34}" + "".join(f"{_share(r):20}" for r in rows))


def _share(row: Mapping[str, float] | None) -> str:
    return f"{row['acc']:.3f} of {row['n']}" if row else "-"


def _print_errors(dev: Scored, words: int) -> None:
    print("\nErrors on dev by class, per 1,000 words and their number")
    print("\n".join(table(classes(dev), words)))


def _print_stated(figures: Mapping[str, Stated]) -> None:
    print("\nEvents that the brief states by the table of val: precision with sides right, share of all events found")
    for name, held in figures.items():
        print(f"{name:34}{held.precision:.3f} of {held.stated}, {held.share:.3f} of {held.found}")


def _verdict(lines: Sequence[str]) -> int:
    for line in lines:
        print(f"FELL {line}")
    print("gate: failed" if lines else "gate: every floor holds")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
