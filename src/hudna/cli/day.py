"""The options that name a day."""

from datetime import datetime
from typing import Any

import click

from hudna.sources.metadata import iso_date
from hudna.sources.refusal import Unreadable


class Day(click.DateTime):
    """A day as YYYY-MM-DD."""

    def __init__(self) -> None:
        """Of one form."""
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, *_: Any, **__: Any) -> str:
        """How the help writes it."""
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day as a date-time."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day such as 2020-07-14", param, ctx)


class Published(Day):
    """A day on which a report can have appeared."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day as a date-time."""
        day = super().convert(value, param, ctx)
        try:
            iso_date(day.date().isoformat() if isinstance(day, datetime) else str(day))
        except Unreadable as error:
            self.fail(str(error), param, ctx)
        return day
