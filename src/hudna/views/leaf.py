"""One document whole: its text, each fact with the words that tell it, and those with whom it shares its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.record import Breach, Claim, Event, Lineage, Loss, Record, Telling, Toll, Truce, TruceTelling
from hudna.text import Span
from hudna.views.claims import Saying, saying
from hudna.views.documents import Report, report
from hudna.views.dossier import Dossier, Fact
from hudna.views.happening import Happening, as_told
from hudna.views.lineage import Descent, descent
from hudna.views.listing import Listing
from hudna.views.mark import Mark
from hudna.views.reliability import Measured, Reliability, kind_of
from hudna.views.tolls import Figure, figure
from hudna.views.truces import Ceasefire, Violation, ceasefire, violation

Row = Happening | Saying | Figure | Ceasefire | Violation
_ORDER = {kind: n for n, kind in enumerate((Telling, Claim, Toll, Loss, TruceTelling, Breach))}


@dataclass(frozen=True, slots=True)
class Told:
    """One fact of a document.

    Attributes:
        id: fact id.
        what: event, claim, toll, loss, truce or breach.
        kind: as the reliability table names it.
        source: where it stands.
        row: what this document says; of a truce what the record holds of it.
        within: id of the event or truce that it belongs to, None for what belongs to none.
        elsewhere: names of the other documents that tell the same event, truce or figure.
        measured: how often readings of its rule or kind proved right; None where nobody knows.
        stated: whether a brief states it: vouched for by its measured reliability, or by a person.

    """

    id: str
    what: str
    kind: str
    source: Mark
    row: Row
    within: str | None
    elsewhere: tuple[str, ...]
    measured: Measured | None
    stated: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """One document whole.

    Attributes:
        id: its name.
        report: as the documents list it.
        text: as stored; every span counts its code points.
        facts: what it tells, by place in the text; of a long one nobody looks at most.
        starts: where each of them begins.
        descent: of several documents that go back to one text; None where it stands alone.

    """

    id: str
    report: Report
    text: str
    facts: Listing[Fact, Told]
    starts: tuple[int, ...]
    descent: Descent | None


def leaf(dossier: Dossier, reliability: Reliability, name: str) -> Leaf:
    """The document of that name.

    Raises:
        KeyError: there is none.

    """
    entry = dossier.record.document[name]
    told = sorted(_facts(dossier, name), key=lambda f: f[0])
    facts = Listing([fact for _, fact in told], lambda fact: _told(dossier, reliability, fact))
    line = dossier.record.by_id[entry.lineage]
    shared = descent(dossier, line) if isinstance(line, Lineage) and len(line.documents) > 1 else None
    starts = tuple(span.start for (span, _, _), _ in told)
    return Leaf(name, report(dossier, entry), dossier.texts[name], facts, starts, shared)


def _facts(dossier: Dossier, name: str) -> Iterator[tuple[tuple[Span, int, str], Fact]]:
    """The facts of a document, each behind its place among them."""
    for ident, words in dossier.facts(name):
        fact = dossier.record.by_id[ident]
        if isinstance(fact, Fact):
            yield (words, _ORDER[type(fact)], ident), fact


def _told(dossier: Dossier, reliability: Reliability, fact: Fact) -> Told:
    what, row, within = row_of(dossier, fact)
    stated = reliability.vouches(fact) or bool(dossier.reviewed((fact.id,)))
    elsewhere = tuple(d for d in _documents(dossier.record, within) if d != fact.document)
    source, measured = dossier.mark(fact), reliability.of(fact)
    return Told(fact.id, what, kind_of(fact), source, row, within, elsewhere, measured, stated)


def row_of(dossier: Dossier, fact: Fact) -> tuple[str, Row, str | None]:
    """What kind of fact it is, what its document says, and the event or truce that it belongs to."""
    match fact:
        case Telling():
            return "event", as_told(dossier, fact), fact.event
        case Claim():
            return "claim", saying(dossier, fact), None
        case Toll():
            return "toll", figure(dossier, (fact,)), fact.event
        case Loss():
            return "loss", figure(dossier, (fact,)), fact.event
        case TruceTelling():
            truce = _truce(dossier.record, fact.truce)
            return "truce", ceasefire(dossier, truce), truce.id
        case Breach():
            truce = _truce(dossier.record, fact.truce)
            return "breach", violation(dossier, truce, [fact]), truce.id


def _truce(record: Record, ident: str) -> Truce:
    found = record.by_id[ident]
    assert isinstance(found, Truce)  # noqa: S101 the record refers to its own truces
    return found


def _documents(record: Record, ident: str | None) -> tuple[str, ...]:
    """The documents that tell an event or truce."""
    held = record.by_id.get(ident or "")
    if isinstance(held, Event):
        return held.documents
    if not isinstance(held, Truce):
        return ()
    told = (record.by_id[t] for t in held.tellings)
    return tuple(sorted({t.document for t in told if isinstance(t, TruceTelling)}))
