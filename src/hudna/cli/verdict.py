"""A judgement as lines for people."""

from collections.abc import Iterator

from hudna.export import seen
from hudna.record import Change
from hudna.views import Verdict

_DID = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
    "join": "joined",
    "split": "split",
    "note": "noted",
    "undo": "taken back",
}
_MINUTE = 16  # letters of a date-time to its minutes


def told_verdict(verdict: Verdict) -> Iterator[str]:
    """Who decided what and when, what became of it, the words it is about, each field before and after."""
    what = f"judgement {verdict.by}" if verdict.kind == "undo" else verdict.what
    when = verdict.made[:_MINUTE].replace("T", " ")
    yield f"[{verdict.number}] {what} {_DID[verdict.kind]} by {seen(verdict.author)}, {when}{_became(verdict)}"
    if verdict.note:
        yield f"    note: {seen(verdict.note)}"
    if verdict.source and verdict.kind != "undo":
        about = f" ({', '.join(verdict.facts)})" if verdict.facts else ""
        yield f"    {verdict.source} «{seen(verdict.source.quote)}»{about}"
    for change in verdict.changes:
        yield f"    {change.field}: {_changed(verdict.kind, change)}"


def _changed(kind: str, change: Change) -> str:
    """A field before and after; of a fact that came or went only what it says."""
    before, after = (seen(x) or "none" for x in (change.before, change.after))
    if kind == "reject":
        return before
    return after if kind == "add" and not change.before else f"{before} → {after}"


def _became(verdict: Verdict) -> str:
    match verdict.state:
        case "overruled":
            return f"; overruled by {verdict.by}" if verdict.by else "; overruled by what others decided"
        case "undone":
            return f"; taken back by {verdict.by}"
        case "waiting":
            return f"; waiting: {verdict.why}"
        case _:
            return ""
