"""Drawings for pages: SVG made here, without script, in the colours and the direction of the page around them."""

from hudna.export.chart.scale import Moments
from hudna.export.chart.svg import HALF, Drawing, drawings, figure

__all__ = ["HALF", "Drawing", "Moments", "drawings", "figure"]
