"""The files that a browser needs besides pages: styles, scripts and fonts, built from ``web/`` and shipped with us."""

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOLDER = Path(str(resources.files("hudna.web") / "static"))


class Assets(StaticFiles):
    """The files under an address that changes with them, so that browsers may keep them for good."""

    def __init__(self) -> None:
        super().__init__(directory=_FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, or 404."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


@cache
def version() -> str:
    """A digest of all the files."""
    digest = hashlib.sha256()
    for file in sorted(f for f in _FOLDER.rglob("*") if f.is_file()):
        digest.update(f"{file.relative_to(_FOLDER)} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def asset(name: str) -> str:
    """The address of a file."""
    return f"/static/{version()}/{name}"


def shipped(name: str) -> bool:
    """Whether there is such a file: a page needs neither a style nor a script of its own."""
    return (_FOLDER / name).is_file()
