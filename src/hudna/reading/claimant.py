"""Who stands behind what a stretch of text tells."""

from collections.abc import Iterable

from hudna.reading.model import Attribution
from hudna.text import Span

_DENIED = "attribution.denied"  # the rule by which somebody only denies what another told: «وهو ما نفاه الجيش»
_ASKED = "interview"  # how speech reaches us where the outlet only asks
UNNAMED = "unnamed:"  # how the id of a source or doer without a name begins


def claimants(attributions: Iterable[Attribution], span: Span) -> tuple[str, ...]:
    """The sources of the innermost of ``attributions`` whose content holds ``span``; () where the reporter asserts it.

    Whoever only denies it is no claimant. A content lies within one sentence, so those of the sentence of
    ``span`` are enough.

    A cue is never part of its own content: for an act of speech this gives the relay, not the speaker (GUIDE, Events).
    """
    held = [a for a in attributions if span.within(a.content) and a.rule != _DENIED]
    if not held:
        return ()
    innermost = min(a.content.end - a.content.start for a in held)
    return tuple(dict.fromkeys(a.source for a in held if a.content.end - a.content.start == innermost))


def relays(attributions: Iterable[Attribution], span: Span, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Who tells of an act of speech that ``speakers`` do at ``span``: those in whose words it stands, else the relay.

    «نقلت الوكالة عن الوزير قوله إنه يرفض …»: that he refuses is told by the agency. An outlet to which he speaks
    himself («قال الوزير لقناة X») tells nothing.
    """
    known = tuple(attributions)
    if others := tuple(c for c in claimants(known, span) if c not in speakers):
        return others
    own = (a for a in known if a.source in speakers and (a.cue.overlaps(span) or span.within(a.content)))
    own = (a for a in own if a.via != _ASKED)
    return tuple(dict.fromkeys(a.relay for a in own if a.relay is not None and a.relay not in speakers))
