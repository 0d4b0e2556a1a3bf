"""Writing what a command made to standard output or to a file."""

from pathlib import Path

import click

from hudna.cli.trouble import trouble


def put(text: str, out: Path | None) -> None:
    """Write text in UTF-8 as it is; without a path to standard output."""
    data = text.encode("utf-8", "replace")
    if out is None:
        click.echo(data, nl=False)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as error:
        raise trouble(error, out) from error
