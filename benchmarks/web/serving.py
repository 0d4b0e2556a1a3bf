"""A record served as users serve it, for as long as it is measured."""

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.processes import HUDNA

PATIENCE = 600  # seconds
PAUSE = 0.1  # seconds until one asks again
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def served(record: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], float]]:
    """A server of the record: its port, its process, and the seconds until its first answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    start = time.perf_counter()
    process = subprocess.Popen([HUDNA, "serve", str(record), "--port", str(port)], stdout=subprocess.DEVNULL)  # noqa: S603 ours
    try:
        while True:
            try:
                get(port, "/")
                break
            except ConnectionError:
                if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                    raise
                time.sleep(PAUSE)
        yield port, process, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str) -> tuple[int, float]:
    """Status of an answer, and seconds until its first byte."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
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


def chromium() -> dict[str, Any]:
    """How the system's Chromium is started, without a graphics card."""
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    return {"executable_path": path, "args": ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]}


def line(name: str, figure: str, note: str) -> None:
    """Print a figure."""
    print(f"{name:34}{figure:>12}   {note}", flush=True)
