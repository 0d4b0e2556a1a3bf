"""The step that lets denials count in the standing of events."""

from collections.abc import Iterable

from hudna.record.events import event
from hudna.record.model import Link
from hudna.record.standing import contested
from hudna.record.steps.run import Run
from hudna.record.workings import chunks


def renew(run: Run, written: Iterable[str], denied: Iterable[str]) -> set[str]:
    """Bring the standing of events up to date.

    Args:
        run: the run.
        written: events that were made anew, by their tellings alone.
        denied: events that a denial was tied to or is now.

    Returns:
        The events that denials bear on.

    """
    concerned = set(denied)
    for some in chunks(sorted(written)):
        concerned.update(end for link in _denials(run, some) for end in (link.left, link.right))
    for some in chunks(sorted(concerned)):
        links = _denials(run, some)
        facts = {fact for link in links for fact in link.facts}
        told = {t.id: t for t in run.saved.items("tellings", "id", facts)}
        made = {}
        for saved in run.saved.items("events", "id", some):
            held = sorted(run.saved.items("tellings", "event", [saved.id]), key=lambda t: (t.document, t.trigger, t.id))
            alone = event(saved.id, held, saved.joins, run.sides, run.lines)
            (made[saved.id],) = contested([alone], told.values(), (x for x in links if saved.id in (x.left, x.right)))
        run.saved.replace("events", "id", {own: [item] for own, item in made.items()})
    return concerned


def _denials(run: Run, events: list[str]) -> list[Link]:
    held = {x.id: x for end in ("left", "right") for x in run.saved.items("links", end, events) if x.kind == "denies"}
    return [held[own] for own in sorted(held)]
