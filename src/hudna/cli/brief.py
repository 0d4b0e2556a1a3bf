"""``hudna brief``."""

from datetime import datetime
from pathlib import Path

import click

from hudna.cli.choosing import chosen, period, precision
from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.export.brief import FORMATS, LANGUAGES, Format, write_brief
from hudna.views import Dossier, table


@click.command()
@RECORD
@click.option("--lang", type=click.Choice(LANGUAGES), default="ar", show_default=True, help="In which language.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="In which form.")
@period
@precision("State what is read in a way that proved right at least so often; the rest is to be checked.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="A file to write to.")
def brief(
    record: Path,
    *,
    lang: str,
    form: Format,
    since: datetime | None,
    until: datetime | None,
    threshold: float,
    out: Path | None,
) -> None:
    """Write a brief of a record.

    One page made only of facts in the record; every line names its sources. html is one file that needs nothing else.
    """
    with opened(record) as store:
        dossier = Dossier.of(store)
    choice = chosen(dossier.record, since, until)
    put(write_brief(dossier, table(), choice, language=lang, form=form, threshold=threshold), out)
