"""Drawings for pages: SVG made here, without script, in the colours and the direction of the page around them."""

from hudna.export.chart.scale import Moments
from hudna.export.chart.svg import Drawing, figure

__all__ = ["Drawing", "Moments", "figure"]
