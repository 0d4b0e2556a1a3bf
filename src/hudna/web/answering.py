"""Answers of pages as HTML, JSON and CSV."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hudna.export import as_json, table, write_csv
from hudna.web import assets
from hudna.web.addresses import with_query
from hudna.web.asking import Ask, asked
from hudna.web.guard import user
from hudna.web.language import tongue
from hudna.web.page import Answer, Page, Rows
from hudna.web.paging import Part, part
from hudna.web.preferences import theme
from hudna.web.rendering import render

_SLICE = 1000  # rows of a CSV file that are made at a time


def answer(request: Request, page: Page, form: str) -> Response:
    """What a page answers, as ``html``, ``json`` or ``csv``; 304 where the reader has it already."""
    edition = request.app.state.library.edition(page.needs(request.query_params))
    tag = _tag(request, edition.version, form)
    kept = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=kept)
    ask = asked(request, edition, page.filters)
    held = page.show(ask)
    if form == "html":
        response = _html(request, page, ask, held)
    elif ask.unclear:
        return as_answer({"error": ask.unclear.problem, "field": ask.unclear.field}, 400)
    elif form == "csv" and (rows := held if isinstance(held, Rows) else held.table):
        response = StreamingResponse(_csv(rows), media_type="text/csv; charset=utf-8")
    else:
        response = as_answer(held_json(request, page, held, ask.query))
    response.headers.update(kept)
    return response


def show(request: Request, template: str, status: int = 200, **names: Any) -> Response:
    """A template as an answer, with all that the base template needs."""
    state = request.app.state
    body = render(
        template,
        tongue(request).language,
        pages=state.pages,
        here=with_query(request.url.path, request.query_params),
        path=request.url.path,
        theme=theme(request),
        user=user(request),
        token=state.csrf.token(request),
        **names,
    )
    response = Response(body.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")
    state.csrf.remember(request, response)
    return response


def _html(request: Request, page: Page, ask: Ask, held: Answer) -> Response:
    names: dict[str, Any] = {"page": page, "ask": ask, **held.more}
    if isinstance(held, Rows):
        names["part"] = part(held.rows, ask.query, page.size)
    else:
        names["one"] = held.value
    return show(request, f"pages/{page.name}.html.j2", **names)


def held_json(request: Request, page: Page, held: Answer, query: Mapping[str, str]) -> Any:
    """What ``.json`` gives: of a list a part, with the way to the next; of a single thing no list without end."""
    if not isinstance(held, Rows):
        return as_json(_bounded(held.value, page.most))
    some: Part = part(held.rows, query, page.size)
    following = with_query(request.url.path, query, page=str(some.number + 1)) if some.number < some.of else None
    return {"total": some.total, "page": some.number, "pages": some.of, "next": following, "rows": as_json(some.rows)}


def _bounded(value: Any, most: int) -> Any:
    """A dataclass with the first of the rows of each list in it."""
    lists = {f.name: held for f in fields(value) if isinstance(held := getattr(value, f.name), tuple)}
    long = {name: held[:most] for name, held in lists.items() if len(held) > most}
    return replace(value, **long) if long else value


def as_answer(value: Any, status: int = 200) -> Response:
    """A JSON value as an answer."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, media_type="application/json")


def _csv(held: Rows) -> Iterator[bytes]:
    """The table in pieces, so that a long one is neither waited for nor held whole."""
    for start in range(0, max(1, len(held.rows)), _SLICE):
        text = write_csv(table(held.kind, held.rows[start : start + _SLICE]))
        yield (text.partition("\r\n")[2] if start else text).encode("utf-8", "replace")


def _tag(request: Request, version: str, form: str) -> str:
    """What differs whenever an answer does: the record, our own files, the address and what cookies say."""
    said = (version, assets.version(), form, str(request.url), request.headers.get("cookie", ""))
    digest = hashlib.sha256("\n".join((*said, request.headers.get("accept-language", ""))).encode("utf-8", "replace"))
    return f'W/"{digest.hexdigest()[:24]}"'
