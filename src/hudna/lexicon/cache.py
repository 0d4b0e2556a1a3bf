"""Compiled tables kept on disk, so that only the first start after a change of the lexicon pays for compiling.

A file holds the CRC-32 of its content and the content, written beside and moved into place at once: who reads it finds
all of it or nothing, also where two processes write or one is cut short.
"""

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
import zlib
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from hudna.collection import no_collection

_CODE = ("inflect.py", "name_lists.py", "pattern.py", "source.py", "tables.py")
_KEPT = 4  # files of other versions that stay, for those who go back and forth between some
_CHECK = 4  # bytes of the CRC-32


def digest(sources: Sequence[Traversable]) -> str:
    """Hex digest of the data files and of the code that compiles them."""
    state = hashlib.sha256()
    package = files("hudna.lexicon")
    code = [package.joinpath(name) for name in _CODE]
    for file in (*code, files("hudna.text").joinpath("normal.py"), *sources):
        content = file.read_bytes()
        state.update(f"{file.name}:{len(content)}:".encode())
        state.update(content)
    return state.hexdigest()[:16]


def cache_folder() -> Path:
    """Where compiled tables lie: under XDG_CACHE_HOME, or the user's .cache.

    Raises:
        RuntimeError: the user has no home folder.

    """
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hudna"


def load(language: str, key: str) -> dict[str, Any] | None:
    """The tables stored under ``key``, or None where there are none that can be read whole."""
    try:
        stored = memoryview(_file(cache_folder(), language, key).read_bytes())
    except (OSError, RuntimeError):
        return None
    content = stored[_CHECK:]
    if bytes(stored[:_CHECK]) != _checksum(content):
        return None
    with no_collection():
        tables: dict[str, Any] = marshal.loads(content)  # noqa: S302 - our own file in the user's cache
    return tables


def save(language: str, key: str, tables: dict[str, Any]) -> None:
    """Keep tables for the next start; a cache that cannot be written is done without."""
    with contextlib.suppress(OSError, RuntimeError):
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = marshal.dumps(tables)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f"{language}-", suffix=".part", delete=False) as file:
            try:
                file.write(_checksum(content) + content)
                file.close()
                Path(file.name).replace(_file(folder, language, key))
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise
        for old in sorted(folder.glob(f"{language}-*"), key=lambda f: f.stat().st_mtime)[: -_KEPT - 1]:
            old.unlink(missing_ok=True)


def _file(folder: Path, language: str, key: str) -> Path:
    """Each version of Python has files of its own, as it has of compiled code."""
    return folder / f"{language}-{key}.{sys.implementation.cache_tag}.tables"


def _checksum(content: bytes | memoryview) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECK, "big")
