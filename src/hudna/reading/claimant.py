"""Who stands behind what a stretch of text tells."""

from collections.abc import Iterable

from hudna.reading.model import Attribution
from hudna.text import Span

_DENIED = "attribution.denied"  # the rule by which somebody only denies what another told: «وهو ما نفاه الجيش»
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
