"""Logs of judgements as files: one JSON object a line, in the order of the log."""

from collections.abc import Iterable, Iterator

from hudna.record.judgements.judgement import BadJudgement, Judgement, from_line, to_line
from hudna.record.judgements.log import Log


def written(log: Log) -> str:
    """A whole log with its undos; equal logs give equal texts."""
    return "".join(f"{to_line(j)}\n" for j in log.all)


def read_lines(lines: Iterable[str]) -> Iterator[Judgement | tuple[int, str]]:
    """The judgements of a file in their order; of a line that holds none its number, from 1, and the reason."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_line(line)
            except BadJudgement as error:
                yield number, str(error)
