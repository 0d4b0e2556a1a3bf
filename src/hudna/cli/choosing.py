"""The options by which a reader chooses rows, and what they come to."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

import click

from hudna.cli.day import Day
from hudna.record import Record
from hudna.views import THRESHOLD, Choice, NobodyOfThatName, choose

_Command = TypeVar("_Command", bound=Callable[..., Any])


def period(command: _Command) -> _Command:
    """Give a command ``--since`` and ``--until``."""
    command = click.option("--until", type=Day(), help="Only to this day, included.")(command)
    return click.option("--since", type=Day(), help="Only from this day on.")(command)


def precision(said: str) -> Callable[[_Command], _Command]:
    """Give a command ``--threshold``; ``said`` tells what is done from that precision on."""
    return click.option("--threshold", type=click.FloatRange(0, 1), default=THRESHOLD, show_default=True, help=said)


def parties(command: _Command) -> _Command:
    """Give a command ``--actor``, ``--place`` and ``--side``."""
    command = click.option("--side", help="Only what concerns this side: its code, or its country's name.")(command)
    command = click.option("--place", help="Only what happened there; any spelling, English name or id.")(command)
    said = "Only what it took part in, says or relays; any spelling, English name or id; twice: of both together."
    return click.option("--actor", multiple=True, help=said)(command)


def chosen(
    record: Record,
    since: datetime | None,
    until: datetime | None,
    *,
    actor: Sequence[str] = (),
    place: str | None = None,
    side: str | None = None,
) -> Choice:
    """The choice that the options describe; a name that the record does not know ends the command."""
    if since and until and since > until:
        raise click.UsageError("--since is later than --until")
    try:
        return choose(
            record,
            actor=actor,
            place=place,
            side=side,
            since=since.date().isoformat() if since else None,
            until=until.date().isoformat() if until else None,
        )
    except NobodyOfThatName as error:
        raise click.ClickException(str(error)) from error
