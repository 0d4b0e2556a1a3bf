"""Truces over all documents: which tellings are of one, and what its life was."""

from hudna.record.truces.grouping import TERMS, Alone, group
from hudna.record.truces.sketch import Sketch, sketches

__all__ = ["TERMS", "Alone", "Sketch", "group", "sketches"]
