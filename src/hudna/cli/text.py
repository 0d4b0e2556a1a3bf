"""``hudna text``."""

import sys
from pathlib import Path

import click

from hudna.cli.records import RECORD, opened


@click.command()
@RECORD
@click.argument("document")
def text(record: Path, document: str) -> None:
    """Print the stored text of a document.

    All offsets that hudna reports count the characters of this text. It is printed in UTF-8 as it is stored, without a
    line end of hudna's own.
    """
    with opened(record) as store:
        stored = store.document(document).text
    sys.stdout.buffer.write(stored.encode())  # bytes: a text stream may translate its line ends
    sys.stdout.buffer.flush()
