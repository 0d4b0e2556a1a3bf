"""Tokens without which no form of ours is taken: they show that the form came from a page that we gave its reader."""

import hmac
import secrets
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "hudna_session"
FIELD = "token"
_LENGTH = 32  # bytes


class Csrf:
    """The tokens of one process; when it ends they end."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(_LENGTH)

    def session(self, request: Request) -> str:
        """The session of a reader, a new one where there is none; the same throughout a request."""
        if not hasattr(request.state, "session"):
            request.state.session = request.cookies.get(COOKIE) or secrets.token_urlsafe(_LENGTH)
        return str(request.state.session)

    def token(self, request: Request) -> str:
        """The token for the forms of a page."""
        return hmac.new(self._secret, self.session(request).encode(), sha256).hexdigest()

    def holds(self, request: Request, token: str) -> bool:
        """Whether a token came from a page of this reader."""
        known = COOKIE in request.cookies
        return known and hmac.compare_digest(self.token(request).encode(), token.encode())

    def remember(self, request: Request, response: Response) -> None:
        """Give the reader of a page a session if there was none."""
        if COOKIE not in request.cookies:
            response.set_cookie(COOKIE, self.session(request), httponly=True, samesite="strict")

    def renew(self, response: Response) -> None:
        """Give a reader another session: whoever knew the former one knows nothing of it."""
        response.set_cookie(COOKIE, secrets.token_urlsafe(_LENGTH), httponly=True, samesite="strict")
