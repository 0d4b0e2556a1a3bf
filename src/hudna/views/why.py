"""Why the record holds something: the words, the rule, the claimants, the joins."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hudna.reading.rules import purpose
from hudna.record import (
    Breach,
    Claim,
    Dating,
    Disagreement,
    DocumentEntry,
    Entity,
    Event,
    Join,
    Lineage,
    Link,
    Loss,
    Telling,
    Toll,
    Truce,
    TruceTelling,
)
from hudna.record.model import Item
from hudna.views.dating import Chain, chains
from hudna.views.dossier import Dossier, Fact
from hudna.views.links import Tie, tie
from hudna.views.mark import Mark
from hudna.views.party import Party
from hudna.views.reliability import Measured, Reliability, kind_of
from hudna.views.tenure import Standing, Tenure, bodies, standings, tenures
from hudna.views.verdicts import Verdict, verdicts


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact and what it stands on.

    Attributes:
        id: fact id.
        kind: as the reliability table names it: «event.CONSULT», «casualty.killed».
        source: the words and where they stand.
        sentence: the sentence around them.
        claimed_by: to whom it is attributed.
        disputed_by: who deny it.
        relays: through whom those claims came.
        agency: the news agency whose text the document relays.
        rule: id of the rule that made it.
        purpose: what that rule is for, in a line.
        of_rule: measured reliability of that rule, if it has been measured.
        of_kind: measured reliability of facts of this kind.

    """

    id: str
    kind: str
    source: Mark
    sentence: str
    claimed_by: tuple[Party, ...]
    disputed_by: tuple[Party, ...]
    relays: tuple[Party, ...]
    agency: str | None
    rule: str
    purpose: str | None
    of_rule: Measured | None
    of_kind: Measured | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the record holds one thing.

    Attributes:
        id: its id.
        what: entity, event, truce, link, disagreement, lineage, document, dating or fact.
        title: its name or type in a word.
        party: its names, for an entity.
        spellings: how the documents write it, with the number of times, for an entity.
        lexicon: id of the entry of the lexicon that all its mentions were found by, for an entity.
        within: ids of the larger things it belongs to: of a telling its event, of a toll the event that caused it.
        grounds: the facts behind it, by document and place.
        mentions: where an entity is named.
        joins: why its parts were taken for one.
        offices: of a person, over time.
        ties: of an entity, what it is to states and parties, and of these what others are to them.
        links: what ties it to other events, for an event; for a link itself.
        verdicts: what people decided about it, in the order of the log.
        published: when it appeared and what says so, for a document.
        chains: what is known of the days of the undated documents that tell it, and of those that date them.

    """

    id: str
    what: str
    title: str
    party: Party | None = None
    spellings: tuple[tuple[str, int], ...] = ()
    lexicon: str | None = None
    within: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    mentions: tuple[Mark, ...] = ()
    joins: tuple[Join, ...] = ()
    offices: tuple[Tenure, ...] = ()
    ties: tuple[Standing, ...] = ()
    links: tuple[Tie, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    published: str = ""
    chains: tuple[Chain, ...] = ()


def explain(dossier: Dossier, ident: str, reliability: Reliability) -> Explanation:
    """Why the record holds what has this id, or why not, where somebody rejected it.

    Raises:
        KeyError: the record holds nothing of this id and never did.

    """
    item = dossier.record.document.get(ident) or dossier.record.by_id.get(ident)
    if item is None:
        return _gone(dossier, ident)
    answer = _explained(dossier, item, reliability)
    facts = (g.id for g in answer.grounds)
    members = (m.id for m in item.members) if isinstance(item, Entity) else ()
    return replace(answer, verdicts=verdicts(dossier, {*facts, *members}))


def _gone(dossier: Dossier, ident: str) -> Explanation:
    """Why a fact or the event of a fact is not in the record: somebody rejected it."""
    found = [r for r in dossier.record.reviews if any(ident[1:] == f[1:] for f in r.facts) and r.what != "entity"]
    if not found:
        raise KeyError(ident)
    facts = {f for r in found for f in r.facts if f[1:] == ident[1:]}
    return Explanation(ident, "rejected fact", found[0].what, verdicts=verdicts(dossier, facts))


def _explained(dossier: Dossier, item: Item | DocumentEntry, reliability: Reliability) -> Explanation:
    match item:
        case Entity():
            return _entity(dossier, item)
        case Event() | Link():
            return _event_or_link(dossier, item, reliability)
        case Truce():
            facts = (*item.tellings, *item.breaches)
            return Explanation(
                item.id,
                "truce",
                item.kind,
                within=item.events,
                grounds=_grounds(dossier, facts, reliability),
                joins=item.joins,
            )
        case Disagreement():
            facts = tuple(f for a in item.accounts for f in a.facts)
            within = (item.event,) if item.event else ()
            title = f"{item.about} {item.topic}".strip()
            return Explanation(
                item.id, "disagreement", title, within=within, grounds=_grounds(dossier, facts, reliability)
            )
        case DocumentEntry() | Dating() | Lineage():
            return _of_documents(dossier, item)
        case _:
            ground = _ground(dossier, item, reliability)
            return Explanation(item.id, "fact", ground.kind, within=_within(dossier, item), grounds=(ground,))


def _event_or_link(dossier: Dossier, item: Event | Link, reliability: Reliability) -> Explanation:
    if isinstance(item, Link):
        grounds = _grounds(dossier, item.facts, reliability)
        ends = (item.left, item.right)
        return Explanation(item.id, "link", item.kind, within=ends, grounds=grounds, links=(tie(dossier, item),))
    grounds = _grounds(dossier, item.tellings, reliability)
    ties = tuple(tie(dossier, x) for x in dossier.record.links if item.id in (x.left, x.right))
    why = chains(dossier, item.documents)
    return Explanation(item.id, "event", _kind(item), grounds=grounds, joins=item.joins, links=ties, chains=why)


def _of_documents(dossier: Dossier, item: DocumentEntry | Dating | Lineage) -> Explanation:
    if isinstance(item, Lineage):
        return Explanation(item.id, "lineage", ", ".join(item.documents), joins=item.joins)
    if isinstance(item, Dating):
        return Explanation(item.id, "dating", item.document, chains=chains(dossier, (item.document,)))
    published = f"{item.published or 'on an unknown day'} ({item.basis})"
    why = chains(dossier, (item.name,))
    return Explanation(item.name, "document", item.title, within=(item.lineage,), published=published, chains=why)


def _entity(dossier: Dossier, entity: Entity) -> Explanation:
    mentions = tuple(
        Mark(m.document, span, dossier.sentence(m.document, span), m.id, dossier.quote(m.document, span))
        for m in sorted(entity.members, key=lambda m: m.document)
        for span in sorted(m.mentions)
    )
    spellings = tuple((s.text, s.count) for s in entity.spellings)
    party = dossier.party(entity.id)
    return Explanation(
        entity.id,
        "entity",
        entity.type,
        party,
        spellings,
        entity.lexicon,
        mentions=mentions,
        joins=entity.joins,
        offices=tenures(dossier, entity),
        ties=(*standings(dossier, entity), *bodies(dossier, entity)),
    )


def _grounds(dossier: Dossier, facts: Iterable[str], reliability: Reliability) -> tuple[Ground, ...]:
    items = (dossier.record.by_id[f] for f in dict.fromkeys(facts))
    grounds = (_ground(dossier, i, reliability) for i in items if isinstance(i, Fact))
    return tuple(sorted(grounds, key=lambda g: (g.source.document, g.source.span, g.id)))


def _ground(dossier: Dossier, fact: Fact, reliability: Reliability) -> Ground:
    mark = dossier.mark(fact)
    rule = "" if isinstance(fact, Breach) else fact.rule
    kind = kind_of(fact)
    return Ground(
        fact.id,
        kind,
        mark,
        dossier.quote(fact.document, mark.sentence),
        dossier.parties(_claimants(fact)),
        dossier.parties(fact.disputed_by if isinstance(fact, Telling) else ()),
        _relays(dossier, fact),
        dossier.record.document[fact.document].agency,
        rule,
        purpose(rule),
        reliability.rules.get(rule),
        reliability.kinds.get(kind) or reliability.kinds.get(kind.partition(".")[0]),
    )


def _claimants(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Claim():
            return (fact.source,)
        case TruceTelling():
            return fact.announced_by
        case _:
            return fact.claimed_by


def _relays(dossier: Dossier, fact: Fact) -> tuple[Party, ...]:
    match fact:
        case Claim():
            return dossier.parties((fact.relay,) if fact.relay else ())
        case Telling():
            return dossier.relays((fact.id,))
        case TruceTelling():
            return dossier.relays(fact.tellings)
        case Toll() | Loss():
            return dossier.carried(fact)
        case _:
            return dossier.relays((fact.telling,) if fact.telling else ())


def _within(dossier: Dossier, fact: Fact) -> tuple[str, ...]:
    match fact:
        case Telling():
            return (fact.event,)
        case Toll() | Loss():
            return (fact.event,) if fact.event else ()
        case Breach() | TruceTelling():
            return (fact.truce,)
        case Claim():
            return tuple(dict.fromkeys(dossier.record.telling[t].event for t in fact.tellings))


def _kind(event: Event) -> str:
    return "/".join(filter(None, (event.type, event.mode, event.topic)))
