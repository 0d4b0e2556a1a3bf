"""``hudna export``."""

from pathlib import Path

import click

from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.cli.trouble import trouble
from hudna.export import TABLES, csv_table, readings, tables
from hudna.record import Store
from hudna.record.judgements.exchange import written
from hudna.views import Dossier

_ONE_FILE = ("jsonl", "judgements")
_FORMATS = ("reading", "csv", *_ONE_FILE)


@click.command()
@RECORD
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="Of what kind.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to: a folder for reading and csv, else a file.")
@click.option("--table", type=click.Choice(list(TABLES)), help="csv: only this table, to standard output or a file.")
def export(record: Path, *, form: str, out: Path | None, table: str | None) -> None:
    """Write a record to files.

    reading writes <document>.json for each document, csv a file per table, jsonl one object a line; every row carries
    the way back to its sentence. judgements writes what people decided, one object a line, for hudna import.
    """
    if table and form != "csv":
        raise click.UsageError("--table goes with --format csv")
    one = form in _ONE_FILE or table is not None
    if out is None and not one:
        raise click.UsageError(f"--format {form} writes several files: give --out FOLDER")
    if out is not None and out.exists() and out.is_dir() == one:
        wanted = "is a folder, and this writes one file" if one else "is a file, and this writes a folder of files"
        raise click.UsageError(f"--out {out}: {wanted}")
    with opened(record) as store:
        try:
            _write(store, form, out, table)
        except OSError as error:
            raise trouble(error, error.filename or out or "standard output") from error


def _write(store: Store, form: str, out: Path | None, table: str | None) -> None:
    if form == "jsonl":
        put(store.record().to_json(), out)
    elif form == "judgements":
        put(written(store.judgements()), out)
    elif table:
        put(csv_table(Dossier.of(store), table), out)
    elif out:
        files = readings(store, out) if form == "reading" else tables(Dossier.of(store), out)
        click.echo(f"{len(files)} files in {out}", err=True)
