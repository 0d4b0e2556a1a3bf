"""Whether a record file was written to, without reading it."""

import os
from pathlib import Path

_COUNTER = slice(24, 28)  # of the SQLite header: the file change counter, which every committed transaction raises


def stamp(path: Path | str) -> str:
    """A value that differs whenever the file at ``path`` was committed to or replaced; takes microseconds.

    Raises:
        OSError: there is no such file.

    """
    with Path(path).open("rb") as file:
        header = file.read(_COUNTER.stop)
        held = os.fstat(file.fileno())
    return f"{held.st_dev:x}-{held.st_ino:x}-{header[_COUNTER].hex()}"
