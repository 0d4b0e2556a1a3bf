"""Going through the queue with a person, one key each."""

import shlex
from collections.abc import Iterator, Sequence

import click

from hudna.cli.review import REFUSED, parted
from hudna.export import seen
from hudna.record.judgements import Judgement
from hudna.text import Span
from hudna.views import Bench, Dossier, Doubt, Mark

_KEYS = "[a]ccept [r]eject [c]orrect [j]oin [s]plit [n]ote [u]ndo s[k]ip [q]uit"
_OPEN, _CLOSE = "⟦", "⟧"  # around the words that carry a fact


def go_through(bench: Bench, dossier: Dossier, queue: Sequence[Doubt]) -> None:
    """Show each doubt and do as the person says; the judgements act on the record when the queue is left."""
    session = _Session(bench, dossier)
    if not queue:
        click.echo("nothing is uncertain")
    for number, doubt in enumerate(queue, 1):
        click.echo(f"\n[{number}/{len(queue)}] " + "\n".join(_shown(dossier, doubt)))
        if not session.settle(doubt):
            break
    click.echo(f"\n{session.made} judgements made")


class _Session:
    """What one person does in one sitting."""

    def __init__(self, bench: Bench, dossier: Dossier) -> None:
        self._bench = bench
        self._dossier = dossier
        self._numbers: list[int] = []  # of the judgements made, in the log
        self._count = len(dossier.log.all)

    @property
    def made(self) -> int:
        """How many judgements came to the log."""
        return self._count - len(self._dossier.log.all)

    def settle(self, doubt: Doubt) -> bool:
        """Ask about a doubt until it is judged or skipped; False when the person has had enough."""
        while True:
            click.echo(_KEYS)
            try:
                key = click.getchar()
            except (EOFError, KeyboardInterrupt):
                return False
            if key in "qQ\x1b\x04":
                return False
            if key in "kK \r\n":
                return True
            try:
                if self._act(key.lower(), doubt):
                    return True
            except REFUSED as error:
                click.echo(f"  {error}")
            except click.UsageError as error:
                click.echo(f"  {error.message}")
            except click.Abort:
                click.echo("  nothing done")

    def _act(self, key: str, doubt: Doubt) -> bool:
        """Do what a key stands for; whether the doubt is settled by it."""
        at = self._bench
        match key:
            case "a":
                self._note(at.accept(doubt.id))
            case "r":
                self._note(at.reject(self._which(doubt)))
            case "c":
                which = self._which(doubt)
                self._note(at.correct(which, parted(tuple(shlex.split(_ask("field=value …"))))))
            case "j":
                self._note(at.join([self._which(doubt), *_ask("with (ids)").split()]))
            case "s":
                which = self._which(doubt)
                self._note(at.reject(which) if doubt.what == "join" else at.split([which]))
            case "n":
                self._note(at.note(doubt.id.partition("+")[0], _ask("note")))
                return False
            case "u":
                self._undo()
                return False
            case _:
                return False
        return True

    def _which(self, doubt: Doubt) -> str:
        """The id that is meant: of a disagreement one of its facts."""
        if doubt.what != "disagreement":
            return doubt.id
        number = click.prompt("which", type=click.IntRange(1, len(doubt.sources)))
        return doubt.sources[number - 1].fact

    def _note(self, judgements: list[Judgement]) -> None:
        self._numbers.extend(range(self._count + 1, self._count + len(judgements) + 1))
        self._count += len(judgements)
        kinds = ", ".join(f"{j.kind} [{n}]" for j, n in zip(judgements, self._numbers[-len(judgements) :], strict=True))
        click.echo(f"  {kinds}")

    def _undo(self) -> None:
        """Take back the last judgement of this sitting, or one of the log."""
        number = self._numbers.pop() if self._numbers else click.prompt("number in the log", type=int)
        self._count += len(self._bench.undo(number))
        click.echo(f"  [{number}] taken back")


def _ask(what: str) -> str:
    return str(click.prompt(what, prompt_suffix=": "))


def _shown(dossier: Dossier, doubt: Doubt) -> Iterator[str]:
    """The doubt with its words in their sentences."""
    right = f", {doubt.measured.right} of {doubt.measured.cases} such readings were right" if doubt.measured else ""
    yield f"{doubt.what} {doubt.id}: {seen(doubt.kind)}{right}"
    for number, mark in enumerate(doubt.sources, 1):
        head = f"{number} " if doubt.what == "disagreement" else ""
        yield f"  {head}{mark} {_sentence(dossier, mark)}"
    if doubt.why:
        yield f"  {seen(doubt.why)}"
    for held in doubt.fields:
        yield f"    {held.name}: {seen(held.value)}"


def _sentence(dossier: Dossier, mark: Mark) -> str:
    before = Span(mark.sentence.start, mark.span.start)
    after = Span(mark.span.end, max(mark.sentence.end, mark.span.end))
    left, words, right = (dossier.quote(mark.document, s) for s in (before, mark.span, after))
    return seen(f"{left}{_OPEN}{words}{_CLOSE}{right}")
