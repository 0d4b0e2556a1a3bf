"""Which tellings of different documents are one happening."""

from hudna.record.coreference.grouping import happenings
from hudna.record.coreference.likeness import said
from hudna.record.coreference.meeting import TERMS
from hudna.record.coreference.sketch import Sketch, sketches

__all__ = ["TERMS", "Sketch", "happenings", "said", "sketches"]
