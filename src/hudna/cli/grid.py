"""A table on a terminal."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


def grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns; cells are text, never markup."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=True)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
