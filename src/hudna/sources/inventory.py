"""Which inputs a call has: files found, rows counted, names settled, before any text is read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hudna.sources.metadata import SUFFIX as SIDECAR
from hudna.sources.names import Origin, settle
from hudna.sources.refusal import Refusal, Unreadable
from hudna.sources.rows import rows

PLAIN = frozenset({".txt", ""})  # a file without suffix may be given by name; in a folder it is passed over
PAGE = frozenset({".html", ".htm"})
ROWS = frozenset({".jsonl"})
_IN_FOLDERS = (PLAIN - {""}) | PAGE | ROWS
_NO_FILE = "not a regular file"  # a pipe or device would be waited for
_KNOWN = "hudna reads .txt, .html, .htm and .jsonl"


@dataclass(frozen=True, slots=True)
class Inventory:
    """The inputs of one call.

    Attributes:
        files: each file once, in the order given, folders sorted, with the names of its documents: by line for a JSONL
            file, under None for any other.
        refusals: what is no input at all.

    """

    files: tuple[tuple[Path, dict[int | None, str]], ...]
    refusals: tuple[Refusal, ...]

    def __len__(self) -> int:
        """Number of documents that may come of it."""
        return sum(len(names) for _, names in self.files)


def survey(paths: Iterable[Path | str]) -> Inventory:
    """The inventory of files and folders; every JSONL file is read once, row by row, for the names in it."""
    refusals: list[Refusal] = []
    bases: dict[Path, tuple[Path, str]] = {}  # real path -> path as given, name it asks for
    for given in map(Path, paths):
        for found in _found(given):
            if isinstance(found, Refusal):
                refusals.append(found)
                continue
            path, base = found
            real = Path(os.path.realpath(path))
            if real not in bases:
                bases[real] = (path, base)
            elif len(base) > len(bases[real][1]):  # given twice: the fuller name, in whatever order they came
                bases[real] = (bases[real][0], base)
    origins = [origin for path, base in bases.values() for origin in _origins(path, base)]
    files: dict[Path, dict[int | None, str]] = {path: {} for path, _ in bases.values()}
    for origin, name in zip(origins, settle(origins), strict=True):
        files[origin.path][origin.line] = name
    return Inventory(tuple(files.items()), tuple(refusals))


def _found(given: Path) -> Iterator[tuple[Path, str] | Refusal]:
    """The files of one argument with the names that they ask for."""
    try:
        folder, there = given.is_dir(), given.exists()
    except OSError as error:  # a name too long, a folder above that is closed
        yield Refusal(str(given), f"cannot be read: {error.strerror}")
        return
    if folder:
        yield from _in_folder(given)
    elif not there:
        yield Refusal(str(given), "no such file or folder")
    elif not _is_regular(given):
        yield Refusal(str(given), _NO_FILE)
    elif given.suffix.lower() not in PLAIN | PAGE | ROWS:
        yield Refusal(str(given), f"of a kind that is not read ({given.suffix}): {_KNOWN}")
    else:
        yield given, given.stem


def _in_folder(folder: Path) -> Iterator[tuple[Path, str] | Refusal]:
    """The files below a folder, sorted; hidden ones are passed over, those of other kinds named."""
    none = True
    troubles: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = sorted(name for name in names if not name.startswith("."))
        stems = {Path(name).stem for name in shown if Path(name).suffix.lower() in _IN_FOLDERS}
        for name in shown:
            path = Path(root, name)
            suffix = path.suffix.lower()
            if not _is_regular(path):  # a link may lead nowhere
                yield Refusal(str(path), _NO_FILE)
            elif suffix in _IN_FOLDERS:
                none = False
                yield path, "-".join(path.relative_to(folder).with_suffix("").parts)
            elif suffix != SIDECAR or path.stem not in stems:
                yield Refusal(str(path), f"passed over: {_KNOWN}", fault=False)
    for trouble in troubles:
        yield Refusal(str(trouble.filename), f"cannot be read: {trouble.strerror}")
    if none and not troubles:
        yield Refusal(str(folder), f"nothing to read in this folder: {_KNOWN}")


def _is_regular(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _origins(path: Path, base: str) -> Iterator[Origin]:
    """The documents that a file may give; a row that is broken asks for no name."""
    if path.suffix.lower() not in ROWS:
        yield Origin(path, base)
        return
    try:
        for number, row in rows(path):
            if not isinstance(row, Unreadable):
                yield Origin(path, _asked(row) or f"{base}-{number}", number)
    except (OSError, Unreadable):
        return  # said when the file is read


def _asked(row: dict[str, object]) -> str | None:
    """The id or name that a row gives itself."""
    for field in ("id", "name"):
        value = row.get(field)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None
