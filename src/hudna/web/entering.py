"""Logging in and out."""

from asyncio import sleep

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hudna.web.addresses import with_query
from hudna.web.guard.access import COOKIE
from hudna.web.posting import Form, post, received, then
from hudna.web.settings import loopback

_LONGEST = 1024  # characters of a name or password


async def _enter(request: Request) -> Response:
    form = await received(request)
    gate, brake, address = (
        request.app.state.gate,
        request.app.state.brake,
        request.client.host if request.client else "",
    )
    wait = brake.hold(address)
    if wait is None:
        raise HTTPException(429, "tries")
    await sleep(wait)
    name, password = (form.get(field, "")[:_LONGEST] for field in ("name", "password"))
    login = await run_in_threadpool(gate.enter, name.strip(), password) if gate.asks else None
    onward = form.get("next", "/")
    if login is None:
        return then(with_query("/login", {"next": onward, "refused": "1"}))
    brake.free(address)
    response = then(onward)
    response.set_cookie(COOKIE, login, httponly=True, samesite="strict", secure=_closed(request))
    request.app.state.csrf.renew(response)
    return response


def _leave(request: Request, _: Form) -> Response:
    request.app.state.gate.leave(request.cookies.get(COOKIE, ""))
    response = then("/login" if request.app.state.gate.asks else "/")
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    request.app.state.csrf.renew(response)
    return response


def _closed(request: Request) -> bool:
    """Whether a login may go over an encrypted connection only: everywhere but within this machine."""
    return request.url.scheme == "https" or not loopback(request.app.state.settings.host)


ROUTES = (Route("/login", _enter, methods=["POST"]), post("/logout", _leave))
