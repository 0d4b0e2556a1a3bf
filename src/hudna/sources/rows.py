"""The lines of a JSONL file, one at a time however large the file."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from hudna.sources.arabic import LONGEST
from hudna.sources.encoding import decode, unmarked_utf16
from hudna.sources.metadata import json_object
from hudna.sources.refusal import Unreadable

# A character takes at most 12 bytes, escaped as "\ud83d\ude00"; a longer line holds too much for one document.
_LONGEST_LINE = 12 * LONGEST
_CHUNK = 1 << 16
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """Each line that is not blank as (its number from 1, its JSON object or why it gives none).

    Raises:
        OSError: the file cannot be read.
        Unreadable: it is binary, and has no lines.

    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        file.seek(0)
        for number, line in _lines(_as_utf8(file, head)):
            if isinstance(line, Unreadable):
                yield number, line
            elif line and not line.isspace():
                yield number, _row(line)


def _as_utf8(file: BinaryIO, head: bytes) -> BinaryIO:
    """The file itself, or if it begins as UTF-16 a view of it in UTF-8."""
    encoding = _UTF16.get(head[:2]) or (unmarked_utf16(head) if b"\0" in head else None)
    return io.BufferedReader(_Transcoded(file, encoding)) if encoding else file


def _row(line: bytes) -> dict[str, Any] | Unreadable:
    try:
        return json_object(decode(line.strip()))
    except Unreadable as error:
        return error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | Unreadable]]:
    """The lines of a file with their numbers, one too long to hold as its refusal."""
    number = 0
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(_CHUNK)
            yield number, Unreadable(f"too long: more than {LONGEST:,} characters in one line")
        else:
            yield number, line


class _Transcoded(io.RawIOBase):
    """A UTF-16 file read as UTF-8; what is no UTF-16 becomes U+FFFD."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._held:
            chunk = self._file.read(_CHUNK)
            self._held = self._decoder.decode(chunk, final=not chunk).encode()
            if not chunk:
                break
        taken = self._held[: len(buffer)]
        buffer[: len(taken)] = taken
        self._held = self._held[len(taken) :]
        return len(taken)
