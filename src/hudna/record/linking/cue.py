"""Words by which a text says how one event lies to another: «قتل خلال الاشتباكات», «تجددت المعارك رغم الهدنة»."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.model import Telling
from hudna.record.vocabulary import bare
from hudna.text import Document, TokenKind, fold, normalise, tokenise
from hudna.text.clitic import proclitics

_BEFORE = 40  # characters before the words that carry an event, in which its cue stands


def cues(document: Document, tellings: Iterable[Telling]) -> dict[str, frozenset[str]]:
    """The classes of cues of a document's tellings by id; those without any are left out."""
    out = {}
    for telling in tellings:
        start = max(telling.evidence.start, telling.trigger.start - _BEFORE)
        words = _words(document.text[start : telling.trigger.end])
        if found := frozenset(name for name, listed in _listed().items() if listed & words):
            out[telling.id] = found
    return out


def _words(text: str) -> set[str]:
    """The words of a text without what is written before them."""
    forms = (t.form for t in tokenise(normalise(text)) if t.kind is TokenKind.WORD)
    return {bare(split.stem) for form in forms for split in proclitics(form)}


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, frozenset[str]]:
    listed = read_settings("ar", "record")["link_cues"]
    return {name: frozenset(fold(word) for word in words) for name, words in listed.items()}
