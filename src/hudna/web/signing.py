"""Under which name somebody judges: that of their login, else one that they gave once."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from hudna.web.guard import user
from hudna.web.guard.people import fit

_COOKIE = "hudna_reviewer"


def author(request: Request) -> str:
    """The name; "" where nobody gave one."""
    name = user(request).name or unquote(request.cookies.get(_COOKIE, ""))
    return name if fit(name) else ""


def sign(response: Response, name: str) -> None:
    """Keep a name until the browser is closed."""
    response.set_cookie(_COOKIE, quote(name), httponly=True, samesite="strict")
