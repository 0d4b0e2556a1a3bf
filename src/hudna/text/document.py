"""A text with where it came from."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it is stored.

    Attributes:
        name: how people and files call it, unique within a record («000»).
        text: the stored text; every offset in hudna counts its code points.
        title: the headline, or "" where none can be told.
        language: ISO 639-1 code of the text.
        outlet: who published it, as given with the document; the reading may find it in the text.
        url: its address, if known.
        published: ISO 8601 date or ``start/end`` interval given with the document, never guessed.

    """

    name: str
    text: str
    title: str = ""
    language: str = "ar"
    outlet: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the stored text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
