"""Who denies what a document tells: a reading gives the denial as something said, with «نفى» or the like for its cue.

«نفى المتمردون مهاجمة القوات» is told by the rebels, and they do not say that they attacked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from hudna.lexicon import load, read_settings
from hudna.record.model import Claim, Telling, Toll
from hudna.record.wording import written
from hudna.text import Document, TokenKind, normalise, tokenise
from hudna.text.clitic import enclitics, proclitics

_REMEMBERED = 1 << 12  # cues, of which there are few
_FAR = 80  # characters of a denial before a deed that is denied, not told of by the way
_BEFORE = 8  # characters before a cue, in which its negation stands


def denials(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of a document's claims that deny what stands in them; «لم ينف», «لا تنفي» deny nothing."""
    return tuple(
        c
        for c in claims
        if _denies(document.text[c.cue.start : c.cue.end])
        and not _negated().search(document.text, max(0, c.cue.start - _BEFORE), c.cue.start)
        and not _lying().match(document.text, c.content.start)
    )


def answered(
    tellings: Iterable[Telling],
    tolls: Iterable[Toll],
    denied: Sequence[Claim],
    cues: Mapping[str, frozenset[str]],
) -> tuple[Telling, ...]:
    """The tellings of a document, each with all who deny it and without them among those who claim it.

    What only a denial tells is denied, though its words read as told.

    A denial is of the first thing told in it, unless losses stand before that or it is only when those happened («نفى
    سقوط قتلى خلال المواجهات»), and of all that the reading has as denied: what follows in relative clauses is mostly no
    part of it («اتهامات بخرق الهدنة التي أعلنت الجمعة»).

    Args:
        tellings: those of the document.
        tolls: its tolls.
        denied: its claims that deny.
        cues: telling id → how its words lie to other events (``hudna.record.linking.cues``).

    """
    held = {t.id: t for t in tellings}
    quotes = [t.quote for t in tolls]
    for claim in denied:
        inside = sorted((held[t] for t in claim.tellings if t in held), key=lambda t: (t.trigger, t.id))
        for telling in inside:
            lost = any(q.within(claim.content) and q.start < telling.trigger.start for q in quotes)
            near = telling.trigger.start - claim.content.start <= _FAR
            first = telling is inside[0] and near and not lost and "during" not in cues.get(telling.id, ())
            if first or telling.status == "denied":
                held[telling.id] = _by(telling, claim.source)
    return tuple(_unsaid(t) for t in held.values())


def unclaimed(tolls: Iterable[Toll], denied: Sequence[Claim]) -> tuple[Toll, ...]:
    """The tolls of a document without those who deny them among those who claim them."""
    return tuple(
        replace(toll, claimed_by=tuple(c for c in toll.claimed_by if c not in deniers))
        if (deniers := {c.source for c in denied if toll.quote.within(c.content)})
        else toll
        for toll in tolls
    )


def _unsaid(telling: Telling) -> Telling:
    """A denied telling without those who deny it among those who claim it: «قالت الوزارة إنها لم تطلق قذيفة»."""
    if telling.status != "denied" or not set(telling.claimed_by) & set(telling.disputed_by):
        return telling
    return replace(telling, claimed_by=tuple(c for c in telling.claimed_by if c not in telling.disputed_by))


def _by(telling: Telling, denier: str) -> Telling:
    if telling.disputed_by and denier in telling.disputed_by:
        return telling
    claimants = tuple(c for c in telling.claimed_by if c != denier)
    status = telling.status if claimants else "denied"  # nobody else says so: the denial's own words are no news of it
    return replace(telling, claimed_by=claimants, disputed_by=(*telling.disputed_by, denier), status=status)


@lru_cache(maxsize=_REMEMBERED)
def _denies(cue: str) -> bool:
    """Whether a reporting word says that something is not so; to rule it out or doubt it is to foresee or to judge."""
    lexicon = load("ar")
    forms = (t.form for t in tokenise(normalise(cue)) if t.kind is TokenKind.WORD)
    return any(
        sense.entry.layer == "reporting" and sense.entry.get("force") == "deny" and sense.entry.id not in _doubts()
        for form in forms
        for stem in _bare(form)
        for sense in lexicon.senses(stem)
    )


@lru_cache(maxsize=1)
def _negated() -> re.Pattern[str]:
    return re.compile(rf"{written(read_settings('ar', 'record')['negations']).pattern}\s+\Z")


@lru_cache(maxsize=1)
def _lying() -> re.Pattern[str]:
    """How goes on what tells that somebody lied, rather than called something a lie: «كذبت على الشعب»."""
    return written(read_settings("ar", "record")["lying_about"], "")


@lru_cache(maxsize=1)
def _doubts() -> frozenset[str]:
    return frozenset(read_settings("ar", "record")["doubts"])


def _bare(form: str) -> set[str]:
    """A word with and without what is written onto it: «ينفيه», «ونفى»."""
    stems = {form, *(split.stem for split in proclitics(form))}
    return stems | {stem for held in stems for stem, _ in enclitics(held)}
