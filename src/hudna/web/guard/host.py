"""Refuses requests that were meant for somebody else.

A page of another site can make its own name lead to this machine (DNS rebinding) and then read what we answer. Such a
request bears that name as its Host; so only names that are ours are answered, on loopback as well. And no other site
may send anything here in a reader's name: an Origin must be our own.
"""

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from hudna.web.settings import Settings, loopback

_OWN = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 compared with, not bound to


class HostGuard:
    """Answers 421 to an unknown Host and 403 to an Origin that is not ours."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = frozenset(n.casefold() for n in settings.names) | _names(settings.host)
        self._numbers = settings.host in _EVERYWHERE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not self._known(hosts[0]):
            await PlainTextResponse("unknown host\n", 421)(scope, receive, send)
        elif origins and origins != [f"{scope['scheme']}://{hosts[0]}"]:
            await PlainTextResponse("request from another site\n", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _known(self, host: str) -> bool:
        """Whether a Host header names us; one that is an address cannot come from a rebound name."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._names or (self._numbers and _number(name))


def _names(host: str) -> frozenset[str]:
    return _OWN if loopback(host) or host in _EVERYWHERE else frozenset({host.casefold()})


def _number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
