"""``hudna truce``."""

from pathlib import Path

import click

from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.export.brief import LANGUAGES
from hudna.export.truce import FORMATS, Format, write_truces
from hudna.record import Truce
from hudna.views import Ceasefire, Dossier, ceasefire, table, truces


@click.command()
@RECORD
@click.argument("ident", metavar="[ID]", required=False)
@click.option("--lang", type=click.Choice(LANGUAGES), default="ar", show_default=True, help="In which language.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="In which form.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="A file to write to.")
def truce(record: Path, ident: str | None, *, lang: str, form: Format, out: Path | None) -> None:
    """Write a sheet for each truce of a record.

    Its particulars, its life step by step and the violations alleged of each side; every line names its sources. With
    an ID only that truce.
    """
    with opened(record) as store:
        dossier = Dossier.of(store)
        current = store.resolve(ident) if ident else None
    rows = (_asked(dossier, current, ident or ""),) if current else truces(dossier)
    put(write_truces(dossier, rows, table(), language=lang, form=form), out)


def _asked(dossier: Dossier, current: str, ident: str) -> Ceasefire:
    """The truce of an id, or of one of its tellings or violations."""
    held = dossier.record.by_id.get(current)
    found = dossier.record.by_id.get(getattr(held, "truce", current))
    if not isinstance(found, Truce):
        raise click.ClickException(f"the record holds no truce with the id {ident!r}")
    return ceasefire(dossier, found)
