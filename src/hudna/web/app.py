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
from hudna.web.guard import ALWAYS, Access, Brake, Csrf, Gate, Headers, HostGuard, Size
from hudna.web.library import Library
from hudna.web.page import Moved, NotHeld, NotReady
from hudna.web.refusing import refusal
from hudna.web.rendering import prepare
from hudna.web.settings import Settings

_WORTH = 1024  # bytes from which an answer is compressed
_AGAIN = 2  # seconds after which a browser asks again for what is being prepared


def create_app(path: Path | str, settings: Settings | None = None) -> Starlette:
    """The application that serves the record at ``path``, which is read behind it.

    Raises:
        RecordError: it is none.
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
            Middleware(Size),
            Middleware(HostGuard, settings=settings),
            Middleware(Access, gate=gate),
            Middleware(GZipMiddleware, minimum_size=_WORTH),
        ],
        exception_handlers={
            HTTPException: _refused,
            NotHeld: _not_held,
            Moved: _moved,
            NotReady: _being_prepared,
            Exception: _failed,
        },
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


def _being_prepared(request: Request, error: Exception) -> Response:
    """How far it is, on a page that loads itself again."""
    assert isinstance(error, NotReady)  # noqa: S101 what it is registered for
    if _of_programs(request):
        response = _said(request, 503)
    else:
        response = show(request, "preparing.html.j2", 503, progress=error)
        response.headers["Refresh"] = str(_AGAIN)
    response.headers.update({"Retry-After": str(_AGAIN), "Cache-Control": "no-store"})
    return response


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
    if _of_programs(request):
        return JSONResponse({"error": status}, status)
    return show(request, "problem.html.j2", status, code=status, why=why)


def _of_programs(request: Request) -> bool:
    """Whether no person reads the answer."""
    return request.url.path.startswith(f"{api.ROOT}/") or request.url.path.endswith((".json", ".csv"))
