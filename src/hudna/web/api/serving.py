"""Requests of programs: strict where pages are lenient, so that a slip is told and not guessed around."""

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hudna.web import assets
from hudna.web.addresses import with_query
from hudna.web.answering import as_answer, held_json
from hudna.web.api.describing import description
from hudna.web.asking import LONGEST, asked
from hudna.web.edition import Edition, View
from hudna.web.guard.access import user
from hudna.web.page import Moved, Page
from hudna.web.paging import MOST
from hudna.web.refusing import Refused, refused

ROOT = "/api/v1"
_PAGING = {"page": re.compile(r"[1-9]\d{0,8}", re.ASCII), "size": re.compile(r"[1-9]\d{0,3}", re.ASCII)}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def routes(pages: tuple[Page, ...]) -> Iterator[BaseRoute]:
    """The addresses of all pages for programs, that of their description first."""

    def describe(request: Request) -> Response:
        return _kept(request, lambda edition: description(pages, edition, ROOT))

    yield Route(f"{ROOT}/openapi.json", describe)
    for page in pages:
        yield Route(f"{ROOT}{page.path}", _endpoint(page))


def _endpoint(page: Page) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        try:
            _check(request, page)
            return _kept(request, lambda edition: _answer(request, page, edition), page.needs(request.query_params))
        except Refused as problem:
            return refused(problem)
        except Moved as moved:
            return RedirectResponse(with_query(ROOT + moved.address, request.query_params), 308)

    return endpoint


def _answer(request: Request, page: Page, edition: Edition) -> object:
    ask = asked(request, edition, page.filters)
    if ask.unclear:
        raise Refused(ask.unclear.problem, ask.unclear.field)
    return held_json(request, page, page.show(ask), ask.query)


def _kept(request: Request, answer: Callable[[Edition], object], needed: tuple[View[Any], ...] = ()) -> Response:
    """An answer, or 304 where whoever asks has it already."""
    edition = request.app.state.library.edition(needed)
    tag = _tag(request, edition)
    kept = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=kept)
    response = as_answer(answer(edition))
    response.headers.update(kept)
    return response


def _tag(request: Request, edition: Edition) -> str:
    said = "\n".join((edition.version, assets.version(), user(request).name, str(request.url)))
    return f'W/"{hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]}"'


def _check(request: Request, page: Page) -> None:
    """Refuse parameters that nobody takes, and values that they cannot have. Raises Refused."""
    patterns = {taken.name: re.compile(taken.pattern, re.DOTALL) for taken in page.takes}
    known = {*page.filters, *patterns, *(_PAGING if page.lists else ())}
    given: set[str] = set()
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise Refused("unknown", name[:LONGEST], "There is no such parameter here.")
        if name in given:
            raise Refused("twice", name, "This parameter can be given once.")
        given.add(name)
        _value(name, value, patterns)
    for taken in page.takes:
        if taken.required and taken.name not in given:
            raise Refused("missing", taken.name, "There is no answer without this parameter.")


def _value(name: str, value: str, patterns: dict[str, re.Pattern[str]]) -> None:
    """Refuse a value that a parameter cannot have. Raises Refused."""
    if name in _PAGING:
        if not _PAGING[name].fullmatch(value) or (name == "size" and int(value) > MOST):
            most = f" up to {MOST}" if name == "size" else ""
            raise Refused("number", name, f"This is not a whole number from 1{most}.")
    elif len(value) > LONGEST or not value.strip():
        raise Refused("length", name, f"This takes from 1 to {LONGEST} characters.")
    elif name in ("since", "until"):
        if not _DAY.fullmatch(value):
            raise Refused("day", name)
    elif name in patterns and not patterns[name].fullmatch(value):
        raise Refused("value", name, "This parameter has no such value.")
