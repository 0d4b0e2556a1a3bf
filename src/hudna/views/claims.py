"""Who says what, and through whom."""

from dataclasses import dataclass

from hudna.record import Claim
from hudna.views.choice import Choice
from hudna.views.dossier import Dossier
from hudna.views.happening import EVERYTHING
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


def claims(dossier: Dossier, choice: Choice = EVERYTHING) -> tuple[Saying, ...]:
    """The reported propositions by document and place in the text."""
    rows = [saying(dossier, c) for c in dossier.record.claims]
    return tuple(
        sorted(
            (r for r in rows if _asked(dossier, r, choice)), key=lambda r: (r.document, r.sources[0].span, r.source.id)
        )
    )


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
        tuple(dict.fromkeys(dossier.record.telling[t].event for t in claim.tellings)),
        (dossier.mark(claim),),
        dossier.reviewed((claim.id,)),
    )


def _asked(dossier: Dossier, row: Saying, choice: Choice) -> bool:
    held = [dossier.record.event[e] for e in row.events]
    return choice.takes(
        who=(row.source.id, *((row.relay.id,) if row.relay else ())),
        where=(i for e in held for i in (e.place or "", *e.actors, *e.targets)),
        sides=(row.source.side,),
        date=row.reported,
    )
