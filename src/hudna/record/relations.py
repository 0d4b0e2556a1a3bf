"""What an entity is to a state or a party: its army, its ministry, its capital, a holder of its offices.

A state, its government, its ministries, its army and its capital are entities of their own; this is what ties them.
"""

from collections.abc import Iterable, Iterator

from hudna.record.forms import Form
from hudna.record.identity import is_country
from hudna.record.model import Member, Office, Relation
from hudna.record.names import nominal
from hudna.record.vocabulary import bare, vocabulary
from hudna.text import fold

_MINISTRY = "-ministry"
_LOOSE = frozenset({"body-of", "side-of", "place-in"})  # told where nothing closer is
_AFTER = 2  # words after a title among which one can tell of its tenure: «وزير الأوقاف الأسبق»


def relations(held: Iterable[tuple[Form, Member]], offices: Iterable[Office]) -> tuple[Relation, ...]:
    """The relations of an entity, each with the first words that tell it.

    Args:
        held: what documents have of it, each with its form.
        offices: those that documents give it.

    """
    told = [*_of_forms(held), *_of_offices(offices)]
    first: dict[tuple[str, str], Relation] = {}
    for relation in sorted(told, key=lambda r: (r.document, r.span, r.why)):
        first.setdefault((relation.kind, relation.of), relation)
    sure = {r.of for r in first.values() if r.kind not in _LOOSE}
    return tuple(r for key, r in sorted(first.items()) if not (r.kind in _LOOSE and r.of in sure))


def _of_forms(held: Iterable[tuple[Form, Member]]) -> Iterator[Relation]:
    for form, member in held:
        if form.side and member.mentions and not is_country(form.entry):
            of = _state(form.side)
            kind, why = _tie(form, member.name)
            yield Relation(kind, of, why, member.document, member.mentions[0])


def _tie(form: Form, name: str) -> tuple[str, str]:
    """The kind of relation to the side of a form, and the evidence."""
    if form.kind:
        own = form.kind.partition(" of ")[0]
        kind = "ministry-of" if own.endswith(_MINISTRY) else f"{own}-of"
        return kind, f"«{name}» names the {own.replace('-', ' ')}; {_whose(form)}"
    if form.type in {"LOC", "FAC"}:
        if form.text in vocabulary().capitals.get(form.side, frozenset()):
            return "capital-of", f"«{name}» is listed as the capital of {form.side}"
        return "place-in", f"«{name}» lies in {form.side}, by the list of places or the words of the report"
    return ("body-of" if form.type == "ORG" else "side-of"), f"«{name}»: {_whose(form)}"


def _whose(form: Form) -> str:
    if form.type == "ORG" and form.side in map(vocabulary().state, map(nominal, map(bare, form.text.split()))):
        return f"its name tells that it is of {form.side}"
    if form.entry:
        return f"its entry in the lexicon, {form.entry}, is of {form.side}"
    return f"the report speaks of it as of {form.side}"


def _of_offices(offices: Iterable[Office]) -> Iterator[Relation]:
    for office in offices:
        if office.of:
            why = f"called «{office.title}»" + ("" if office.tenure == "held" else f" ({office.tenure})")
            yield Relation("office-of", _state(office.of), why, office.document, office.span)


def _state(side: str) -> str:
    country = f"loc.{side}"
    return country if is_country(country) else side


def tenure(title: str, after: str) -> str:
    """Whether an office is held, new, acting, former or late, from its title and what follows it in the text."""
    known = vocabulary().tenures
    words = (*fold(title).split(), *fold(after).split()[:_AFTER])
    return next((known[w] for w in words if w in known), "held")
