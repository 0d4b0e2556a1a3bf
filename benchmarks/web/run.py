"""Measure the pages on a record of 10,000 reports: ``python -m benchmarks.web.run [RECORD]``.

Nothing fails here: machines differ. The limits printed are those of the project on two cores.
"""

import http.client
import re
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.web.record import REPORTS, build
from benchmarks.web.serving import PAUSE, get, line, served
from hudna.web import routes

_CLIENTS, _EACH, _REPEATS = 50, 4, 9


def main() -> None:
    """Print every figure beside its limit."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        record = given or Path(folder) / "bench.hudna"
        if given is None:
            line("hudna build", f"{build(record).seconds:,.0f} s", f"{REPORTS:,} reports that nobody wrote")
        start = time.perf_counter()
        with served(record) as (port, process, cold):
            line("hudna serve, first answer", f"{cold:.1f} s", "it may be that the record is being prepared")
            lists = [page.path for page in routes.found() if page.lists and "{" not in page.path]
            for what, paths in (("first page", lists[:1]), ("every list", lists)):
                for path in paths:
                    while get(port, path)[0] != http.client.OK:
                        time.sleep(PAUSE)
                line(f"hudna serve, {what} is there", f"{time.perf_counter() - start:.1f} s", "")
            for path in lists:
                times = [get(port, path)[1] for _ in range(_REPEATS)]
                line(f"first byte of {path}", f"{statistics.median(times) * 1000:.0f} ms", "under 100 ms")
            failed, slowest = _many(port, lists)
            line(f"{_CLIENTS} clients at once", f"{failed} errors", f"slowest answer {slowest:.1f} s")
            line("memory", f"{_megabytes(process.pid):,.0f} MB", "")


def _many(port: int, paths: list[str]) -> tuple[int, float]:
    """How many answers were none when many ask at once, and the seconds of the slowest."""
    asked = [paths[n % len(paths)] for n in range(_CLIENTS * _EACH)]
    with ThreadPoolExecutor(_CLIENTS) as clients:
        answers = list(clients.map(lambda path: get(port, path), asked))
    return sum(status != http.client.OK for status, _ in answers), max(seconds for _, seconds in answers)


def _megabytes(pid: int) -> float:
    """Peak resident memory of a process, where the system tells it."""
    told = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", told.read_text()) if told.is_file() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
