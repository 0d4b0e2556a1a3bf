"""``hudna search``."""

import json
import sys
from pathlib import Path

import click

from hudna.cli.output import put
from hudna.cli.records import RECORD, opened
from hudna.export import as_json, seen
from hudna.record.search import sought
from hudna.views import Found
from hudna.views import search as find

_OPEN, _CLOSE = "⟦", "⟧"  # around the words found; Arabic text has brackets and quotation marks of its own


@click.command()
@RECORD
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many sentences.")
@click.option("--json", "as_json_", is_flag=True, help="Print JSON.")
def search(record: Path, words: tuple[str, ...], *, limit: int, as_json_: bool) -> None:
    """Search the texts of a record.

    Finds the sentences that hold all WORDS, whatever prefixes, pronouns, hamzas and vowel signs they carry there.
    """
    asked = " ".join(words)
    if not sought(asked):
        raise click.UsageError("WORDS holds no word to look for")
    with opened(record) as store:
        found = find(store, asked, limit)
    if as_json_:
        put(json.dumps([as_json(f) for f in found], ensure_ascii=False, indent=1) + "\n", None)
        return
    if not found:
        click.echo("nothing found", err=True)
    terminal = sys.stdout.isatty()
    for hit in found:
        place = f"{hit.document}:{hit.span.start}-{hit.span.end}"
        click.echo(f"{click.style(place, fg='cyan') if terminal else place}\t{_marked(hit, terminal=terminal)}")


def _marked(hit: Found, *, terminal: bool) -> str:
    """The sentence with the words found set apart."""
    out = []
    done = 0
    for word in hit.words:
        start, end = word.start - hit.span.start, word.end - hit.span.start
        text = seen(hit.text[start:end])
        out += [_kept(hit.text[done:start]), click.style(text, bold=True) if terminal else f"{_OPEN}{text}{_CLOSE}"]
        done = end
    return "".join([*out, _kept(hit.text[done:])])


def _kept(text: str) -> str:
    """Text between words: on one line, with the spaces at its ends."""
    left, right = text[:1].isspace(), text[-1:].isspace()
    inner = seen(text)
    return f"{' ' * left}{inner}{' ' * (right and bool(inner))}"
