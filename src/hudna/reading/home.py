"""The state that a document is about, by its places, adjectives and dateline; and capitals that are only a venue.

In: the mentions of a document; out: the code of a state, or None where two or more share the document.
"""

from collections import Counter

from hudna.reading.dateline import past_dateline
from hudna.reading.known import MEDIA
from hudna.reading.scene import Found, Scene, is_state

_DOMINANT = 0.6  # share of a document's references to states that makes one of them its home
_LEAST = 3  # references to a state without which it is nobody's home
_OPENING = 3  # sentences of a document among which its dateline is
_HARDLY = 2 / 3  # of the references to another state that its own must have at least


def is_venue(scene: Scene, f: Found) -> bool:
    """Whether a capital is only where something is said or talked of: «في بيان صدر في هافانا، أعلنت …»."""
    return scene.form(f.first - 1) == "في" and scene.form(f.first - 2) in scene.words.held_in


def home_of(scene: Scene, found: list[Found]) -> str | None:
    """The state that most of a document is about, by its places and adjectives; None where two or more share it.

    Of those told of about as often it is that of the headline, or of the capital in the dateline. An agency counts for
    no state.
    """
    counts: Counter[str] = Counter()
    for f in found:
        agency = f.entry is not None and f.entry.get("kind") in MEDIA
        if f.side is not None and is_state(f.side) and f.type in ("LOC", "FAC", "ORG") and not agency:
            counts[f.side] += 1
    for i in scene.nisbas:
        side = scene.nisba_side(i)
        if side is not None and is_state(side):
            counts[side] += 1
    return home_among(counts) or _of_headline(scene, found, counts) or _of_dateline(scene, found, counts)


def _of_headline(scene: Scene, found: list[Found], counts: Counter[str]) -> str | None:
    """The one state that the headline names, or a body of, if hardly another is told of oftener."""
    last = scene.page.sentences[0].last if scene.page.sentences else 0
    named = {f.side for f in found if f.first < last and f.type in ("LOC", "FAC", "ORG") and f.side is not None}
    states = {s for s in named if is_state(s)}
    return next(iter(states)) if len(states) == 1 and _is_often(counts, states) else None


def _is_often(counts: Counter[str], states: set[str]) -> bool:
    """Whether a state is told of often, and hardly another oftener."""
    return all(counts[s] >= max(_LEAST, _HARDLY * max(counts.values(), default=0)) for s in states)


def _of_dateline(scene: Scene, found: list[Found], counts: Counter[str]) -> str | None:
    """The state of the capital in the dateline, if hardly another is told of oftener."""
    page = scene.page
    for sentence in page.sentences[:_OPENING]:
        end = past_dateline(page, sentence.first, sentence.last)
        if end > sentence.first:
            town = next((f for f in found if sentence.first <= f.first < end and f.type == "LOC"), None)
            side = town.side if town is not None and town.field == "capital" else None
            return side if side is not None and _is_often(counts, {side}) else None
    return None


def home_among(counts: Counter[str]) -> str | None:
    """The state a document is about, by how often it tells of each; None where two or more share it."""
    side, most = counts.most_common(1)[0] if counts else (None, 0)
    return side if most >= _LEAST and most >= _DOMINANT * counts.total() else None
