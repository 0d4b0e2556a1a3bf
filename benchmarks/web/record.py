"""Build the record that the pages are measured on: ``python -m benchmarks.web.record FILE``."""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import HUDNA, Cost, run
from benchmarks.web.reports import reports

REPORTS = 10_000
_JOBS = 2


def build(path: Path, count: int = REPORTS, hudna: Sequence[str] = (HUDNA,)) -> Cost:
    """A record of so many reports at ``path``, by ``hudna build``; what that cost."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "reports.jsonl"
        with rows.open("w", encoding="utf-8") as out:
            for document in reports(count):
                fields = ("name", "text", "title", "outlet", "published")
                row = {"id" if f == "name" else f: getattr(document, f) for f in fields}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        return run([*hudna, "build", str(path), str(rows), "--jobs", str(_JOBS)])


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
