"""Days of documents that bear none: what they are, why, and what would settle them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hudna.record import Dating, Reason
from hudna.views.dossier import Dossier
from hudna.views.mark import Mark


@dataclass(frozen=True, slots=True)
class Because:
    """One reason of a dating: the words, and what follows from them."""

    rule: str
    source: Mark
    why: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What is known of the day of a document that bears none.

    Attributes:
        id: dating id.
        document: its name.
        value: the day, or the interval that holds it; None where it stays open.
        earliest: first possible day.
        latest: last possible day.
        contradictory: whether no day fits all reasons.
        reasons: in their order.

    """

    id: str
    document: str
    value: str | None
    earliest: str | None
    latest: str | None
    contradictory: bool
    reasons: tuple[Because, ...]


def chains(dossier: Dossier, documents: Iterable[str]) -> tuple[Chain, ...]:
    """The chains of reasons for the days of documents, each followed by those of the documents that date it."""
    return tuple(_chain(dossier, d) for d in _through(dossier, documents))


def _through(dossier: Dossier, documents: Iterable[str]) -> Iterator[Dating]:
    """The datings of documents and, without end or repetition, of those that their reasons stand in."""
    waiting, seen = list(documents), set[str]()
    while waiting:
        name = waiting.pop(0)
        dating = dossier.record.dating.get(name)
        if dating is None or name in seen:
            continue
        seen.add(name)
        yield dating
        waiting.extend(r.document for r in dating.reasons if r.fact)


def _chain(dossier: Dossier, dating: Dating) -> Chain:
    reasons = tuple(_because(dossier, r) for r in dating.reasons)
    return Chain(
        dating.id, dating.document, dating.value, dating.earliest, dating.latest, dating.contradictory, reasons
    )


def _because(dossier: Dossier, reason: Reason) -> Because:
    sentence = dossier.sentence(reason.document, reason.span)
    quote = dossier.quote(reason.document, reason.span)
    return Because(reason.rule, Mark(reason.document, reason.span, sentence, reason.fact, quote), reason.why)


def day_told(chain: Chain) -> str:
    """The day of a chain in words."""
    if chain.contradictory:
        return "its reasons contradict each other, so that none is taken"
    if chain.value:
        return f"written {chain.value}"
    bounds = [f"not before {chain.earliest}"] if chain.earliest else []
    bounds += [f"not after {chain.latest}"] if chain.latest else []
    return ", ".join(bounds) or "open"
