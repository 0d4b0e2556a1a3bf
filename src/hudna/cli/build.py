"""``hudna build``."""

import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import click

from hudna.cli.day import Published
from hudna.cli.pool import read_all
from hudna.cli.records import RECORD, opened
from hudna.cli.source import Source
from hudna.reading import engine
from hudna.record import ReadingRefused, Store
from hudna.sources import Refusal, load, survey
from hudna.text import Document

_INTERRUPTED = 130  # the exit status that shells give to Ctrl-C
_SHOWN = 5  # names listed at the end


@click.command()
@RECORD
@click.argument("paths", nargs=-1, required=True, type=Source(path_type=Path, readable=False))
@click.option("--outlet", help="Who published the reports, where neither row nor sidecar says.")
@click.option("--published", type=Published(), help="Their date, where neither row nor sidecar says.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
def build(record: Path, paths: tuple[Path, ...], outlet: str | None, published: datetime | None, jobs: int) -> None:
    """Read reports into a record.

    PATHS are files and folders of .txt, .html and .jsonl (fields text, title, outlet, url, published; optionally id).
    A file NAME.json beside NAME.txt or NAME.html may hold title, outlet, url and published. Documents whose text and
    metadata are in the record already are not read again. What cannot be read is named, the rest goes on, and the exit
    status is 1.
    """
    inventory = survey(paths)
    day = published.date().isoformat() if published else None
    with opened(record, create=True) as store, _progress(len(inventory)) as progress:
        run = _Run(store, record, progress)
        try:
            run.store_all(run.unread(load(inventory, outlet, day)), jobs)
            progress.say("reconciling")
            store.reconcile()
        except KeyboardInterrupt:
            click.echo(f"\nstopped; {run.read} documents are stored, the same command goes on from there", err=True)
            sys.exit(_INTERRUPTED)
        except BrokenProcessPool:
            raise click.ClickException("a reading process was killed; the same command goes on from there") from None
    run.report()
    sys.exit(1 if run.refused else 0)


class _Progress(Protocol):
    def step(self) -> None: ...
    def say(self, what: str) -> None: ...


class _Run:
    """One build: what it has read, found unchanged, put in place of another text, refused and passed over."""

    def __init__(self, store: Store, record: Path, progress: _Progress) -> None:
        self.read = self.unchanged = self.refused = 0
        self._passed: list[str] = []
        self._replaced: list[str] = []
        self._held = frozenset(store.names())
        self._store = store
        self._record = record
        self._progress = progress

    def unread(self, found: Iterator[Document | Refusal]) -> Iterator[Document]:
        """The documents that the record does not hold as they are; the others are counted."""
        for item in found:
            if isinstance(item, Refusal):
                self._refuse(item)
            elif self._store.current(item, engine()):
                self.unchanged += 1
                self._progress.step()
            else:
                if item.name in self._held and self._store.document(item.name).sha256 != item.sha256:
                    self._replaced.append(item.name)
                yield item

    def store_all(self, documents: Iterator[Document], jobs: int) -> None:
        """Read the documents and store each, in their order, as soon as it is read."""
        for document, reading in read_all(documents, jobs):
            self._progress.step()
            if isinstance(reading, Exception):
                self._refuse(Refusal(document.name, f"the reading failed, which is a fault of hudna: {reading}"))
                continue
            try:
                self._store.put(document, reading)
                self.read += 1
            except ReadingRefused as error:
                self._refuse(Refusal(document.name, f"the reading was refused, which is a fault of hudna: {error}"))

    def report(self) -> None:
        """Print the counts, and what a person should know of: texts replaced, files passed over."""
        for what, names in (("text replaced", self._replaced), ("passed over, of other kinds", self._passed)):
            if names:
                click.echo(f"{what}: {', '.join(names[:_SHOWN])}{', …' if len(names) > _SHOWN else ''}", err=True)
        click.echo(f"{self.read} read, {self.unchanged} unchanged, {self.refused} refused")

    def _refuse(self, refusal: Refusal) -> None:
        if refusal.fault:
            self.refused += 1
            click.echo(str(refusal), err=True)
            self._progress.step()
        elif Path(refusal.path).absolute() != self._record.absolute():
            self._passed.append(Path(refusal.path).name)


class _Silence:
    """No progress: standard error is no terminal."""

    def step(self) -> None:
        """Nothing to show."""

    def say(self, what: str) -> None:
        """Nothing to show."""


@contextmanager
def _progress(total: int) -> Iterator[_Progress]:
    """A bar of ``total`` documents on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield _Silence()
        return
    from hudna.cli.bar import Bar  # noqa: PLC0415 rich, for terminals only

    with Bar(total) as bar:
        yield bar
