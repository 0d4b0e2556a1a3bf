"""The option that says when reports appeared."""

from datetime import datetime
from typing import Any

import click

from hudna.sources.metadata import iso_date
from hudna.sources.refusal import Unreadable


class Published(click.DateTime):
    """A day on which a report can have appeared."""

    def __init__(self) -> None:
        """As YYYY-MM-DD."""
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day as a date-time."""
        day = super().convert(value, param, ctx)
        try:
            iso_date(day.date().isoformat() if isinstance(day, datetime) else str(day))
        except Unreadable as error:
            self.fail(str(error), param, ctx)
        return day
