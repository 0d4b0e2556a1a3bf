"""The addresses of things, as pages link to them."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from hudna.text import Span
from hudna.views import Mark, Party

FORMS = ("json", "csv")  # endings under which a page answers otherwise than in HTML


def document(name: str) -> str:
    """The reader of a document; a name that ends like a form is followed by one more ending."""
    ending = ".html" if name.endswith(tuple(f".{form}" for form in (*FORMS, "html"))) else ""
    return f"/documents/{quote(name, safe='', errors='replace')}{ending}"


def passage(name: str, span: Span) -> str:
    """The reader at some characters, which it marks."""
    return f"{document(name)}?at={span.start}-{span.end}#c{span.start}"


def source(mark: Mark) -> str:
    """The reader at the words that carry a fact."""
    return passage(mark.document, mark.span)


def event(ident: str) -> str:
    """An event whole."""
    return f"/events/{ident}"


def truce(ident: str) -> str:
    """A truce whole."""
    return f"/truces/{ident}"


def actor(ident: str) -> str:
    """An actor whole."""
    return f"/actors/{quote(ident, safe='')}"


def pair(ident: str) -> str:
    """Two who were in contact."""
    return f"/contacts/{quote(ident, safe='~')}"


def place(ident: str) -> str:
    """A place whole."""
    return f"/places/{quote(ident, safe='')}"


def party(held: Party) -> str | None:
    """The page of a person, body or place; None of what the record does not hold as an entity: a side, the unnamed."""
    if held.type in ("LOC", "FAC") and not held.id.startswith("loc."):
        return place(held.id)
    return actor(held.id) if held.type else None


def with_query(path: str, query: Mapping[str, str], **changed: str | None) -> str:
    """An address with what stands behind «?» changed; None takes a parameter out."""
    held = {k: v for k, v in {**query, **changed}.items() if v is not None}
    return f"{path}?{urlencode(held)}" if held else path
