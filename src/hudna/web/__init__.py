"""A record in a browser: pages in Arabic and English, each fact beside its text, nothing fetched from elsewhere.

``create_app(path)`` gives the ASGI application that ``hudna serve`` runs; docs/web.md says how to add a page.
"""

from hudna.web.app import create_app
from hudna.web.settings import Settings

__all__ = ["Settings", "create_app"]
