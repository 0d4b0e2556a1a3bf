"""The record file: documents and their readings, and what is derived from them."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from hudna.reading import Reading
from hudna.record.model import Record
from hudna.record.search import Hit
from hudna.text import Document


class RecordError(Exception):
    """A record cannot be opened or used; the message is one line for people."""


class ReadingRefused(ValueError):
    """A reading that does not fit the document it is given with; nothing was stored."""


class Store:
    """One record in one file."""

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """The record at ``path``; with ``create`` an absent file is begun.

        Raises:
            RecordError: the file is absent, no SQLite file, no record of hudna, or of a newer version.

        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file; it is one file at rest."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def current(self, document: Document, engine: str) -> bool:
        """Whether this very document (text and metadata) is stored with a reading of this engine version."""
        raise NotImplementedError

    def put(self, document: Document, reading: Reading) -> None:
        """Store a document with its reading in one transaction, in place of one of the same name.

        Raises:
            ReadingRefused: name or text are not the document's, or a span does not lie inside the text.

        """
        raise NotImplementedError

    def remove(self, name: str) -> None:
        """Take a document out with all that it brought.

        Raises:
            RecordError: there is no document of this name.

        """
        raise NotImplementedError

    def names(self) -> tuple[str, ...]:
        """The names of all documents, sorted."""
        raise NotImplementedError

    def document(self, name: str) -> Document:
        """A stored document. Raises RecordError if there is none of this name."""
        raise NotImplementedError

    def documents(self) -> Iterator[Document]:
        """All documents by name."""
        raise NotImplementedError

    def reading(self, name: str) -> Reading:
        """The reading of a document. Raises RecordError if there is none of this name."""
        raise NotImplementedError

    def readings(self) -> Iterator[Reading]:
        """All readings by document name."""
        raise NotImplementedError

    def record(self) -> Record:
        """What is derived from the readings; rebuilt first if a document came, changed or went since."""
        raise NotImplementedError

    def rebuild(self) -> Record:
        """Derive everything anew and save it."""
        raise NotImplementedError

    def exported(self) -> Iterator[Reading]:
        """All readings with the record's ids, by document name."""
        raise NotImplementedError

    def resolve(self, old: str) -> str:
        """The id that an older one was merged into, or the id itself."""
        raise NotImplementedError

    def search(self, words: str, limit: int = 100) -> tuple[Hit, ...]:
        """The sentences that hold all the words in any inflection by clitics; best first, then by document and place."""
        raise NotImplementedError
