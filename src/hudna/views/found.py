"""Sentences that hold the words searched for."""

from dataclasses import dataclass

from hudna.record import Store
from hudna.text import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the places of the words in it.

    Attributes:
        document: where it stands.
        title: the document's headline.
        published: when it appeared.
        span: the sentence in the stored text.
        text: its characters.
        words: the words found, as spans of the stored text.

    """

    document: str
    title: str
    published: str | None
    span: Span
    text: str
    words: tuple[Span, ...]


def search(store: Store, words: str, limit: int = 100) -> tuple[Found, ...]:
    """The sentences that hold all the words in any inflection by clitics, best first."""
    listed = store.record().document
    out = []
    for hit in store.search(words, limit):
        entry = listed[hit.document]
        text = store.document(hit.document).text[hit.sentence.start : hit.sentence.end]
        out.append(Found(hit.document, entry.title, entry.published, hit.sentence, text, hit.words))
    return tuple(out)
