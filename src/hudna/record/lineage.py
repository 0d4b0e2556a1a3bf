"""Which documents go back to one text.

Near copies share at least half of their character 4-grams: measured on Arabic news, unrelated texts share at most .20,
near copies at least .79. Two texts that relay one agency count as one from a lower share on. Candidates are
documents that have one of their rarest word triples in common (the smallest of their hashes), so that not all pairs are
compared; of a triple that many documents have, only neighbours by name are.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations, pairwise

from hudna.reading import Reading
from hudna.record.groups import Groups
from hudna.record.identity import ENTRY, LINEAGE, FactIds, group_id
from hudna.record.model import Join, Lineage
from hudna.record.names import plain
from hudna.text import Document, Span

NEAR_COPY = 0.5
RELAY = 0.3  # for two texts that name the same agency
_GRAM = 4
_TRIPLES = 24  # of a document's word triples, those of the smallest hashes
_REMEMBERED = 64  # documents whose character sequences are kept at once: those of one take some 0.3 MB
_CROWD = 12  # documents sharing a triple beyond which only neighbours are compared

Told = Sequence[tuple[Document, Reading]]


def lineages(told: Told) -> tuple[Lineage, ...]:
    """The lineages of a set of documents sorted by name; every document is in one."""
    ids = {d.name: FactIds(d.name, r.sha256).give(ENTRY, Span(0, 0)) for d, r in told}
    relayed = {d.name: r.agency for d, r in told}
    speakers = {d.name: _speakers(r) for d, r in told}
    texts = {d.name: _running_text(d, r) for d, r in told}
    groups: Groups[str] = Groups([d.name for d, _ in told], lambda _: {})
    grams = lru_cache(maxsize=_REMEMBERED)(lambda name: frozenset(_grams(texts[name])))
    for left, right in _candidates(texts):
        if groups.find(left) == groups.find(right):
            continue
        share = _share(grams(left), grams(right))
        common = sorted(speakers[left] & speakers[right]) if relayed[left] or relayed[right] else ()
        if share >= NEAR_COPY:
            rule, why = "near-copy", f"{share:.0%} of their character sequences are the same"
        elif common and share >= RELAY:
            rule, why = "relay", f"both relay «{common[0]}»; {share:.0%} of their character sequences are the same"
        else:
            continue
        groups.join(left, right)
        groups.note(left, Join(rule, ids[left], ids[right], why))
    out = []
    for names, joins in groups.all():
        own = tuple(sorted({a for n in names if (a := relayed[n])}))
        out.append(Lineage(group_id(LINEAGE, (ids[n] for n in names)), tuple(sorted(names)), own, joins))
    return tuple(sorted(out, key=lambda x: x.id))


def _speakers(reading: Reading) -> frozenset[str]:
    """Whose text it can be: the agency that it relays, or the outlet, which can be the agency itself."""
    return frozenset(plain(name) for name in (reading.agency, reading.outlet) if name)


def _running_text(document: Document, reading: Reading) -> str:
    """The folded text without page furniture."""
    parts, done = [], 0
    for span in sorted(reading.furniture):
        parts.append(document.text[done : max(done, span.start)])
        done = max(done, span.end)
    parts.append(document.text[done:])
    return plain("".join(parts))


def _candidates(texts: dict[str, str]) -> Iterable[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for name, text in texts.items():
        words = text.split()
        triples = {" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))}
        for code in nsmallest(_TRIPLES, {zlib.crc32(t.encode("utf-8", "surrogatepass")) for t in triples}):
            holders[code].append(name)
    pairs: set[tuple[str, str]] = set()
    for names in holders.values():
        pairs.update(combinations(names, 2) if len(names) <= _CROWD else pairwise(names))
    return sorted(pairs)


def _grams(text: str) -> Iterable[str]:
    return (text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1)))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """Jaccard index."""
    return len(left & right) / len(left | right)
