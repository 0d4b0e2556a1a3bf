"""What programs are told when they get no answer: one line of JSON."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from hudna.web.words import PROBLEMS, UNCLEAR

_NUMBERS = {404: "not-held"}


class Refused(ValueError):  # noqa: N818 what happened to the request
    """A request means nothing.

    Attributes:
        error: a word for programs.
        field: the parameter that is at fault.
        reason: one line for people.

    """

    def __init__(self, error: str, field: str, reason: str = "") -> None:
        super().__init__(reason or UNCLEAR[error])
        self.error = error
        self.field = field
        self.reason = str(self)


def refused(problem: Refused) -> Response:
    """The answer to a request that means nothing."""
    said = {"error": problem.error, "field": problem.field, "reason": problem.reason}
    return _json(said, 400)


def refusal(status: int, headers: Mapping[str, str] | None = None) -> Response:
    """The answer where a status says all."""
    phrase = HTTPStatus(status).phrase
    error = _NUMBERS.get(status, phrase.casefold().replace(" ", "-"))
    return _json({"error": error, "reason": PROBLEMS.get(status, f"{phrase}.")}, status, headers)


def _json(said: Mapping[str, str], status: int, headers: Mapping[str, str] | None = None) -> Response:
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, "application/json")
