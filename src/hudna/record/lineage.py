"""Which documents go back to one text.

Near copies share at least half of their character 4-grams: measured on Arabic news, unrelated texts share at most .20,
near copies at least .79. A text of which four fifths stand in a longer one is an excerpt of it. Two texts that relay or
credit one agency count as one from a lower share on. Candidates are
documents that have one of their rarest word triples in common (the smallest of their hashes), so that not all pairs are
compared; of a triple that many documents have, only neighbours by name are.
"""

import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations, groupby, pairwise

from hudna.reading import Reading
from hudna.record.groups import Groups
from hudna.record.identity import ENTRY, LINEAGE, FactIds, group_id
from hudna.record.model import Join, Lineage
from hudna.record.names import plain
from hudna.record.vocabulary import vocabulary
from hudna.text import Document, Span

NEAR_COPY = 0.5
EXCERPT = 0.8  # of the shorter text, where the longer has more besides: unrelated texts have at most .52
RELAY = 0.3  # for two texts that name the same agency
_SENTENCES = 120  # character sequences from which a text is more than a headline
_GRAM = 4
_TRIPLES = 24  # of a document's word triples, those of the smallest hashes
_REMEMBERED = 32  # documents whose character sequences are kept at once: those of one take some 0.3 MB
_CROWD = 12  # documents sharing a triple beyond which only neighbours are compared


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What of a document is compared."""

    name: str
    id: str
    agency: str | None
    speakers: frozenset[str]
    packed: bytes  # its running text, of which few documents are asked
    triples: tuple[int, ...]

    @property
    def text(self) -> str:
        return zlib.decompress(self.packed).decode("utf-8", "surrogatepass")


def lineages(told: Iterable[tuple[Document, Reading]]) -> tuple[Lineage, ...]:
    """The lineages of a set of documents sorted by name; every document is in one."""
    sheets = [_sheet(document, reading) for document, reading in told]
    groups: Groups[int] = Groups(range(len(sheets)), lambda _: {})
    grams = lru_cache(maxsize=_REMEMBERED)(lambda number: frozenset(_grams(sheets[number].text)))
    for left, right in _candidates(sheets):
        if groups.find(left) == groups.find(right):
            continue
        one, two = sheets[left], sheets[right]
        if found := _copied(one, two, grams(left), grams(right)):
            groups.join(left, right)
            groups.note(left, Join(found[0], one.id, two.id, found[1]))
    return tuple(
        sorted((_lineage([sheets[n] for n in held], joins) for held, joins in groups.all()), key=lambda x: x.id)
    )


def _copied(one: _Sheet, two: _Sheet, left: frozenset[str], right: frozenset[str]) -> tuple[str, str] | None:
    """The rule by which two documents go back to one text, and the evidence; None if they do not."""
    share = _share(left, right)
    if share >= NEAR_COPY:
        return "near-copy", f"{share:.0%} of their character sequences are the same"
    shorter = min(len(left), len(right))
    part = len(left & right) / shorter
    if part >= EXCERPT and shorter >= _SENTENCES:
        return "excerpt", f"{part:.0%} of the character sequences of the shorter stand in the longer"
    common = sorted(x for x in one.speakers & two.speakers if one.agency or two.agency or x in vocabulary().agencies)
    if common and share >= RELAY:
        return "relay", f"both relay «{common[0]}»; {share:.0%} of their character sequences are the same"
    return None


def _lineage(held: Sequence[_Sheet], joins: tuple[Join, ...]) -> Lineage:
    agencies = tuple(sorted({sheet.agency for sheet in held if sheet.agency}))
    names = tuple(sorted(sheet.name for sheet in held))
    return Lineage(group_id(LINEAGE, (sheet.id for sheet in held)), names, agencies, joins)


def _sheet(document: Document, reading: Reading) -> _Sheet:
    text = _running_text(document, reading)
    words = text.split()
    triples = {" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))}
    return _Sheet(
        name=document.name,
        id=FactIds(document.name, reading.sha256).give(ENTRY, Span(0, 0)),
        agency=reading.agency,
        speakers=_speakers(reading),
        packed=zlib.compress(text.encode("utf-8", "surrogatepass"), 1),
        triples=tuple(nsmallest(_TRIPLES, {zlib.crc32(t.encode("utf-8", "surrogatepass")) for t in triples})),
    )


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
    return plain("".join(parts))


def _candidates(sheets: Sequence[_Sheet]) -> Iterable[tuple[int, int]]:
    """The pairs to compare, as places in the list; a triple and its holder are one number, which takes 8 bytes."""
    count = len(sheets)
    held = array("Q", (code * count + number for number, sheet in enumerate(sheets) for code in sheet.triples))
    pairs: set[int] = set()
    for _, block in groupby(sorted(held), key=lambda x: x // count):
        holders = [x % count for x in block]
        near = combinations(holders, 2) if len(holders) <= _CROWD else pairwise(holders)
        pairs.update(left * count + right for left, right in near)
    return (divmod(pair, count) for pair in sorted(pairs))


def _grams(text: str) -> Iterable[str]:
    return (text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1)))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """Jaccard index."""
    return len(left & right) / len(left | right)
