"""Forms that readers send: read within bounds, refused without a token, answered with the page to see next."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hudna.web.guard.csrf import FIELD

_MOST = 64 * 1024  # bytes of a form
_FIELDS = 200
_TYPE = "application/x-www-form-urlencoded"

Form = Mapping[str, str]
Act = Callable[[Request, Form], Response]


def post(path: str, act: Act) -> Route:
    """The address of a form; ``act`` runs in a thread of its own and need not ask where the form came from."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(act, request, await received(request))

    return Route(path, endpoint, methods=["POST"])


async def received(request: Request) -> Form:
    """The form that a page of ours sent. Raises HTTPException where another sent it, or it is none."""
    form = await _form(request)
    if not request.app.state.csrf.holds(request, form.get(FIELD, "")):
        raise HTTPException(403)
    return form


def then(address: str) -> Response:
    """Go on to a page of ours; what leads elsewhere leads to the first page."""
    parts = urlsplit(address)
    own = address.startswith("/") and not parts.scheme and not parts.netloc and "\\" not in address
    return RedirectResponse(address if own else "/", 303)


async def _form(request: Request) -> Form:
    if request.headers.get("content-type", "").partition(";")[0].strip() != _TYPE:
        raise HTTPException(415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST:
            raise HTTPException(413)
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError as error:
        raise HTTPException(400) from error
