"""What a person should look at first: uncertain facts and joins, and what sources disagree on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hudna.record import Breach, Claim, Disagreement, Entity, Event, Join, Loss, Telling, Toll, Truce, TruceTelling
from hudna.record.judgements import FIELDS
from hudna.views.dossier import Dossier, Fact
from hudna.views.mark import Mark
from hudna.views.party import Party
from hudna.views.reliability import THRESHOLD, Measured, Reliability, kind_of

# Rules that join on less than names, classes, entries, events or days that are the same.
WEAK = frozenset(
    {
        "same-consonants",
        "only-body",
        "near-spelling",
        "shorter-name",
        "family-name",
        "same-start",
        "in-force",
        "told-together",
        "first-step",
        "same-call",
    }
)
_KINDS = {Telling: "event", Claim: "claim", Toll: "toll", Loss: "loss", TruceTelling: "truce", Breach: "breach"}
_GRAVE = {  # how much hangs on a thing of the kind, before what depends on it is counted
    "ASSAULT": 4,
    "killed": 4,
    "truce": 4,
    "breach": 4,
    "toll": 3,
    "RETREAT": 3,
    "THREATEN": 3,
    "ACCUSE": 3,
    "MOBILIZE": 3,
    "COERCE": 3,
    "loss": 2,
    "CONSULT": 2,
    "AGREE": 2,
    "REJECT": 2,
    "REQUEST": 2,
    "CONCEDE": 2,
}
_DIFFERENCE = 5
_JOIN = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact by the name under which it can be corrected.

    Attributes:
        name: of the field.
        value: in words.
        parties: whom it names, in their order; of a field that takes no names none.

    """

    name: str
    value: str
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to be judged.

    Attributes:
        id: of the fact or disagreement; of a join the two ids that it joins, with "+" between them.
        what: event, toll, loss, truce, breach, claim, join or disagreement.
        kind: as the reliability table names it («event.ASSAULT»), the rule of a join, what a disagreement is about.
        weight: how much hangs on it; the more, the earlier it stands in the queue.
        measured: how often readings of this rule or kind proved right; None where nobody knows.
        fields: how the fact was read.
        why: the evidence of a join; the versions of a disagreement.
        sources: where it stands.

    """

    id: str
    what: str
    kind: str
    weight: int
    measured: Measured | None
    fields: tuple[Field, ...]
    why: str
    sources: tuple[Mark, ...]


def doubts(dossier: Dossier, reliability: Reliability, threshold: float = THRESHOLD) -> tuple[Doubt, ...]:
    """What nobody judged and nothing vouches for, the most consequential first.

    Facts whose rule proved right less often than ``threshold``, unless another telling of the same event or truce is
    vouched for or accepted; joins by ``WEAK`` rules; disagreements in which no fact was judged. A note judges nothing.
    """
    judged = {f for r in dossier.record.reviews if r.state != "waiting" and r.kind != "note" for f in r.facts}
    rows = [
        *_facts(dossier, reliability, threshold, judged),
        *_joins(dossier, judged),
        *_differences(dossier, judged),
    ]
    owners = dossier.record.owners
    return tuple(sorted(rows, key=lambda r: (-r.weight, owners.get(r.id, r.id), r.sources[0].document, r.id)))


def _facts(dossier: Dossier, reliability: Reliability, threshold: float, judged: set[str]) -> Iterator[Doubt]:
    record = dossier.record
    hanging = _hanging(dossier)
    sure = {
        record.owners[f.id]
        for part in (record.tellings, record.truce_tellings)
        for f in part
        if reliability.vouches(f, threshold) or dossier.reviewed((f.id,))
    }
    parts = (record.tellings, record.tolls, record.losses, record.truce_tellings, record.breaches, record.claims)
    for part in parts:
        for fact in part:
            if fact.id in judged or record.owners.get(fact.id) in sure or reliability.vouches(fact, threshold):
                continue
            yield as_doubt(dossier, reliability, fact, hanging[record.owners.get(fact.id, fact.id)])


def as_doubt(dossier: Dossier, reliability: Reliability, fact: Fact, hanging: int = 0) -> Doubt:
    """A fact as something to be judged; ``hanging`` is how many other things stand on it."""
    return Doubt(
        fact.id,
        _KINDS[type(fact)],
        kind_of(fact),
        _grave(fact) + hanging,
        reliability.of(fact),
        tuple(fields(dossier, fact)),
        "",
        (dossier.mark(fact),),
    )


def _hanging(dossier: Dossier) -> Counter[str]:
    """How many other things stand on an event or truce, or on a fact in none."""
    record = dossier.record
    out: Counter[str] = Counter()
    ties = (*(t.event for t in record.tolls), *(x.event for x in record.losses), *(b.event for b in record.breaches))
    out.update(event for event in ties if event)
    for breach in record.breaches:
        out[breach.truce] += 1
    for event in record.events:
        out[event.id] += len(event.documents) - 1
    for difference in record.disagreements:
        if difference.event:
            out[difference.event] += 1
        out.update(f for a in difference.accounts for f in a.facts if f not in record.owners)
    return out


def _grave(fact: Fact) -> int:
    kinds = (getattr(fact, "type", ""), getattr(fact, "kind", ""), _KINDS[type(fact)])
    return max(_GRAVE.get(k, 1) for k in kinds)


def fields(dossier: Dossier, fact: Fact) -> Iterator[Field]:
    """The fields of a fact that say something, with names for ids."""
    for name in FIELDS[_KINDS[type(fact)]]:
        value = getattr(fact, name)
        if value not in (None, (), False, ""):
            yield Field(name, _words(dossier, value), tuple(_named(dossier, FIELDS[_KINDS[type(fact)]][name], value)))


def _named(dossier: Dossier, form: object, value: object) -> Iterator[Party]:
    """Whom a value of this form names."""
    if form == "side":
        yield from filter(None, (dossier.side(str(value)),))
    elif form in ("name", "names"):
        yield from dossier.parties(value if isinstance(value, tuple) else (str(value),))


def _words(dossier: Dossier, value: object) -> str:
    if isinstance(value, tuple) and not hasattr(value, "start"):
        return ", ".join(_words(dossier, v) for v in value)
    if value is True:
        return "yes"
    if isinstance(value, str) and (value in dossier.record.entity or value.startswith("unnamed")):
        return dossier.party(value).name("ar") or value
    return f"{value[0]}-{value[1]}" if isinstance(value, tuple) else str(value)


def _joins(dossier: Dossier, judged: set[str]) -> Iterator[Doubt]:
    record = dossier.record
    marks = {
        m.id: Mark(m.document, min(m.mentions), dossier.sentence(m.document, min(m.mentions)), m.id, m.name)
        for e in record.entities
        if any(j.rule in WEAK for j in e.joins)
        for m in e.members
        if m.mentions
    }
    groups: tuple[tuple[Entity | Event | Truce, ...], ...] = (record.entities, record.events, record.truces)
    for group in (g for part in groups for g in part):
        for join in group.joins:
            if join.rule in WEAK and not judged.issuperset((join.left, join.right)):
                sources = _ends(dossier, join, marks)
                if sources:
                    yield _join(join, group, sources)


def _join(join: Join, group: Entity | Event | Truce, sources: tuple[Mark, ...]) -> Doubt:
    size = len({m.document for m in group.members}) if isinstance(group, Entity) else len(group.tellings)
    return Doubt(f"{join.left}+{join.right}", "join", join.rule, _JOIN + size.bit_length(), None, (), join.why, sources)


def _ends(dossier: Dossier, join: Join, marks: dict[str, Mark]) -> tuple[Mark, ...]:
    if join.left in marks and join.right in marks:
        return (marks[join.left], marks[join.right])
    held = [x for x in (join.left, join.right) if x in dossier.record.by_id]
    return dossier.marks(held)


def _differences(dossier: Dossier, judged: set[str]) -> Iterator[Doubt]:
    for held in dossier.record.disagreements:
        if judged.isdisjoint(held.facts):
            yield as_difference(dossier, held)


def as_difference(dossier: Dossier, held: Disagreement) -> Doubt:
    """A disagreement as something to be judged."""
    why = " | ".join(_account(dossier, held, n) for n in range(len(held.accounts)))
    kind = f"{held.about} {held.topic}".strip()
    return Doubt(held.id, "disagreement", kind, _DIFFERENCE, None, (), why, dossier.marks(held.facts))


def _account(dossier: Dossier, held: Disagreement, number: int) -> str:
    account = held.accounts[number]
    values: Iterable[str] = account.value.split(", ")
    value = ", ".join(_words(dossier, v) for v in values)
    said = ", ".join(_words(dossier, c) for c in account.claimed_by)
    return f"{value} ({said})" if said else value
