"""Sentences that hold the words searched for."""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.record import DocumentEntry, Hit, Store
from hudna.text import Span
from hudna.views.choice import Choice
from hudna.views.dates import overlap
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING


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
    return tuple(
        _found(hit, listed[hit.document], store.document(hit.document).text) for hit in store.search(words, limit)
    )


def sentences(
    dossier: Dossier, store: Store, words: str, choice: Choice = EVERYTHING, limit: int = 100
) -> tuple[Found, ...]:
    """The same of a dossier that is at hand, in the documents of the days asked for that name whom and what is."""
    within = None if choice == EVERYTHING else naming(dossier, choice)
    listed = dossier.record.document
    hits = store.search(words, limit, within)
    return tuple(_found(h, listed[h.document], dossier.texts[h.document]) for h in hits if h.document in listed)


def naming(dossier: Dossier, choice: Choice) -> frozenset[str]:
    """The documents of the days asked for that name every actor, one of the places and the side asked for."""
    found = {d.name for d in dossier.record.documents if overlap(d.published, choice.since, choice.until)}
    for ids in (*choice.actors, *((choice.places,) if choice.places is not None else ())):
        found &= _naming(dossier, ids)
    if choice.side:
        found &= _naming(dossier, (e.id for e in dossier.record.entities if e.side == choice.side))
    return frozenset(found)


def _naming(dossier: Dossier, ids: Iterable[str]) -> set[str]:
    known = (dossier.record.entity[i] for i in ids if i in dossier.record.entity)
    return {member.document for entity in known for member in entity.members if member.mentions}


def _found(hit: Hit, entry: DocumentEntry, text: str) -> Found:
    passage = text[hit.sentence.start : hit.sentence.end]
    return Found(hit.document, entry.title, entry.published, hit.sentence, passage, hit.words)
