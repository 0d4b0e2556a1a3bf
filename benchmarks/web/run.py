"""Measure the pages on a record of 10,000 reports: ``python -m benchmarks.web.run [RECORD]``.

Nothing fails here: machines differ. The limits printed are those of the project on two cores.
"""

import http.client
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import HUDNA
from benchmarks.web.record import REPORTS, build
from hudna.web import routes

_CLIENTS, _EACH, _REPEATS = 50, 4, 9
_PATIENCE = 600  # seconds
_PAUSE = 0.1  # seconds until one asks again


def main() -> None:
    """Print every figure beside its limit."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        record = given or Path(folder) / "bench.hudna"
        if given is None:
            _line("hudna build", f"{build(record).seconds:,.0f} s", f"{REPORTS:,} reports that nobody wrote")
        start = time.perf_counter()
        with _served(record) as (port, process, cold):
            _line("hudna serve, first answer", f"{cold:.1f} s", "it may be that the record is being prepared")
            lists = [page.path for page in routes.found() if page.lists and "{" not in page.path]
            for what, paths in (("first page", lists[:1]), ("every list", lists)):
                for path in paths:
                    while _get(port, path)[0] != http.client.OK:
                        time.sleep(_PAUSE)
                _line(f"hudna serve, {what} is there", f"{time.perf_counter() - start:.1f} s", "")
            for path in lists:
                times = [_get(port, path)[1] for _ in range(_REPEATS)]
                _line(f"first byte of {path}", f"{statistics.median(times) * 1000:.0f} ms", "under 100 ms")
            failed, slowest = _many(port, lists)
            _line(f"{_CLIENTS} clients at once", f"{failed} errors", f"slowest answer {slowest:.1f} s")
            _line("memory", f"{_megabytes(process.pid):,.0f} MB", "")


@contextmanager
def _served(record: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], float]]:
    """A server of the record: its port, its process, and the seconds until its first answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    start = time.perf_counter()
    process = subprocess.Popen([HUDNA, "serve", str(record), "--port", str(port)], stdout=subprocess.DEVNULL)  # noqa: S603 ours
    try:
        while True:
            try:
                _get(port, "/documents")
                break
            except ConnectionError:
                if process.poll() is not None or time.perf_counter() - start > _PATIENCE:
                    raise
                time.sleep(_PAUSE)
        yield port, process, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()


def _get(port: int, path: str) -> tuple[int, float]:
    """Status of an answer, and seconds until its first byte."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read(1)
        seconds = time.perf_counter() - start
        answer.read()
        return answer.status, seconds
    finally:
        connection.close()


def _many(port: int, paths: list[str]) -> tuple[int, float]:
    """How many answers were none when many ask at once, and the seconds of the slowest."""
    asked = [paths[n % len(paths)] for n in range(_CLIENTS * _EACH)]
    with ThreadPoolExecutor(_CLIENTS) as clients:
        answers = list(clients.map(lambda path: _get(port, path), asked))
    return sum(status != http.client.OK for status, _ in answers), max(seconds for _, seconds in answers)


def _megabytes(pid: int) -> float:
    """Peak resident memory of a process, where the system tells it."""
    told = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", told.read_text()) if told.is_file() else None
    return int(found[1]) / 1024 if found else 0.0


def _line(name: str, figure: str, note: str) -> None:
    print(f"{name:34}{figure:>12}   {note}", flush=True)


if __name__ == "__main__":
    main()
