"""A table on a terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

_SHORTEST = 14  # characters that a column is not broken below: an id, a date


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their columns, those left out that hold nothing; cells are text, never markup."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=True)
    shown = [n for n in range(len(columns)) if not rows or any(row[n] for row in rows)]
    for n in shown:
        longest = max((len(row[n]) for row in rows), default=0)
        table.add_column(columns[n].replace("_", " "), overflow="fold", no_wrap=longest <= _SHORTEST)
    for row in rows:
        table.add_row(*(Text(row[n]) for n in shown))
    Console().print(table)
