"""What a record costs as it grows: ``python -m benchmarks.growth``, run by ``make growth``.

Records of ever more reports are derived, each in a process of its own; then single reports are added to each and taken
out again. Reading is not part of the figures; seconds are those that one core works, not those that pass. The table
goes to ``growth.tsv`` beside this file, which is committed with the machine it was made on. With ``--from RECORD`` the
readings of that record are taken instead of made.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpus import sample
from hudna.reading import Reading, read
from hudna.record import Store
from hudna.text import Document

COUNTS = (1_000, 2_000, 5_000, 10_000, 20_000)
SINGLE = 20  # reports that are added one by one
TABLE = Path(__file__).with_name("growth.tsv")
HEAD = ("reports", "derived s", "reports/s", "MB", "add s median", "add s worst", "remove s median", "remove s worst")


def main() -> None:
    """Derive records of each size, print what it cost and keep it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, help=f"numbers of reports (default: {COUNTS})")
    parser.add_argument("--from", dest="record", type=Path, help="a record whose readings are taken")
    parser.add_argument("--derive", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--singles", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.derive:
        print(json.dumps(derive(given.derive, given.singles)))
        return
    counts = sorted(given.counts or COUNTS)
    rows = [HEAD, *measured(counts, told(given.record, counts[-1] + SINGLE))]
    lines = ["\t".join(map(str, row)) for row in rows]
    print("\n".join(lines))
    machine = f"# {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; seconds of one core"
    TABLE.write_text("\n".join((machine, *lines, "")), encoding="utf-8")


def told(record: Path | None, most: int) -> Iterator[tuple[Document, Reading]]:
    """Reports with their readings: of a record, else read now."""
    if record is None:
        _, documents = sample(most)
        return ((document, read(document)) for document in documents)
    return _held(record, most)


def _held(record: Path, most: int) -> Iterator[tuple[Document, Reading]]:
    with Store.open(record) as store:
        yield from islice(store.told(), most)


def measured(counts: Iterable[int], given: Iterator[tuple[Document, Reading]]) -> Iterator[tuple[str, ...]]:
    """The rows of the table; ``given`` holds as many reports as the greatest count and ``SINGLE`` more."""
    with tempfile.TemporaryDirectory() as folder:
        grown, singles = Path(folder) / "grown.hudna", Path(folder) / "singles.hudna"
        _put(singles, islice(given, SINGLE))
        done = 0
        for count in counts:
            _put(grown, islice(given, count - done))
            done = count
            yield _cost(grown, singles)


def _put(path: Path, given: Iterable[tuple[Document, Reading]]) -> None:
    with Store.open(path, create=True) as store:
        for document, reading in given:
            store.put(document, reading)


def _cost(grown: Path, singles: Path) -> tuple[str, ...]:
    """How many reports a record holds, what deriving a copy of it costs, and single reports in it."""
    copy = shutil.copy(grown, grown.with_name("copy.hudna"))
    command = [sys.executable, "-m", "benchmarks.growth", "--derive", str(copy), "--singles", str(singles)]
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 our own command
    cost = json.loads(made.stdout)
    return tuple(f"{cost[name]:.{digits}f}" for name, digits in zip(HEAD, (0, 1, 0, 0, 2, 2, 2, 2), strict=True))


def derive(path: Path, singles: Path) -> dict[str, float]:
    """Derive a record, then add reports one by one and take them out; seconds, reports a second and peak memory."""
    with Store.open(singles) as store:
        more = list(store.told())
    with Store.open(path) as store:
        count, seconds = len(store.names()), _seconds(store)
        megabytes = _peak()
        added, removed = [], []
        for document, reading in more:
            store.put(document, reading)
            added.append(_seconds(store))
        for document, _ in more:
            store.remove(document.name)
            removed.append(_seconds(store))
    ends = (statistics.median(added), max(added), statistics.median(removed), max(removed))
    return dict(zip(HEAD, (count, seconds, count / seconds, megabytes, *ends), strict=True))


def _seconds(store: Store) -> float:
    """What bringing a record up to date takes of one core, whatever else the machine does."""
    start = time.process_time()
    store.reconcile()
    return time.process_time() - start


def _peak() -> float:
    """Peak resident memory of this process in megabytes."""
    import resource  # noqa: PLC0415 not there on Windows

    unit = 1024 if sys.platform == "darwin" else 1  # bytes there, else kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit / 1024


if __name__ == "__main__":
    main()
