"""What could not become a document, and why."""

from dataclasses import dataclass

from hudna.sources.names import printable


class Unreadable(Exception):  # noqa: N818 it names a state of the input, and never leaves this room
    """The input gives no document; the message is the reason, one line for people."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gives no document.

    Attributes:
        path: the file or folder, as it was given or found.
        reason: why, in one line.
        line: the line of a JSONL file, counted from 1; None for a whole file.
        fault: False for a file of another kind that lay in a folder: it is named, but nothing is wrong.

    """

    path: str
    reason: str
    line: int | None = None
    fault: bool = True

    def __str__(self) -> str:
        """One line for people: path, line and reason."""
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{printable(place)}: {self.reason}"
