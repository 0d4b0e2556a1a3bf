"""A command group that knows its commands by name and imports one only when it is asked for."""

import errno
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from hudna.cli.trouble import trouble


class LazyGroup(click.Group):
    """Commands from modules of this package: ``x`` is the attribute ``x`` of ``hudna.cli.x``.

    Args:
        *args: those of ``click.Group``.
        summaries: command name -> its line in the group's help, in the order of that help.
        **kwargs: those of ``click.Group``.

    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The names, in the order of the help."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click's signature
        """The command of that name, imported now; None if there is none."""
        if cmd_name not in self.summaries:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"hudna.cli.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 a wrong attribute is a mistake of ours
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it prints to a full disk ends it with one line."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise trouble(error, error.filename or "standard output") from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the summaries: nothing is imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))
