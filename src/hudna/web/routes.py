"""Which address leads where: every page under its path, with ``.json``, and for lists ``.csv``."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from hudna.web import api, assets, entering, judging, pages
from hudna.web.answering import answer
from hudna.web.page import Page
from hudna.web.posting import post
from hudna.web.preferences import prefer


def found() -> tuple[Page, ...]:
    """All pages: the ``PAGE`` of each module of ``hudna.web.pages``; those of the navigation first, in its order."""
    names = (m.name for m in iter_modules(pages.__path__))
    held: list[Page] = [import_module(f"{pages.__name__}.{name}").PAGE for name in names]
    return tuple(sorted(held, key=lambda p: (p.order is None, p.order or 0, p.name)))


def routes(known: tuple[Page, ...]) -> list[BaseRoute]:
    """The addresses of some pages and of what they need."""

    def first(_: Request) -> Response:
        return RedirectResponse(known[0].path)

    return [
        Route("/", first),
        Mount(f"/static/{assets.version()}", assets.Assets()),
        post("/preferences", prefer),
        *entering.ROUTES,
        *judging.ROUTES,
        *api.routes(known),
        *(route for page in known for route in _of(page)),
    ]


def _of(page: Page) -> Iterator[Route]:
    for form, ending in (*((f, f".{f}") for f in page.forms), ("html", ".html"), ("html", "")):
        yield Route(f"{page.path}{ending}", _endpoint(page, form), name=f"{page.name}{ending}")


def _endpoint(page: Page, form: str) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return answer(request, page, form)

    return endpoint
