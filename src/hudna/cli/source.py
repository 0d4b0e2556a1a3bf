"""The argument that names what is to be read."""

from typing import Any

import click


class Source(click.Path):
    """A file or folder; no name at all is not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if not value:
            self.fail("the name of a file or folder is empty", param, ctx)
        return super().convert(value, param, ctx)
