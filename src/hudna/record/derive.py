"""From a set of readings to the record: a pure function."""

from collections.abc import Iterable

from hudna.reading import Reading
from hudna.record.model import Record


def derive(readings: Iterable[Reading]) -> Record:
    """The record of a set of readings; the order in which they come does not matter."""
    raise NotImplementedError
