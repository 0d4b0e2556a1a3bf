"""Files to documents: which bytes are an Arabic text, and what is said of it beside.

- ``gather(paths, outlet, published)``: documents and refusals of files and folders, streaming.
- ``survey(paths)`` and ``load(inventory, …)``: its two halves, for those who want to know how many will come.
- ``document(stream, name, options)``: one document of a stream of plain text.
"""

from hudna.sources.gather import document, gather, load
from hudna.sources.inventory import Inventory, survey
from hudna.sources.metadata import Metadata
from hudna.sources.refusal import Refusal

__all__ = ["Inventory", "Metadata", "Refusal", "document", "gather", "load", "survey"]
