"""Which pool a run gets."""

from typing import TypeVar

from sqlalchemy import Connection

from hudna.record.workings.fresh import Fresh
from hudna.record.workings.kept import Kept
from hudna.record.workings.pool import Pool
from hudna.record.workings.schema import empty
from hudna.record.workings.terms import Terms

_T = TypeVar("_T")


def open_pool(connection: Connection, terms: Terms[_T]) -> Pool[_T]:
    """The items of one kind as earlier runs left them; to be saved when the run has done with them."""
    return Fresh(connection, terms) if empty(connection, terms.items) else Kept(connection, terms)
