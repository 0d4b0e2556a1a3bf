"""Stable ids, and readings that carry them."""

from hudna.reading import Reading
from hudna.record.model import Record


def with_record_ids(reading: Reading, record: Record) -> Reading:
    """``reading`` with every id replaced by the record's and each event's ``record_event`` set."""
    raise NotImplementedError
