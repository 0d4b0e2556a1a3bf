"""Lets in only those whom the gate knows, and says to pages who they are."""

import asyncio
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hudna.web.guard.gate import ANYBODY, Gate, User
from hudna.web.refusing import refusal

COOKIE = "hudna_login"
_OPEN = ("/login", "/login.html", "/login.json", "/preferences")  # for whoever comes
_WAIT = 1.0  # seconds before a wrong key is refused
_LONGEST = 200  # characters of a key


class Access:
    """Answers 401, or leads people to the login, where the gate knows nobody; else ``user(request)`` tells who."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        found = await self._found(request)
        scope.setdefault("state", {})["user"] = found or User()
        bare = "authorization" in request.headers
        if found or (not bare and request.url.path.startswith("/static/")) or (not bare and request.url.path in _OPEN):
            await self._app(scope, receive, send)
        else:
            await _refused(request)(scope, receive, send)

    async def _found(self, request: Request) -> User | None:
        if not self._gate.asks:
            return ANYBODY
        shown = request.headers.get("authorization")
        if shown is None:
            return self._gate.entered(request.cookies[COOKIE]) if COOKIE in request.cookies else None
        scheme, _, key = shown.partition(" ")
        short = scheme.casefold() == "bearer" and len(key) <= _LONGEST
        user = await run_in_threadpool(self._gate.owner, key.strip()) if short else None
        if user is None:
            await asyncio.sleep(_WAIT)
        return user


def user(request: Request) -> User:
    """Who asks."""
    found: User = getattr(request.state, "user", None) or User()
    return found


def _refused(request: Request) -> Response:
    path = request.url.path
    people = request.method in ("GET", "HEAD") and "authorization" not in request.headers
    if people and not path.endswith((".json", ".csv")) and not path.startswith("/api/"):
        here = path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(here, safe='')}", 303)
    asks = {"WWW-Authenticate": 'Bearer realm="hudna"'}
    return refusal(401, asks) if path.startswith("/api/") else JSONResponse({"error": 401}, 401, asks)
