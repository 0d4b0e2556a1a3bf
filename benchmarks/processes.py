"""What a command costs when it runs as a user runs it."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HUDNA = str(Path(sys.executable).with_name("hudna"))


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds and peak resident memory in megabytes of one process."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], settings: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end, with ``settings`` put into its environment.

    Raises:
        RuntimeError: it failed; the message ends with what it wrote.

    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as written:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 our own command
            command,
            stdout=subprocess.DEVNULL,
            stderr=written,
            env={**os.environ, **(settings or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            written.seek(0)
            raise RuntimeError(f"«{' '.join(command[:2])}» ended with {process.returncode}: {written.read()[-300:]}")
    unit = 1024 if sys.platform == "darwin" else 1  # ru_maxrss counts bytes there, else kilobytes
    return Cost(seconds, usage.ru_maxrss / unit / 1024)


def median_seconds(commands: Sequence[Sequence[str]]) -> float:
    """Median time of like commands, each run once."""
    return statistics.median(run(command).seconds for command in commands)
