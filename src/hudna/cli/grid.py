"""A table on a terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

_SHORTEST = 14  # characters that a column is not broken below: an id, a date
_BETWEEN = 3  # characters between two columns


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their columns, those left out that hold nothing; cells are text, never markup.

    On a terminal too narrow for that each row is a block of lines, a field on each: no cell is ever cut.
    """
    shown = [n for n in range(len(columns)) if not rows or any(row[n] for row in rows)]
    longest = {n: max((len(row[n]) for row in rows), default=0) for n in shown}
    console = Console()
    if rows and sum(min(longest[n], _SHORTEST) + _BETWEEN for n in shown) - _BETWEEN > console.width:
        _blocks(console, [columns[n].replace("_", " ") for n in shown], [[row[n] for n in shown] for row in rows])
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=True)
    for n in shown:
        table.add_column(columns[n].replace("_", " "), overflow="fold", no_wrap=longest[n] <= _SHORTEST)
    for row in rows:
        table.add_row(*(Text(row[n]) for n in shown))
    console.print(table)


def _blocks(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print the fields of each row that hold something, one under the other."""
    for row in rows:
        block = Table.grid(padding=(0, _BETWEEN - 1, 0, 0))
        block.add_column(no_wrap=True, style="bold")
        block.add_column(overflow="fold")
        for column, cell in zip(columns, row, strict=True):
            if cell:
                block.add_row(column, Text(cell))
        console.print(block)
        console.print()
