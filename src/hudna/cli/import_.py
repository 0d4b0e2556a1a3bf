"""``hudna import``."""

import sys
from pathlib import Path

import click

from hudna.cli.records import RECORD, opened
from hudna.cli.trouble import trouble
from hudna.record.judgements import Judgement
from hudna.record.judgements.exchange import read_lines


@click.command("import")
@RECORD
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option(
    "--format", "form", type=click.Choice(["judgements"]), default="judgements", show_default=True, help="Of what kind."
)
def import_(record: Path, file: Path, *, form: str) -> None:  # noqa: ARG001 there is one kind so far
    """Take over what others judged.

    FILE is what `hudna export --format judgements` wrote, - for standard input. The judgements are appended to the log
    in their order, those left out that it holds already. Lines that hold none are named, the rest goes on, and the
    exit status is 1.
    """
    found = list(read_lines(_lines(file)))
    bad = [item for item in found if isinstance(item, tuple)]
    for number, reason in bad:
        click.echo(f"{file}:{number}: {reason}", err=True)
    judgements = [item for item in found if isinstance(item, Judgement)]
    with opened(record) as store:
        new = store.judge(judgements)
        waiting = sum(r.state == "waiting" for r in store.record().reviews if r.id in {j.id for j in judgements})
    click.echo(f"{new} taken over, {len(judgements) - new} known, {len(bad)} refused; {waiting} of them waiting")
    sys.exit(1 if bad else 0)


def _lines(file: Path) -> list[str]:
    """The lines of a file in UTF-8, with or without byte order mark."""
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise trouble(error, file) from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: no UTF-8 (byte {error.start})") from error
