"""``hudna review``."""

import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from hudna.cli.choosing import precision
from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.cli.verdict import told_verdict
from hudna.export import as_json, seen
from hudna.record import Store
from hudna.record.judgements import BadJudgement, Judgement, Unknown, Unreadable
from hudna.text import Span
from hudna.views import Bench, Dossier, Doubt, Undecidable, doubts, table, verdicts

REFUSED = (Unknown, Undecidable, Unreadable, BadJudgement)  # what a bench cannot make a judgement of
_KINDS = ("event", "claim", "toll", "loss", "truce")
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the command itself: which record, in whose name, from which precision facts need no review."""

    record: Path
    author: str | None
    threshold: float


class _RecordFirst(click.Group):
    """A group whose options may stand behind RECORD, up to the name of a command, as they may with every command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put them before RECORD, where click looks for them."""
        if args and not args[0].startswith("-"):
            end = 1
            while end < len(args) and args[end].startswith("-"):
                end += 1 if "=" in args[end] or args[end] in ctx.help_option_names else 2
            args = [*args[1:end], args[0], *args[end:]]
        return super().parse_args(ctx, args)


@click.group(cls=_RecordFirst, invoke_without_command=True)
@RECORD
@click.option("--author", help="Who judges, if not the user of this system.")
@precision("Facts read in a way that proved right at least so often need no review.")
@click.pass_context
def review(context: click.Context, record: Path, *, author: str | None, threshold: float) -> None:
    """Judge what a record holds.

    Without a command it goes through what is uncertain, the most consequential first, and asks; where it cannot ask, it
    lists. Every judgement is kept with its author and time, and none is ever deleted: undo takes one back. FIELD=VALUE
    sets a field by its name in the reading format; names are given in any spelling, as English name or id, several
    parted by commas; TYPE@START-END names what the reader did not see (ORG@120-135).
    """
    context.obj = Asked(record, author, threshold)
    if context.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from hudna.cli.reviewing import go_through  # noqa: PLC0415 for people only

            with bench(context.obj) as (store, at):
                go_through(at, Dossier.of(store), doubts(Dossier.of(store), table(), threshold))
        else:
            context.invoke(listed, limit=None, as_json_=False)


def signed(command: _Command) -> _Command:
    """Give a command ``--note`` and ``--author``."""
    command = click.option("--author", help="Who judges, if not the user of this system.")(command)
    return click.option("--note", help="Why, for those who read the judgement.")(command)


@review.command("list")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--json", "as_json_", is_flag=True, help="Print JSON.")
@click.pass_obj
def listed(asked: Asked, *, limit: int | None, as_json_: bool) -> None:
    """List what is uncertain, the most consequential first."""
    with opened(asked.record) as store:
        rows = doubts(Dossier.of(store), table(), asked.threshold)[:limit]
    if as_json_:
        put(json.dumps([as_json(r) for r in rows], ensure_ascii=False, indent=1) + "\n", None)
        return
    cells = [("id", "kind", "right", "read as", "words", "source"), *map(_cells, rows)]
    put("".join("\t".join(row) + "\n" for row in cells), None)


@review.command()
@click.argument("idents", metavar="ID…", nargs=-1, required=True)
@signed
@click.pass_obj
def accept(asked: Asked, idents: tuple[str, ...], *, note: str | None, author: str | None) -> None:
    """Say that facts, events, all accounts of a disagreement or joins (ID+ID) are right."""
    _judge(asked, author, lambda at: at.accept(" ".join(idents), note))


@review.command()
@click.argument("idents", metavar="ID…", nargs=-1, required=True)
@signed
@click.pass_obj
def reject(asked: Asked, idents: tuple[str, ...], *, note: str | None, author: str | None) -> None:
    """Say that facts, events or joins (ID+ID) are wrong."""
    _judge(asked, author, lambda at: at.reject(" ".join(idents), note))


@review.command()
@click.argument("ident", metavar="ID")
@click.argument("values", metavar="FIELD=VALUE…", nargs=-1, required=True)
@signed
@click.pass_obj
def correct(asked: Asked, ident: str, values: tuple[str, ...], *, note: str | None, author: str | None) -> None:
    """Set fields of a fact; nothing behind = for unknown."""
    _judge(asked, author, lambda at: at.correct(ident, parted(values), note))


@review.command()
@click.argument("document")
@click.argument("start", type=click.IntRange(0))
@click.argument("end", type=click.IntRange(1))
@click.argument("what", metavar="KIND", type=click.Choice(_KINDS))
@click.argument("values", metavar="FIELD=VALUE…", nargs=-1, required=True)
@signed
@click.pass_obj
def add(
    asked: Asked,
    *,
    document: str,
    start: int,
    end: int,
    what: str,
    values: tuple[str, ...],
    note: str | None,
    author: str | None,
) -> None:
    """Add an event, claim, toll, loss or truce on a span."""
    _judge(asked, author, lambda at: at.add(document, Span(start, end), what, parted(values), note))


@review.command()
@click.argument("idents", metavar="ID ID…", nargs=-1, required=True)
@signed
@click.pass_obj
def join(asked: Asked, idents: tuple[str, ...], *, note: str | None, author: str | None) -> None:
    """Say that entities, events or truces are one."""
    _judge(asked, author, lambda at: at.join(idents, note))


@review.command()
@click.argument("idents", metavar="ID…", nargs=-1, required=True)
@signed
@click.pass_obj
def split(asked: Asked, idents: tuple[str, ...], *, note: str | None, author: str | None) -> None:
    """Take members or tellings out of their group, several together."""
    _judge(asked, author, lambda at: at.split(idents, note))


@review.command()
@click.argument("ident", metavar="ID")
@click.argument("text")
@click.option("--author", help="Who judges, if not the user of this system.")
@click.pass_obj
def note(asked: Asked, ident: str, text: str, *, author: str | None) -> None:
    """Keep a note on a fact, entity, event or truce."""
    _judge(asked, author, lambda at: at.note(ident, text))


@review.command()
@click.argument("number", metavar="N", type=click.IntRange(1))
@signed
@click.pass_obj
def undo(asked: Asked, number: int, *, note: str | None, author: str | None) -> None:
    """Take the judgement of this number in the log back."""
    _judge(asked, author, lambda at: at.undo(number, note))


@review.command()
@click.option("--json", "as_json_", is_flag=True, help="Print JSON.")
@click.pass_obj
def log(asked: Asked, *, as_json_: bool) -> None:
    """Print all judgements in their order, and what became of each."""
    with opened(asked.record) as store:
        rows = verdicts(Dossier.of(store))
    if as_json_:
        put(json.dumps([as_json(r) for r in rows], ensure_ascii=False, indent=1) + "\n", None)
        return
    put("".join(f"{line}\n" for row in rows for line in told_verdict(row)), None)


def parted(values: tuple[str, ...]) -> dict[str, str]:
    """FIELD=VALUE as field → value."""
    pairs = [v.partition("=") for v in values]
    for name, sign, _ in pairs:
        if not sign or not name:
            raise click.UsageError(f"{name!r} is no FIELD=VALUE")
    names = [name.strip() for name, _, _ in pairs]
    if twice := next((n for n in names if names.count(n) > 1), None):
        raise click.UsageError(f"{twice} is given twice")
    return {name: value.strip() for name, (_, _, value) in zip(names, pairs, strict=True)}


@contextmanager
def bench(asked: Asked, author: str | None = None) -> Iterator[tuple[Store, Bench]]:
    """The open record with the bench of whoever judges; what it refuses becomes the line that the command ends with."""
    with opened(asked.record) as store:
        at = Bench(store, author or asked.author or _user())
        try:
            yield store, at
        except REFUSED as error:
            raise click.ClickException(str(error)) from error


def _judge(asked: Asked, author: str | None, decide: Callable[[Bench], list[Judgement]]) -> None:
    """Make judgements and tell what became of them."""
    with bench(asked, author) as (store, at):
        made = {j.id for j in decide(at)}
        for verdict in verdicts(Dossier.of(store)):
            if verdict.id in made:
                click.echo("\n".join(told_verdict(verdict)))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise click.ClickException("this system names no user: give --author NAME") from None


def _cells(row: Doubt) -> tuple[str, ...]:
    right = f"{row.measured.right} of {row.measured.cases}" if row.measured else ""
    read = "; ".join(f"{f.name}={f.value}" for f in row.fields) or row.why
    words = " | ".join(seen(m.quote) for m in row.sources)
    return (row.id, row.kind, right, seen(read), words, " ".join(map(str, row.sources)))
