"""What people decided: the log of judgements, and those on one thing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hudna.record import Change, Review
from hudna.record.judgements import Judgement
from hudna.text import Span
from hudna.views.dossier import Dossier
from hudna.views.mark import Mark

_IDS = re.compile(r"\b(?:[em][0-9a-f]{12}|loc\.[A-Z]{3})\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement and what became of it.

    Attributes:
        number: its place in the log, from 1.
        id: the same wherever the log travels.
        kind: accept, reject, correct, add, join, split, note or undo.
        what: event, claim, toll, loss, truce, breach or entity.
        state: applied, overruled by a later one, waiting for its document or fact, undone, or, of an undo, undoes.
        by: number of the judgement that overruled it or took it back; of an undo, that which it takes back.
        author: who made it.
        made: when.
        note: why, in the author's words.
        why: what it waits for.
        changes: of facts the fields that it changed, with names beside ids.
        facts: ids of the facts or members that it is about.
        source: the characters that it is about, where the record has them.

    """

    number: int
    id: str
    kind: str
    what: str
    state: str
    by: int | None
    author: str
    made: str
    note: str | None
    why: str | None
    changes: tuple[Change, ...]
    facts: tuple[str, ...]
    source: Mark | None


def verdicts(dossier: Dossier, facts: Iterable[str] | None = None) -> tuple[Verdict, ...]:
    """The judgements on some facts or members, all of the log without; in its order."""
    asked = None if facts is None else set(facts)
    reviews = {r.id: r for r in dossier.record.reviews}
    rows = []
    for judgement in dossier.log.all:
        review = reviews.get(judgement.id)
        if asked is None or (review and not asked.isdisjoint(review.facts)):
            rows.append(_verdict(dossier, judgement, review))
    return tuple(rows)


def _verdict(dossier: Dossier, judgement: Judgement, review: Review | None) -> Verdict:
    numbers = dossier.numbers
    undone = dossier.log.undone.get(judgement.id)
    if undone:
        state, by = "undone", undone
    elif review:
        state, by = review.state, review.by or ""
    else:
        state, by = "undoes", str(judgement.fields.get("undoes"))
    return Verdict(
        numbers[judgement.id],
        judgement.id,
        judgement.kind,
        judgement.what,
        state,
        numbers.get(by),
        judgement.author,
        judgement.made,
        judgement.note,
        review.why if review else None,
        tuple(_named(dossier, c) for c in review.changes) if review else (),
        review.facts if review else (),
        _source(dossier, judgement, review),
    )


def _source(dossier: Dossier, judgement: Judgement, review: Review | None) -> Mark | None:
    place = judgement.places[0] if judgement.places else None
    name = next((d.name for d in dossier.record.documents if place and d.sha256 == place.sha256), None)
    if place is None or name is None or place.span.end > len(dossier.texts[name]) or place.span == Span(0, 0):
        return None
    fact = review.facts[0] if review and review.facts else ""
    return Mark(name, place.span, dossier.sentence(name, place.span), fact, dossier.quote(name, place.span))


def _named(dossier: Dossier, change: Change) -> Change:
    """A change with the names of those whose ids it holds."""

    def name(held: re.Match[str]) -> str:
        party = dossier.party(held[0])
        return f"{party.ar} ({held[0]})" if party.ar and party.ar != held[0] else held[0]

    return Change(change.field, _IDS.sub(name, change.before), _IDS.sub(name, change.after))
