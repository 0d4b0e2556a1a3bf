"""Words by which a text says how one event lies to another: «قتل خلال الاشتباكات», «تجددت المعارك رغم الهدنة»."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.model import Telling
from hudna.record.vocabulary import bare
from hudna.text import Document, fold, words
from hudna.text.clitic import proclitics

_BEFORE = 40  # characters before the words that carry an event, in which its cue stands


def cues(document: Document, tellings: Iterable[Telling]) -> dict[str, frozenset[str]]:
    """The classes of cues of a document's tellings by id; those without any are left out."""
    out = {}
    for telling in tellings:
        start = max(telling.evidence.start, telling.trigger.start - _BEFORE)
        told = _words(document.text[start : telling.trigger.end])
        if found := frozenset(name for name, listed in _listed().items() if not listed.isdisjoint(told)):
            out[telling.id] = found
    return out


def _words(text: str) -> set[str]:
    """The words of a text without what is written before them."""
    return {stem for form in words(fold(text)) for stem in _bared(form)}


@lru_cache(maxsize=1 << 15)
def _bared(form: str) -> frozenset[str]:
    return frozenset(bare(split.stem) for split in proclitics(form))


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, frozenset[str]]:
    listed = read_settings("ar", "record")["link_cues"]
    return {name: frozenset(fold(word) for word in words) for name, words in listed.items()}
