"""Which tellings of different documents are one happening."""

from hudna.record.coreference.grouping import happenings
from hudna.record.coreference.sketch import Sketch, sketches

__all__ = ["Sketch", "happenings", "sketches"]
