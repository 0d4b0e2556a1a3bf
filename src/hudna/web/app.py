"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from hudna.web import api, routes
from hudna.web.addresses import with_query
from hudna.web.answering import show
from hudna.web.guard import ALWAYS, Access, Brake, Csrf, Gate, Headers, HostGuard
from hudna.web.library import Library
from hudna.web.page import Moved, NotHeld
from hudna.web.refusing import refusal
from hudna.web.rendering import prepare
from hudna.web.settings import Settings

_WORTH = 1024  # bytes from which an answer is compressed


def create_app(path: Path | str, settings: Settings | None = None) -> Starlette:
    """The application that serves the record at ``path``; it is read before this returns.

    Raises:
        RecordError: it cannot be read.
        BadPeople: the file of those who may come is none.

    """
    settings = settings or Settings()
    gate = Gate(settings.people)
    pages = routes.found()
    prepare(f"pages/{page.name}.html.j2" for page in pages)
    library = Library(Path(path), (view for page in pages for view in page.warm))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        library.close()

    app = Starlette(
        routes=routes.routes(pages),
        middleware=[
            Middleware(Headers),
            Middleware(HostGuard, settings=settings),
            Middleware(Access, gate=gate),
            Middleware(GZipMiddleware, minimum_size=_WORTH),
        ],
        exception_handlers={HTTPException: _refused, NotHeld: _not_held, Moved: _moved, Exception: _failed},
        lifespan=lifespan,
    )
    app.state.library, app.state.pages, app.state.csrf = library, pages, Csrf()
    app.state.gate, app.state.brake, app.state.settings = gate, Brake(), settings
    return app


def _not_held(request: Request, _: Exception) -> Response:
    return _said(request, 404)


def _moved(request: Request, error: Exception) -> Response:
    """The same form of the answer at its new address, for good."""
    assert isinstance(error, Moved)  # noqa: S101 what it is registered for
    ending = next((e for e in (".json", ".csv", ".html") if request.url.path.endswith(e)), "")
    return RedirectResponse(with_query(f"{error.address}{ending}", request.query_params), 308)


def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return _said(request, 500)
    response = _said(request, error.status_code, error.detail)
    response.headers.update(error.headers or {})
    return response


def _failed(request: Request, _: Exception) -> Response:
    """Answered outside of all middleware, so what that would add is added here."""
    response = _said(request, 500)
    response.headers.update({**ALWAYS, "Cache-Control": "no-store"})
    return response


def _said(request: Request, status: int, why: str = "") -> Response:
    """What went wrong, for whoever asked: in JSON for programs, on a page for people."""
    if request.url.path.startswith(f"{api.ROOT}/"):
        return refusal(status)
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": status}, status)
    return show(request, "problem.html.j2", status, code=status, why=why)
