"""Measure what hudna promises of speed and size: ``python -m benchmarks.run``, run by ``make bench``.

Nothing fails here: machines differ, and tests hold no times. The limits printed are those of the project on two cores.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import five, sample
from benchmarks.hostile import strains
from benchmarks.processes import HUDNA, median_seconds, run
from benchmarks.rivals import dates
from hudna.cli.pool import read_all
from hudna.reading import read
from hudna.text import Document, normalise, split_sentences, tokenise

REPORTS, BUILT, REPEATS = 300, 200, 5


def main() -> None:
    """Print every figure beside its limit."""
    what, documents = sample(REPORTS)
    sentences, seconds = reading(documents)
    _line("reading, one core", f"{sentences / seconds:,.0f} sentences/s", "at least 500")
    _line("", f"{len(documents) / seconds:,.1f} reports/s", f"{len(documents)} {what}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        files = [str(path) for path in five()]
        builds = [[HUDNA, "build", str(work / f"cold-{number}.hudna"), *files] for number in range(REPEATS)]
        _line("hudna build, five reports", f"{median_seconds(builds):.2f} s", "under 3 s")
        _line("hudna --help", f"{median_seconds([[HUDNA, '--help']] * REPEATS):.2f} s", "under 0.4 s")
        load = [sys.executable, "-c", "from hudna.lexicon import load; load('ar')"]
        for name in ("lexicon, first start", "lexicon, tables kept"):
            _line(name, f"{run(load, {'XDG_CACHE_HOME': folder}).seconds:.2f} s", "with the interpreter's own start")
        rows = work / "sample.jsonl"
        rows.write_text("".join(_row(document) for document in documents[:BUILT]), encoding="utf-8")
        cost = run([HUDNA, "build", str(work / "sample.hudna"), str(rows), "--jobs", "1"])
        _line("peak memory of a build", f"{cost.megabytes:,.0f} MB", "under 400 MB")
        _line("", f"{cost.seconds:,.1f} s", f"{BUILT} reports, one job")
    print("\nDates in running text")
    for rival in dates():
        _line(rival.name, f"{rival.right} of {rival.cases} right", f"{rival.milliseconds:.1f} ms per sentence")
    print("\nHostile texts (growth 2 from half the length is linear)")
    for strain in strains():
        _line(strain.name, f"{strain.seconds:.1f} s", f"{strain.characters:,} characters, growth {strain.growth:.1f}")


def reading(documents: list[Document]) -> tuple[int, float]:
    """Number of sentences, and seconds that reading them takes, as a build does, once the lexicon is loaded."""
    read(documents[0])
    sentences = sum(len(split_sentences(tokenise(normalise(document.text)))) for document in documents)
    start = time.perf_counter()
    for _ in read_all(documents, jobs=1):
        pass
    return sentences, time.perf_counter() - start


def _row(document: Document) -> str:
    fields = {"text": document.text, "title": None, "published": document.published}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _line(name: str, figure: str, note: str) -> None:
    print(f"{name:28}{figure:>20}   {note}")


if __name__ == "__main__":
    main()
