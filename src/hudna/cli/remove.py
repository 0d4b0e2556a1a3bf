"""``hudna remove``."""

from pathlib import Path

import click

from hudna.cli.records import RECORD, opened


@click.command()
@RECORD
@click.argument("document")
def remove(record: Path, document: str) -> None:
    """Take a document out of a record, with all it brought."""
    with opened(record) as store:
        store.remove(document)
        store.record()
    click.echo(f"{document} removed")
