"""The OpenAPI 3.1 description of the API, made of the pages: their rows, filters, parameters and docstrings."""

import inspect
import re
from contextlib import suppress
from types import UnionType
from typing import Any

import hudna
from hudna.web import words
from hudna.web.api.schemas import Schema, Schemas
from hudna.web.asking import LONGEST, Ask
from hudna.web.edition import Edition
from hudna.web.language import SOURCE, speak
from hudna.web.page import NotHeld, Page, Rows, Taken
from hudna.web.paging import MOST

_PARAMETER = re.compile(r"{(\w+)(?::\w+)?}")
_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"\S"}
_FILTERS = {
    "actor": "Who acts, is acted upon, claims or denies: a name in any spelling, or an id.",
    "place": "Where: the name of a place in any spelling, or its id.",
    "side": "The side that takes part: its code or name.",
    "since": "The first day.",
    "until": "The last day.",
    "type": "What kind of event.",
    "standing": "How an event stands.",
}
_ABOUT = (
    "All that the pages of a record show, as JSON. Every answer bears an ETag that changes with the record; "
    "what goes wrong is told in one line."
)


def description(pages: tuple[Page, ...], edition: Edition, root: str) -> dict[str, Any]:
    """The API of some pages."""
    made: dict[str, Any] = edition.keep((__name__, pages), lambda _: _description(pages, edition, root))
    return made


def _description(pages: tuple[Page, ...], edition: Edition, root: str) -> dict[str, Any]:
    schemas = Schemas()
    paths = {_PARAMETER.sub(r"{\1}", root + page.path): _path(page, edition, schemas) for page in pages}
    return {
        "openapi": "3.1.0",
        "info": {"title": "hudna", "version": hudna.__version__, "description": _ABOUT},
        "paths": paths,
        "security": [{}, {"key": []}],
        "components": {
            "schemas": {**schemas.held, "Problem": _PROBLEM},
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "Where the server asks who comes."}
            },
        },
    }


def _path(page: Page, edition: Edition, schemas: Schemas) -> dict[str, Any]:
    content = schemas.of(kind_of(page, edition) or Any)
    answers = {
        "200": {
            "description": "A part of the list." if page.lists else "What was asked for.",
            "headers": {"ETag": {"description": "Changes with the record.", "schema": {"type": "string"}}},
            "content": {"application/json": {"schema": _part(content) if page.lists else content}},
        },
        "308": {"description": "What was asked for is under another id by now: Location."},
        "304": {"description": "Whoever asks has this answer already, by the tag in If-None-Match."},
        "400": _problem("A parameter means nothing."),
        "401": _problem("The server asks who comes, and no key that it knows was sent."),
        "404": _problem("The record holds nothing at this address."),
        "503": _problem("The record is being prepared; Retry-After says when to ask again."),
    }
    return {
        "get": {
            "operationId": page.name,
            "summary": page.title,
            "description": (inspect.getdoc(page.show) or "").partition("\n\n")[0],
            "parameters": _parameters(page),
            "responses": answers,
        }
    }


def kind_of(page: Page, edition: Edition) -> type[Any] | UnionType | None:
    """What a page says it answers with; a list that says nothing is asked for its rows."""
    if page.kind or not page.lists or "{" in page.path:
        return page.kind
    with suppress(NotHeld):
        held = page.show(Ask(edition, speak(SOURCE), {}, {}))
        return held.kind if isinstance(held, Rows) else None
    return None


def _parameters(page: Page) -> list[dict[str, Any]]:
    tag = {
        "name": "If-None-Match",
        "in": "header",
        "description": "The ETag of an answer at hand.",
        "schema": {"type": "string"},
    }
    return [
        *(
            _parameter(
                name, "path", "Id or name of what is asked for.", {"type": "string", "minLength": 1}, needed=True
            )
            for name in _PARAMETER.findall(page.path)
        ),
        *(_parameter(name, "query", _FILTERS.get(name, ""), _filter(name)) for name in page.filters),
        *(_taken(taken) for taken in page.takes),
        *(_paging(page) if page.lists else ()),
        tag,
    ]


def _parameter(name: str, where: str, about: str, schema: Schema, *, needed: bool = False) -> dict[str, Any]:
    held = {"name": name, "in": where, "schema": schema}
    return {**held, **({"description": about} if about else {}), **({"required": True} if needed else {})}


def _taken(taken: Taken) -> dict[str, Any]:
    schema = {**_TEXT, "pattern": f"^(?:{taken.pattern})$"}
    return _parameter(taken.name, "query", taken.about, schema, needed=taken.required)


def _filter(name: str) -> Schema:
    if name in ("since", "until"):
        return {"type": "string", "format": "date"}
    return {"enum": list(words.CHOICES[name])} if name in words.CHOICES else _TEXT


def _paging(page: Page) -> tuple[dict[str, Any], ...]:
    number = {"type": "integer", "minimum": 1}
    return (
        _parameter(
            "page",
            "query",
            "Which part of the list; beyond the last, the last.",
            {**number, "maximum": 10**9 - 1, "default": 1},
        ),
        _parameter("size", "query", "Rows of a part.", {**number, "maximum": MOST, "default": page.size}),
    )


def _part(row: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {
            "total": {"type": "integer", "minimum": 0, "description": "Rows of the whole list."},
            "page": {"type": "integer", "minimum": 1, "description": "Which part this is."},
            "pages": {"type": "integer", "minimum": 1, "description": "How many parts there are."},
            "next": {"type": ["string", "null"], "description": "Address of the next part."},
            "rows": {"type": "array", "items": row, "maxItems": MOST},
        },
        "required": ["total", "page", "pages", "next", "rows"],
        "additionalProperties": False,
    }


def _problem(about: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": about, "content": {"application/json": {"schema": schema}}}


_PROBLEM: Schema = {
    "type": "object",
    "description": "Why there is no answer.",
    "properties": {
        "error": {"type": "string", "description": "A word for programs."},
        "reason": {"type": "string", "description": "One line for people."},
        "field": {"type": "string", "description": "The parameter at fault."},
    },
    "required": ["error", "reason"],
    "additionalProperties": False,
}
