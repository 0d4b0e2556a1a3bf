"""Compiled tables kept on disk, so that only the first start after a change of the lexicon pays for compiling."""

import contextlib
import hashlib
import marshal
import os
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any


def digest(sources: Sequence[Traversable]) -> str:
    """Hex digest of the data files and of the code that compiles them."""
    state = hashlib.sha256()
    package = files("hudna.lexicon")
    code = [package.joinpath(n) for n in ("inflect.py", "pattern.py", "source.py", "tables.py")]
    for file in (*code, files("hudna.text").joinpath("normal.py"), *sources):
        content = file.read_bytes()
        state.update(f"{file.name}:{len(content)}:".encode())
        state.update(content)
    return state.hexdigest()[:16]


def cache_folder() -> Path:
    """Where compiled tables lie: under XDG_CACHE_HOME, or the user's .cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hudna"


def load(language: str, key: str) -> dict[str, Any] | None:
    """The tables stored under ``key``, or None where there are none that can be read."""
    try:
        tables: dict[str, Any] = marshal.loads((cache_folder() / f"{language}-{key}.tables").read_bytes())  # noqa: S302 - our own file in the user's cache
    except (OSError, ValueError, EOFError, TypeError, RuntimeError):
        return None
    return tables


def save(language: str, key: str, tables: dict[str, Any]) -> None:
    """Keep tables for the next start; a cache that cannot be written is done without."""
    folder = cache_folder()
    with contextlib.suppress(OSError, RuntimeError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in folder.glob(f"{language}-*.tables"):
            old.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(marshal.dumps(tables))
        Path(file.name).replace(folder / f"{language}-{key}.tables")
