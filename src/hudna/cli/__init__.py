"""The command line: one module per command, imported only when that command runs."""

import io
import sys

import click

from hudna.cli.group import LazyGroup

# Command -> what `hudna --help` says of it. The command `x` is the click command `x` of the module `hudna.cli.x`, whose
# docstring begins with the same line; a command whose name is a word of Python has an underscore behind it there.
COMMANDS = {
    "build": "Read reports into a record.",
    "read": "Print what one report says.",
    "text": "Print the stored text of a document.",
    "remove": "Take a document out of a record, with all it brought.",
    "show": "Show what a record holds.",
    "why": "Show where a fact comes from.",
    "search": "Search the texts of a record.",
    "brief": "Write a brief of a record.",
    "truce": "Write a sheet for each truce of a record.",
    "serve": "Show a record in a browser.",
    "access": "Say who may come to a served record.",
    "review": "Judge what a record holds.",
    "export": "Write a record to files.",
    "import": "Take over what others judged.",
}


@click.group(cls=LazyGroup, summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hudna")
def main() -> None:
    """Turn many conflicting news reports into one sourced record."""
    for stream in (sys.stdout, sys.stderr):  # the texts are Arabic, whatever the locale
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
