"""Which documents go back to one text.

Near copies share at least half of their character 4-grams: measured on Arabic news, unrelated texts share at most .20,
near copies at least .79. A text of which four fifths stand in a longer one is an excerpt of it. Two texts that relay or
credit one agency count as one from a lower share on. Candidates are
documents that have one of their rarest word triples in common (the smallest of their hashes), so that not all pairs are
compared; of a triple that many documents have, only neighbours by name are.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hudna.frozen import made_fast
from hudna.reading import Reading
from hudna.record.groups import Groups
from hudna.record.identity import ENTRY, LINEAGE, FactIds, group_id
from hudna.record.model import Join, Lineage
from hudna.record.names import plain
from hudna.record.vocabulary import vocabulary
from hudna.record.workings import Key, Rule, Terms
from hudna.text import Document, Span, fold

NEAR_COPY = 0.5
EXCERPT = 0.8  # of the shorter text, where the longer has more besides: unrelated texts have at most .52
RELAY = 0.3  # for two texts that name the same agency
_SENTENCES = 120  # character sequences from which a text is more than a headline
_GRAM = 4
_UNIT = 2  # bytes of a character in UTF-16, which begins anew at each
_WORDS = 3  # of a triple
_TRIPLES = 24  # of a document's word triples, those of the smallest hashes
_FACTOR = 0x9E3779B1  # odd, so that no bit is lost: 2**32 over the golden ratio
_BITS = (1 << 32) - 1
_REMEMBERED = 1 << 10  # documents whose character sequences are kept at once: those of one take some 10 KB
_CROWD = 12  # documents sharing a triple beyond which only neighbours are compared


@made_fast
@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What of a document is compared."""

    name: str
    id: str
    agency: str | None
    speakers: frozenset[str]
    packed: str  # its running text, of which few documents are asked
    triples: tuple[int, ...]


def lineage(held: Sequence[Sheet], found: Iterable[tuple[Sheet, Sheet, str, str]]) -> Lineage:
    """The lineage of documents that are connected.

    Args:
        held: its documents by name.
        found: which two of them are near, by which rule, and the evidence.

    """
    groups: Groups[Sheet] = Groups(held, lambda _: {})
    joins = []
    for left, right, rule, why in sorted(found, key=lambda f: sorted((f[0].name, f[1].name))):
        one, two = sorted((left, right), key=lambda s: s.name)
        if groups.join(one, two):  # of a thousand copies each is joined once
            joins.append(Join(rule, one.id, two.id, why))
    agencies = tuple(sorted({s.agency for s in held if s.agency}))
    return Lineage(group_id(LINEAGE, (s.id for s in held)), tuple(s.name for s in held), agencies, tuple(joins))


def _compare(one: Sheet, two: Sheet) -> tuple[str, str] | None:
    """The rule by which two documents go back to one text, and the evidence; None if they do not."""
    left, right = _grams(one), _grams(two)
    both = _common(left, right)
    share = both / (len(left) + len(right) - both)  # Jaccard index
    if share >= NEAR_COPY:
        return "near-copy", f"{share:.0%} of their character sequences are the same"
    shorter = min(len(left), len(right))
    part = both / shorter
    if part >= EXCERPT and shorter >= _SENTENCES:
        return "excerpt", f"{part:.0%} of the character sequences of the shorter stand in the longer"
    common = sorted(x for x in one.speakers & two.speakers if one.agency or two.agency or x in vocabulary().agencies)
    if common and share >= RELAY:
        return "relay", f"both relay «{common[0]}»; {share:.0%} of their character sequences are the same"
    return None


def _keys(sheet: Sheet) -> Iterable[Key]:
    return (Key("triple", str(code), sheet.name) for code in sheet.triples)


TERMS = Terms("sheets", Sheet, _keys, {"triple": Rule(_compare, crowd=_CROWD, reach=1)})


def sheet(document: Document, reading: Reading) -> Sheet:
    """What of a document is compared."""
    text = _running_text(document, reading).encode("utf-8", "surrogatepass")
    return Sheet(
        name=document.name,
        id=FactIds(document.name, reading.sha256).give(ENTRY, Span(0, 0)),
        agency=reading.agency,
        speakers=_speakers(reading),
        packed=b64encode(zlib.compress(text, 1)).decode(),
        triples=_triples(list(map(zlib.crc32, text.split(b" ") if text else ()))),
    )


def _triples(codes: Sequence[int]) -> tuple[int, ...]:
    """The smallest hashes of three words in a row, of fewer words that of all."""
    import numpy as np  # noqa: PLC0415 - takes a tenth of a second, and most commands compare no texts

    held = np.array(codes, np.uint32)
    if len(held) < _WORDS:
        return (_FACTOR * sum(codes) & _BITS,)
    found = (held[:-2] * np.uint32(_FACTOR) + held[1:-1]) * np.uint32(_FACTOR) + held[2:]  # modulo 2**32
    return tuple(_each(np.sort(found))[:_TRIPLES].tolist())


def _speakers(reading: Reading) -> frozenset[str]:
    """Whose text it can be: the agency of its dateline, the outlet, which can be it, the agencies that it credits."""
    agencies = vocabulary().agencies
    credited = {x for a in reading.attributions for x in (a.source, a.relay) if x}
    named = (agencies[e.lexicon] for e in reading.entities if e.id in credited and e.lexicon and e.lexicon in agencies)
    own = (plain(name) for name in (reading.agency, reading.outlet) if name)
    return frozenset({*named, *(agencies.get(name, name) for name in own)})


def _running_text(document: Document, reading: Reading) -> str:
    """The folded text without page furniture."""
    parts, done = [], 0
    for span in sorted(reading.furniture):
        parts.append(document.text[done : max(done, span.start)])
        done = max(done, span.end)
    parts.append(document.text[done:])
    return " ".join(fold("".join(parts)).split())


@lru_cache(maxsize=_REMEMBERED)
def _grams(sheet: Sheet) -> Any:
    """The character 4-grams of a text in order, each once and as one number: four UTF-16 units are 64 bits."""
    import numpy as np  # noqa: PLC0415 - as above

    text = zlib.decompress(b64decode(sheet.packed)).decode("utf-8", "surrogatepass")
    units = text.ljust(_GRAM).encode("utf-16-le", "surrogatepass")
    return _each(np.sort(np.ndarray((len(units) // _UNIT - _GRAM + 1,), np.uint64, units, 0, (_UNIT,))))


def _each(ordered: Any) -> Any:
    """The numbers of an ordered list, each once; several times as fast as ``numpy.unique``."""
    import numpy as np  # noqa: PLC0415 - as above

    return ordered[np.append(True, ordered[1:] != ordered[:-1])]


def _common(left: Any, right: Any) -> int:
    """How many numbers two such lists have in common."""
    few, many = sorted((left, right), key=len)
    at = many.searchsorted(few)
    at[at == len(many)] = 0
    return int((many[at] == few).sum())
