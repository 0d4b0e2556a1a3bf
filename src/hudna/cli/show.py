"""``hudna show``."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from hudna import views
from hudna.cli.choosing import chosen, parties, period
from hudna.cli.differences import blocks as differences
from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.export import as_json, seen, table, write_csv
from hudna.views import Choice, Dossier, Mark, Party, Relay, Version

_QUOTED = 60  # characters of a passage that a cell shows


class View(NamedTuple):
    """A question, the type of its rows, and the columns that people are shown of them."""

    ask: Callable[[Dossier, Choice], Sequence[Any]]
    kind: type[Any]
    columns: tuple[str, ...]
    blocks: Callable[[Iterable[Any]], Iterator[str]] | None = None  # how a terminal shows rows that no table holds


_SAID = ("claimed_by", "relays", "disputed_by", "standing", "reviewed")
_EVENT = ("date", "type", "mode", "actors", "targets", "place", "status", *_SAID)
_WHO = ("claimed_by", "relays", "blamed")
_FIGURE = ("side", "kind", "what", "count", "cumulative", *_WHO, "place", "date", "lineages", "reviewed")
_NAMED = ("party", "spellings", "offices", "ties", "mentions", "events", "documents")
VIEWS = {
    "contacts": View(views.contacts, views.Happening, ("date", "reported", "mode", *_EVENT[3:], "lineages", "wording")),
    "claims": View(views.claims, views.Saying, ("source", "via", "relay", "says", "events", "reviewed")),
    "casualties": View(views.casualties, views.Figure, _FIGURE),
    "losses": View(views.losses, views.Figure, _FIGURE),
    "truces": View(
        views.truces,
        views.Ceasefire,
        (
            "kind",
            "status",
            "parties",
            "announced_by",
            "brokers",
            "start",
            "end",
            "duration",
            "place",
            "violations",
            "reviewed",
        ),
    ),
    "violations": View(
        views.violations, views.Violation, ("truce", "by", "against", "count", "claimed_by", "event", "reviewed")
    ),
    "measures": View(views.measures, views.Happening, _EVENT),
    "demands": View(views.positions, views.Happening, ("date", "type", "topic", *_EVENT[3:], "links", "wording")),
    "positions": View(
        views.stances,
        views.Stance,
        ("date", "party", "stance", "topic", "targets", "changed", "before", "answers", "answered", "wording"),
    ),
    "accusations": View(views.charges, views.Happening, (*_EVENT, "wording")),
    "incidents": View(views.incidents, views.Happening, ("date", "mode", "weapon", *_EVENT[3:])),
    "timeline": View(views.timeline, views.Happening, (*_EVENT, "links")),
    "undated": View(views.unsettled, views.Unsettled, ("what", "title", "earliest", "latest", "settled_by")),
    "disagreements": View(
        views.disagreements, views.Difference, ("kind", "about", "topic", "happening", "versions"), differences
    ),
    "links": View(views.links, views.Tie, ("kind", "left", "words", "right", "words_right", "why")),
    "actors": View(views.actors, views.Named, _NAMED),
    "places": View(views.places, views.Named, _NAMED),
    "documents": View(views.documents, views.Report, ("title", "outlet", "agency", "published", "basis", "copies")),
    "lineage": View(views.lineage, views.Descent, ("origin", "basis", "agencies", "relays", "why")),
}


@click.command()
@RECORD
@click.argument("view", type=click.Choice(list(VIEWS)))
@parties
@period
@click.option("--json", "as_", flag_value="json", help="Print JSON.")
@click.option("--csv", "as_", flag_value="csv", help="Print CSV.")
def show(
    record: Path,
    view: str,
    *,
    actor: tuple[str, ...],
    place: str | None,
    side: str | None,
    since: datetime | None,
    until: datetime | None,
    as_: str | None,
) -> None:
    """Show what a record holds.

    Every row names its id and its sources as document:start-end, code points of the stored text.
    """
    with opened(record) as store:
        dossier = Dossier.of(store)
    asked = VIEWS[view]
    rows = asked.ask(dossier, chosen(dossier.record, since, until, actor=actor, place=place, side=side))
    if as_ == "json":
        put(json.dumps([as_json(r) for r in rows], ensure_ascii=False, indent=1) + "\n", None)
    elif as_ == "csv":
        put(write_csv(table(asked.kind, rows)), None)
    else:
        _print(asked, rows)


def _print(asked: View, rows: Sequence[Any]) -> None:
    columns = ("id", *asked.columns, *(("sources",) if "sources" in asked.kind.__dataclass_fields__ else ()))
    cells = [[_of_row(row, c) for c in columns] for row in rows]
    if sys.stdout.isatty() and asked.blocks:
        put("".join(f"{line}\n" for line in asked.blocks(rows)), None)
        return
    if sys.stdout.isatty():
        from hudna.cli.grid import grid  # noqa: PLC0415 for terminals only

        grid(columns, cells)
        return
    put("".join("\t".join(row) + "\n" for row in [columns, *cells]), None)


def _of_row(row: Any, column: str) -> str:
    """A field of a row; a date that is inferred stands behind «≈»."""
    inferred = column in ("date", "published") and getattr(row, "inferred", False)
    return f"≈ {_cell(getattr(row, column))}" if inferred else _cell(getattr(row, column))


def _cell(value: object) -> str:
    """A field as people read it: names for parties, places in the text for marks, nothing for what is unknown."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Party():
            return seen(value.name("en"))
        case Version() | Relay():
            return _compound(value)
        case tuple():
            return "; ".join(_cell(v) for v in value)
        case _:
            return seen(str(getattr(value, "id", value)))


def _compound(value: Version | Relay) -> str:
    """A version with who gives it and where; a document with what it shares with its origin, adds, changes, omits."""
    if isinstance(value, Version):
        return f"{value.value} ({_cell(value.claimed_by)}; {_cell(value.sources)})"
    changes = "; ".join(f"{_quote(c.there)} → {_quote(c.here)}" for c in value.changes)
    parts = {
        "shares": "; ".join(map(_quote, value.shared)),
        "adds": "; ".join(map(_quote, value.adds)),
        "changes": changes,
        "omits": "; ".join(map(_quote, value.omits)),
    }
    told = "".join(f", {name} {held}" for name, held in parts.items() if held)
    return f"{seen(value.id)} ({value.share:.0%}{told})"


def _quote(mark: Mark) -> str:
    """The first words of a passage, with its place."""
    words = seen(mark.quote)
    short = words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(" ", 1)[0] + "…"
    return f"«{short}» {mark}"
