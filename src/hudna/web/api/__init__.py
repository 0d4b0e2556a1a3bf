"""The same data for programs: every page under ``/api/v1``, and what describes them."""

from hudna.web.api.serving import ROOT, routes

__all__ = ["ROOT", "routes"]
