"""The offices of a person over time, and what an entity is to states, parties and bodies."""

from collections import defaultdict
from dataclasses import dataclass

from hudna.record import Entity, Office, Relation
from hudna.text import fold
from hudna.views.dossier import Dossier
from hudna.views.mark import Mark
from hudna.views.party import Party

_COUNTRY = "loc."


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office of a person, as long as documents speak of it.

    Attributes:
        title: as the first document has it.
        of: the state or party that it is an office of.
        tenure: held, new, acting, former or late.
        first: date of the first document that says so, None if no document is dated.
        last: date of the last.
        documents: which say so.
        sources: the titles with where they stand.

    """

    title: str
    of: Party | None
    tenure: str
    first: str | None
    last: str | None
    documents: tuple[str, ...]
    sources: tuple[Mark, ...]

    def __str__(self) -> str:
        """«وزير الخارجية الروسي (former, 2020-07-12 – 2020-10-01)»."""
        dates = " – ".join(dict.fromkeys(d for d in (self.first, self.last) if d))
        told = ", ".join(x for x in ("" if self.tenure == "held" else self.tenure, dates) if x)
        return f"{self.title} ({told})" if told else self.title


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entity is to another.

    Attributes:
        kind: army-of, ministry-of, capital-of, office-of …; seen from a state «has army», «has ministry».
        other: the state, party or body.
        why: the evidence in words.
        source: the first words that tell it.

    """

    kind: str
    other: Party
    why: str
    source: Mark

    def __str__(self) -> str:
        """«army of Armenia»."""
        return f"{self.kind.replace('-', ' ')} {self.other.name('en')}"


def tenures(dossier: Dossier, entity: Entity) -> tuple[Tenure, ...]:
    """The offices of a person, those of the earliest documents first."""
    held: dict[tuple[str, str | None, str], list[Office]] = defaultdict(list)
    for office in entity.offices:
        held[_plain(office.title), office.of, office.tenure].append(office)
    rows = (_tenure(dossier, offices) for offices in held.values())
    return tuple(sorted(rows, key=lambda t: (t.first is None, t.first or "", t.last or "", t.title)))


def _tenure(dossier: Dossier, offices: list[Office]) -> Tenure:
    held = sorted(offices, key=lambda o: (_date(dossier, o) or "~", o.document, o.span))
    dates = sorted(d for o in held if (d := _date(dossier, o)))
    first = held[0]
    sources = tuple(_mark(dossier, o.document, o, "") for o in sorted(held, key=lambda o: (o.document, o.span)))
    documents = tuple(sorted({o.document for o in held}))
    of = dossier.side(first.of)
    return Tenure(
        first.title, of, first.tenure, dates[0] if dates else None, dates[-1] if dates else None, documents, sources
    )


def standings(dossier: Dossier, entity: Entity) -> tuple[Standing, ...]:
    """What an entity is to states and parties; the body by which a party is known is nothing to itself."""
    own = dossier.party(entity.id)
    rows = (_standing(dossier, r, entity, r.kind) for r in entity.relations)
    return tuple(s for s in rows if s.other.ar != own.ar)


def bodies(dossier: Dossier, entity: Entity) -> tuple[Standing, ...]:
    """What others are to a state or party: its government, its ministries, its army, its capital."""
    names = {entity.id, entity.side} if entity.id.startswith(_COUNTRY) else {entity.id}
    others = (
        _standing(dossier, r, other, f"has-{r.kind.removesuffix('-of')}")
        for other in dossier.record.entities
        for r in other.relations
        if r.of in names and r.kind not in _MANY
    )
    return tuple(sorted(others, key=lambda s: (s.kind, s.other.id)))


_MANY = frozenset({"place-in", "side-of", "body-of", "office-of"})  # of which a state has too many to list


def _standing(dossier: Dossier, relation: Relation, entity: Entity, kind: str) -> Standing:
    reverse = kind.startswith("has-")
    other = dossier.party(entity.id) if reverse else _other(dossier, relation.of)
    return Standing(kind, other, relation.why, _mark(dossier, relation.document, relation, entity.id))


def _other(dossier: Dossier, of: str) -> Party:
    if of.startswith(_COUNTRY):
        side = dossier.side(of.removeprefix(_COUNTRY))
        return side or dossier.party(of)
    return dossier.side(of) or dossier.party(of)


def _mark(dossier: Dossier, document: str, told: Office | Relation, ident: str) -> Mark:
    quote = dossier.quote(document, told.span)
    return Mark(document, told.span, dossier.sentence(document, told.span), ident, quote)


def _date(dossier: Dossier, office: Office) -> str | None:
    return dossier.record.document[office.document].published


def _plain(title: str) -> str:
    return " ".join(fold(title).split())
