"""Who says what, and through whom."""

from dataclasses import dataclass

from hudna.record import Claim
from hudna.views.choice import Choice, asked_for
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
from hudna.views.listing import Listing
from hudna.views.mark import Mark
from hudna.views.party import Party


@dataclass(frozen=True, slots=True)
class Saying:
    """One reported proposition.

    Attributes:
        id: fact id.
        document: where it stands.
        reported: when that document appeared.
        source: who says it.
        via: speech, statement, call, tweet, interview, press, report or unknown.
        relay: through whom the text has it.
        says: the reported words.
        events: ids of the events told in them.
        sources: where it stands.
        reviewed: what people did to it as it stands: accepted, corrected, added.

    """

    id: str
    document: str
    reported: str | None
    source: Party
    via: str
    relay: Party | None
    says: str
    events: tuple[str, ...]
    sources: tuple[Mark, ...]
    reviewed: tuple[str, ...]


def claims(dossier: Dossier, choice: Choice = EVERYTHING) -> Listing[Claim, Saying]:
    """The reported propositions by document and place in the text."""
    held = asked_for(dossier.record.claims, choice, lambda c: _asked(dossier, c, choice))
    ordered = sorted(held, key=lambda c: (c.document, c.content, c.source))
    return Listing(ordered, lambda claim: saying(dossier, claim))


def saying(dossier: Dossier, claim: Claim) -> Saying:
    """A claim as a row."""
    return Saying(
        claim.id,
        claim.document,
        dossier.reported((claim.document,)),
        dossier.party(claim.source),
        claim.via,
        dossier.place(claim.relay),
        dossier.quote(claim.document, claim.content),
        _events(dossier, claim),
        (dossier.mark(claim),),
        dossier.reviewed((claim.id,)),
    )


def _events(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(dossier.record.telling[t].event for t in claim.tellings))


def _asked(dossier: Dossier, claim: Claim, choice: Choice) -> bool:
    held = [dossier.record.event[e] for e in _events(dossier, claim)]
    return choice.takes(
        who=(claim.source, *((claim.relay,) if claim.relay else ())),
        where=(i for e in held for i in (e.place or "", *e.actors, *e.targets)),
        sides=(dossier.party(claim.source).side,),
        date=dossier.reported((claim.document,)),
    )
