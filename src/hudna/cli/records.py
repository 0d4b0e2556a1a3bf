"""Opening a record for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from hudna.record import RecordError, Store
from hudna.record.judgements import BadJudgement

RECORD = click.argument("record", type=click.Path(path_type=Path))


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Store]:
    """The record at ``path``; what it refuses, now or later, becomes the one line that the command ends with."""
    try:
        with Store.open(path, create=create) as store:
            yield store
    except RecordError as error:
        raise click.ClickException(str(error)) from error
    except BadJudgement as error:
        raise click.ClickException(f"{path}: its log of judgements is damaged: {error}") from error
