"""``hudna read``."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from hudna.cli.day import Published
from hudna.cli.source import Source
from hudna.reading import read as read_document
from hudna.reading import to_json
from hudna.sources import Metadata, Refusal, document, gather
from hudna.text import Document


@click.command()
@click.argument("file", type=Source(readable=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON (format hudna.reading/1), one line per document.")
@click.option("--published", type=Published(), help="Its date, where neither row nor sidecar says.")
@click.option("--outlet", help="Who published it, where neither row nor sidecar says.")
def read(file: str, *, as_json: bool, published: datetime | None, outlet: str | None) -> None:
    """Print what one report says.

    FILE is a .txt, .html or .jsonl file, or - for text on standard input. Without --json each sentence is printed with
    its facts below it.
    """
    refused = False
    day = published.date().isoformat() if published else None
    for item in _documents(file, Metadata(outlet=outlet, published=day)):
        if isinstance(item, Refusal):
            click.echo(str(item), err=True)
            refused = True
            continue
        reading = read_document(item)
        if as_json:
            click.echo(json.dumps(to_json(reading), ensure_ascii=False))
        else:
            from hudna.cli.telling import told  # noqa: PLC0415 for people only

            for line in told(item, reading, isolate=sys.stdout.isatty()):
                click.echo(line)
    sys.exit(1 if refused else 0)


def _documents(file: str, options: Metadata) -> Iterator[Document | Refusal]:
    """The documents of one file or of standard input."""
    if file == "-":
        yield document(sys.stdin.buffer, "stdin", options)
    elif Path(file).is_dir():
        yield Refusal(file, "is a folder; hudna build reads folders")
    else:
        yield from gather([file], options.outlet, options.published)
