"""What a report itself says that others differ on: «تضاربت المعلومات عن أسباب توقف المحطة. ففي حين قال السكان إن …»."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from hudna.lexicon import read_settings
from hudna.record.disagreements.account import account, disagreement
from hudna.record.model import Claim, Disagreement
from hudna.record.wording import bears, marks, written
from hudna.text import Document, Span, sentence_spans

_TOPIC = 80  # characters of what they differ on, as the report words it
_VALUE = 160  # characters of what each says
_SOURCES = 2
_EDGES = " .،:\n"


def announced(document: Document, claims: Iterable[Claim]) -> Iterator[Disagreement]:
    """The disagreements that a document announces: the accounts are what two sources or more say next.

    They stand in the rest of the sentence or in the one after it.
    """
    cues = list(_announcing(document.text))
    spans = sentence_spans(document.text) if cues else ()
    told = sorted(claims, key=lambda c: (c.content, c.id)) if cues else []
    for cue in cues:
        number = bisect_right(spans, cue.start, key=lambda span: span.end)
        end = spans[min(number + 1, len(spans) - 1)].end
        said = _each_source([c for c in told if cue.end <= c.content.start < end])
        if len(said) >= _SOURCES:
            rest = document.text[cue.end : spans[number].end]
            values = ((document.text[c.content.start : c.content.end][:_VALUE], c) for c in said)
            accounts = [account(value, ((c.source,),), (c.id,)) for value, c in values]
            yield disagreement(_about(rest), None, accounts, topic=rest.strip(_EDGES)[:_TOPIC])


def _each_source(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim of each source, in the order of the text; what one of them reports of others is its own."""
    first: dict[str, Claim] = {}
    for claim in claims:
        if not any(claim.content.within(held.content) for held in first.values()):
            first.setdefault(claim.source, claim)
    return list(first.values())


def _about(words: str) -> str:
    """What they differ on, by the first of the words behind that says it; else whether it was so."""
    found = ((held.start(), about) for about, pattern in _kinds().items() if (held := pattern.search(words)))
    return min(found, default=(0, "occurrence"))[1]


def _announcing(text: str) -> Iterator[Span]:
    """Where a text says that accounts differ: from the verb to the end of the noun beside it."""
    if not bears(text, _marks()):
        return
    verbs, nouns = _cues()
    for verb in verbs.finditer(text):
        if noun := nouns.match(text, verb.end() + 1):
            yield Span(verb.start(), noun.end())


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    held = read_settings("ar", "record")["differing_cues"]
    return written(held["verbs"]), written(held["nouns"], "")


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return marks(read_settings("ar", "record")["differing_cues"]["verbs"])


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, re.Pattern[str]]:
    about = read_settings("ar", "record")["differing_cues"]["about"]
    return {kind: written(words, "(?:[وفبل]|ال)*") for kind, words in about.items()}
