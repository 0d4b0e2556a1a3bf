"""Who copies whom: the text that documents of one lineage go back to, and what each of them makes of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hudna.record import Claim, Lineage
from hudna.record.names import plain
from hudna.record.vocabulary import vocabulary
from hudna.record.wording import stems
from hudna.text import Span
from hudna.views.choice import Choice
from hudna.views.dates import days
from hudna.views.documents import documents
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.mark import Mark
from hudna.views.party import Party

_GRAM = 4  # characters, as in hudna.record.lineage
_SAME = 0.6  # share of the words of the shorter of two sentences from which one is the other told again
_NEW = 0.4  # share below which a sentence has nothing like it in another text
_FEWEST = 4  # words that make a sentence worth naming
_SEVERAL = 2
_words = lru_cache(maxsize=1 << 12)(stems)  # a text is compared with all its copies
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that a document tells with other numbers than the text it goes back to."""

    here: Mark
    there: Mark


@dataclass(frozen=True, slots=True)
class Relay:
    """What a document makes of the text that it goes back to.

    Attributes:
        id: name of the document.
        outlet: who published it.
        agency: whose text it says that it relays.
        published: when it appeared.
        share: of its character sequences that stand in the text it goes back to, from 0 to 1.
        shared: the longest sentence that both have, as it stands here.
        adds: its sentences that tell something and have none like them there.
        changes: its sentences with other numbers than there.
        omits: sentences that tell something there and have none like them here.

    """

    id: str
    outlet: str | None
    agency: str | None
    published: str | None
    share: float
    shared: tuple[Mark, ...]
    adds: tuple[Mark, ...]
    changes: tuple[Change, ...]
    omits: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """Several documents that go back to one text, and count as one.

    Attributes:
        id: lineage id.
        origin: the document that is nearest to that text.
        basis: agency (it is the agency's own), earliest (it appeared first) or longest (days do not tell which).
        agencies: the news agencies whose text the documents say that they relay.
        documents: all of them.
        relays: those but the origin.
        why: the reasons for taking them for one lineage.

    """

    id: str
    origin: str
    basis: str
    agencies: tuple[Party, ...]
    documents: tuple[str, ...]
    relays: tuple[Relay, ...]
    why: tuple[str, ...]


def lineage(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Descent, ...]:
    """The lineages of several documents among those asked for, the largest first."""
    asked = {d.lineage for d in documents(dossier, choice)}
    rows = (
        descent(dossier, line)
        for line in dossier.record.lineages
        if line.id in asked and len(line.documents) >= _SEVERAL
    )
    return tuple(sorted(rows, key=lambda r: (-len(r.documents), r.id)))


def descent(dossier: Dossier, line: Lineage) -> Descent:
    """A lineage of several documents as a row."""
    origin, basis = _origin(dossier, line)
    return Descent(
        line.id,
        origin,
        basis,
        dossier.parties(line.agencies),
        line.documents,
        tuple(_relay(dossier, d, origin) for d in line.documents if d != origin),
        tuple(f"{j.rule}: {j.why}" for j in line.joins),
    )


def _origin(dossier: Dossier, line: Lineage) -> tuple[str, str]:
    """The document that others can have copied: an agency's that they relay or credit, else the first or longest."""
    held = [dossier.record.document[d] for d in line.documents]
    agencies = {_agency(a) for a in line.agencies} | {a for d in line.documents for a in _credited(dossier, d)}
    own = [d for d in held if d.outlet and _agency(d.outlet) in agencies]
    dated = [d for d in own or held if days(d.published)]
    first = min((days(d.published) or ("", "") for d in dated), default=None)
    earliest = [d for d in dated if days(d.published) == first] if len(dated) == len(own or held) else []
    among = earliest or own or held
    chosen = max(among, key=lambda d: (len(dossier.texts[d.name]), d.name))
    if own:
        return chosen.name, "agency"
    return chosen.name, "earliest" if len(earliest) == 1 else "longest"


def _credited(dossier: Dossier, document: str) -> Iterator[str]:
    """The main names of the agencies to which a document ascribes what it tells («وفق وكالة …»)."""
    for ident, _ in dossier.facts(document):
        claim = dossier.record.by_id[ident]
        if isinstance(claim, Claim):
            held = (dossier.record.entity.get(i) for i in (claim.source, claim.relay) if i)
            entries = (e.lexicon for e in held if e and e.lexicon)
            yield from (vocabulary().agencies[entry] for entry in entries if entry in vocabulary().agencies)


def _agency(name: str) -> str:
    """A news agency by its main name; what is none by its own."""
    return vocabulary().agencies.get(plain(name), plain(name))


def _relay(dossier: Dossier, name: str, origin: str) -> Relay:
    entry = dossier.record.document[name]
    here, there = (dossier.sentences(d) for d in (name, origin))
    like = {span: _nearest(dossier, name, span, origin, there) for span in here}
    back = {span: _nearest(dossier, origin, span, name, here) for span in there}
    told_here, told_there = (_telling(dossier, d) for d in (name, origin))
    same = [span for span, (share, _) in like.items() if share >= _SAME and _worth(dossier, name, span)]
    longest = max(same, key=lambda s: (like[s][0] == 1.0, s.end - s.start, -s.start), default=None)
    return Relay(
        name,
        entry.outlet,
        entry.agency,
        entry.published,
        _share(dossier.texts[name], dossier.texts[origin]),
        (_mark(dossier, name, longest, told_here),) if longest else (),
        _unlike(dossier, name, {s: share for s, (share, _) in like.items()}, told_here),
        tuple(
            Change(_mark(dossier, name, span, told_here), _mark(dossier, origin, other, told_there))
            for span, (share, other) in like.items()
            if other and share >= _SAME and _numbers_differ(dossier.quote(name, span), dossier.quote(origin, other))
        ),
        _unlike(dossier, origin, {s: share for s, (share, _) in back.items()}, told_there),
    )


def _unlike(dossier: Dossier, document: str, shares: dict[Span, float], told: dict[Span, str]) -> tuple[Mark, ...]:
    """The sentences that tell something and have nothing like them in the other text."""
    return tuple(
        _mark(dossier, document, span, told)
        for span, share in shares.items()
        if share < _NEW and span in told and _worth(dossier, document, span)
    )


def _nearest(
    dossier: Dossier, document: str, span: Span, other: str, among: Iterable[Span]
) -> tuple[float, Span | None]:
    """The sentence of another document that shares most words with one, and how many."""
    own = _words(dossier.quote(document, span))
    best: tuple[float, Span | None] = (0.0, None)
    for held in among:
        words = _words(dossier.quote(other, held))
        if own and words:
            share = len(own & words) / min(len(own), len(words))
            enough = min(len(own), len(words)) >= _FEWEST
            if enough and share > best[0]:
                best = (share, held)
    return best


def _telling(dossier: Dossier, document: str) -> dict[Span, str]:
    """The sentences of a document that tell something, each with a fact of it: menus and captions do not."""
    out: dict[Span, str] = {}
    for fact, words in dossier.facts(document):
        for span in dossier.sentences(document):
            if span.overlaps(words):
                out.setdefault(span, fact)
    return out


def _worth(dossier: Dossier, document: str, span: Span) -> bool:
    return len(_words(dossier.quote(document, span))) >= _FEWEST


def _mark(dossier: Dossier, document: str, span: Span, told: dict[Span, str]) -> Mark:
    return Mark(document, span, span, told.get(span, ""), dossier.quote(document, span))


def _numbers_differ(one: str, two: str) -> bool:
    """Whether each of two sentences has a number that the other has not."""
    left, right = set(_NUMBER.findall(plain(one))), set(_NUMBER.findall(plain(two)))
    return bool(left - right and right - left)


def _share(text: str, origin: str) -> float:
    own = _grams(text)
    return round(len(own & _grams(origin)) / len(own), 3)


@lru_cache(maxsize=2)
def _grams(text: str) -> frozenset[str]:
    folded = plain(text)
    return frozenset(folded[i : i + _GRAM] for i in range(max(1, len(folded) - _GRAM + 1)))
